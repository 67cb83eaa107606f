/** A person answers a legal gate (Prüfpunkt beantworten): with reason, evidence, expiry. Derived gates have no answer. */
import { type Day } from "../../kernel/day.ts";
import { newId } from "../../kernel/id.ts";
import { ok, refused, type Result } from "../../kernel/result.ts";
import type { Context } from "../../platform/context.ts";
import type { GateId, GateRole } from "./domain/gate.ts";
import { acceptAnswer, type AnswerRefusal, type GateAnswer, noExpiry } from "./domain/gate-answer.ts";
import { lockMeasure } from "./queries.ts";

export type AnswerInput = {
  gate: GateId;
  answer: GateAnswer["answer"];
  reason: string;
  evidence: string | undefined;
  expiresOn: Day | undefined;
};

/** Appends the answer; an earlier one stays readable. */
export async function answerGate(
  context: Context,
  measureId: string,
  input: AnswerInput,
): Promise<Result<GateAnswer, AnswerRefusal>> {
  return context.change(async (change) => {
    const stored = await lockMeasure(change, measureId);
    const { officerId, role } = change.actor;
    // The domain refuses any role that the gate does not name.
    const draft = { ...input, answeredBy: { officer: officerId, role: role as GateRole }, answeredAt: context.now };
    const accepted = acceptAnswer(draft, noExpiry);
    if (!accepted.ok) return refused(accepted.refusal);
    const { gate, answer, reason, evidence, expiresOn } = accepted.value;
    await change.trx
      .insertInto("gate_answer")
      .values({
        id: newId(),
        measure_id: measureId,
        case_id: stored.caseId,
        owner_id: stored.ownerId,
        gate,
        answer,
        reason,
        evidence: evidence ?? null,
        answered_by: officerId,
        answered_at: context.now,
        expires_on: expiresOn?.toString() ?? null,
      })
      .execute();
    change.record({
      chain: stored.ownerId,
      subject: `measure:${measureId}`,
      caseId: stored.caseId,
      event: "gateAnswered",
      data: { gate, answer },
    });
    change.announce(`measure:${measureId}`);
    return ok(accepted.value);
  });
}
