/**
 * Repairs a plan on the day (Umplanung): takes out what was stopped, keeps what has happened or was told, changes as
 * little as possible. A stop signal does not wait for this: `withoutTrips` needs no search and cannot fail.
 */
import type { Frozen } from "./search/compile.ts";
import type { Instance, Lock, Plan, Tour } from "./model.ts";
import { FrozenPartInfeasible } from "./search/start.ts";
import { plan as solve, type PlanResult, type RunHooks, quietHooks } from "./plan.ts";

/** What has changed since the plan was told (Umplanung am Tag). */
export type Repair = {
  now: number;
  /** Stops that begin up to here are not touched any more. */
  freezeUntil: number;
  cancelled: readonly number[];
  /** Trips whose told pick-up time may move by at most this, in both directions. */
  told: readonly number[];
  tolerance: number;
  /** Tours of other owners that have been accepted: they stay as they are. */
  acceptedUnits: readonly string[];
  brokenUnits: readonly string[];
  /** Cost of moving a trip to another unit, so that small savings do not upset a plan. */
  movePrice: number;
};

/** The repaired plan, and what it changes for people who were told a time (Umplanung). */
export type RepairResult = PlanResult & {
  moved: readonly number[];
  retimed: readonly number[];
  cannotKeep: readonly number[];
  /** Units in which persons on board wait longer than the rule allows, because of a change that came too late. */
  longWaits: readonly string[];
};

/** The plan without these trips: the stop signal. Times of all other stops stay as they were told. */
export function withoutTrips(plan: Plan, stopped: readonly number[]): Plan {
  const gone = new Set(stopped);
  const tours = plan.tours.map((tour): Tour => {
    const kept = tour.stops.map((s) => !gone.has(s.trip));
    // Breaks name the stop that they follow; stops before them may have gone.
    const breaks = tour.breaks.map((b) => ({ ...b, afterStop: kept.slice(0, b.afterStop).filter(Boolean).length }));
    return { ...tour, stops: tour.stops.filter((s) => !gone.has(s.trip)), breaks };
  });
  return { tours: tours.filter((t) => t.stops.length > 0), unserved: plan.unserved.filter((id) => !gone.has(id)) };
}

/** `instance` is the day as it is now: new windows after a flight change, new trips, all units. */
export function repair(
  instance: Instance,
  plan: Plan,
  change: Repair,
  run: { seed: number; iterations: number; maxMs?: number },
  hooks: RunHooks = quietHooks,
): RepairResult {
  const gone = new Set(change.cancelled);
  const known = new Set(instance.trips.map((t) => t.trip));
  const present = withoutTrips(
    plan,
    plan.tours.flatMap((t) => t.stops.map((s) => s.trip)).filter((id) => gone.has(id) || !known.has(id)),
  );
  const working = present.tours.filter((t) => !change.brokenUnits.includes(t.unit));
  const unitOf = new Map(working.flatMap((t) => t.stops.map((s) => [s.trip, t.unit as string] as const)));
  const day: Instance = {
    ...instance,
    trips: instance.trips.filter((t) => !gone.has(t.trip)),
    separate: instance.separate.filter(([a, b]) => !gone.has(a) && !gone.has(b)),
    units: instance.units.filter((u) => !change.brokenUnits.includes(u.unit)),
    locks: [
      ...instance.locks.filter((l) => !gone.has(l.trip)),
      ...toldTimes(working, change),
      ...notBefore(instance, plan, change),
    ],
  };
  const warmStart: Plan = { tours: working, unserved: [] };
  const result = solveKeeping(day, working, change, (keeping) =>
    solve(day, { ...run, ...keeping, warmStart, keep: { unitOf, cost: change.movePrice } }, hooks),
  );
  return { ...result, ...differences(present, result.plan) };
}

type Keeping = { frozen: Frozen[]; mayWait: Set<number> };

/**
 * A beginning may only stand together with what follows it (those on board would otherwise wait too long): such a tour is
 * kept whole. When a cancellation has taken that away too, those on board wait longer, and the result says in which unit.
 * When not even that stands, the promise cannot be kept and a person has to decide.
 */
