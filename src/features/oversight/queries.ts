/** Reads of the journal and of the access log. Row-level security keeps each authority to its own. */
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

export type JournalFilter = { caseId?: string; before?: number; limit: number };

/** The chain of the authority, the latest first; one case of it with `caseId`. */
export async function listJournal(
  { db }: Reader,
  chain: string,
  { caseId, before, limit }: JournalFilter,
): Promise<JournalLine[]> {
  let query = db
    .selectFrom("journal as j")
    .leftJoin("officer as o", "o.id", "j.officer_id")
    .leftJoin("authority as a", "a.id", "j.actor_authority")
    .select(["j.seq", "j.recorded_at", "o.display_name", "a.name", "j.subject", "j.case_id", "j.event", "j.data"])
    .where("j.chain", "=", chain)
    .orderBy("j.seq", "desc")
    .limit(limit);
  if (caseId) query = query.where("j.case_id", "=", caseId);
  if (before !== undefined) query = query.where("j.seq", "<", before);
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
