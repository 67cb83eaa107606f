/**
 * Removal operators: each marks trips to take out of the current tours, `detach` takes them out. A trip of a frozen
 * beginning is never touched.
 */
import type { Problem } from "./problem.ts";
import type { Search } from "./state.ts";
import { intern } from "./slab.ts";
import { replaceRoute } from "./solution.ts";

export type Removal = (search: Search, target: number) => void;

function mark(search: Search, r: number): void {
  if (search.gone[r] || search.problem.pinned[r] || search.work.routeOf[r]! < 0) return;
  search.gone[r] = 1;
  search.removed[search.removedCount++] = r;
}

/** Any served trip, by lot; -1 when none is found soon. */
function anyServed(search: Search): number {
  for (let tries = 0; tries < 20; tries++) {
    const r = search.random.below(search.problem.n);
    if (search.work.routeOf[r]! >= 0 && !search.gone[r]) return r;
  }
  return -1;
}

const random: Removal = (search, target) => {
  for (let tries = 0; tries < 2 * target && search.removedCount < target; tries++) {
    const r = anyServed(search);
    if (r < 0) return;
    mark(search, r);
  }
};

/** Near trips of trips already taken out, with a preference for the nearest. */
const related: Removal = (search, target) => {
  const { random, neighbours, neighbourCount } = search;
  const first = anyServed(search);
  if (first < 0) return;
  mark(search, first);
  for (let tries = 0; tries < 4 * target && search.removedCount < target && search.removedCount > 0; tries++) {
    const from = search.removed[random.below(search.removedCount)]!;
    const u = random.next();
    const rank = Math.floor(u * u * u * u * neighbourCount);
    if (rank < neighbourCount) mark(search, neighbours[from * neighbourCount + rank]!);
  }
};

/** Trips whose own detour is dear, by lot among the dearest. */
const worst: Removal = (search, target) => {
  const { problem, random, scratch, order } = search;
  const { n } = problem;
  let m = 0;
  for (let r = 0; r < n; r++)
    if (search.work.routeOf[r]! >= 0 && !problem.pinned[r]) {
      order[m++] = r;
      scratch[r] = 0;
    }
  if (m === 0) return;
  savings(search);
  const sorted = order.subarray(0, m).sort((a, b) => scratch[b]! - scratch[a]! || a - b);
  for (let tries = 0; tries < 4 * target && search.removedCount < Math.min(target, m); tries++) {
    const u = random.next();
    mark(search, sorted[Math.floor(u * u * u * m)]!);
  }
};

function savings(search: Search): void {
  const { problem, work, scratch } = search;
  const { slab } = search.inserter;
  const { n, nodes } = problem;
  for (let t = 0; t < work.count; t++) {
    const handle = work.routes[t]!;
    const { cost } = problem.classes[slab.cls[handle]!]!;
    const offset = slab.offset[handle]!;
    const last = slab.length[handle]! - 1;
    for (let k = 1; k < last; k++) {
      const [a, b, c] = [slab.seq[offset + k - 1]!, slab.seq[offset + k]!, slab.seq[offset + k + 1]!];
      scratch[b < n ? b : b - n]! += cost[a * nodes + b]! + cost[b * nodes + c]! - cost[a * nodes + c]!;
    }
  }
}

/** Whole tours, the next one near the last. */
const tours: Removal = (search, target) => {
  const { neighbours, neighbourCount, random } = search;
  let seed = anyServed(search);
  if (seed >= 0 && neighbourCount === 0) mark(search, seed);
  if (neighbourCount === 0) return;
  while (seed >= 0 && search.removedCount < target) {
    markString(search, seed, Infinity);
    const around = seed;
    seed = -1;
    for (let tries = 0; tries < 10; tries++) {
      const o = neighbours[around * neighbourCount + random.below(Math.min(30, neighbourCount))]!;
      if (search.work.routeOf[o]! >= 0 && !search.gone[o]) {
        seed = o;
        break;
      }
    }
  }
};

/** Takes out the trips of up to `size` consecutive stops around the trip's pick-up. */
function markString(search: Search, r: number, size: number): void {
  const { slab } = search.inserter;
  const { n } = search.problem;
  const handle = search.work.routes[search.work.routeOf[r]!]!;
  const offset = slab.offset[handle]!;
  const stops = slab.length[handle]! - 2;
  let at = 1;
  const node = search.random.below(2) === 0 ? r : r + n;
  while (slab.seq[offset + at] !== node) at++;
  const length = Math.min(size, stops);
  const lowest = Math.max(1, at - length + 1);
  const highest = Math.min(at, stops - length + 1);
  const start = lowest + search.random.below(highest - lowest + 1);
  for (let k = start; k < start + length; k++) {
    const x = slab.seq[offset + k]!;
    mark(search, x < n ? x : x - n);
  }
}

