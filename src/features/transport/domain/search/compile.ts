/**
 * From the words of the model to the typed arrays of the search. Copies known fields only, so nothing else can enter;
 * what may never happen (night at homes, gates not green, skills, capacity) is settled here and cannot be weighed later.
 */
import { drivingLeft, earliestBegin, ruleSetOf } from "../crew-rules.ts";
import type { Instance, Load, RuleSet, Skill, Trip, Unit } from "../model.ts";
import { conflictBits } from "./conflicts.ts";
import { fits, type Problem, type UnitClass } from "./problem.ts";
import { tripWindows } from "./windows.ts";

type FrozenStop = { trip: number; what: "pickup" | "delivery" };

/**
 * Beginning of a tour that has been driven or told: the stops in order, then where those on board are brought. Times are
 * narrowed by locks.
 */
export type Frozen = { unit: string; stops: readonly FrozenStop[]; onBoard: readonly FrozenStop[] };

export type CompileOptions = {
  frozen?: readonly Frozen[];
  /** Trips that are on their way already and may have to wait on board longer than the rule allows. */
  mayWait?: ReadonlySet<number>;
  /** Extra cost of moving a trip away from its present unit (stability). */
  keep?: { unitOf: ReadonlyMap<number, string>; cost: number };
};

export const packLoad = (load: Load): number =>
  load.seats | (load.wheelchairs << 8) | (load.childSeats << 16) | (load.luggage << 24);

export function compile(instance: Instance, options: CompileOptions = {}): Problem {
  const { trips, units, travel } = instance;
  const n = trips.length;
  const depots = [...new Set(units.flatMap((u) => [u.start, u.end]))].sort((a, b) => a - b);
  const points = [...trips.map((t) => t.pickup.point), ...trips.map((t) => t.delivery.point), ...depots];
  const depotNode = new Map(depots.map((point, k) => [point, 2 * n + k]));
  const nodes = points.length;
  const closed = travel.time;
  const windows = tripWindows(instance, closed);
  const problem: Problem = {
    n,
    nodes,
    go: new Float64Array(nodes * nodes),
    goFrom: new Float64Array(0),
    earliest: new Float64Array(nodes),
    latest: new Float64Array(nodes).fill(Infinity),
    service: new Float64Array(nodes),
    ride: new Float64Array(n),
    lanes: Int32Array.from(trips, (t) => packLoad(t.load)),
    classes: [],
    allowed: new Uint8Array(0),
    assignCost: new Float64Array(0),
    conflicts: conflictBits(instance),
    maxWait: maxWaits(instance, nodes, options.mayWait),
    weight: Float64Array.from(trips, (t) => instance.rules.weights[t.date]),
    pinned: new Uint8Array(n),
    destination: Int32Array.from(trips, (t) => t.delivery.point),
    authority: numbered(trips.map((t) => t.authority)),
  };
  trips.forEach((trip, r) => {
    const w = windows[r]!;
    [problem.earliest[r], problem.latest[r]] = [w.pickup.earliest, w.pickup.latest];
    [problem.earliest[n + r], problem.latest[n + r]] = [w.delivery.earliest, w.delivery.latest];
    problem.service[r] = trip.pickup.service;
    problem.service[n + r] = trip.delivery.service;
    problem.ride[r] = trip.maxRide + trip.pickup.service;
  });
  fillWays(problem, points, closed, travel.size);
  problem.classes = unitClasses(instance, problem, { points, depotNode, closed }, options);
  problem.allowed = allowedPairs(instance, problem);
  problem.assignCost = stabilityCost(instance, problem, options);
  pinFrozen(instance, problem, options);
  return problem;
}

function fillWays(problem: Problem, points: readonly number[], time: Float64Array, size: number): void {
  const { nodes, go, service } = problem;
  for (let i = 0; i < nodes; i++) {
    for (let j = 0; j < nodes; j++) {
      const way = time[points[i]! * size + points[j]!]!;
      go[i * nodes + j] = service[i]! + way;
    }
  }
  problem.goFrom = transposed(go, nodes);
}

