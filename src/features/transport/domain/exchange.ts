/**
 * The spare-seat exchange (Restplatzbörse, second pass): proposes where rejected trips ride on shared tours and free units,
 * jointly and with proof of the optimum for the enumerated model. Owners accept or decline; nothing accepted is moved silently.
 */
import type { MilpSolver, PackingModel } from "./exchange/milp.ts";
import { enumerateBundles, type Bundle } from "./exchange/bundles.ts";
import { layGround, type Ground } from "./exchange/ground.ts";
import { deficits, type Ledger } from "./exchange/ledger.ts";
import { oneByOne } from "./exchange/one-by-one.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Instance, Plan } from "./model.ts";
import { publish } from "./search/publish.ts";

/** Trips that one unit would take over (Mitnahme). */
export type ExchangePart = { unit: string; trips: readonly number[] };

/** Limits of one run of the spare-seat exchange (Restplatzbörse). */
export type ExchangeOptions = {
  /** Most trips added to one tour. */
  maxBundle: number;
  /** Most extra working time an owner gives on this day. */
  ownerCaps: ReadonlyMap<string, number>;
  ledger: Ledger;
  /** Share of the cost that fairness may add. */
  fairnessLimit: number;
  accepted: readonly ExchangePart[];
  declined: readonly ExchangePart[];
  mostColumns?: number;
};

export const exchangeDefaults: ExchangeOptions = {
  maxBundle: 3,
  ownerCaps: new Map(),
  ledger: [],
  fairnessLimit: 0.03,
  accepted: [],
  declined: [],
};

/** German term: Vorschlag an die Eigentümerin einer Tour. */
export type Proposal = {
  owner: string;
  unit: string;
  trips: readonly number[];
  cost: number;
  extra: number;
  accepted: boolean;
};

/** Proposals of one run of the spare-seat exchange (Vermittlungsvorschläge), open to refusal by each owner. */
export type ExchangeResult = {
  planId: string;
  proposals: readonly Proposal[];
  placed: readonly number[];
  open: readonly number[];
  placedWeight: number;
  cost: number;
  proven: boolean;
  bundleSize: number;
  columns: readonly number[];
  oneByOne: { placed: number; placedWeight: number; cost: number };
  fairness: { applied: boolean; gain: number; price: number; priceShare: number };
  /** What one trip alone would cost in one tour; a pair that is missing does not fit. */
  singles: readonly { trip: number; unit: string; cost: number; extra: number }[];
  plan: Plan;
};

export function exchange(
  instance: Instance,
  plan: Plan,
  rejected: readonly number[],
  options: ExchangeOptions,
  solve: MilpSolver,
): ExchangeResult {
  const ground = layGround(
    instance,
    plan,
    rejected,
    [...options.accepted, ...options.declined].map((p) => p.unit),
  );
  const forbidden = forbiddenBy(ground, options);
  const bundles = enumerateBundles(ground, options.maxBundle, options.mostColumns);
  const known = oneByOne(ground, options.ownerCaps, forbidden);
  const columns = bundles.list.filter((b) => !forbidden(b.host, b.trips));
  const knownColumns = known.map((b) => columns.push(b) - 1);
  const model = packing(ground, columns, options, knownColumns);
  let answer = solve(model);
  const cheapest = sum(answer.chosen, columns, (b) => b.cost);
  const fair = fairModel(ground, columns, model, options, answer.chosen);
  if (fair) answer = solve(fair);
  return conclude({ ground, columns, known, bundles, plan, rejected, options, cheapest, fair: fair !== null }, answer);
}

const sum = (chosen: readonly number[], columns: readonly Bundle[], of: (b: Bundle) => number): number =>
  chosen.reduce((total, j) => total + of(columns[j]!), 0);

