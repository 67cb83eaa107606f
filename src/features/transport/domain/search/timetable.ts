/**
 * Times of one sequence under all difference constraints, also those that a later insertion could relieve: waiting with
 * persons on board and breaks. Least and greatest solution; exact, and slower than the fixpoint of the search.
 */
import type { Problem } from "./problem.ts";

export type Timetable = {
  seq: Int32Array;
  last: number;
  low: Float64Array;
  high: Float64Array;
  begin: Float64Array;
  /** Break taken after the position, before driving on. */
  pause: Float64Array;
  /** 1 when persons are on board on arrival at the position. */
  occupied: Uint8Array;
  position: Int32Array;
  /** Bounds put aside while others are tried. */
  floor: Float64Array;
  roof: Float64Array;
};

export function newTimetable(problem: Problem): Timetable {
  const size = 2 * problem.n + 4;
  return {
    seq: new Int32Array(size),
    last: 0,
    low: new Float64Array(size),
    high: new Float64Array(size),
    begin: new Float64Array(size),
    pause: new Float64Array(size),
    occupied: new Uint8Array(size),
    position: new Int32Array(problem.nodes),
    floor: new Float64Array(size),
    roof: new Float64Array(size),
  };
}

/** Takes over a sequence; bounds are the windows, no break is set. */
export function openTimetable(problem: Problem, table: Timetable, seq: ArrayLike<number>, last: number): void {
  let onBoard = 0;
  table.last = last;
  for (let k = 0; k <= last; k++) {
    const node = seq[k]!;
    table.seq[k] = node;
    table.pause[k] = 0;
    table.position[node] = k;
    table.occupied[k] = onBoard > 0 ? 1 : 0;
    if (k > 0 && k < last) onBoard += node < problem.n ? 1 : -1;
  }
}

export function resetBounds(problem: Problem, table: Timetable, cls: number): void {
  const { shiftFrom, shiftTo } = problem.classes[cls]!;
  const { seq, last, low, high } = table;
  for (let k = 0; k <= last; k++) {
    const depot = k === 0 || k === last;
    low[k] = depot ? shiftFrom : problem.earliest[seq[k]!]!;
    high[k] = depot ? shiftTo : problem.latest[seq[k]!]!;
  }
}

const way = (problem: Problem, table: Timetable, k: number): number =>
  problem.go[table.seq[k - 1]! * problem.nodes + table.seq[k]!]! + table.pause[k - 1]!;

/** Least solution into `begin`; false when there is none. Raises `low` on the way. */
export function leastTimes(problem: Problem, table: Timetable, maxDuration: number): boolean {
  const { n, ride, maxWait } = problem;
  const { seq, last, low, high, begin, occupied, position } = table;
  let raises = 20 * last + 100;
  const raise = (k: number, to: number): number => {
    low[k] = to;
    return --raises < 0 ? -1 : k;
  };
  let k = 0;
  while (k >= 0 && k <= last) {
    const node = seq[k]!;
    const arrival = k === 0 ? -Infinity : begin[k - 1]! + way(problem, table, k);
    const x = Math.max(low[k]!, arrival);
    if (x > high[k]!) return false;
    begin[k] = x;
    if (occupied[k] && x - arrival > maxWait[node]!) {
      k = raise(k - 1, begin[k - 1]! + x - arrival - maxWait[node]!);
      continue;
    }
    const back = k === last ? 0 : node >= n ? position[node - n]! : k;
    const limit = k === last ? maxDuration : node >= n ? ride[node - n]! : 0;
    if (back < k && x - begin[back]! > limit) k = raise(back, x - limit);
    else k++;
  }
  return k > last;
}

/** Greatest solution below `high` for a feasible timetable; the result stands in `high`. */
export function greatestTimes(problem: Problem, table: Timetable, maxDuration: number): void {
  const { n, ride, maxWait } = problem;
  const { seq, last, high, occupied, position } = table;
  let k = last;
  while (k >= 0) {
    const node = seq[k]!;
    if (k < last) high[k] = Math.min(high[k]!, high[k + 1]! - way(problem, table, k + 1));
    if (k < last && occupied[k + 1]) {
      const bound = high[k]! + way(problem, table, k + 1) + maxWait[seq[k + 1]!]!;
      if (high[k + 1]! > bound) {
        high[k + 1] = bound;
        k++;
        continue;
      }
    }
    const ahead = k === 0 ? last : node < n ? position[node + n]! : -1;
    const limit = k === 0 ? maxDuration : node < n ? ride[node]! : 0;
    if (ahead > k && high[ahead]! > high[k]! + limit) {
      high[ahead] = high[k]! + limit;
      k = ahead;
    } else k--;
  }
}

/**
 * The times to publish: earliest end, then latest start (shortest duration), then the latest pick-ups that delay nobody
 * (shortest rides). False when the sequence is infeasible; the bounds must be set before.
 */
export function compactTimes(problem: Problem, table: Timetable, maxDuration: number): boolean {
  const { seq, last, low, high, begin } = table;
  const { floor, roof } = table;
  for (let k = 0; k <= last; k++) [floor[k], roof[k]] = [low[k]!, high[k]!];
  if (!leastTimes(problem, table, maxDuration)) return false;
  const end = begin[last]!;
  high.set(roof);
  high[last] = end;
  greatestTimes(problem, table, maxDuration);
  low.set(floor);
  low[0] = high[0]!;
  high.set(roof);
  high[last] = end;
  leastTimes(problem, table, maxDuration);
  for (let k = 0; k <= last; k++) if (k === 0 || k === last || seq[k]! >= problem.n) high[k] = begin[k]!;
  greatestTimes(problem, table, maxDuration);
  for (let k = 0; k <= last; k++) begin[k] = high[k]!;
  low.set(floor);
  high.set(roof);
  return true;
}