function solveKeeping(
  day: Instance,
  tours: readonly Tour[],
  change: Repair,
  run: (keeping: Keeping) => PlanResult,
): PlanResult & Pick<RepairResult, "longWaits"> {
  const whole = new Set(change.acceptedUnits);
  const waiting = new Set<string>();
  for (;;) {
    const frozen = tours
      .map((tour) => frozenPart(tour, change, whole.has(tour.unit)))
      .filter((f) => f.stops.length > 0);
    const stops = tours.filter((tour) => waiting.has(tour.unit)).flatMap((tour) => tour.stops);
    try {
      return { ...run({ frozen, mayWait: new Set(stops.map((s) => s.trip)) }), longWaits: [...waiting] };
    } catch (error) {
      if (!(error instanceof FrozenPartInfeasible)) throw error;
      for (const unit of error.units.map((k) => day.units[k]!.unit)) {
        if (waiting.has(unit)) throw error;
        (whole.has(unit) ? waiting : whole).add(unit);
      }
    }
  }
}

/** A tour of an owner who has accepted is frozen to its end, any other up to the freeze; whoever is on board stays on board. */
function frozenPart(tour: Tour, change: Repair, whole: boolean): Frozen {
  const stops = tour.stops.filter((s) => whole || s.begin <= change.freezeUntil);
  const begun = new Set(stops.map((s) => s.trip));
  const onBoard = tour.stops.slice(stops.length).filter((s) => begun.has(s.trip));
  const plain = (list: typeof stops): Frozen["stops"] => list.map(({ trip, what }) => ({ trip, what }));
  return { unit: tour.unit, stops: plain(stops), onBoard: plain(onBoard) };
}

function toldTimes(tours: readonly Tour[], change: Repair): Lock[] {
  const told = new Set(change.told);
  return tours.flatMap((tour) =>
    tour.stops.flatMap((s): Lock[] => {
      if (s.what !== "pickup") return [];
      if (s.begin <= change.freezeUntil)
        return [{ kind: "pickupTime", trip: s.trip, earliest: s.begin, latest: s.begin }];
      if (!told.has(s.trip)) return [];
      return [
        {
          kind: "pickupTime",
          trip: s.trip,
          earliest: Math.max(change.now, s.begin - change.tolerance),
          latest: s.begin + change.tolerance,
        },
      ];
    }),
  );
}

/** Nobody can be fetched in the past: trips that are not yet on their way begin now at the earliest. */
function notBefore(instance: Instance, plan: Plan, change: Repair): Lock[] {
  const begun = new Set(plan.tours.flatMap((t) => t.stops.filter((s) => s.begin <= change.now).map((s) => s.trip)));
  return instance.trips
    .filter((t) => !begun.has(t.trip) && t.pickup.earliest < change.now && !change.cancelled.includes(t.trip))
    .map((t) => ({ kind: "pickupTime", trip: t.trip, earliest: change.now, latest: Number.MAX_SAFE_INTEGER }));
}

/** What has to be told to people: other vehicle, other pick-up time, no longer served. */
function differences(before: Plan, after: Plan): Pick<RepairResult, "moved" | "retimed" | "cannotKeep"> {
  const pickups = (plan: Plan): Map<number, { unit: string; begin: number }> =>
    new Map(
      plan.tours.flatMap((t) =>
        t.stops.filter((s) => s.what === "pickup").map((s) => [s.trip, { unit: t.unit, begin: s.begin }]),
      ),
    );
  const [old, now] = [pickups(before), pickups(after)];
  const both = [...old].filter(([trip]) => now.has(trip));
  return {
    moved: both.filter(([trip, was]) => now.get(trip)!.unit !== was.unit).map(([trip]) => trip),
    retimed: both.filter(([trip, was]) => now.get(trip)!.begin !== was.begin).map(([trip]) => trip),
    cannotKeep: [...old.keys()].filter((trip) => !now.has(trip)),
  };
}