/** A declined part is fixed to zero; an accepted part stays exactly as it is. */
function forbiddenBy(ground: Ground, options: ExchangeOptions): (host: number, trips: readonly number[]) => boolean {
  const id = (r: number): number => ground.instance.trips[r]!.trip;
  const fixed = new Map(options.accepted.map((p) => [p.unit, new Set(p.trips)]));
  const taken = new Map(options.accepted.flatMap((p) => p.trips.map((t) => [t, p.unit] as const)));
  return (host, trips) => {
    const unit = ground.hosts[host]!.units[0]!;
    const own = fixed.get(unit);
    if (trips.some((r) => (taken.get(id(r)) ?? unit) !== unit)) return true;
    if (own && trips.some((r) => !own.has(id(r)))) return true;
    return options.declined.some((p) => p.unit === unit && trips.some((r) => p.trips.includes(id(r))));
  };
}

const weightOf = (ground: Ground, bundle: Bundle): number =>
  bundle.trips.reduce((w, r) => w + ground.search.problem.weight[r]!, 0);

/** Rows: each trip at most once, each tour or free class at most its count, each owner at most its cap. */
function packing(
  ground: Ground,
  columns: readonly Bundle[],
  options: ExchangeOptions,
  known: readonly number[],
): PackingModel {
  const { hosts, rejected } = ground;
  const rowOfTrip = new Map(rejected.map((r, k) => [r, k]));
  const owners = [...new Set(hosts.map((h) => h.owner))].filter((o) => options.ownerCaps.has(o));
  const [start, rows, amounts]: [number[], number[], number[]] = [[0], [], []];
  for (const b of columns) {
    for (const r of b.trips) rows.push(rowOfTrip.get(r)!);
    amounts.push(...b.trips.map(() => 1), 1);
    rows.push(rejected.length + b.host);
    const owner = owners.indexOf(hosts[b.host]!.owner);
    if (owner >= 0 && b.extra > 0) {
      rows.push(rejected.length + hosts.length + owner);
      amounts.push(b.extra);
    }
    start.push(rows.length);
  }
  // Serving comes first: one unit of weight is worth more than every cost that could be spent on the day.
  const most = new Map<number, number>();
  for (const b of columns) for (const r of b.trips) most.set(r, Math.max(most.get(r) ?? 0, Math.abs(b.cost)));
  const worth = 1 + [...most.values()].reduce((a, b) => a + b, 0);
  const accepted = new Set(options.accepted.flatMap((p) => p.trips));
  const lower = new Float64Array(rejected.length + hosts.length + owners.length).fill(-Infinity);
  rejected.forEach((r, k) => {
    if (accepted.has(ground.instance.trips[r]!.trip)) lower[k] = 1;
  });
  return {
    gain: Float64Array.from(columns, (b) => (weightOf(ground, b) * worth - b.cost) / 1000),
    start: Int32Array.from(start),
    rows: Int32Array.from(rows),
    amounts: Float64Array.from(amounts),
    lower,
    upper: Float64Array.from([
      ...rejected.map(() => 1),
      ...hosts.map((h) => h.count),
      ...owners.map((o) => options.ownerCaps.get(o)!),
    ]),
    known,
  };
}

/** Second stage: the same weight, the most fairness, within the price limit; then again the least cost. */
function fairModel(
  ground: Ground,
  columns: readonly Bundle[],
  model: PackingModel,
  options: ExchangeOptions,
  best: readonly number[],
): PackingModel | null {
  const deficit = deficits(options.ledger);
  const of = (b: Bundle): number =>
    b.trips.reduce((d, r) => d + (deficit.get(ground.instance.trips[r]!.authority) ?? 0), 0);
  if (columns.every((b) => of(b) === 0)) return null;
  const weight = sum(best, columns, (b) => weightOf(ground, b));
  const cost = sum(best, columns, (b) => b.cost);
  const limit = cost + options.fairnessLimit * Math.abs(cost);
  const row = model.upper.length;
  const [start, rows, amounts]: [number[], number[], number[]] = [[0], [], []];
  columns.forEach((b, j) => {
    for (let k = model.start[j]!; k < model.start[j + 1]!; k++) {
      rows.push(model.rows[k]!);
      amounts.push(model.amounts[k]!);
    }
    rows.push(row, row + 1);
    amounts.push(weightOf(ground, b), b.cost / 1000);
    start.push(rows.length);
  });
  const step = 1 + Math.abs(limit) / 1000;
  return {
    ...model,
    gain: Float64Array.from(columns, (b) => of(b) * step - b.cost / 1000),
    start: Int32Array.from(start),
    rows: Int32Array.from(rows),
    amounts: Float64Array.from(amounts),
    lower: Float64Array.from([...model.lower, weight, -Infinity]),
    upper: Float64Array.from([...model.upper, Infinity, limit / 1000]),
    known: best,
  };
}

