/** A court's stop after which nobody has recorded what the court decided. The database asks the same (app.closed_gate). */
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
