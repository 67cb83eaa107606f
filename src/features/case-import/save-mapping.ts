/** Stores what the columns mean and starts judging from the first row again: verdicts and answers of before are void. */
import { ok, refused, type Result } from "../../kernel/result.ts";
import type { Change } from "../../platform/change.ts";
import type { Context } from "../../platform/context.ts";
import { type Batch, canMap } from "./batch.ts";
import type { Mapping } from "./domain/column-mapping.ts";
import { describeField, type Field } from "./domain/field.ts";
import { assignField, missingFields } from "./domain/mapping.ts";
import { lockBatch, saveBatch, wrongState } from "./lock-batch.ts";
import { judgeJob, jobsFor, type StepOptions } from "./run-jobs.ts";

/** Field by column; a column that is missing is not read. */
export type Assignment = ReadonlyMap<number, Field>;

export type MappingRefusal = { missing: string[]; doubles: { column: number; message: string }[] };

type SaveOptions = StepOptions & { seenVersion?: number };

export async function saveMapping(
  context: Context,
  batchId: string,
  assignment: Assignment,
  { seenVersion, inBackground = true }: SaveOptions = {},
): Promise<Result<undefined, MappingRefusal>> {
  return context.change(async (change) => {
    const batch = await lockBatch(change, batchId, seenVersion);
    if (!canMap(batch)) throw wrongState("Die Spalten dieses Imports können nicht mehr geändert werden.");
    const mapping = applyAssignment(batch.mapping, assignment);
    const refusal = { missing: missingFields(mapping), doubles: doublesIn(batch.mapping, assignment) };
    if (refusal.missing.length > 0 || refusal.doubles.length > 0) return refused(refusal);
    await forgetVerdicts(change, batch);
    await saveBatch(change, batch, { status: "judging", mapping: JSON.stringify(mapping), judged_count: 0 });
    change.record(
      { subject: `import:${batchId}`, event: "importColumnsAssigned", data: { columns: assignment.size } },
      jobsFor(context.actor, judgeJob, { batchId, today: context.today, inBackground }),
    );
    change.announce(`import:${batchId}`);
    return ok(undefined);
  });
}

/** What the clerk left as it was proposed keeps its note. */
export const applyAssignment = (mapping: Mapping, assignment: Assignment): Mapping =>
  mapping.map((entry) => {
    const field = assignment.get(entry.column) ?? null;
    return field === entry.field ? entry : (assignField([entry], entry.column, field)[0] ?? entry);
  });

function doublesIn(mapping: Mapping, assignment: Assignment): MappingRefusal["doubles"] {
  const taken = new Map<Field, number>();
  return [...assignment].flatMap(([column, field]) => {
    const other = taken.get(field);
    if (other === undefined) taken.set(field, column);
    if (other === undefined) return [];
    const header = mapping[other]?.header ?? "";
    return [{ column, message: `„${describeField(field).label}“ ist schon der Spalte „${header}“ zugeordnet.` }];
  });
}

const forgetVerdicts = ({ trx }: Change, { id }: Batch): Promise<unknown> =>
  trx
    .updateTable("import_row")
    .set({ verdict: null, errors: "[]", notes: "[]", draft: null, question: null })
    .where("batch_id", "=", id)
    .where("verdict", "is not", null)
    .execute();
