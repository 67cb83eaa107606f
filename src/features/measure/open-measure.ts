/** Opens a measure as an attempt (Maßnahme als Versuch): never while one is open, never without the family together. */
import { sql } from "kysely";
import { ok, refused, type Result } from "../../kernel/result.ts";
import type { Change } from "../../platform/change.ts";
import type { Context } from "../../platform/context.ts";
import { lockCase } from "../case/index.ts";
import { firstAttempt, nextAttempt } from "./domain/attempts.ts";
import type { Measure, MeasureRefusal } from "./domain/measure.ts";
import { listMeasures } from "./queries.ts";

/** Arten der Maßnahme (§ 58 AufenthG; Art. 46 VO (EU) 2024/1351). */
export const measureKinds = { removal: "Abschiebung", euTransfer: "Überstellung (AMMR/Dublin)" } as const;
export type MeasureKind = keyof typeof measureKinds;

export type NewMeasure = {
  id: string;
  caseId: string;
  kind: MeasureKind;
  targetState: string;
  companions: readonly string[];
};
export type OpenRefusal = MeasureRefusal["code"];

/** `id` comes from the form, so that sending it twice opens one measure. Companions are cases of the same family unit. */
export async function openMeasure(context: Context, input: NewMeasure): Promise<Result<string, OpenRefusal>> {
  return context.change(async (change) => {
    const locked = await lockCase(change, input.caseId);
    const [previous] = await listMeasures(change, input.caseId);
    if (previous?.id === input.id) return ok(previous.id);
    const requestedBy = change.actor.officerId;
    const next = previous ? nextAttempt(previous.measure, requestedBy) : ok(firstAttempt(requestedBy));
    if (!next.ok) return refused(next.refusal.code);
    const number = await insertMeasure(change, locked.ownerId, input, next.value, previous?.id);
    await resolveDuties(change, input.caseId, context.today.toString());
    change.record({
      chain: locked.ownerId,
      subject: `measure:${input.id}`,
      caseId: input.caseId,
      event: "measureOpened",
      data: { number, attemptNo: next.value.attemptNo, persons: input.companions.length + 1 },
    });
    change.announce(`case:${input.caseId}`);
    return ok(input.id);
  });
}

async function insertMeasure(
  { trx }: Change,
  ownerId: string,
  input: NewMeasure,
  measure: Measure,
  previousId: string | undefined,
): Promise<string> {
  const year = new Date().getFullYear();
  const drawn = await sql<{ n: number }>`select nextval('measure_number') as n`.execute(trx);
  const number = `M-${year}-${String(drawn.rows[0]?.n).padStart(4, "0")}/${measure.attemptNo}`;
  await trx
    .insertInto("measure")
    .values({
      id: input.id,
      number,
      case_id: input.caseId,
      owner_id: ownerId,
      attempt_no: measure.attemptNo,
      previous_id: previousId ?? null,
      kind: input.kind,
      target_state: input.targetState,
      state: JSON.stringify(measure),
      requested_by: measure.requestedBy,
    })
    .execute();
  await trx
    .insertInto("measure_person")
    .values(
      [input.caseId, ...input.companions].map((caseId) => ({
        measure_id: input.id,
        case_id: caseId,
        owner_id: ownerId,
      })),
    )
    .execute();
  await trx
    .insertInto("measure_plan")
    .values({ measure_id: input.id, case_id: input.caseId, owner_id: ownerId })
    .execute();
  return number;
}

/** A new attempt answers the duty that the failed one left. */
const resolveDuties = ({ trx }: Change, caseId: string, today: string): Promise<unknown> =>
  trx
    .updateTable("reattempt_duty")
    .set((eb) => ({ resolved_on: today, resolution: "newAttempt", version: eb("version", "+", 1) }))
    .where("case_id", "=", caseId)
    .where("resolved_on", "is", null)
    .execute();
