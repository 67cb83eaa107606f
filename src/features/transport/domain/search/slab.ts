/**
 * All routes the search has met, as integer handles into typed arrays, interned by class and sequence: a route that comes
 * back is free, with everything already known about it. Never holds more than its fixed memory; it is emptied when full.
 */
import { earliestTimes, latestTimes, type Bench } from "./fixpoint.ts";
import { GUARD, type Problem } from "./problem.ts";
import { newStrictBench, strictlyFeasible, type StrictBench } from "./strict.ts";

export type Slab = {
  /** From here on the slab is emptied before the next iteration. */
  softRoutes: number;
  softArena: number;
  used: number;
  arenaUsed: number;
  offset: Int32Array;
  /** Number of positions, both depots included. */
  length: Int32Array;
  cls: Int32Array;
  hash: Int32Array;
  cost: Float64Array;
  feasible: Uint8Array;
  seq: Int32Array;
  early: Float64Array;
  late: Float64Array;
  free: Int32Array;
  /** Way and cost from this position to the next. */
  goNext: Float64Array;
  costNext: Float64Array;
  /** Best insertion of each trip: cost (NaN = not yet asked, Infinity = impossible) and both positions. */
  memoCost: Float64Array;
  memoAt: Int32Array;
  /** The same bytes as `memoAt` while the cost is not known: no place is cheaper than this. */
  memoFloor: Float32Array;
  /** Pairs of routes that have no tails to exchange, by their place in a small table. */
  crossed: Float64Array;
  table: Int32Array;
  strict: StrictBench;
  /** Handles of the empty route of each class. */
  empty: Int32Array;
};

const MEMO_BYTES = 96 << 20;

/** `routes` = how many routes are expected at most; a short question needs few. */
export function newSlab(problem: Problem, routes: number): Slab {
  const { n } = problem;
  const softRoutes = Math.min(routes, Math.max(1500, Math.min(60000, Math.floor(MEMO_BYTES / (12 * n + 400)))));
  const softArena = softRoutes * Math.min(2 * n + 2, 48);
  const capacity = softRoutes + Math.min(512, 64 + routes);
  const arena = softArena + Math.min(32768, 64 * (2 * n + 2));
  let buckets = 1;
  while (buckets < 3 * capacity) buckets *= 2;
  const memoAt = new Int32Array(capacity * n);
  return {
    softRoutes,
    softArena,
    used: 0,
    arenaUsed: 0,
    offset: new Int32Array(capacity),
    length: new Int32Array(capacity),
    cls: new Int32Array(capacity),
    hash: new Int32Array(capacity),
    cost: new Float64Array(capacity),
    feasible: new Uint8Array(capacity),
    seq: new Int32Array(arena),
    early: new Float64Array(arena),
    late: new Float64Array(arena),
    free: new Int32Array(arena),
    goNext: new Float64Array(arena),
    costNext: new Float64Array(arena),
    memoCost: new Float64Array(capacity * n),
    memoAt,
    memoFloor: new Float32Array(memoAt.buffer),
    crossed: new Float64Array(1 << 14).fill(-1),
    table: new Int32Array(buckets).fill(-1),
    strict: newStrictBench(problem),
    empty: new Int32Array(problem.classes.length),
  };
}

export const isFull = (slab: Slab): boolean => slab.used >= slab.softRoutes || slab.arenaUsed >= slab.softArena;

/** A single iteration may need more than the reserve (very many open trips): then, and only then, memory grows. */
function makeRoom(slab: Slab, n: number, positions: number): void {
  while (slab.arenaUsed + positions > slab.seq.length) {
    const size = 2 * slab.seq.length;
    slab.seq = widened(slab.seq, new Int32Array(size));
    slab.free = widened(slab.free, new Int32Array(size));
    slab.early = widened(slab.early, new Float64Array(size));
    slab.late = widened(slab.late, new Float64Array(size));
    slab.goNext = widened(slab.goNext, new Float64Array(size));
    slab.costNext = widened(slab.costNext, new Float64Array(size));
  }
  if (slab.used < slab.length.length) return;
  const size = 2 * slab.length.length;
  slab.offset = widened(slab.offset, new Int32Array(size));
  slab.length = widened(slab.length, new Int32Array(size));
  slab.cls = widened(slab.cls, new Int32Array(size));
  slab.hash = widened(slab.hash, new Int32Array(size));
  slab.cost = widened(slab.cost, new Float64Array(size));
  slab.feasible = widened(slab.feasible, new Uint8Array(size));
  slab.memoCost = widened(slab.memoCost, new Float64Array(size * n));
  slab.memoAt = widened(slab.memoAt, new Int32Array(size * n));
  slab.memoFloor = new Float32Array(slab.memoAt.buffer);
}

function widened<T extends { set(from: T): void }>(from: T, to: T): T {
  to.set(from);
  return to;
}

export function clearSlab(slab: Slab): void {
  slab.used = 0;
  slab.arenaUsed = 0;
  slab.table.fill(-1);
  slab.crossed.fill(-1);
}

