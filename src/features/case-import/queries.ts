/** All reads of imports. Row-level security keeps each authority to its own. */
import type { Db } from "../../platform/change.ts";
import type { Batch, BatchStatus, Counts, Verdict } from "./batch.ts";
import type { PlaceQuestion } from "./domain/address.ts";
import type { CaseDraft } from "./domain/case-draft.ts";
import type { Mapping } from "./domain/column-mapping.ts";
import type { RowError } from "./domain/row-cells.ts";
import type { SheetRow } from "./domain/sheet-row.ts";

type Reader = { db: Db };

const batches = ({ db }: Reader) =>
  db
    .selectFrom("import_batch as b")
    .innerJoin("officer as o", "o.id", "b.officer_id")
    .select(["b.id", "b.owner_id", "b.file_name", "b.status", "b.header", "b.mapping", "b.notes", "b.row_count"])
    .select(["b.judged_count", "b.applied_count", "b.created_at", "b.version", "o.display_name"]);

type BatchRow = Awaited<ReturnType<ReturnType<typeof batches>["execute"]>>[number];

const batchOf = (row: BatchRow): Batch => ({
  id: row.id,
  ownerId: row.owner_id,
  fileName: row.file_name,
  // Written by this feature only, from the values of the type.
  status: row.status as BatchStatus,
  header: row.header,
  mapping: row.mapping as Mapping,
  notes: row.notes,
  rowCount: row.row_count,
  judgedCount: row.judged_count,
  appliedCount: row.applied_count,
  createdAt: row.created_at,
  officerName: row.display_name,
  version: row.version,
});

export async function findBatch(reader: Reader, id: string): Promise<Batch | undefined> {
  const row = await batches(reader).where("b.id", "=", id).executeTakeFirst();
  return row && batchOf(row);
}

export const batchOrders = { datum: "b.created_at", datei: "b.file_name", zeilen: "b.row_count" } as const;
export type BatchList = { order: keyof typeof batchOrders; direction: "asc" | "desc"; limit: number; offset: number };

export async function listBatches(reader: Reader, ownerId: string, list: BatchList): Promise<Batch[]> {
  const rows = await batches(reader)
    .where("b.owner_id", "=", ownerId)
    .orderBy(batchOrders[list.order], list.direction)
    .orderBy("b.id", list.direction)
    .limit(list.limit)
    .offset(list.offset)
    .execute();
  return rows.map(batchOf);
}

export async function countBatches({ db }: Reader, ownerId: string): Promise<number> {
  const row = await db
    .selectFrom("import_batch")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .where("owner_id", "=", ownerId)
    .executeTakeFirstOrThrow();
  return row.n;
}

/** The columns that the authority confirmed last for a table with this heading. */
export async function lastMapping({ db }: Reader, ownerId: string, header: string[]): Promise<Mapping | undefined> {
  const rows = await db
    .selectFrom("import_batch")
    .select(["header", "mapping"])
    .where("owner_id", "=", ownerId)
    .where("status", "in", ["judging", "judged", "running", "done"])
    .orderBy("created_at", "desc")
    .limit(20)
    .execute();
  const found = rows.find((row) => header.join("\n") === row.header.join("\n"));
  return found && (found.mapping as Mapping);
}

/** Rows by verdict; `open` could be taken over now. */
export async function countVerdicts({ db }: Reader, batchIds: readonly string[]): Promise<Map<string, Counts>> {
  const empty = { new: 0, update: 0, unchanged: 0, question: 0, error: 0, open: 0 };
  const counts = new Map<string, Counts>(batchIds.map((id) => [id, { ...empty }]));
  if (batchIds.length === 0) return counts;
  const rows = await db
    .selectFrom("import_row")
    .select(["batch_id", "verdict", ({ fn }) => fn.countAll<number>().as("n")])
    .select(({ fn }) => fn.count<number>("applied_at").as("applied"))
    .where("batch_id", "in", batchIds)
    .where("verdict", "is not", null)
    .groupBy(["batch_id", "verdict"])
    .execute();
  for (const { batch_id, verdict, n, applied } of rows) {
    const of = counts.get(batch_id);
    if (!of) continue;
    of[verdict as Verdict] = n;
    if (verdict === "new" || verdict === "update") of.open += n - applied;
  }
  return counts;
}

export type ImportedRow = {
  rowNo: number;
  cells: string[];
  verdict: Verdict | null;
  errors: RowError[];
  notes: string[];
  draft: CaseDraft | null;
  question: PlaceQuestion | null;
  appliedAt: Date | null;
  caseId: string | null;
};

export type RowFilter = { verdict?: Verdict | undefined; after?: number; limit: number; offset?: number };

/** Rows in the order of the table. */
export async function listRows({ db }: Reader, batchId: string, filter: RowFilter): Promise<ImportedRow[]> {
  let query = db
    .selectFrom("import_row")
    .select(["row_no", "cells", "verdict", "errors", "notes", "draft", "question", "applied_at", "case_id"])
    .where("batch_id", "=", batchId)
    .orderBy("row_no")
    .limit(filter.limit)
    .offset(filter.offset ?? 0);
  if (filter.verdict) query = query.where("verdict", "=", filter.verdict);
  if (filter.after !== undefined) query = query.where("row_no", ">", filter.after);
  return (await query.execute()).map((row) => ({
    rowNo: row.row_no,
    cells: row.cells,
    verdict: row.verdict as Verdict | null,
    errors: row.errors,
    notes: row.notes,
    draft: row.draft,
    question: row.question,
    appliedAt: row.applied_at,
    caseId: row.case_id,
  }));
}

/** The first rows as they stood in the table. */
export async function sampleRows({ db }: Reader, batchId: string, count: number): Promise<SheetRow[]> {
  const rows = await db
    .selectFrom("import_row")
    .select(["row_no", "cells"])
    .where("batch_id", "=", batchId)
    .orderBy("row_no")
    .limit(count)
    .execute();
  return rows.map(({ row_no, cells }) => ({ rowNo: row_no, cells }));
}

/** What the last table said about a case beyond person and address. */
export async function lastDraftOf({ db }: Reader, ownerId: string, caseId: string): Promise<LastDraft | undefined> {
  const row = await db
    .selectFrom("import_row")
    .select(["draft", "applied_at"])
    .where("case_id", "=", caseId)
    .where("owner_id", "=", ownerId)
    .where("applied_at", "is not", null)
    .orderBy("applied_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.applied_at && row.draft ? { draft: row.draft, at: row.applied_at } : undefined;
}

export type LastDraft = { draft: CaseDraft; at: Date };
