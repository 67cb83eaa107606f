/** Reads of the journal and of the access log. Row-level security keeps each authority to its own. */
import { sql } from "kysely";
import type { Db } from "../../platform/change.ts";

type Reader = { db: Db };

export type JournalLine = {
  seq: number;
  recordedAt: Date;
  officerName: string | undefined;
  authorityName: string | undefined;
  subject: string;
  caseId: string | null;
  event: string;
  data: Record<string, unknown>;
};

export type JournalFilter = {
  caseId?: string;
  events?: readonly string[];
  /** The id of an officer, "andere" for those of other authorities, "system" for what nobody did by hand. */
  by?: string;
  from?: Date;
  /** Exclusive. */
  until?: Date;
  before?: number;
  limit: number;
};

/** The chain of the authority, the latest first; one case of it with `caseId`. */
export async function listJournal({ db }: Reader, chain: string, filter: JournalFilter): Promise<JournalLine[]> {
  const query = db
    .selectFrom("journal as j")
    .leftJoin("officer as o", "o.id", "j.officer_id")
    .leftJoin("authority as a", "a.id", "j.actor_authority")
    .select(["j.seq", "j.recorded_at", "o.display_name", "a.name", "j.subject", "j.case_id", "j.event", "j.data"])
    .where(matching(chain, filter))
    .orderBy("j.seq", "desc")
    .limit(filter.limit);
  return (await query.execute()).map((row) => ({
    seq: row.seq,
    recordedAt: row.recorded_at,
    officerName: row.display_name ?? undefined,
    authorityName: row.name ?? undefined,
    subject: row.subject,
    caseId: row.case_id,
    event: row.event,
    data: JSON.parse(row.data),
  }));
}

function matching(chain: string, { caseId, events, by, from, until, before }: JournalFilter) {
  const conditions = [sql`j.chain = ${chain}`];
  if (caseId) conditions.push(sql`j.case_id = ${caseId}`);
  if (events) conditions.push(sql`j.event in (${sql.join([...events])})`);
  if (by === "system") conditions.push(sql`j.officer_id is null`);
  else if (by === "andere") conditions.push(sql`j.actor_authority <> ${chain}`);
  else if (by) conditions.push(sql`j.officer_id = ${by}`);
  if (from) conditions.push(sql`j.recorded_at >= ${from}`);
  if (until) conditions.push(sql`j.recorded_at < ${until}`);
  if (before !== undefined) conditions.push(sql`j.seq < ${before}`);
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

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

export type AccessFilter = { side: "ourCases" | "ourOfficers"; caseId?: string; before?: Date; limit: number };

/** Who looked at what and why: at cases of the authority, or by its officers. Never the content. */
export async function listAccesses({ db }: Reader, authorityId: string, filter: AccessFilter): Promise<AccessLine[]> {
  let query = db
    .selectFrom("access_log as l")
    .innerJoin("officer as o", "o.id", "l.officer_id")
    .innerJoin("authority as a", "a.id", "l.authority_id")
    .select(["l.id", "l.at", "o.display_name", "a.name", "l.role", "l.case_id", "l.what", "l.purpose", "l.hits"])
    .where(filter.side === "ourCases" ? "l.owner_id" : "l.authority_id", "=", authorityId)
    .orderBy("l.at", "desc")
    .limit(filter.limit);
  if (filter.caseId) query = query.where("l.case_id", "=", filter.caseId);
  if (filter.before) query = query.where("l.at", "<", filter.before);
  return (await query.execute()).map((row) => ({
    id: row.id,
    at: row.at,
    officerName: row.display_name,
    authorityName: row.name,
    role: row.role,
    caseId: row.case_id,
    what: row.what,
    purpose: row.purpose,
    hits: row.hits,
  }));
}
