/**
 * The cheapest feasible place of a trip in a route, exact and remembered. Quick necessary tests first, then the exact
 * check in the order of cost; it never changes a route.
 */
import { earliestTimes, type Bench } from "./fixpoint.ts";
import { GUARD, type Problem } from "./problem.ts";
import type { Slab } from "./slab.ts";
import { strictlyFeasible } from "./strict.ts";

export type Inserter = {
  problem: Problem;
  slab: Slab;
  bench: Bench;
  delta: Float64Array;
  at: Int32Array;
};

export const LONGEST = 1000;

/** Cost of the best insertion of trip r into the route, Infinity when there is none. Positions stand in `slab.memoAt`. */
export function insertionCost(inserter: Inserter, handle: number, r: number): number {
  const { slab, problem } = inserter;
  const cell = handle * problem.n + r;
  const known = slab.memoCost[cell]!;
  // NaN is the only value that differs from itself: not asked before.
  if (known === known) return known;
  const cost = search(inserter, handle, r, cell);
  slab.memoCost[cell] = cost;
  return cost;
}

/** A place found while now and then one was overlooked; not remembered. */
export const blinkedPlace = { at: 0 };

/** Like `insertionCost`, but each place is overlooked with the given chance, so that other sequences than the greedy ones arise. */
export function blinkingInsertionCost(
  inserter: Inserter,
  handle: number,
  r: number,
  blink: (n: number) => boolean,
): number {
  if (insertionCost(inserter, handle, r) === Infinity) return Infinity;
  const { delta, at } = inserter;
  let found = collect(inserter, handle, r);
  for (let k = found - 1; k >= 0; k--)
    if (blink(k)) {
      found--;
      delta[k] = delta[found]!;
      at[k] = at[found]!;
    }
  return cheapestPlace(inserter, handle, r, found);
}

/**
 * Cost of a place cheaper than `limit`, or Infinity; the place stands in `blinkedPlace`. Remembers
 * only when there is none, so it may leave out all that cannot be cheap enough.
 */
export function cheaperInsertion(inserter: Inserter, handle: number, r: number, limit: number): number {
  const { slab, problem } = inserter;
  const cell = handle * problem.n + r;
  const known = slab.memoCost[cell]!;
  if (known === known) {
    blinkedPlace.at = slab.memoAt[cell]!;
    return known < limit ? known : Infinity;
  }
  if (limit <= slab.memoFloor[cell]! || !mayHold(inserter, handle, r)) return Infinity;
  const extra = problem.assignCost[slab.cls[handle]! * problem.n + r]!;
  const cost = cheapestPlace(inserter, handle, r, collect(inserter, handle, r, limit - extra));
  if (cost === Infinity) slab.memoFloor[cell] = limit;
  return cost;
}

function search(inserter: Inserter, handle: number, r: number, cell: number): number {
  if (!mayHold(inserter, handle, r)) return Infinity;
  const cost = cheapestPlace(inserter, handle, r, collect(inserter, handle, r));
  inserter.slab.memoAt[cell] = blinkedPlace.at;
  return cost;
}

/** What no place in the route can change. Longer tours do not exist: the place numbers have room for no more. */
function mayHold({ problem, slab }: Inserter, handle: number, r: number): boolean {
  if (problem.allowed[slab.cls[handle]! * problem.n + r] === 0 || !slab.feasible[handle]) return false;
  if (problem.conflicts && !problem.conflicts.onBoardOnly && meetsConflict(problem, slab, handle, r)) return false;
  return slab.length[handle]! <= LONGEST;
}

/** Tries the collected places from cheap to dear by the exact check; the place stands in `blinkedPlace`. */
function cheapestPlace(inserter: Inserter, handle: number, r: number, found: number): number {
  const { problem, slab, delta, at } = inserter;
  const cls = slab.cls[handle]!;
  for (let left = found; left > 0; left--) {
    let best = 0;
    for (let k = 1; k < left; k++) if (delta[k]! < delta[best]!) best = k;
    const place = at[best]!;
    if (tryPlace(inserter, handle, r, place >>> 16, place & 0xffff)) {
      blinkedPlace.at = place;
      return delta[best]! + problem.assignCost[cls * problem.n + r]!;
    }
    delta[best] = delta[left - 1]!;
    at[best] = at[left - 1]!;
  }
  return Infinity;
}

function meetsConflict(problem: Problem, slab: Slab, handle: number, r: number): boolean {
  const { words, bits } = problem.conflicts!;
  const offset = slab.offset[handle]!;
  const last = slab.length[handle]! - 1;
  for (let k = 1; k < last; k++) {
    const node = slab.seq[offset + k]!;
    if (node < problem.n && (bits[r * words + (node >>> 5)]! >>> (node & 31)) & 1) return true;
  }
  return false;
}

/**
 * All places cheaper than `dearest` that pass the quick tests; each test is necessary when the triangle inequality holds. A
 * stop that must have begun before the pick-up may begin cannot follow it, and a delivery can only add to the cost.
 */
