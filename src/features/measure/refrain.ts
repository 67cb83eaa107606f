/** After a failed attempt: decide with reasons not to try again (begründet absehen). A new attempt resolves the duty by itself. */
import { ok, refused, type Result } from "../../kernel/result.ts";
import type { Context } from "../../platform/context.ts";
import { changedMeanwhile, notFound } from "../../platform/http/problem.ts";
import { resolveDuty } from "./domain/reattempt.ts";

export type RefrainInput = { dutyId: string; caseId: string; seenVersion: number; reason: string };

export async function refrainFromAttempt(
  context: Context,
  input: RefrainInput,
): Promise<Result<void, "reasonMissing">> {
  const resolved = resolveDuty({ kind: "refrained", reason: input.reason });
  if (!resolved.ok) return refused(resolved.refusal);
  return context.change(async ({ trx, record, announce }) => {
    const duty = await trx
      .selectFrom("reattempt_duty")
      .select(["owner_id", "measure_id", "version", "resolved_on"])
      .where("id", "=", input.dutyId)
      .where("case_id", "=", input.caseId)
      .forUpdate()
      .executeTakeFirst();
    if (!duty) throw notFound();
    if (duty.version !== input.seenVersion || duty.resolved_on) throw changedMeanwhile();
    await trx
      .updateTable("reattempt_duty")
      .set({
        resolved_on: context.today.toString(),
        resolution: "refrained",
        reason: input.reason,
        version: duty.version + 1,
      })
      .where("id", "=", input.dutyId)
      .execute();
    record({ chain: duty.owner_id, subject: `measure:${duty.measure_id}`, caseId: input.caseId, event: "refrained" });
    announce(`case:${input.caseId}`);
    return ok(undefined);
  });
}
