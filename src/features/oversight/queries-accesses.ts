/** Reads of the access log: who looked at what and why, never the content. Row-level security keeps each authority to its own. */
import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../platform/change.ts";

export type AccessLine = {
  id: number;
  at: Date;
  officerName: string;
  authorityName: string;
  role: string;
  caseId: string | null;
  what: string;
  purpose: string;
  hits: number;
};

export type AccessFilter = {
  /** At cases of the authority, or by its officers. */
  side: "ourCases" | "ourOfficers";
  caseId?: string;
  /** The id of an officer, "andere" for those of other authorities; a program notes no access. */
  by?: string;
  from?: Date;
  /** Exclusive. */
  until?: Date;
  /** Number of the last line shown. */
  before?: number;
  limit: number;
};

/** The latest first; lines of one moment by their number. */
export async function listAccesses(
  { db }: { db: Db },
  authorityId: string,
  filter: AccessFilter,
): Promise<AccessLine[]> {
  const rows = await db
    .selectFrom("access_log as l")
    .innerJoin("officer as o", "o.id", "l.officer_id")
    .innerJoin("authority as a", "a.id", "l.authority_id")
    .select(["l.id", "l.at", "o.display_name", "a.name", "l.role", "l.case_id", "l.what", "l.purpose", "l.hits"])
    .where(sql<boolean>`${sql.join(conditionsOf(authorityId, filter), sql` and `)}`)
    .orderBy("l.at", "desc")
    .orderBy("l.id", "desc")
    .limit(filter.limit)
    .execute();
  return rows.map(({ display_name: officerName, name: authorityName, case_id: caseId, ...line }) => ({
    ...line,
    officerName,
    authorityName,
    caseId,
  }));
}

function conditionsOf(
  authorityId: string,
  { side, caseId, by, from, until, before }: AccessFilter,
): RawBuilder<unknown>[] {
  const found = [side === "ourCases" ? sql`l.owner_id = ${authorityId}` : sql`l.authority_id = ${authorityId}`];
  if (caseId) found.push(sql`l.case_id = ${caseId}`);
  if (by === "system") found.push(sql`false`);
  else if (by === "andere") found.push(sql`l.authority_id <> ${authorityId}`);
  else if (by) found.push(sql`l.officer_id = ${by}`);
  if (from) found.push(sql`l.at >= ${from}`);
  if (until) found.push(sql`l.at < ${until}`);
  if (before) found.push(sql`(l.at, l.id) < (select b.at, b.id from access_log b where b.id = ${before})`);
  return found;
}