/** A symmetric matrix is its own transpose and is not stored twice. */
function transposed(matrix: Float64Array, size: number): Float64Array {
  const turned = new Float64Array(matrix.length);
  let same = true;
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      turned[j * size + i] = matrix[i * size + j]!;
      if (turned[j * size + i] !== matrix[j * size + i]) same = false;
    }
  return same ? matrix : turned;
}

const numbered = (codes: readonly string[]): Int32Array => {
  const known = new Map<string, number>();
  return Int32Array.from(codes, (code) => {
    if (!known.has(code)) known.set(code, known.size);
    return known.get(code)!;
  });
};

function maxWaits(instance: Instance, nodes: number, free: ReadonlySet<number> = new Set()): Float64Array {
  const { trips, rules } = instance;
  const waits = new Float64Array(nodes).fill(Infinity);
  if (rules.maxWaitOnBoard < 0) return waits;
  trips.forEach((trip, r) => {
    if (free.has(trip.trip)) return;
    waits[r] = trip.pickup.kind === "home" ? 0 : rules.maxWaitOnBoard;
    waits[trips.length + r] = trip.delivery.kind === "home" ? 0 : rules.maxWaitOnBoard;
  });
  return waits;
}

type Ground = { points: readonly number[]; depotNode: ReadonlyMap<number, number>; closed: Float64Array };

function unitClasses(instance: Instance, problem: Problem, ground: Ground, options: CompileOptions): UnitClass[] {
  const named = new Set<string>(instance.locks.flatMap((lock) => (lock.kind === "pickupTime" ? [] : [lock.unit])));
  for (const f of options.frozen ?? []) named.add(f.unit);
  for (const unit of options.keep?.unitOf.values() ?? []) named.add(unit);
  const groups = new Map<string, number[]>();
  instance.units.forEach((unit, k) => {
    const key = named.has(unit.unit) ? `only ${k}` : JSON.stringify(interchangeable(unit));
    groups.set(key, [...(groups.get(key) ?? []), k]);
  });
  const costs = new Map<string, { cost: Float64Array; costFrom: Float64Array }>();
  return [...groups.values()].map((members): UnitClass => {
    const unit = instance.units[members[0]!]!;
    const rules = ruleSetOf(unit.ruleSet, instance.ruleSets);
    if (!rules) throw new RangeError(`unknown rule set ${unit.ruleSet}`);
    const key = `${unit.rates.perDistance} ${unit.rates.perTime}`;
    if (!costs.has(key)) {
      const cost = costOf(instance, problem.nodes, ground, unit);
      costs.set(key, { cost, costFrom: transposed(cost, problem.nodes) });
    }
    return {
      units: members,
      start: ground.depotNode.get(unit.start)!,
      end: ground.depotNode.get(unit.end)!,
      shiftFrom: Math.max(unit.shiftFrom, earliestBegin(rules, unit.history)),
      shiftTo: unit.shiftTo,
      lanes: packLoad(unit.capacity),
      maxDuration: unit.maxDuration,
      drivingLeft: drivingLeft(rules, unit.history),
      freeDuration: freeDuration(rules),
      rules,
      history: unit.history,
      fixedCost: unit.rates.perTour,
      ...costs.get(key)!,
      ...frozenNodes(instance, options, unit.unit),
      strict: isStrict(instance, unit, rules),
    };
  });
}

const interchangeable = (unit: Unit): unknown[] => [
  unit.start,
  unit.end,
  packLoad(unit.capacity),
  unit.skills.toSorted(),
  unit.shiftFrom,
  unit.shiftTo,
  unit.maxDuration,
  unit.crew,
  unit.ruleSet,
  unit.history,
  unit.rates,
  unit.owner,
];

