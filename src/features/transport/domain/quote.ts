/**
 * Quotes for one trip against a standing plan (Angebot): where it would fit, at what price, in milliseconds. A quote
 * changes nothing; whoever takes it plans again or repairs.
 */
import type { Instance, Plan, Trip } from "./model.ts";
import { compile } from "./search/compile.ts";
import { insertionCost } from "./search/insertion.ts";
import { added, durationOf } from "./exchange/ground.ts";
import { loadWarm } from "./search/start.ts";
import { newSearch, type Search } from "./search/state.ts";

/** What it would cost to take one more trip (Angebot einer Mitfahrt), cost and time in units of the instance. */
export type Offer = {
  unit: string;
  /** New tour of a free unit, or a place in a planned one. */
  newTour: boolean;
  cost: number;
  extra: number;
  /** Trips already in the tour whose times may move. */
  affected: readonly number[];
};

/** A plan made ready for quotes: compiled once, asked often. */
export type QuoteDesk = { instance: Instance; search: Search; units: readonly string[] };

/** `instance` holds the planned trips and those that quotes may be asked for. */
export function openQuoteDesk(instance: Instance, plan: Plan): QuoteDesk {
  const unitOf = new Map(plan.tours.map((t, k) => [-1 - k, t.unit as string]));
  const search = newSearch(compile(instance, { keep: { unitOf, cost: 0 } }), 1, 4000);
  loadWarm(search, instance, plan);
  return { instance, search, units: plan.tours.map((t) => t.unit) };
}

export function quote(desk: QuoteDesk, trip: Trip["trip"]): Offer[] {
  const { instance, search } = desk;
  const { problem, current, inserter } = search;
  const { slab } = inserter;
  const r = instance.trips.findIndex((t) => t.trip === trip);
  if (r < 0 || current.routeOf[r]! >= 0) return [];
  const handles = [...current.routes.subarray(0, current.count)];
  problem.classes.forEach((cls, c) => {
    if (current.used[c]! < cls.units.length) handles.push(slab.empty[c]!);
  });
  const offers: Offer[] = [];
  for (const handle of handles) {
    const cost = insertionCost(inserter, handle, r);
    if (cost === Infinity) continue;
    const cls = slab.cls[handle]!;
    const unit = instance.units[problem.classes[cls]!.units[handle === slab.empty[cls] ? current.used[cls]! : 0]!]!;
    const seq = slab.seq.subarray(slab.offset[handle]! + 1, slab.offset[handle]! + slab.length[handle]! - 1);
    offers.push({
      unit: unit.unit,
      newTour: seq.length === 0,
      cost,
      extra: durationOf(search, added(search, handle, r)) - durationOf(search, handle),
      affected: Array.from(seq)
        .filter((x) => x < problem.n)
        .map((x) => instance.trips[x]!.trip),
    });
  }
  return offers.toSorted((a, b) => a.cost - b.cost || (a.unit < b.unit ? -1 : 1));
}
