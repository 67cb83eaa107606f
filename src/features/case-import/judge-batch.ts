/**
 * Judges the rows of an import, some hundred a transaction: a process that ends in between goes on with the first row that
 * has no verdict. Judging changes no case.
 */
import { setImmediate } from "node:timers/promises";
import { sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import type { Change } from "../../platform/change.ts";
import type { Context } from "../../platform/context.ts";
import { fileNumberKey, knownCases } from "../case/index.ts";
import type { Batch } from "./batch.ts";
import type { Mapping } from "./domain/column-mapping.ts";
import { type Duplicates, findDuplicates } from "./domain/file-number.ts";
import { judgeRow, type JudgeContext, type RowVerdict } from "./domain/judge-row.ts";
import type { Reference } from "./domain/reference.ts";
import type { SheetRow } from "./domain/sheet-row.ts";
import { lockBatch, saveBatch, saveProgress } from "./lock-batch.ts";
import { loadReference } from "./spreadsheet/load-reference.ts";

const rowsAtOnce = 500;

let reference: Reference | undefined;

/** Runs until every row has its verdict, or until the import was discarded meanwhile. */
export async function judgeBatch(
  context: Context,
  batchId: string,
  today: Day,
  { onPart }: { onPart?: () => void } = {},
): Promise<void> {
  reference ??= loadReference();
  let duplicates: Duplicates | undefined;
  for (;;) {
    duplicates ??= await duplicatesOf(context, batchId);
    const found = duplicates;
    const more = await context.change((change) => judgeSome(change, batchId, { today, duplicates: found }));
    onPart?.();
    if (!more) return;
    // Pages are answered between two parts.
    await setImmediate();
  }
}

type Given = { today: Day; duplicates: Duplicates };

async function judgeSome(change: Change, batchId: string, { today, duplicates }: Given): Promise<boolean> {
  const batch = await lockBatch(change, batchId);
  if (batch.status !== "judging") return false;
  const rows = await nextRows(change, batch);
  const verdicts = await judgeRows(change, batch, rows, { today, duplicates });
  await storeVerdicts(change, batch, verdicts);
  const judged = batch.judgedCount + rows.length;
  await saveProgress(change, batch, { judged_count: judged });
  const more = rows.length === rowsAtOnce;
  if (!more) await saveBatch(change, batch, { status: "judged" });
  change.record({
    subject: `import:${batchId}`,
    event: more ? "importRowsJudged" : "importJudged",
    data: { rows: rows.length, judged },
  });
  change.announce(`import:${batchId}`);
  return more;
}

async function judgeRows(change: Change, batch: Batch, rows: SheetRow[], given: Given): Promise<RowVerdict[]> {
  const column = fileNumberColumn(batch.mapping);
  const numbers = rows.map(({ cells }) => cells[column] ?? "").filter(Boolean);
  const known = await knownCases(change, batch.ownerId, numbers);
  const context: JudgeContext = {
    ...given,
    reference: (reference ??= loadReference()),
    known: (fileNumber) => known.get(fileNumberKey(fileNumber)),
  };
  return rows.map((row) => judgeRow(row, batch.mapping, context));
}

const fileNumberColumn = (mapping: Mapping): number =>
  mapping.find(({ field }) => field === "fileNumber")?.column ?? -1;

async function nextRows({ db }: Change, { id }: Batch): Promise<SheetRow[]> {
  const rows = await db
    .selectFrom("import_row")
    .select(["row_no", "cells"])
    .where("batch_id", "=", id)
    .where("verdict", "is", null)
    .orderBy("row_no")
    .limit(rowsAtOnce)
    .execute();
  return rows.map(({ row_no, cells }) => ({ rowNo: row_no, cells }));
}

// The bounds say what the planner cannot know without statistics: only these rows are looked at.
function storeVerdicts({ trx }: Change, { id }: Batch, verdicts: RowVerdict[]): Promise<unknown> {
  const lines = verdicts.map((each) => ({
    row_no: each.rowNo,
    verdict: each.verdict,
    notes: each.notes,
    errors: each.verdict === "error" ? each.errors : [],
    draft: each.verdict === "error" ? null : each.draft,
    question: each.verdict === "question" ? each.question : null,
  }));
  return sql`update import_row r set verdict = v.verdict, notes = v.notes, errors = v.errors,
      draft = nullif(v.draft, 'null'), question = nullif(v.question, 'null')
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      as v(row_no int, verdict text, notes jsonb, errors jsonb, draft jsonb, question jsonb)
    where r.batch_id = ${id} and r.row_no = v.row_no
      and r.row_no between ${lines[0]?.row_no ?? 0} and ${lines.at(-1)?.row_no ?? 0}`.execute(trx);
}

/** File numbers that stand twice in the whole table; only that column is read. */
async function duplicatesOf(context: Context, batchId: string): Promise<Duplicates> {
  const batch = await context.db
    .selectFrom("import_batch")
    .select("mapping")
    .where("id", "=", batchId)
    .executeTakeFirst();
  if (!batch) return new Map();
  const mapping = batch.mapping as Mapping;
  const column = fileNumberColumn(mapping);
  const rows = await sql<{
    rowNo: number;
    number: string | null;
  }>`select row_no as "rowNo", cells[${column + 1}] as number
    from import_row where batch_id = ${batchId} order by row_no`.execute(context.db as never);
  const sheet = rows.rows.map(({ rowNo, number }) => ({ rowNo, cells: [number ?? ""] }));
  return findDuplicates(
    sheet,
    mapping.filter((entry) => entry.column === column).map((entry) => ({ ...entry, column: 0 })),
  );
}
