/** Stops of earlier attempts that a new one has to answer to. The database asks the same (app.closed_gate). */
import { sql } from "kysely";
import { type Day, dayInGermany } from "../../kernel/day.ts";
import type { Db } from "../../platform/change.ts";

/** The day on which the court spoke (§§ 80, 123 VwGO); undefined: no stop, or its decision is in the file. */
export async function courtStopOf({ db }: { db: Db }, caseId: string): Promise<Day | undefined> {
  const { rows } = await sql<{ at: Date | null }>`select app.court_stop_open(${caseId}::uuid) as at`.execute(
    db as never,
  );
  return rows[0]?.at ? dayInGermany(rows[0].at) : undefined;
}

/** Grund, aus dem eine Maßnahme gestoppt wurde (domain.md 4.14). */
export type StopReason = "court" | "medical" | "prosecutor" | "authority";

/** The reasons for which a measure with this person was stopped, also as a companion of another case. */
export async function stopReasonsOf({ db }: { db: Db }, caseId: string): Promise<StopReason[]> {
  const rows = await db
    .selectFrom("stop_signal as s")
    .innerJoin("measure_person as p", "p.measure_id", "s.measure_id")
    .select("s.reason")
    .distinct()
    .where("p.case_id", "=", caseId)
    .execute();
  // The check constraint knows the four reasons.
  return rows.map(({ reason }) => reason as StopReason);
}
