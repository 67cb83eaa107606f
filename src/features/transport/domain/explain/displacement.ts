/**
 * The counterfactual for a trip that would fit but is open: one short solve with the trip forced into the unit, against
 * the plan as it is ("costs 38 km more and leaves trip 17 open").
 */
import type { Code, Instance, Plan } from "../model.ts";
import { plan as solve } from "../plan.ts";
import { recount } from "../recount.ts";

/** What a forced trip would cost and push out (Verdrängung). */
export type Displacement = { extraCost: number; opens: readonly number[] };

const ITERATIONS = 150;

/** Nothing when the trip found no place even so: then it is not a matter of who comes first. */
export function displacement(instance: Instance, plan: Plan, trip: number, unit: string): Displacement | undefined {
  const forced: Instance = {
    ...instance,
    // Its weight is raised only here, to see what it would push out; no plan is made from this.
    trips: instance.trips.map((t) => (t.trip === trip ? { ...t, date: "fixed" as const } : t)),
    rules: { ...instance.rules, weights: { ...instance.rules.weights, fixed: 1000 } },
    locks: [...instance.locks, { kind: "unit", trip, unit: unit as Code }],
  };
  const { plan: other } = solve(forced, { seed: 1, iterations: ITERATIONS, warmStart: plan });
  if (other.unserved.includes(trip)) return undefined;
  const before = new Set(plan.unserved);
  return {
    extraCost: recount(instance, other).cost - recount(instance, plan).cost,
    opens: other.unserved.filter((id) => !before.has(id)),
  };
}