/** The handle of the sequence that stands in `bench.seq[0…last]`. */
export function intern(problem: Problem, slab: Slab, bench: Bench, last: number, cls: number): number {
  const { seq } = bench;
  let hash = Math.imul(cls + 1, 0x9e3779b1);
  for (let k = 1; k < last; k++) hash = Math.imul(hash ^ seq[k]!, 0x01000193) ^ (hash >>> 15);
  const mask = slab.table.length - 1;
  let slot = Math.imul(hash, 0x85ebca6b) & mask;
  for (;;) {
    const found = slab.table[slot]!;
    if (found < 0) break;
    if (slab.hash[found] === hash && slab.cls[found] === cls && sameSequence(slab, found, seq, last)) return found;
    slot = (slot + 1) & mask;
  }
  const handle = store(problem, slab, bench, last, cls);
  slab.hash[handle] = hash;
  slab.table[slot] = handle;
  return handle;
}

function sameSequence(slab: Slab, handle: number, seq: Int32Array, last: number): boolean {
  if (slab.length[handle] !== last + 1) return false;
  const offset = slab.offset[handle]!;
  for (let k = 1; k < last; k++) if (slab.seq[offset + k] !== seq[k]) return false;
  return true;
}

function store(problem: Problem, slab: Slab, bench: Bench, last: number, cls: number): number {
  const { n } = problem;
  makeRoom(slab, n, last + 1);
  const handle = slab.used++;
  const offset = slab.arenaUsed;
  slab.arenaUsed += last + 1;
  slab.offset[handle] = offset;
  slab.length[handle] = last + 1;
  slab.cls[handle] = cls;
  slab.memoCost.fill(NaN, handle * n, handle * n + n);
  slab.memoFloor.fill(0, handle * n, handle * n + n);
  writeStops(problem, slab, bench, offset, last, cls);
  slab.cost[handle] = routeCost(problem, slab, handle);
  slab.feasible[handle] =
    measure(problem, slab, bench, handle) && keepsStrictRules(problem, slab, bench, handle) ? 1 : 0;
  return handle;
}

function writeStops(problem: Problem, slab: Slab, bench: Bench, offset: number, last: number, cls: number): void {
  const { nodes, go } = problem;
  const { cost } = problem.classes[cls]!;
  for (let k = 0; k <= last; k++) {
    const node = bench.seq[k]!;
    slab.seq[offset + k] = node;
    if (k === last) return;
    const edge = node * nodes + bench.seq[k + 1]!;
    slab.goNext[offset + k] = go[edge]!;
    slab.costNext[offset + k] = cost[edge]!;
  }
}

/** Cost of a route: ways, tour, and what it costs that this class carries its trips. */
function routeCost(problem: Problem, slab: Slab, handle: number): number {
  const cls = slab.cls[handle]!;
  const { fixedCost } = problem.classes[cls]!;
  const { n } = problem;
  const offset = slab.offset[handle]!;
  const last = slab.length[handle]! - 1;
  if (last === 1) return 0;
  let sum = fixedCost;
  for (let k = 0; k < last; k++) {
    const node = slab.seq[offset + k]!;
    sum += slab.costNext[offset + k]!;
    if (node < n) sum += problem.assignCost[cls * n + node]!;
  }
  return sum;
}

/** Fills earliest and latest times and free lanes; false when the sequence breaks a window, a ride or the shift. */
function measure(problem: Problem, slab: Slab, bench: Bench, handle: number): boolean {
  const { n, lanes } = problem;
  const { maxDuration, lanes: capacity, shiftFrom, shiftTo } = problem.classes[slab.cls[handle]!]!;
  const offset = slab.offset[handle]!;
  const last = slab.length[handle]! - 1;
  let free = capacity;
  let loadKept = true;
  for (let k = 0; k <= last; k++) {
    const node = bench.seq[k]!;
    bench.position[node] = k;
    const depot = k === 0 || k === last;
    bench.low[k] = depot ? shiftFrom : problem.earliest[node]!;
    bench.high[k] = depot ? shiftTo : problem.latest[node]!;
    if (node < n) {
      if ((((free | GUARD) - lanes[node]!) & GUARD) !== GUARD) loadKept = false;
      free -= lanes[node]!;
    } else if (node < 2 * n) free += lanes[node - n]!;
    slab.free[offset + k] = free;
  }
  if (!loadKept || !earliestTimes(problem, bench, last, maxDuration)) return false;
  for (let k = 0; k <= last; k++) slab.early[offset + k] = bench.begin[k]!;
  latestTimes(problem, bench, last, maxDuration);
  for (let k = 0; k <= last; k++) slab.late[offset + k] = bench.high[k]!;
  return true;
}

/** Taking a stop out can break the strict rules (a longer wait with persons on board): then the route is marked. */
const keepsStrictRules = (problem: Problem, slab: Slab, bench: Bench, handle: number): boolean =>
  !problem.classes[slab.cls[handle]!]!.strict ||
  strictlyFeasible(problem, slab.strict, bench.seq, slab.length[handle]! - 1, slab.cls[handle]!);
