/**
 * What the exchange works on: the shared tours and free units of the day as routes of the slab, and the rejected trips.
 * The order of stops that are already planned is kept.
 */
import { compile } from "../search/compile.ts";
import { latestTimes } from "../search/fixpoint.ts";
import { writeInserted } from "../search/insertion.ts";
import { intern } from "../search/slab.ts";
import { writeSequence } from "../search/solution.ts";
import { newSearch, type Search } from "../search/state.ts";
import { withBreaks, strictlyFeasible } from "../search/strict.ts";
import type { Instance, Plan, Unit } from "../model.ts";

/** One place where trips can be added: a shared tour, or `count` free units of one class. */
export type Host = {
  handle: number;
  cls: number;
  owner: string;
  units: readonly string[];
  count: number;
  maxExtra: number;
  duration: number;
};

/** What the exchange starts from (Ausgangslage der Restplatzbörse). */
export type Ground = {
  instance: Instance;
  search: Search;
  hosts: Host[];
  rejected: readonly number[];
  closed: readonly { cls: number; handle: number; unit: string }[];
};

export function layGround(
  instance: Instance,
  plan: Plan,
  rejected: readonly number[],
  named: readonly string[],
): Ground {
  const index = new Map(instance.trips.map((t, r) => [t.trip, r]));
  const touring = new Set(plan.tours.map((t) => t.unit as string));
  const unitOf = new Map([...touring, ...named].map((unit, k) => [-1 - k, unit]));
  // Units with a tour or a decision of their owner stand alone; the rest is grouped. No cost is attached to that.
  const search = newSearch(
    compile({ ...instance, rules: { ...instance.rules, pickupGrid: 0 } }, { keep: { unitOf, cost: 0 } }),
    1,
  );
  const { problem, inserter } = search;
  const hosts: Host[] = [];
  const closed: Ground["closed"][number][] = [];
  problem.classes.forEach((members, cls) => {
    const units = members.units.map((u) => instance.units[u]!);
    const unit: Unit = units[0]!;
    const tour = plan.tours.find((t) => t.unit === unit.unit);
    const nodes = tour
      ? tour.stops.map((s) => index.get(s.trip)! + (s.what === "delivery" ? problem.n : 0))
      : members.base;
    const handle = intern(
      problem,
      inserter.slab,
      inserter.bench,
      writeSequence(problem, inserter.bench, cls, nodes),
      cls,
    );
    if (!unit.share) {
      if (tour) closed.push({ cls, handle, unit: unit.unit });
      return;
    }
    const maxExtra = tour ? unit.share.maxExtra : Infinity;
    hosts.push({
      handle,
      cls,
      owner: unit.owner,
      units: units.map((u) => u.unit),
      count: tour ? 1 : units.length,
      maxExtra,
      duration: 0,
    });
  });
  for (const host of hosts) host.duration = durationOf(search, host.handle);
  return { instance, search, hosts, rejected: rejected.map((id) => index.get(id)!), closed };
}

/** Shortest duration of a feasible route, breaks included. */
export function durationOf(search: Search, handle: number): number {
  const { problem, inserter } = search;
  const { slab, bench } = inserter;
  const last = slab.length[handle]! - 1;
  if (last === 1) return 0;
  const offset = slab.offset[handle]!;
  const cls = slab.cls[handle]!;
  for (let k = 0; k <= last; k++) {
    const node = slab.seq[offset + k]!;
    bench.seq[k] = node;
    bench.position[node] = k;
    bench.high[k] = slab.late[offset + k]!;
  }
  const { strict, maxDuration } = problem.classes[cls]!;
  if (strict) {
    strictlyFeasible(problem, slab.strict, bench.seq, last, cls);
    withBreaks(problem, slab.strict, cls);
    return slab.strict.begin[last]! - slab.strict.begin[0]!;
  }
  bench.high[last] = slab.early[offset + last]!;
  latestTimes(problem, bench, last, maxDuration);
  return bench.high[last]! - bench.high[0]!;
}

/** The route with the trip at its best place; asks the memo, so the insertion must have been found feasible before. */
export function added(search: Search, handle: number, r: number): number {
  const { problem, inserter } = search;
  const at = inserter.slab.memoAt[handle * problem.n + r]!;
  const last = writeInserted(inserter, handle, r, at >>> 16, at & 0xffff);
  return intern(problem, inserter.slab, inserter.bench, last, inserter.slab.cls[handle]!);
}
