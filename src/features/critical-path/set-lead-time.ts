/** A lead time is set, changed or taken back, with the source of the number. Recorded, never silent. */
import type { Context } from "../../platform/context.ts";
import { changedMeanwhile } from "../../platform/http/problem.ts";
import { listLeadTimes, removeLeadTime, saveLeadTime } from "./queries.ts";
import type { LeadUnit } from "./steps.ts";

type NewLeadTime = { step: string; days: number | undefined; unit: LeadUnit; source: string; version: number };

/** Throws `changedMeanwhile` for an old form. */
export function setLeadTime(context: Context, { step, days, unit, source, version }: NewLeadTime): Promise<void> {
  return context.change(async (change) => {
    const before = (await listLeadTimes(change, change.actor)).find((each) => each.step === step);
    if (days === undefined && !before && version === 0) return;
    const isKept =
      days === undefined
        ? await removeLeadTime(change, { step, version })
        : await saveLeadTime(change, { step, days, unit, source, version }, context.now);
    if (!isKept) throw changedMeanwhile();
    change.record({
      subject: `authority:${change.actor.authorityId}`,
      event: "leadTimeChanged",
      data: {
        step,
        before: before ? { days: before.days, unit: before.unit } : null,
        now: days === undefined ? null : { days, unit },
        source,
      },
    });
  });
}
