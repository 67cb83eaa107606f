/**
 * Local descent: each trip in turn is taken out and put where it costs least, in its own tour or another, and tours
 * exchange their tails, as long as that saves something. What was tried in vain is remembered with the routes.
 */
import { crossTails } from "./cross.ts";
import { blinkedPlace, cheaperInsertion, writeInserted } from "./insertion.ts";
import { without } from "./remove.ts";
import { intern, isFull } from "./slab.ts";
import { openRoute, replaceRoute } from "./solution.ts";
import type { Search } from "./state.ts";

export function polish(search: Search): void {
  const { problem, work, random, inserter } = search;
  const { n } = problem;
  let at = random.below(n);
  do {
    for (let still = 0; still < n && !isFull(inserter.slab); at = at + 1 === n ? 0 : at + 1) {
      if (work.routeOf[at]! >= 0 && !problem.pinned[at] && relocate(search, at)) still = 0;
      else still++;
    }
  } while (!isFull(inserter.slab) && crossTails(search));
}

/** Moves trip r to its cheapest place; false when it stands there already. */
function relocate(search: Search, r: number): boolean {
  const { problem, work, inserter } = search;
  const { slab } = inserter;
  const own = work.routeOf[r]!;
  const old = work.routes[own]!;
  const left = leftBy(search, old, r);
  if (!slab.feasible[left]) return false;
  const saving = slab.cost[old]! - slab.cost[left]!;
  let best = saving - 1e-9 * Math.abs(saving);
  let slot = -1;
  let place = -1;
  const free = work.count;
  for (let s = 0; s < free + problem.classes.length; s++) {
    const handle = s === own ? left : s < free ? work.routes[s]! : emptyOf(search, s - free);
    if (handle < 0) continue;
    const cost = cheaperInsertion(inserter, handle, r, best);
    if (cost >= best) continue;
    best = cost;
    slot = s;
    place = blinkedPlace.at;
  }
  if (slot < 0) return false;
  move(search, r, left, slot, place);
  return true;
}

/** The empty route of a class that has a unit left, or -1. */
const emptyOf = ({ problem, work, inserter }: Search, cls: number): number =>
  work.used[cls]! < problem.classes[cls]!.units.length ? inserter.slab.empty[cls]! : -1;

/** The route without its trip r. A trip is never inserted where it rides already, so its memo holds that handle. */
function leftBy(search: Search, handle: number, r: number): number {
  const { memoCost } = search.inserter.slab;
  const cell = handle * search.problem.n + r;
  const known = memoCost[cell]!;
  if (known === known) return known;
  search.gone[r] = 1;
  const left = without(search, handle);
  search.gone[r] = 0;
  search.inserter.slab.memoCost[cell] = left;
  return left;
}

function move(search: Search, r: number, left: number, slot: number, place: number): void {
  const { problem, work, inserter } = search;
  const { slab, bench } = inserter;
  const own = work.routeOf[r]!;
  const target = slot === own ? left : slot < work.count ? work.routes[slot]! : slab.empty[slot - work.count]!;
  const last = writeInserted(inserter, target, r, place >>> 16, place & 0xffff);
  const full = intern(problem, slab, bench, last, slab.cls[target]!);
  if (slot === own) return replaceRoute(problem, slab, work, own, full);
  if (slot < work.count) {
    replaceRoute(problem, slab, work, slot, full);
    work.routeOf[r] = slot;
  } else {
    work.unservedWeight += problem.weight[r]!;
    openRoute(problem, slab, work, full);
  }
  replaceRoute(problem, slab, work, own, left);
}