type Conclusion = {
  ground: Ground;
  columns: readonly Bundle[];
  known: readonly Bundle[];
  bundles: { size: number; counts: readonly number[]; list: readonly Bundle[] };
  plan: Plan;
  rejected: readonly number[];
  options: ExchangeOptions;
  cheapest: number;
  fair: boolean;
};

function conclude(c: Conclusion, answer: ReturnType<MilpSolver>): ExchangeResult {
  const { ground, columns } = c;
  const { search, hosts, instance } = ground;
  const chosen = answer.chosen.map((j) => columns[j]!).toSorted((a, b) => a.host - b.host || a.trips[0]! - b.trips[0]!);
  const nextUnit = hosts.map(() => 0);
  const accepted = new Set(c.options.accepted.map((p) => p.unit));
  const proposals = chosen.map((b): Proposal => {
    const unit = hosts[b.host]!.units[nextUnit[b.host]!++]!;
    return {
      owner: hosts[b.host]!.owner,
      unit,
      trips: b.trips.map((r) => instance.trips[r]!.trip),
      cost: b.cost,
      extra: b.extra,
      accepted: accepted.has(unit),
    };
  });
  const placed = proposals.flatMap((p) => p.trips).toSorted((a, b) => a - b);
  const cost = chosen.reduce((total, b) => total + b.cost, 0);
  const deficit = deficits(c.options.ledger);
  return {
    planId: fingerprint(instance, {
      plan: c.plan,
      rejected: c.rejected,
      ...c.options,
      ownerCaps: [...c.options.ownerCaps],
    }),
    proposals,
    placed,
    open: c.rejected.filter((id) => !placed.includes(id)),
    placedWeight: chosen.reduce((w, b) => w + weightOf(ground, b), 0),
    cost,
    proven: answer.proven,
    bundleSize: c.bundles.size,
    columns: c.bundles.counts,
    oneByOne: {
      placed: c.known.reduce((k, b) => k + b.trips.length, 0),
      placedWeight: c.known.reduce((w, b) => w + weightOf(ground, b), 0),
      cost: c.known.reduce((k, b) => k + b.cost, 0),
    },
    fairness: {
      applied: c.fair,
      gain: chosen.reduce(
        (d, b) => d + b.trips.reduce((x, r) => x + (deficit.get(instance.trips[r]!.authority) ?? 0), 0),
        0,
      ),
      price: cost - c.cheapest,
      priceShare: c.cheapest === 0 ? 0 : (cost - c.cheapest) / Math.abs(c.cheapest),
    },
    singles: c.bundles.list
      .filter((b) => b.trips.length === 1)
      .map((b) => ({
        trip: instance.trips[b.trips[0]!]!.trip,
        unit: hosts[b.host]!.units[0]!,
        cost: b.cost,
        extra: b.extra,
      })),
    plan: publish(instance, search.problem, routesAfter(ground, chosen)),
  };
}

function routesAfter(ground: Ground, chosen: readonly Bundle[]): { cls: number; nodes: number[] }[] {
  const { slab } = ground.search.inserter;
  const nodesOf = (handle: number): number[] =>
    Array.from(slab.seq.subarray(slab.offset[handle]! + 1, slab.offset[handle]! + slab.length[handle]! - 1));
  const untouched = ground.hosts
    .filter((_, host) => !chosen.some((b) => b.host === host))
    .map((h) => ({ cls: h.cls, handle: h.handle }));
  const changed = chosen.map((b) => ({ cls: ground.hosts[b.host]!.cls, handle: b.handle }));
  return [...ground.closed, ...untouched, ...changed].map(({ cls, handle }) => ({ cls, nodes: nodesOf(handle) }));
}
