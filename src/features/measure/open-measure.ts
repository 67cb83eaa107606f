/** Opens a measure as an attempt (Maßnahme als Versuch): never while one is open, never without the family together. */
import { sql } from "kysely";
import { ok, refused, type Result } from "../../kernel/result.ts";
import type { Change } from "../../platform/change.ts";
import type { Context } from "../../platform/context.ts";
import { familyOf, findCase, lockCase } from "../case/index.ts";
import { firstAttempt, nextAttempt, resultOf } from "./domain/attempts.ts";
import type { Measure, MeasureRefusal } from "./domain/measure.ts";
import { listMeasures, measuresWith } from "./queries.ts";

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
export type OpenRefusal = MeasureRefusal["code"] | "companionNotOfFamily";

/** `id` comes from the form, so that sending it twice opens one measure. Companions are cases of the same family unit. */
export async function openMeasure(context: Context, input: NewMeasure): Promise<Result<string, OpenRefusal>> {
  return context.change(async (change) => {
    const persons = [...new Set([input.caseId, ...input.companions])].toSorted();
    await lockPersons(change, persons);
    const locked = await lockCase(change, input.caseId);
    const [previous] = await listMeasures(change, input.caseId);
    if (previous?.id === input.id) return ok(previous.id);
    const fault = await personsFault(change, input, persons);
    if (fault) return refused(fault);
    const requestedBy = change.actor.officerId;
    const next = previous ? nextAttempt(previous.measure, requestedBy) : ok(firstAttempt(requestedBy));
    if (!next.ok) return refused(next.refusal.code);
    const number = await insertMeasure(
      change,
      locked.ownerId,
      { ...input, persons, year: context.today.year },
      next.value,
      previous?.id,
    );
    await resolveDuties(change, input.caseId, context.today.toString());
    change.record({
      chain: locked.ownerId,
      subject: `measure:${input.id}`,
      caseId: input.caseId,
      event: "measureOpened",
      data: { number, attemptNo: next.value.attemptNo, persons: persons.length },
    });
    change.announce(`case:${input.caseId}`);
    return ok(input.id);
  });
}

/** In one order, so that two openings with the same persons wait for each other. */
const lockPersons = ({ trx }: Change, persons: readonly string[]): Promise<unknown> =>
  trx.selectFrom("case_file").select("id").where("id", "in", persons).orderBy("id").forUpdate().execute();

/** Only members of the unit go together, and nobody is in two open attempts (domain.md 2.1, G12). */
async function personsFault(
  change: Change,
  { caseId, companions }: NewMeasure,
  persons: readonly string[],
): Promise<OpenRefusal | undefined> {
  const file = await findCase(change, caseId);
  const family = file ? await familyOf(change, file) : [];
  if (!companions.every((id) => id === caseId || family.some((member) => member.caseId === id)))
    return "companionNotOfFamily";
  const attempts = await measuresWith(change, persons);
  return attempts.some(({ measure }) => resultOf(measure) === "open") ? "previousAttemptOpen" : undefined;
}

async function insertMeasure(
  { trx }: Change,
  ownerId: string,
  input: NewMeasure & { persons: readonly string[]; year: number },
  measure: Measure,
  previousId: string | undefined,
): Promise<string> {
  const drawn = await sql<{ n: number }>`select nextval('measure_number') as n`.execute(trx);
  const number = `M-${input.year}-${String(drawn.rows[0]?.n).padStart(4, "0")}/${measure.attemptNo}`;
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
      input.persons.map((caseId) => ({
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
