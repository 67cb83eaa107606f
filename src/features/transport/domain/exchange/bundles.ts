/**
 * All feasible bundles of rejected trips for each tour: singles, then pairs and triples whose every part is feasible
 * (clique rule of shareability graphs). Each bundle keeps its cheapest sequence.
 */
import { insertionCost } from "../search/insertion.ts";
import { added, durationOf, type Ground } from "./ground.ts";

/** Trips that one tour could take together (Bündel der Restplatzbörse). */
export type Bundle = { host: number; trips: readonly number[]; handle: number; cost: number; extra: number };

/** All bundles of a run (Bündel der Restplatzbörse); `capped` where there would be too many. */
export type Bundles = { list: Bundle[]; size: number; counts: number[]; capped: boolean };

const MOST_COLUMNS = 50_000;

/** Enumerates up to `most` trips a bundle; falls back to smaller bundles when there would be too many columns. */
export function enumerateBundles(ground: Ground, most: number, cap = MOST_COLUMNS): Bundles {
  const list: Bundle[] = [];
  let layer = singles(ground);
  const counts = [layer.length];
  list.push(...layer);
  let capped = false;
  let size = 1;
  for (; size < most && !capped; size++) {
    const next = grow(ground, layer, cap - list.length);
    capped = next === null;
    if (next === null) break;
    counts.push(next.length);
    list.push(...next);
    layer = next;
  }
  return { list, size, counts, capped };
}

function singles(ground: Ground): Bundle[] {
  return ground.hosts.flatMap((_, host) =>
    ground.rejected.flatMap((r) => bundleOf(ground, host, [r], [ground.hosts[host]!.handle]) ?? []),
  );
}

/** The cheapest way to complete one of the smaller routes with the trip that it lacks. */
function bundleOf(
  ground: Ground,
  host: number,
  trips: readonly number[],
  bases: readonly (number | undefined)[],
): Bundle | undefined {
  const { search, hosts } = ground;
  const { slab } = search.inserter;
  const { handle: origin, maxExtra, duration } = hosts[host]!;
  let best = -1;
  let bestCost = Infinity;
  bases.forEach((base, k) => {
    if (base === undefined) return;
    const missing = trips[trips.length - 1 - k]!;
    const cost = slab.cost[base]! + insertionCost(search.inserter, base, missing);
    if (cost >= bestCost) return;
    const handle = added(search, base, missing);
    if (maxExtra < Infinity && durationOf(search, handle) - duration > maxExtra) return;
    best = handle;
    bestCost = cost;
  });
  if (best < 0) return undefined;
  return { host, trips, handle: best, cost: bestCost - slab.cost[origin]!, extra: durationOf(search, best) - duration };
}

/** Joins bundles of one tour that differ in the last trip only, where every other part is feasible too. */
function grow(ground: Ground, layer: readonly Bundle[], room: number): Bundle[] | null {
  const grown: Bundle[] = [];
  const known = new Map(layer.map((b) => [key(b.host, b.trips), b.handle]));
  for (let i = 0; i < layer.length; i++) {
    const a = layer[i]!;
    const head = a.trips.slice(0, -1);
    for (let j = i + 1; j < layer.length; j++) {
      const b = layer[j]!;
      if (b.host !== a.host || head.some((r, k) => b.trips[k] !== r)) break;
      const trips = [...a.trips, b.trips.at(-1)!];
      const parts = trips.map((_, k) => trips.filter((_, m) => m !== trips.length - 1 - k));
      const bases = parts.map((part) => known.get(key(a.host, part)));
      if (bases.includes(undefined)) continue;
      const bundle = bundleOf(ground, a.host, trips, bases);
      if (!bundle) continue;
      grown.push(bundle);
      if (grown.length > room) return null;
    }
  }
  return grown;
}

const key = (host: number, trips: readonly number[]): string => `${host}:${trips.join(",")}`;