/** Strings from neighbouring tours (after SISR, Christiaens and Vanden Berghe). */
const strings =
  (longest: number): Removal =>
  (search, target) => {
    const { neighbours, neighbourCount, random } = search;
    const seed = anyServed(search);
    if (seed < 0) return;
    const hit: number[] = [];
    const take = (r: number): void => {
      const tour = search.work.routeOf[r]!;
      if (tour < 0 || search.gone[r] || hit.includes(tour)) return;
      hit.push(tour);
      markString(search, r, 1 + random.below(longest));
    };
    take(seed);
    for (let k = 0; k < neighbourCount && search.removedCount < target; k++)
      take(neighbours[seed * neighbourCount + k]!);
  };

/** Trips to one destination about the same hour: pooling to one flight. */
const destination: Removal = (search, target) => {
  const { problem, neighbours, neighbourCount } = search;
  const seed = anyServed(search);
  if (seed < 0) return;
  mark(search, seed);
  for (let k = 0; k < neighbourCount && search.removedCount < target; k++) {
    const o = neighbours[seed * neighbourCount + k]!;
    if (problem.destination[o] === problem.destination[seed] && search.random.below(10) < 9) mark(search, o);
  }
};

/** Trips of one authority. */
const authority: Removal = (search, target) => {
  const { problem } = search;
  const seed = anyServed(search);
  if (seed < 0) return;
  mark(search, seed);
  const shift = search.random.below(problem.n);
  for (let k = 0; k < problem.n && search.removedCount < target; k++) {
    const o = (k + shift) % problem.n;
    if (problem.authority[o] === problem.authority[seed]) mark(search, o);
  }
};

export const removals: readonly { name: string; run: Removal }[] = [
  { name: "random", run: random },
  { name: "related", run: related },
  { name: "worst", run: worst },
  { name: "tours", run: tours },
  { name: "shortStrings", run: strings(6) },
  { name: "longStrings", run: strings(16) },
  { name: "sameDestination", run: destination },
  { name: "sameAuthority", run: authority },
];

/** Operators that say nothing on this day: destinations that nobody shares, one authority for all or one each. */
export function idleRemovals(problem: Problem): string[] {
  const destinations = new Set(problem.destination).size;
  const authorities = new Set(problem.authority).size;
  return [
    ...(destinations > 0.9 * problem.n ? ["sameDestination"] : []),
    ...(authorities === 1 || authorities > 0.9 * problem.n ? ["sameAuthority"] : []),
  ];
}

/** Takes all marked trips out of the tours of `work`. A tour that cannot stand without them is emptied. */
export function detach(search: Search): void {
  const { problem, work, gone } = search;
  const { slab } = search.inserter;
  for (let k = 0; k < search.removedCount; k++) work.unservedWeight += problem.weight[search.removed[k]!]!;
  for (let t = work.count - 1; t >= 0; t--) {
    const old = work.routes[t]!;
    let handle = without(search, old);
    if (handle === old) continue;
    if (!slab.feasible[handle]) {
      const offset = slab.offset[old]!;
      for (let k = 1; k < slab.length[old]! - 1; k++) {
        const r = slab.seq[offset + k]!;
        if (r >= problem.n || gone[r] || problem.pinned[r]) continue;
        gone[r] = 1;
        search.removed[search.removedCount++] = r;
        work.unservedWeight += problem.weight[r]!;
      }
      handle = without(search, old);
    }
    replaceRoute(problem, slab, work, t, handle);
  }
  for (let k = 0; k < search.removedCount; k++) work.routeOf[search.removed[k]!] = -1;
}

export function without(search: Search, handle: number): number {
  const { problem, gone, inserter } = search;
  const { slab, bench } = inserter;
  const { n } = problem;
  const offset = slab.offset[handle]!;
  const last = slab.length[handle]! - 1;
  let m = 0;
  for (let k = 0; k <= last; k++) {
    const x = slab.seq[offset + k]!;
    if (x >= 2 * n || !gone[x < n ? x : x - n]) bench.seq[m++] = x;
  }
  return m === last + 1 ? handle : intern(problem, slab, bench, m - 1, slab.cls[handle]!);
}
