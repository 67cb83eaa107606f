/**
 * Feasible times of a sequence as the least (or greatest) solution of difference constraints: windows, ways, time on
 * board, shift length. Exact: a sequence is feasible for these rules if and only if the solution exists.
 */
import type { Problem } from "./problem.ts";

/** One candidate sequence under examination; reused for every check so that nothing is allocated in the search. */
export type Bench = {
  seq: Int32Array;
  /** Lower and upper bounds a position, and the solution. */
  low: Float64Array;
  high: Float64Array;
  begin: Float64Array;
  /** Waiting summed up to the position: what a later start of an earlier stop can consume. */
  waited: Float64Array;
  position: Int32Array;
};

export function newBench(problem: Problem): Bench {
  const size = 2 * problem.n + 4;
  const floats = (): Float64Array => new Float64Array(size);
  return {
    seq: new Int32Array(size),
    low: floats(),
    high: floats(),
    begin: floats(),
    waited: floats(),
    position: new Int32Array(problem.nodes),
  };
}

/**
 * Least solution for positions `from`…`last`, those before must already stand in `begin`. `known` are the times of the
 * unchanged rest: once a position beyond `changed` begins as it did before, everything after it stays as it was.
 */
export function earliestTimes(
  problem: Problem,
  bench: Bench,
  last: number,
  maxDuration: number,
  from = 0,
  changed = last,
): boolean {
  const { n, nodes, go, ride } = problem;
  const { seq, low, high, begin, waited, position } = bench;
  let k = from;
  while (k <= last) {
    const node = seq[k]!;
    let x = low[k]!;
    const known = x;
    if (k > 0) {
      const arrival = begin[k - 1]! + go[seq[k - 1]! * nodes + node]!;
      if (arrival >= x) {
        x = arrival;
        waited[k] = waited[k - 1]!;
      } else waited[k] = waited[k - 1]! + x - arrival;
    } else waited[0] = 0;
    if (x > high[k]!) return false;
    begin[k] = x;
    let back: number;
    let limit: number;
    if (k === last) {
      back = 0;
      limit = maxDuration;
    } else if (node >= n) {
      back = position[node - n]!;
      limit = ride[node - n]!;
    } else {
      k++;
      continue;
    }
    const excess = x - begin[back]! - limit;
    if (excess > 0) {
      // Only waiting in between can shorten the ride; without enough of it no later pick-up helps.
      if (excess > waited[k]! - waited[back]!) return false;
      low[back] = begin[back]! + excess;
      k = back;
      continue;
    }
    if (k > changed && x === known) return true;
    k++;
  }
  return true;
}

/** Greatest solution below `high` for a feasible sequence; the result stands in `high`. */
export function latestTimes(problem: Problem, bench: Bench, last: number, maxDuration: number): void {
  const { n, nodes, go, ride } = problem;
  const { seq, high, position } = bench;
  let k = last;
  while (k >= 0) {
    const node = seq[k]!;
    if (k < last) {
      const bound = high[k + 1]! - go[node * nodes + seq[k + 1]!]!;
      if (bound < high[k]!) high[k] = bound;
    }
    let ahead = -1;
    let limit = 0;
    if (k === 0) {
      ahead = last;
      limit = maxDuration;
    } else if (node < n) {
      ahead = position[node + n]!;
      limit = ride[node]!;
    }
    if (ahead > k && high[ahead]! > high[k]! + limit) {
      high[ahead] = high[k]! + limit;
      k = ahead;
      continue;
    }
    k--;
  }
}
