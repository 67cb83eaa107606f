/**
 * A complete state of the search: one route handle a tour, the class of each tour, and the trips that ride nowhere.
 * It only names routes of the slab; copying it is cheap.
 */
import type { Bench } from "./fixpoint.ts";
import type { Problem } from "./problem.ts";
import { clearSlab, intern, type Slab } from "./slab.ts";

export type Solution = {
  count: number;
  routes: Int32Array;
  /** Index into `routes`, -1 = unserved. */
  routeOf: Int32Array;
  /** Tours in use a class. */
  used: Int32Array;
  cost: number;
  unservedWeight: number;
};

export function newSolution(problem: Problem): Solution {
  const units = problem.classes.reduce((sum, c) => sum + c.units.length, 0);
  return {
    count: 0,
    routes: new Int32Array(units + 1),
    routeOf: new Int32Array(problem.n).fill(-1),
    used: new Int32Array(problem.classes.length),
    cost: 0,
    unservedWeight: problem.weight.reduce((sum, w) => sum + w, 0),
  };
}

export function copySolution(to: Solution, from: Solution): void {
  to.count = from.count;
  to.routes.set(from.routes);
  to.routeOf.set(from.routeOf);
  to.used.set(from.used);
  to.cost = from.cost;
  to.unservedWeight = from.unservedWeight;
}

/** Lexicographic: serve first, then cost. Inside the search only the acceptance uses a weighted sum. */
export const isBetter = (a: Solution, b: Solution): boolean =>
  a.unservedWeight < b.unservedWeight || (a.unservedWeight === b.unservedWeight && a.cost < b.cost);

/** Sequences without depots, to carry a solution across an emptied slab or to another thread. */
export const sequencesOf = (slab: Slab, solution: Solution): { cls: number; nodes: number[] }[] =>
  Array.from(solution.routes.subarray(0, solution.count), (handle) => {
    const offset = slab.offset[handle]!;
    return {
      cls: slab.cls[handle]!,
      nodes: Array.from(slab.seq.subarray(offset + 1, offset + slab.length[handle]! - 1)),
    };
  });

/** Puts a sequence into the bench between the depots of its class. */
export function writeSequence(problem: Problem, bench: Bench, cls: number, nodes: ArrayLike<number>): number {
  const unit = problem.classes[cls]!;
  bench.seq[0] = unit.start;
  for (let k = 0; k < nodes.length; k++) bench.seq[k + 1] = nodes[k]!;
  bench.seq[nodes.length + 1] = unit.end;
  return nodes.length + 1;
}

/** Interns the empty (or frozen) route of each class into a fresh slab. */
export function seedSlab(problem: Problem, slab: Slab, bench: Bench): void {
  clearSlab(slab);
  problem.classes.forEach((unit, cls) => {
    slab.empty[cls] = intern(problem, slab, bench, writeSequence(problem, bench, cls, unit.base), cls);
  });
}

/** Rebuilds a solution from sequences. */
export function loadSequences(
  problem: Problem,
  slab: Slab,
  bench: Bench,
  solution: Solution,
  tours: readonly { cls: number; nodes: ArrayLike<number> }[],
): void {
  solution.count = 0;
  solution.routeOf.fill(-1);
  solution.used.fill(0);
  solution.cost = 0;
  solution.unservedWeight = problem.weight.reduce((sum, w) => sum + w, 0);
  for (const { cls, nodes } of tours)
    openRoute(problem, slab, solution, intern(problem, slab, bench, writeSequence(problem, bench, cls, nodes), cls));
}

/** Adds a tour with the trips of the route. */
export function openRoute(problem: Problem, slab: Slab, solution: Solution, handle: number): void {
  const index = solution.count++;
  solution.routes[index] = handle;
  solution.used[slab.cls[handle]!]!++;
  solution.cost += slab.cost[handle]!;
  const offset = slab.offset[handle]!;
  const last = slab.length[handle]! - 1;
  for (let k = 1; k < last; k++) {
    const node = slab.seq[offset + k]!;
    if (node < problem.n) {
      solution.routeOf[node] = index;
      solution.unservedWeight -= problem.weight[node]!;
    }
  }
}

/** Exchanges the route of a tour for another; an empty one closes the tour. Trips keep their membership as the caller set it. */
export function replaceRoute(problem: Problem, slab: Slab, solution: Solution, index: number, handle: number): void {
  const old = solution.routes[index]!;
  solution.cost += slab.cost[handle]! - slab.cost[old]!;
  solution.routes[index] = handle;
  const cls = slab.cls[handle]!;
  if (handle !== slab.empty[cls] || problem.classes[cls]!.base.length > 0) return;
  solution.used[cls]!--;
  solution.count--;
  const moved = solution.routes[solution.count]!;
  solution.routes[index] = moved;
  if (index === solution.count) return;
  const offset = slab.offset[moved]!;
  const last = slab.length[moved]! - 1;
  for (let k = 1; k < last; k++) {
    const node = slab.seq[offset + k]!;
    if (node < problem.n) solution.routeOf[node] = index;
  }
}
