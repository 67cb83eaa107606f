/** Reads for figures: rows without persons, and stored runs. A run is kept as it was, so a published figure can be repeated. */
import { day } from "../../kernel/day.ts";
import { newId } from "../../kernel/id.ts";
import type { Change, Db } from "../../platform/change.ts";
import type { ShownTable } from "./domain/count-table.ts";
import type { FailedMeasure } from "./domain/failed-measures.ts";

type Reader = { db: Db };

/** Measures of the authority that failed or were stopped between the days, both included. No person, no file number. */
export async function failedMeasures(
  { db }: Reader,
  ownerId: string,
  from: string,
  to: string,
): Promise<FailedMeasure[]> {
  const rows = await db
    .selectFrom("measure_outcome")
    .select(["happened_on", "phase", "cause"])
    .where("owner_id", "=", ownerId)
    .where("happened_on", ">=", from)
    .where("happened_on", "<=", to)
    .where("result", "in", ["failed", "stopped"])
    .execute();
  return rows.map((row) => ({
    failedOn: day(row.happened_on),
    // A failure is closed with its outcome: phase and cause are forced at that moment (domain.md 2.7).
    closedOn: day(row.happened_on),
    phase: row.phase ?? "",
    cause: row.cause ?? "",
  }));
}

export type StoredReport = {
  title: string;
  definition: string;
  source: string;
  completeness: string;
  years: { year: number; table: ShownTable }[];
};

export type StoredRun = {
  id: string;
  number: number;
  ownerId: string;
  ownerName: string;
  parameters: { from: string; to: string; scheme: string };
  asOf: string;
  /** The protected tables only: what a reader outside must not see is not in the row. */
  result: StoredReport;
  runAt: Date;
  released: boolean;
};

const runs = (db: Db) =>
  db
    .selectFrom("report_run as r")
    .innerJoin("authority as a", "a.id", "r.owner_id")
    .selectAll("r")
    .select("a.name as owner_name");

type Row = Awaited<ReturnType<ReturnType<typeof runs>["execute"]>>[number];

const fromRow = (row: Row): StoredRun => ({
  id: row.id,
  number: row.number,
  ownerId: row.owner_id,
  ownerName: row.owner_name,
  parameters: row.parameters,
  asOf: row.as_of,
  result: row.result,
  runAt: row.run_at,
  released: row.released,
});

/** Runs of the own authority and those that others have released, the latest first. */
export async function listRuns({ db }: Reader, limit: number, offset: number): Promise<StoredRun[]> {
  return (await runs(db).orderBy("r.run_at", "desc").limit(limit).offset(offset).execute()).map(fromRow);
}

export async function findRun({ db }: Reader, id: string): Promise<StoredRun | undefined> {
  const row = await runs(db).where("r.id", "=", id).executeTakeFirst();
  return row && fromRow(row);
}

export type NewRun = { parameters: StoredRun["parameters"]; asOf: string; result: StoredRun["result"] };

export async function saveRun({ trx, actor, record }: Change, run: NewRun): Promise<string> {
  const id = newId();
  await trx
    .insertInto("report_run")
    .values({
      id,
      owner_id: actor.authorityId,
      report: "failedMeasures",
      parameters: JSON.stringify(run.parameters),
      as_of: run.asOf,
      result: JSON.stringify(run.result),
      run_by: actor.officerId,
    })
    .execute();
  record({ subject: `report:${id}`, event: "reportRun", data: run.parameters });
  return id;
}

export async function releaseRun({ trx, actor, record }: Change, id: string): Promise<boolean> {
  const result = await trx
    .updateTable("report_run")
    .set({ released: true })
    .where("id", "=", id)
    .where("owner_id", "=", actor.authorityId)
    .where("released", "=", false)
    .executeTakeFirst();
  if (Number(result.numUpdatedRows) === 0) return false;
  record({ subject: `report:${id}`, event: "reportReleased" });
  return true;
}
