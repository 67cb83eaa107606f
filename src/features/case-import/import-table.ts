/** The whole import in one go, for the command line: the same steps and the same checks as on the pages, without a worker. */
import { ok, refused, type Result } from "../../kernel/result.ts";
import type { Context } from "../../platform/context.ts";
import { applyBatch, startApplying } from "./apply-batch.ts";
import type { Batch, Counts } from "./batch.ts";
import { discardBatch } from "./discard-batch.ts";
import { describeField, type Field, isField } from "./domain/field.ts";
import { rejectedRowsCsv } from "./domain/rejected-rows.ts";
import { judgeBatch } from "./judge-batch.ts";
import { countVerdicts, findBatch, listRows } from "./queries.ts";
import { type Assignment, type MappingRefusal, saveMapping } from "./save-mapping.ts";
import { describeFileRefusal } from "./spreadsheet/file-refusal.ts";
import { defaultLimits } from "./spreadsheet/limits.ts";
import { type UploadedFile, uploadFile } from "./upload-file.ts";

export type TableImport = {
  file: UploadedFile;
  /** Heading → field (or null: do not read); columns that are missing keep their proposal. */
  mapping?: Record<string, string | null> | undefined;
  /** Judge only, write no case. */
  dryRun: boolean;
  onProgress: (step: "judging" | "applying", done: number, of: number) => void;
};

export type ImportReport = {
  batchId: string;
  rows: number;
  counts: Omit<Counts, "open">;
  applied: number;
  columns: { header: string; field: string | null }[];
  /** The rejected rows as CSV; undefined when there are none. */
  rejectedCsv: string | undefined;
  errors: { row: number; column: string; reason: string }[];
};

/** Gives what happened, or the German reasons why the table cannot be read. */
export async function importTable(context: Context, table: TableImport): Promise<Result<ImportReport, string[]>> {
  const uploaded = await uploadFile(context, table.file);
  if (!uploaded.ok) return refused([describeFileRefusal(uploaded.refusal)]);
  const batchId = uploaded.value;
  const batch = await read(context, batchId);
  const assignment = assignmentOf(batch, table.mapping ?? {});
  const mapped = assignment.ok
    ? await saveMapping(context, batchId, assignment.value, { inBackground: false })
    : assignment;
  if (!mapped.ok) {
    await discardBatch(context, batchId);
    return refused(reasonsOf(mapped.refusal));
  }
  await judgeAndApply(context, batch, table);
  const report = await reportOf(context, batchId);
  if (table.dryRun) await discardBatch(context, batchId);
  return ok(report);
}

async function judgeAndApply(context: Context, batch: Batch, { dryRun, onProgress }: TableImport): Promise<void> {
  const follow = (step: "judging" | "applying", partSize: number, of: number): (() => void) => {
    let done = 0;
    return () => onProgress(step, (done = Math.min(of, done + partSize)), of);
  };
  await judgeBatch(context, batch.id, context.today, { onPart: follow("judging", 500, batch.rowCount) });
  const open = (await countVerdicts(context, [batch.id])).get(batch.id)?.open ?? 0;
  if (dryRun || open === 0) return;
  await startApplying(context, batch.id, { inBackground: false });
  await applyBatch(context, batch.id, context.today, { onPart: follow("applying", 200, open) });
}

const reasonsOf = (refusal: string[] | MappingRefusal): string[] =>
  Array.isArray(refusal)
    ? refusal
    : [
        ...refusal.missing.map((name) => `Keine Spalte ist zugeordnet für: ${name}.`),
        ...refusal.doubles.map(({ message }) => message),
      ];

async function read(context: Context, batchId: string): Promise<Batch> {
  const batch = await findBatch(context, batchId);
  if (!batch) throw new Error(`import ${batchId} not found`);
  return batch;
}

/** The proposal with the caller's changes; a heading or a field that does not exist is named, not passed over. */
function assignmentOf(batch: Batch, changes: Record<string, string | null>): Result<Assignment, string[]> {
  const headers = new Set(batch.mapping.map(({ header }) => header));
  const faults = Object.entries(changes).flatMap(([header, field]) => [
    ...(headers.has(header) ? [] : [`Die Tabelle hat keine Spalte „${header}“.`]),
    ...(field === null || isField(field) ? [] : [`Eine Bedeutung „${field}“ gibt es nicht.`]),
  ]);
  if (faults.length > 0) return refused(faults);
  const assigned = new Set(Object.values(changes));
  const entries = batch.mapping.flatMap(({ column, header, field }): [number, Field][] => {
    const changed = changes[header];
    if (changed === undefined) return field && !assigned.has(field) ? [[column, field]] : [];
    return changed !== null && isField(changed) ? [[column, changed]] : [];
  });
  return ok(new Map(entries));
}

async function reportOf(context: Context, batchId: string): Promise<ImportReport> {
  const batch = await read(context, batchId);
  const counts = (await countVerdicts(context, [batchId])).get(batchId);
  if (!counts) throw new Error(`import ${batchId} not counted`);
  const rejected = await listRows(context, batchId, { verdict: "error", limit: defaultLimits.rows });
  const { open: _open, ...byVerdict } = counts;
  return {
    batchId,
    rows: batch.rowCount,
    counts: byVerdict,
    applied: batch.appliedCount,
    columns: batch.mapping.map(({ header, field }) => ({ header, field: field && describeField(field).label })),
    rejectedCsv: rejected.length > 0 ? rejectedRowsCsv(batch.header, rejected) : undefined,
    errors: rejected.flatMap(({ rowNo, errors }) =>
      errors.map(({ column, reason }) => ({ row: rowNo, column, reason })),
    ),
  };
}
