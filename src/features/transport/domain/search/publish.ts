/**
 * Turns a solution of the search into a plan with times: short duration, short rides, pick-ups on a round time where that
 * stays feasible. Everything it returns is checked again by the independent check.
 */
import { crewViolations } from "../crew-rules.ts";
import type { Instance, Plan, PlannedStop, Tour } from "../model.ts";
import type { Problem } from "./problem.ts";
import { leastTimes, compactTimes, openTimetable, resetBounds, newTimetable, type Timetable } from "./timetable.ts";
import { shiftOf, withBreaks } from "./strict.ts";

export type RouteSequence = { cls: number; nodes: readonly number[] };

export function publish(instance: Instance, problem: Problem, routes: readonly RouteSequence[]): Plan {
  const table = newTimetable(problem);
  const used = problem.classes.map(() => 0);
  const served = new Set<number>();
  // Interchangeable units are given out in the order of the routes' first trips, so that the same routes make the same plan.
  const ordered = routes
    .filter((r) => r.nodes.length > 0)
    .toSorted((a, b) => a.cls - b.cls || a.nodes[0]! - b.nodes[0]!);
  const tours = ordered.map(({ cls, nodes }): Tour => {
    const unit = instance.units[problem.classes[cls]!.units[used[cls]!++]!]!;
    for (const node of nodes) if (node < problem.n) served.add(node);
    const seq = [problem.classes[cls]!.start, ...nodes, problem.classes[cls]!.end];
    return { unit: unit.unit, ...timesOf(instance, problem, table, cls, seq) };
  });
  const unserved = instance.trips.flatMap((trip, r) => (served.has(r) ? [] : [trip.trip]));
  return { tours: tours.toSorted((a, b) => (a.unit < b.unit ? -1 : 1)), unserved };
}

function timesOf(
  instance: Instance,
  problem: Problem,
  table: Timetable,
  cls: number,
  seq: readonly number[],
): Omit<Tour, "unit"> {
  const last = seq.length - 1;
  openTimetable(problem, table, seq, last);
  if (!withBreaks(problem, table, cls)) throw new Error("the search returned an infeasible tour");
  if (instance.rules.pickupGrid > 0) roundPickups(problem, table, cls, instance.rules.pickupGrid);
  const shift = shiftOf(problem, table);
  const stops = seq.slice(1, -1).map((node, k): PlannedStop => {
    const r = node < problem.n ? node : node - problem.n;
    const begin = table.begin[k + 1]!;
    return {
      trip: instance.trips[r]!.trip,
      what: node < problem.n ? "pickup" : "delivery",
      arrive: shift.drives[k]!.to,
      begin,
      leave: begin + problem.service[node]!,
    };
  });
  return { start: shift.start, end: shift.end, stops, breaks: shift.breaks };
}

/** Fixes each pick-up on the grid, later or else earlier, where the rest of the tour can still stand with the same breaks. */
function roundPickups(problem: Problem, table: Timetable, cls: number, grid: number): void {
  const { maxDuration } = problem.classes[cls]!;
  const { seq, last, low, high, begin } = table;
  const wanted = begin.slice(0, last + 1);
  const floor = low.slice();
  const roof = high.slice();
  resetBounds(problem, table, cls);
  floor.set(low);
  roof.set(high);
  floor[0] = Math.max(floor[0]!, wanted[0]! - grid);
  const stands = (): boolean => {
    low.set(floor);
    high.set(roof);
    return leastTimes(problem, table, maxDuration);
  };
  for (let k = 1; k < last; k++) {
    if (seq[k]! >= problem.n) continue;
    const before = [floor[k]!, roof[k]!] as const;
    for (const target of [Math.ceil(wanted[k]! / grid) * grid, Math.floor(wanted[k]! / grid) * grid]) {
      [floor[k], roof[k]] = [target, target];
      if (target >= before[0] && target <= before[1] && stands()) break;
      [floor[k], roof[k]] = before;
    }
  }
  low.set(floor);
  high.set(roof);
  if (compactTimes(problem, table, maxDuration) && withinRules(problem, table, cls)) return;
  begin.set(wanted);
}

const withinRules = (problem: Problem, table: Timetable, cls: number): boolean => {
  const { rules, history } = problem.classes[cls]!;
  return crewViolations(rules, history, shiftOf(problem, table)).length === 0;
};