function collect(inserter: Inserter, handle: number, r: number, dearest = Infinity): number {
  const { problem, slab, delta, at } = inserter;
  const { n, nodes, go, goFrom, earliest, latest, ride } = problem;
  const { seq, early, late, free, goNext, costNext } = slab;
  const cls = problem.classes[slab.cls[handle]!]!;
  const { cost, costFrom, fixedCost } = cls;
  const offset = slab.offset[handle]!;
  const end = offset + slab.length[handle]! - 1;
  const d = r + n;
  const [rowR, rowD] = [r * nodes, d * nodes];
  const q = problem.lanes[r]!;
  const [eP, lP, eD, lD] = [earliest[r]!, latest[r]!, earliest[d]!, latest[d]!];
  const [direct, directCost, limit] = [go[rowR + d]!, cost[rowR + d]!, ride[r]!];
  const empty = end === offset + 1;
  let found = 0;
  for (let i = offset + cls.frozen; i < end; i++) {
    const lateB = late[i + 1]!;
    if (lateB < eP) continue;
    const a = seq[i]!;
    const arrival = early[i]! + goFrom[rowR + a]!;
    if (arrival > lP) break;
    if ((((free[i]! | GUARD) - q) & GUARD) !== GUARD) continue;
    const b = seq[i + 1]!;
    const begin = arrival > eP ? arrival : eP;
    const toPickup = costFrom[rowR + a]! - (empty ? -fixedCost : costNext[i]!);
    const y = Math.max(begin + direct, eD);
    const together = toPickup + directCost + cost[rowD + b]!;
    if (together < dearest && y <= lD && y + go[rowD + b]! <= lateB) {
      delta[found] = together;
      at[found++] = ((i - offset) << 16) | (i - offset);
    }
    if (empty) break;
    const toB = go[rowR + b]!;
    let x = begin + toB;
    const afterPickup = toPickup + cost[rowR + b]!;
    if (x > lateB || afterPickup >= dearest) continue;
    if (x < early[i + 1]!) x = early[i + 1]!;
    const latestPickup = Math.min(lateB - toB, lP);
    let previous = b;
    for (let j = i + 1; j < end; j++) {
      if ((((free[j]! | GUARD) - q) & GUARD) !== GUARD) break;
      let reach = x + goFrom[rowD + previous]!;
      if (reach > lD) break;
      if (reach < eD) reach = eD;
      if (reach - latestPickup > limit) break;
      const next = seq[j + 1]!;
      const lateNext = late[j + 1]!;
      if (reach + go[rowD + next]! <= lateNext) {
        delta[found] = afterPickup + costFrom[rowD + previous]! + cost[rowD + next]! - costNext[j]!;
        at[found] = ((i - offset) << 16) | (j - offset);
        if (delta[found]! < dearest) found++;
      }
      x += goNext[j]!;
      if (x > lateNext) break;
      if (x < early[j + 1]!) x = early[j + 1]!;
      previous = next;
    }
  }
  return found;
}

/** Writes the route with trip r after positions i and j (i ≤ j) into the bench; returns the last position. */
export function writeInserted(inserter: Inserter, handle: number, r: number, i: number, j: number): number {
  const { slab, bench, problem } = inserter;
  const offset = slab.offset[handle]!;
  const last = slab.length[handle]! + 1;
  const { seq } = bench;
  for (let k = 0; k <= i; k++) seq[k] = slab.seq[offset + k]!;
  seq[i + 1] = r;
  for (let k = i + 1; k <= j; k++) seq[k + 1] = slab.seq[offset + k]!;
  seq[j + 2] = r + problem.n;
  for (let k = j + 1; k < last - 1; k++) seq[k + 2] = slab.seq[offset + k]!;
  return last;
}

/** The exact check, started from the known times of the unchanged route. */
function tryPlace(inserter: Inserter, handle: number, r: number, i: number, j: number): boolean {
  const { slab, bench, problem } = inserter;
  const { seq, low, high, begin, waited, position } = bench;
  const offset = slab.offset[handle]!;
  const last = writeInserted(inserter, handle, r, i, j);
  for (let k = 0; k <= last; k++) {
    const node = seq[k]!;
    position[node] = k;
    const old = k <= i ? k : k === i + 1 || k === j + 2 ? -1 : k <= j + 1 ? k - 1 : k - 2;
    low[k] = old < 0 ? problem.earliest[node]! : slab.early[offset + old]!;
    high[k] = old < 0 ? problem.latest[node]! : slab.late[offset + old]!;
  }
  begin[0] = low[0]!;
  waited[0] = 0;
  for (let k = 1; k <= i; k++) {
    begin[k] = low[k]!;
    waited[k] = waited[k - 1]! + low[k]! - begin[k - 1]! - problem.go[seq[k - 1]! * problem.nodes + seq[k]!]!;
  }
  const cls = slab.cls[handle]!;
  const { maxDuration, strict } = problem.classes[cls]!;
  if (!earliestTimes(problem, bench, last, maxDuration, i + 1, j + 2)) return false;
  return !strict || strictlyFeasible(problem, slab.strict, seq, last, cls);
}
