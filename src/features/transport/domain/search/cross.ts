/**
 * Exchange of tails: two tours of one class are cut where nobody is on board and go on with each other's rest. Destroy and
 * repair rarely finds this, because half of two tours would have to be taken out and rebuilt.
 */
import type { Problem } from "./problem.ts";
import { intern } from "./slab.ts";
import { replaceRoute } from "./solution.ts";
import type { Search } from "./state.ts";

/** True when a pair of tours of `work` got cheaper; the caller asks again until none does. */
export function crossTails(search: Search): boolean {
  const { work, inserter } = search;
  const { slab } = inserter;
  let found = false;
  for (let s = 0; s < work.count; s++)
    for (let t = s + 1; t < work.count; t++)
      while (slab.cls[work.routes[s]!] === slab.cls[work.routes[t]!] && crossPair(search, s, t)) {
        found = true;
        if (t >= work.count) break;
      }
  return found;
}

function crossPair(search: Search, s: number, t: number): boolean {
  const { problem, work, inserter } = search;
  const { slab } = inserter;
  const [a, b] = [work.routes[s]!, work.routes[t]!];
  const cls = problem.classes[slab.cls[a]!]!;
  if (cls.base.length > 0 || !slab.feasible[a] || !slab.feasible[b]) return false;
  const pair = a < b ? a * 0x1000000 + b : b * 0x1000000 + a;
  const spot = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x9e3779b1)) >>> 18;
  if (slab.crossed[spot] === pair) return false;
  const { nodes, go } = problem;
  const { seq, early, late, free, costNext } = slab;
  const { cost, lanes, fixedCost } = cls;
  const fromA = slab.offset[a]!;
  const fromB = slab.offset[b]!;
  const endA = fromA + slab.length[a]! - 1;
  const endB = fromB + slab.length[b]! - 1;
  let best = -1e-9 * (slab.cost[a]! + slab.cost[b]!);
  let cutA = -1;
  let cutB = -1;
  for (let i = fromA; i < endA; i++) {
    if (free[i] !== lanes) continue;
    const u = seq[i]!;
    const v = seq[i + 1]!;
    for (let j = fromB; j < endB; j++) {
      if (free[j] !== lanes) continue;
      const x = seq[j]!;
      const y = seq[j + 1]!;
      let delta = cost[u * nodes + y]! + cost[x * nodes + v]! - costNext[i]! - costNext[j]!;
      // A tour that becomes empty costs nothing at all.
      if (i === fromA && j === endB - 1) delta -= fixedCost + cost[u * nodes + y]!;
      if (j === fromB && i === endA - 1) delta -= fixedCost + cost[x * nodes + v]!;
      if (delta >= best) continue;
      if (early[i]! + go[u * nodes + y]! > late[j + 1]! || early[j]! + go[x * nodes + v]! > late[i + 1]!) continue;
      best = delta;
      cutA = i;
      cutB = j;
    }
  }
  if (cutA >= 0 && exchange(search, s, t, cutA, cutB)) return true;
  slab.crossed[spot] = pair;
  return false;
}

function exchange(search: Search, s: number, t: number, cutA: number, cutB: number): boolean {
  const { problem, work, inserter } = search;
  const { slab, bench } = inserter;
  const [a, b] = [work.routes[s]!, work.routes[t]!];
  const cls = slab.cls[a]!;
  const join = (head: number, cut: number, tail: number, after: number): number => {
    let m = 0;
    for (let k = slab.offset[head]!; k <= cut; k++) bench.seq[m++] = slab.seq[k]!;
    for (let k = after + 1; k < slab.offset[tail]! + slab.length[tail]!; k++) bench.seq[m++] = slab.seq[k]!;
    return intern(problem, slab, bench, m - 1, cls);
  };
  const first = join(a, cutA, b, cutB);
  const second = join(b, cutB, a, cutA);
  if (!slab.feasible[first] || !slab.feasible[second]) return false;
  if (slab.cost[first]! + slab.cost[second]! >= slab.cost[a]! + slab.cost[b]!) return false;
  if (holdsConflict(problem, search, first) || holdsConflict(problem, search, second)) return false;
  setMembers(search, first, s);
  setMembers(search, second, t);
  // The later one first: closing a tour moves the last one into its place.
  replaceRoute(problem, slab, work, t, second);
  replaceRoute(problem, slab, work, s, first);
  return true;
}

function setMembers(search: Search, handle: number, tour: number): void {
  const { slab } = search.inserter;
  const offset = slab.offset[handle]!;
  for (let k = offset + 1; k < offset + slab.length[handle]! - 1; k++) {
    const node = slab.seq[k]!;
    if (node < search.problem.n) search.work.routeOf[node] = tour;
  }
}

function holdsConflict({ n, conflicts }: Problem, search: Search, handle: number): boolean {
  if (!conflicts || conflicts.onBoardOnly) return false;
  const { slab } = search.inserter;
  const offset = slab.offset[handle]!;
  const stops = slab.seq.subarray(offset + 1, offset + slab.length[handle]! - 1);
  const { words, bits } = conflicts;
  return stops.some(
    (a) => a < n && stops.some((b) => b < n && ((bits[a * words + (b >>> 5)]! >>> (b & 31)) & 1) === 1),
  );
}
