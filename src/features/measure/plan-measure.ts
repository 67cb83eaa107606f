/** Time and place of a measure (Planung): secret under § 97a AufenthG. A changed plan of an approved measure needs new approvals. */
import type { Context } from "../../platform/context.ts";
import { changedMeanwhile } from "../../platform/http/problem.ts";
import { ok, refused, type Result } from "../../kernel/result.ts";
import { isPlannable } from "./domain/measure.ts";
import { findPlan, lockMeasure } from "./queries.ts";

export type PlanInput = {
  startsAt: Date | undefined;
  arrivesAt: Date | undefined;
  place: string | undefined;
  ags: string | undefined;
  dwelling: boolean;
  note: string | undefined;
  seenVersion: number;
};

export type PlanRefusal = "notPlannable" | "arrivalBeforeStart" | "startInThePast" | "arrivalInThePast";

/** Only before the first approval: later the measure is sent back first, so that two people look at the same plan. */
export async function planMeasure(context: Context, id: string, input: PlanInput): Promise<Result<void, PlanRefusal>> {
  const { startsAt, arrivesAt, place, ags, dwelling, note, seenVersion } = input;
  if (startsAt && startsAt < context.now) return refused("startInThePast");
  if (arrivesAt && arrivesAt < context.now) return refused("arrivalInThePast");
  if (startsAt && arrivesAt && arrivesAt <= startsAt) return refused("arrivalBeforeStart");
  return context.change(async (change) => {
    const stored = await lockMeasure(change, id);
    if (!isPlannable(stored.measure)) return refused("notPlannable");
    const plan = await findPlan(change, id);
    if (plan?.version !== seenVersion) throw changedMeanwhile();
    await change.trx
      .updateTable("measure_plan")
      .set({
        starts_at: startsAt ?? null,
        arrives_at: arrivesAt ?? null,
        place: place ?? null,
        ags: ags ?? null,
        dwelling,
        note: note ?? null,
        version: seenVersion + 1,
      })
      .where("measure_id", "=", id)
      .execute();
    change.record({ chain: stored.ownerId, subject: `measure:${id}`, caseId: stored.caseId, event: "planChanged" });
    change.announce(`measure:${id}`);
    return ok(undefined);
  });
}
