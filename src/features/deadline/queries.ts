/** Reads of the stored deadlines: by date behind the last line, one with its derivation, how many a day. */
import { type RawBuilder, sql } from "kysely";
import { day, type Day } from "../../kernel/day.ts";
import type { LegalReference } from "../../kernel/legal-reference.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Db } from "../../platform/change.ts";
import type { DeadlineState } from "./domain/case-book.ts";
import type { Range } from "./list-definition.ts";

type Reader = { db: Db };

/** Calendar of the authority's Land, for example `DE-NW` (§ 31 Abs. 3 VwVfG). */
export async function calendarOf({ db }: Reader, authorityId: string): Promise<string> {
  const row = await db.selectFrom("authority").select("land").where("id", "=", authorityId).executeTakeFirstOrThrow();
  return `DE-${row.land}`;
}

export type ListedDeadline = {
  caseId: string;
  key: string;
  fileNumber: string;
  rule: string;
  title: string;
  norm: string | undefined;
  missed: string | undefined;
  legalEnd: Day;
  planOn: Day;
};

type Row = {
  case_id: string;
  key: string;
  file_number: string;
  rule: string;
  title: string;
  norm: string | null;
  missed: string | null;
  legal_end: string;
  operational_end: string;
};

export type ListAsk = Range & {
  rule: string | undefined;
  az: string | undefined;
  after: readonly [string, string, string] | undefined;
  limit: number;
};

/** As the search words of cases are written: upper case, without spaces. */
const casesByFileNumber = (authorityId: string, az: string): RawBuilder<unknown> => {
  const token = az.toUpperCase().replaceAll(/[^A-Z0-9./-]/g, "");
  return sql`select t.case_id from search_token t where t.owner_id = ${authorityId} and t.kind = 'fileNumber'
    and t.token >= ${token} and t.token < ${`${token}\uffff`}`;
};

/** More cases than this are no filter but the whole list again; the page asks for more of the file number. */
const mostCases = 2000;

export async function isTooShort({ db }: Reader, { authorityId }: Actor, az: string): Promise<boolean> {
  const { rows } = await sql`${casesByFileNumber(authorityId, az)} limit ${sql.lit(mostCases + 1)}`.execute(
    db as never,
  );
  return rows.length > mostCases;
}

function conditionsOf({ authorityId }: Actor, { from, to, rule, az, after }: ListAsk): RawBuilder<unknown> {
  const found = [sql`d.owner_id = ${authorityId}`, sql`d.status <> 'ended'`];
  found.push(sql`d.operational_end >= ${from.toString()}::date`);
  if (to) found.push(sql`d.operational_end <= ${to.toString()}::date`);
  if (rule) found.push(sql`d.rule = ${rule}`);
  if (az) found.push(sql`d.case_id = any(array(${casesByFileNumber(authorityId, az)}))`);
  if (after)
    found.push(sql`(d.operational_end, d.case_id, d.key) > (${after[0]}::date, ${after[1]}::uuid, ${after[2]}::text)`);
  return sql.join(found, sql` and `);
}

/** Deadlines of the own authority by the day to plan on: running ones, and those that have lapsed. */
export async function listDeadlines({ db }: Reader, actor: Actor, ask: ListAsk): Promise<ListedDeadline[]> {
  const { rows } = await sql<Row>`with page as materialized (
      select d.case_id, d.key, d.rule, d.title, d.legal_end, d.operational_end,
        d.details->'norm'->>'norm' as norm, d.details->>'missed' as missed
      from case_deadline d where ${conditionsOf(actor, ask)}
      order by d.operational_end, d.case_id, d.key limit ${sql.lit(ask.limit)})
    select p.*, c.file_number from page p join case_file c on c.id = p.case_id
    order by p.operational_end, p.case_id, p.key`.execute(db as never);
  return rows.map((row) => ({
    caseId: row.case_id,
    key: row.key,
    fileNumber: row.file_number,
    rule: row.rule,
    title: row.title,
    norm: row.norm ?? undefined,
    missed: row.missed ?? undefined,
    legalEnd: day(row.legal_end),
    planOn: day(row.operational_end),
  }));
}

export const countedUpTo = 100;

/** How many deadlines end on each day, counted up to a hundred: nobody needs the exact number of thousands. */
export async function countByDay(
  { db }: Reader,
  { authorityId }: Actor,
  { from, to, rule }: Range & { to: Day; rule: string | undefined },
): Promise<Map<string, number>> {
  const byRule = rule ? sql`and d.rule = ${rule}` : sql``;
  const { rows } = await sql<{ on: string; n: number }>`
    select g.at::date::text as "on", c.n
    from generate_series(${from.toString()}::date, ${to.toString()}::date, interval '1 day') g(at)
    cross join lateral (select count(*)::int as n from (
      select from case_deadline d where d.owner_id = ${authorityId} and d.status <> 'ended'
        and d.operational_end = g.at::date ${byRule} limit ${sql.lit(countedUpTo)}) found) c
    where c.n > 0`.execute(db as never);
  return new Map(rows.map(({ on, n }) => [on, n]));
}

export type StoredStep = { text: string; norm?: string; day?: string };

/** A deadline as it was stored with its case, with the derivation of that day. */
export type StoredDeadline = {
  key: string;
  rule: string;
  title: string;
  legalEnd: Day;
  planOn: Day;
  running: boolean;
  details: {
    norm: LegalReference;
    steps: readonly StoredStep[];
    missed: string;
    notes: readonly string[];
    state: DeadlineState;
    planned: boolean;
    /** Whose holidays counted; older rows do not say. */
    calendar?: string;
  };
};

export async function storedDeadlines({ db }: Reader, caseId: string): Promise<StoredDeadline[]> {
  const rows = await db
    .selectFrom("case_deadline")
    .selectAll()
    .where("case_id", "=", caseId)
    .orderBy("operational_end")
    .orderBy("key")
    .execute();
  return rows.map((row) => ({
    key: row.key,
    rule: row.rule,
    title: row.title,
    legalEnd: day(row.legal_end),
    planOn: day(row.operational_end),
    running: row.status === "running",
    // Written by renewDeadlines only.
    details: row.details as StoredDeadline["details"],
  }));
}
