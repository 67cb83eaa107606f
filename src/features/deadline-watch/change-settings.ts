/** The steps at which an authority wants to be told of a deadline that comes near: in-house, with reason and author. */
import { ok, refused, type Result } from "../../kernel/result.ts";
import type { Context } from "../../platform/context.ts";
import { saveSettings, watchSettings } from "./queries.ts";

type NewSteps = { noticeDays: readonly number[] | undefined; reason: string; seenVersion: number };

/** Undefined days give the choice back to the program. What was noticed already stays as it is. */
export function changeNoticeDays(context: Context, steps: NewSteps): Promise<Result<null, "changedMeanwhile">> {
  return context.change(async (change) => {
    const before = await watchSettings(change, change.actor.authorityId);
    if (!(await saveSettings(change, { ...steps, at: context.now }))) return refused("changedMeanwhile");
    change.record({
      subject: `authority:${change.actor.authorityId}`,
      event: "noticeDaysChanged",
      data: { before: before.noticeDays ?? null, now: steps.noticeDays ?? null, reason: steps.reason },
    });
    return ok(null);
  });
}
