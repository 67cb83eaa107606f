/** Reads of the journal. Row-level security keeps each authority to its own. */
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
export async function listJournal(reader: Reader, chain: string, filter: JournalFilter): Promise<JournalLine[]> {
  const numbers = await numbersOf(reader, chain, filter);
  if (numbers.isEmpty) return [];
  const query = reader.db
    .selectFrom("journal as j")
    .leftJoin("officer as o", "o.id", "j.officer_id")
    .leftJoin("authority as a", "a.id", "j.actor_authority")
    .select(["j.seq", "j.recorded_at", "o.display_name", "a.name", "j.subject", "j.case_id", "j.event", "j.data"])
    .where(matching(chain, filter, numbers))
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

/**
 * A line gets number and time under one lock, so a period is a range of numbers. They are looked up first: inside the
 * statement of the list the policy would keep them out of the index, and every later line would be read.
 */
async function firstSince({ db }: Reader, chain: string, at: Date): Promise<number | undefined> {
  const first = db.selectFrom("journal").select("seq").where("chain", "=", chain).where("recorded_at", ">=", at);
  return (await first.orderBy("recorded_at").limit(1).executeTakeFirst())?.seq;
}

async function numbersOf(reader: Reader, chain: string, { from, until, before }: JournalFilter) {
  const [first, end] = await Promise.all([
    from && firstSince(reader, chain, from),
    until && firstSince(reader, chain, until),
  ]);
  return { first, below: Math.min(before ?? Infinity, end ?? Infinity), isEmpty: from !== undefined && !first };
}

function matching(
  chain: string,
  { caseId, events, by }: JournalFilter,
  numbers: { first?: number | undefined; below: number },
) {
  const conditions = [sql`j.chain = ${chain}`];
  if (caseId) conditions.push(sql`j.case_id = ${caseId}`);
  if (events) conditions.push(sql`j.event in (${sql.join([...events])})`);
  if (by === "system") conditions.push(sql`j.officer_id is null`);
  else if (by === "andere") conditions.push(sql`j.actor_authority <> ${chain}`);
  else if (by) conditions.push(sql`j.officer_id = ${by}`);
  if (numbers.first) conditions.push(sql`j.seq >= ${numbers.first}`);
  if (numbers.below < Infinity) conditions.push(sql`j.seq < ${numbers.below}`);
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}
