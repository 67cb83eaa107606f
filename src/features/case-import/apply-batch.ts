/**
 * Takes judged rows over into cases, some hundred a transaction that also marks them as taken over: a process that is
 * killed in between goes on exactly where the last commit stopped. Nothing is half-written, nothing is done twice.
 */
import { setImmediate } from "node:timers/promises";
import { sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import type { Change } from "../../platform/change.ts";
import type { Context } from "../../platform/context.ts";
import type { Batch } from "./batch.ts";
import { lockBatch, saveBatch, saveProgress, wrongState } from "./lock-batch.ts";
import { countVerdicts } from "./queries.ts";
import { refuseRow } from "./refuse-row.ts";
import { applyJob, judgeJob, jobsFor, type StepOptions } from "./run-jobs.ts";
import { type JudgedRow, type TakenOver, takeOverRows } from "./take-over-rows.ts";

const rowsAtOnce = 200;

type StartOptions = StepOptions & { seenVersion?: number };

/** „Übernehmen“: from here the rows are taken over without further question. */
export const startApplying = (context: Context, batchId: string, options: StartOptions = {}): Promise<void> =>
  context.change(async (change) => {
    const batch = await lockBatch(change, batchId, options.seenVersion);
    if (batch.status !== "judged" && batch.status !== "done")
      throw wrongState("Übernommen wird erst, wenn die Prüfung fertig ist.");
    const open = (await countVerdicts(change, [batchId])).get(batchId)?.open ?? 0;
    if (open === 0) throw wrongState("In diesem Import ist keine Zeile offen, die übernommen werden kann.");
    await saveBatch(change, batch, { status: "running" });
    const { today } = context;
    change.record(
      { subject: `import:${batchId}`, event: "importStarted", data: { rows: open } },
      jobsFor(context.actor, applyJob, { batchId, today, ...options }),
    );
    change.announce(`import:${batchId}`);
  });

/** „Fortsetzen“: asks for the job of a step again that stopped, for example because the server was switched off. */
export const resume = (context: Context, batchId: string, options: StepOptions = {}): Promise<void> =>
  context.change(async (change) => {
    const { status } = await lockBatch(change, batchId);
    if (status !== "judging" && status !== "running") throw wrongState("An diesem Import läuft nichts, was stockt.");
    const name = status === "judging" ? judgeJob : applyJob;
    const { today } = context;
    change.record(
      { subject: `import:${batchId}`, event: "importResumed", data: { step: status } },
      jobsFor(context.actor, name, { batchId, today, ...options }),
    );
  });

export type ApplyOptions = {
  /** Stop after so many transactions, as a killed process would; for tests of going on. */
  parts?: number;
  /** Told after each transaction. */
  onPart?: () => void;
};

/** Runs until no row is open, or until the import was discarded meanwhile. */
export async function applyBatch(
  context: Context,
  batchId: string,
  today: Day,
  { parts = Infinity, onPart }: ApplyOptions = {},
): Promise<void> {
  let single = 0;
  for (let part = 0; part < parts; part++) {
    const limit = single > 0 ? 1 : rowsAtOnce;
    try {
      const more = await context.change((change) => applySome(change, batchId, limit, today));
      onPart?.();
      if (!more) return;
      single = Math.max(0, single - 1);
    } catch (error) {
      if (!isRefusedByDatabase(error)) throw error;
      // One row of the part does not fit: go on row by row, and set that one aside.
      if (limit === 1) await refuseRow(context, batchId);
      else single = rowsAtOnce;
    }
    await setImmediate();
  }
}

/** SQLSTATE classes 22 (data) and 23 (constraint); everything else is no fault of a row. */
const isRefusedByDatabase = (error: unknown): boolean =>
  error instanceof Error && "code" in error && /^2[23]/.test(String(error.code));

async function applySome(change: Change, batchId: string, limit: number, today: Day): Promise<boolean> {
  const batch = await lockBatch(change, batchId);
  if (batch.status !== "running") return false;
  const rows = await openRows(change, batch, limit);
  const taken = await takeOverRows(change, rows, today);
  if (taken.length > 0) await markTakenOver(change, batch, taken);
  await saveProgress(change, batch, { applied_count: batch.appliedCount + taken.length });
  const more = rows.length === limit;
  if (!more) await finish(change, batch);
  const did = (what: TakenOver["did"]): number => taken.filter((row) => row.did === what).length;
  change.record({
    subject: `import:${batchId}`,
    event: more ? "importRowsApplied" : "importFinished",
    data: { opened: did("opened"), renewed: did("renewed"), unchanged: did("unchanged") },
  });
  change.announce(`import:${batchId}`);
  return more;
}

async function openRows({ db }: Change, { id }: Batch, limit: number): Promise<JudgedRow[]> {
  const rows = await db
    .selectFrom("import_row")
    .select(["row_no", "draft"])
    .where("batch_id", "=", id)
    .where("verdict", "in", ["new", "update"])
    .where("applied_at", "is", null)
    .orderBy("row_no")
    .limit(limit)
    .execute();
  return rows.map(({ row_no, draft }) => ({ rowNo: row_no, draft }));
}

/**
 * The cells are no longer needed: columns that were not assigned end here. The bounds say what the planner cannot know
 * without statistics: only these rows are looked at.
 */
function markTakenOver({ trx }: Change, { id }: Batch, rows: readonly TakenOver[]): Promise<unknown> {
  const rowNos = rows.map(({ rowNo }) => rowNo);
  const caseIds = rows.map(({ caseId }) => caseId);
  return sql`update import_row r set applied_at = now(), case_id = v.id, cells = '{}'
    from unnest(${rowNos}::int[], ${caseIds}::uuid[]) as v(row_no, id)
    where r.batch_id = ${id} and r.row_no = v.row_no
      and r.row_no between ${Math.min(...rowNos)} and ${Math.max(...rowNos)}`.execute(trx);
}

/** Rows without a case and without a fault need no cells either. */
async function finish(change: Change, batch: Batch): Promise<void> {
  await change.trx
    .updateTable("import_row")
    .set({ cells: [] })
    .where("batch_id", "=", batch.id)
    .where("verdict", "=", "unchanged")
    .execute();
  await saveBatch(change, batch, { status: "done" });
}
