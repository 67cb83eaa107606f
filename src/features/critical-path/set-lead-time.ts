/** A lead time is set, changed or taken back, with the source of the number. Recorded, never silent. */
import type { Context } from "../../platform/context.ts";
import { listLeadTimes, removeLeadTime, saveLeadTime } from "./queries.ts";
import type { LeadUnit } from "./steps.ts";

type NewLeadTime = { step: string; days: number | undefined; unit: LeadUnit; source: string };

export function setLeadTime(context: Context, { step, days, unit, source }: NewLeadTime): Promise<void> {
  return context.change(async (change) => {
    const before = (await listLeadTimes(change, change.actor)).find((each) => each.step === step);
    if (days === undefined) await removeLeadTime(change, step);
    else await saveLeadTime(change, { step, days, unit, source }, context.now);
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
