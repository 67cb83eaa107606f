/** The first solution of a run: frozen beginnings, a plan to start from, and everything else put in by regret. */
import type { Instance, Plan } from "../model.ts";
import { regret } from "./insert.ts";
import { copySolution, loadSequences, type Solution } from "./solution.ts";
import type { Search } from "./state.ts";
import { isBetter } from "./solution.ts";

type Sequence = { cls: number; nodes: readonly number[] };

/** What has happened or was promised cannot be kept any more: a person has to decide which promise is broken. */
export class FrozenPartInfeasible extends Error {
  readonly units: readonly number[];
  constructor(units: readonly number[]) {
    super(`the frozen part of the tour cannot be kept (units ${units.join(", ")})`);
    this.units = units;
  }
}

/** Tours that must exist from the beginning. */
const frozenTours = (search: Search): Sequence[] =>
  search.problem.classes.flatMap((unit, cls) => {
    if (unit.base.length === 0) return [];
    if (!search.inserter.slab.feasible[search.inserter.slab.empty[cls]!]) throw new FrozenPartInfeasible(unit.units);
    return [{ cls, nodes: unit.base }];
  });

/** Loads a plan; tours that no longer stand are reduced to their frozen beginning, their trips are open again. */
export function loadWarm(search: Search, instance: Instance, plan: Plan): void {
  const { problem, inserter } = search;
  const { slab, bench } = inserter;
  const index = new Map(instance.trips.map((t, r) => [t.trip, r]));
  const classOf = new Map<string, number>();
  problem.classes.forEach((cls, c) => cls.units.forEach((u) => classOf.set(instance.units[u]!.unit, c)));
  const tours: Sequence[] = [];
  for (const tour of plan.tours) {
    const cls = classOf.get(tour.unit);
    if (cls === undefined) continue;
    const stops = tour.stops.filter((s) => index.has(s.trip));
    const nodes = stops.map((s) => index.get(s.trip)! + (s.what === "delivery" ? problem.n : 0));
    if (stands(search, { cls, nodes })) tours.push({ cls, nodes });
  }
  const known = new Set(tours.map((t) => t.cls));
  tours.push(...frozenTours(search).filter((t) => !known.has(t.cls)));
  loadSequences(
    problem,
    slab,
    bench,
    search.current,
    tours.filter((t) => t.nodes.length > 0),
  );
}

function stands(search: Search, tour: Sequence): boolean {
  const { problem, inserter, work } = search;
  const { slab, bench } = inserter;
  const r = tour.nodes.filter((node) => node < problem.n);
  if (
    r.some((trip) => problem.allowed[tour.cls * problem.n + trip] === 0) &&
    problem.classes[tour.cls]!.base.length === 0
  )
    return false;
  const { base, frozen } = problem.classes[tour.cls]!;
  if (base.slice(0, frozen).some((node, k) => tour.nodes[k] !== node)) return false;
  loadSequences(problem, slab, bench, work, [tour]);
  return tour.nodes.length === 0 || (slab.feasible[work.routes[0]!] === 1 && !sharesConflict(search, r));
}

function sharesConflict(search: Search, trips: readonly number[]): boolean {
  const { conflicts } = search.problem;
  if (!conflicts || conflicts.onBoardOnly) return false;
  return trips.some((a) =>
    trips.some((b) => ((conflicts.bits[a * conflicts.words + (b >>> 5)]! >>> (b & 31)) & 1) === 1),
  );
}

/** Puts every open trip into `current` as well as it goes, and remembers the result as the best. */
export function buildFirst(search: Search): void {
  const { problem, current, work, best, inserter } = search;
  if (current.count === 0) loadSequences(problem, inserter.slab, inserter.bench, current, frozenTours(search));
  const attempt = (degree: number): void => {
    copySolution(work, current);
    let bank = 0;
    for (let r = 0; r < problem.n; r++) if (work.routeOf[r]! < 0) search.bank[bank++] = r;
    regret(degree)(search, bank, 0);
    keepBetter(work, best);
  };
  copySolution(best, current);
  attempt(2);
  if (best.unservedWeight > 0) attempt(4);
  if (best.unservedWeight > 0) attempt(1);
  copySolution(current, best);
}

const keepBetter = (work: Solution, best: Solution): void => {
  if (isBetter(work, best)) copySolution(best, work);
};