/** Without driving rules the shortest break limit decides; with them every tour is looked at in full. */
const freeDuration = (rules: RuleSet): number =>
  rules.driving
    ? -1
    : Math.min(rules.maxWork ?? Infinity, rules.maxWithoutBreak ?? Infinity, ...rules.breaks.map((b) => b.over));

const isStrict = (instance: Instance, unit: Unit, rules: RuleSet): boolean =>
  instance.rules.maxWaitOnBoard >= 0 ||
  (instance.rules.separationScope === "onBoard" && conflictBits(instance) !== null) ||
  rules.driving !== null ||
  (rules.maxWork !== null && unit.maxDuration > Math.min(rules.maxWork, ...rules.breaks.map((b) => b.over)));

function frozenNodes(instance: Instance, options: CompileOptions, unit: string): { base: number[]; frozen: number } {
  const found = options.frozen?.find((f) => f.unit === unit);
  if (!found) return { base: [], frozen: 0 };
  const index = new Map(instance.trips.map((t, r) => [t.trip, r]));
  const node = (s: FrozenStop): number => index.get(s.trip)! + (s.what === "delivery" ? instance.trips.length : 0);
  return { base: [...found.stops, ...found.onBoard].map(node), frozen: found.stops.length };
}

function costOf(instance: Instance, nodes: number, ground: Ground, unit: Unit): Float64Array {
  const { travel } = instance;
  const { perDistance, perTime } = unit.rates;
  const cost = new Float64Array(nodes * nodes);
  for (let i = 0; i < nodes; i++)
    for (let j = 0; j < nodes; j++) {
      const cell = ground.points[i]! * travel.size + ground.points[j]!;
      const distance = travel.distance[cell]!;
      cost[i * nodes + j] = distance < 0 ? 0 : Math.round(distance * perDistance + ground.closed[cell]! * perTime);
    }
  return cost;
}

/** German term: Eignung. Everything about a trip and a unit that no sequence can change. */
export const mayCarry = (trip: Trip, unit: Unit): boolean =>
  trip.gates === "green" &&
  fits(packLoad(unit.capacity), packLoad(trip.load)) &&
  trip.needs.every((need: Skill) => unit.skills.includes(need));

function allowedPairs(instance: Instance, problem: Problem): Uint8Array {
  const { n } = problem;
  const allowed = new Uint8Array(problem.classes.length * n);
  problem.classes.forEach((cls, c) => {
    const unit = instance.units[cls.units[0]!]!;
    instance.trips.forEach((trip, r) => {
      const open = problem.earliest[r]! <= problem.latest[r]! && problem.earliest[n + r]! <= problem.latest[n + r]!;
      const unlocked = instance.locks.every(
        (lock) =>
          lock.trip !== trip.trip ||
          lock.kind === "pickupTime" ||
          (lock.kind === "unit" ? lock.unit === unit.unit : lock.unit !== unit.unit),
      );
      if (open && unlocked && mayCarry(trip, unit)) allowed[c * n + r] = 1;
    });
  });
  return allowed;
}

function stabilityCost(instance: Instance, problem: Problem, options: CompileOptions): Float64Array {
  const { n } = problem;
  const extra = new Float64Array(problem.classes.length * n);
  if (!options.keep) return extra;
  const { unitOf, cost } = options.keep;
  problem.classes.forEach((cls, c) => {
    const unit = instance.units[cls.units[0]!]!.unit;
    instance.trips.forEach((trip, r) => {
      const present = unitOf.get(trip.trip);
      if (present !== undefined && present !== unit) extra[c * n + r] = cost;
    });
  });
  return extra;
}

function pinFrozen(instance: Instance, problem: Problem, options: CompileOptions): void {
  const index = new Map(instance.trips.map((t, r) => [t.trip, r]));
  for (const f of options.frozen ?? [])
    for (const stop of [...f.stops, ...f.onBoard]) problem.pinned[index.get(stop.trip)!] = 1;
}
