/**
 * Everything one search run works on, allocated once. One run is one thread with one seed; nothing here is shared.
 */
import { randomFrom, type Random } from "../deterministic-math.ts";
import { newBench } from "./fixpoint.ts";
import { LONGEST, type Inserter } from "./insertion.ts";
import { neighboursOf } from "./neighbours.ts";
import type { Problem } from "./problem.ts";
import { newSlab } from "./slab.ts";
import { newSolution, seedSlab, type Solution } from "./solution.ts";

export type Search = {
  problem: Problem;
  inserter: Inserter;
  random: Random;
  current: Solution;
  work: Solution;
  best: Solution;
  /** Trips taken out in this iteration, and the flag a trip. */
  removed: Int32Array;
  removedCount: number;
  gone: Uint8Array;
  /** Other trips from near to far, row by row. */
  neighbours: Int32Array;
  neighbourCount: number;
  /** Bank and cost table of the insertion step. */
  bank: Int32Array;
  table: Float64Array;
  slots: number;
  /** Mean way cost: the unit of the noise. */
  meanCost: number;
  longestCost: number;
  scratch: Float64Array;
  order: Int32Array;
};

export function newSearch(problem: Problem, seed: number, routes = Infinity): Search {
  const { n } = problem;
  const slab = newSlab(problem, routes);
  const bench = newBench(problem);
  const places = Math.min((2 * n + 4) ** 2, LONGEST * LONGEST) / 2;
  const inserter: Inserter = {
    problem,
    slab,
    bench,
    delta: new Float64Array(places),
    at: new Int32Array(places),
  };
  seedSlab(problem, slab, bench);
  const units = problem.classes.reduce((sum, c) => sum + c.units.length, 0);
  const slots = units + 1 + problem.classes.length;
  const { neighbours, neighbourCount, meanCost, longestCost } = neighboursOf(problem);
  return {
    problem,
    inserter,
    random: randomFrom(seed),
    current: newSolution(problem),
    work: newSolution(problem),
    best: newSolution(problem),
    removed: new Int32Array(n),
    removedCount: 0,
    gone: new Uint8Array(n),
    neighbours,
    neighbourCount,
    bank: new Int32Array(n),
    table: new Float64Array(n * slots),
    slots,
    meanCost,
    longestCost,
    scratch: new Float64Array(Math.max(n, slots)),
    order: new Int32Array(n),
  };
}
