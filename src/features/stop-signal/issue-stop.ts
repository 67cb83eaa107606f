/**
 * Issues a stop: the measure stops, its requests are withdrawn and every party is told, in one transaction.
 * Nothing can refuse it but not being a party; after departure it is kept and still reaches everyone.
 */
import { ok, type Result } from "../../kernel/result.ts";
import type { Change } from "../../platform/change.ts";
import type { Context } from "../../platform/context.ts";
import { notFound } from "../../platform/http/problem.ts";
import { type FailureCause, transition } from "../measure/index.ts";
import type { StopReason } from "./domain/stop.ts";
import { findStop, lockMeasureToStop, saveStop } from "./queries.ts";

export type StopInput = {
  /** From the form: sending it twice gives one stop. */
  id: string;
  measureId: string;
  reason: StopReason;
  /** Who said it and how, for example "VG, Anruf 06:40". */
  source: string;
  happenedAt: Date;
  /** Known cause for the figures, such as a cancelled flight; without it the reason of the stop stands for it. */
  cause?: FailureCause | undefined;
};

/** Gives the id of the stop. */
export async function issueStop(context: Context, input: StopInput): Promise<Result<string, never>> {
  if (await findStop(context, input.id)) return ok(input.id);
  return context.change(async (change) => {
    const target = await lockMeasureToStop(change, input.measureId);
    if (!target) throw notFound();
    const stop = { reason: input.reason, cause: input.cause, text: input.source };
    const next = transition(target.measure, { type: "stopped", stop });
    if (!next.ok) throw new Error(`a stop was refused: ${next.refusal.code}`);
    const told = await saveStop(change, { ...input, next: next.value });
    change.record({
      chain: target.ownerId,
      subject: `measure:${input.measureId}`,
      caseId: target.caseId,
      event: "stopIssued",
      data: { stop: input.id, number: target.number, reason: input.reason, to: next.value.status, told },
    });
    tell(change, input.measureId, target.caseId, told);
    return ok(input.id);
  });
}

function tell(change: Change, measureId: string, caseId: string, told: readonly string[]): void {
  for (const authority of told) {
    change.announce(`stops:${authority}`);
    change.announce(`inbox:${authority}`);
  }
  change.announce(`measure:${measureId}`);
  change.announce(`case:${caseId}`);
}
