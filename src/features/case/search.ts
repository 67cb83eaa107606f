/**
 * Name search: every word typed must begin a search word of the case. Only cases that the caller may see are looked at,
 * so an unseen case neither appears nor changes a count.
 */
import { type RawBuilder, sql } from "kysely";
import { searchForms } from "../../kernel/search-form.ts";
import type { Context } from "../../platform/context.ts";
import { fileNumberToken } from "./search-tokens.ts";

export type SearchHit = { caseId: string; matched: string[] };

type Rows = RawBuilder<unknown>;

const limit = 100;

/**
 * Words of the query in search form. A word with a digit and a sign of file numbers is one: cut at its signs it would
 * match half the authority.
 */
function groupsOf(text: string): string[][] {
  return text
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 6)
    .map((word) =>
      /\d/.test(word) && /[./-]/.test(word)
        ? [fileNumberToken(word)]
        : [...new Set([...searchForms(word), fileNumberToken(word)])],
    )
    .map((group) => group.filter(({ length }) => length >= 2));
}

function begins(group: readonly string[], table = "t"): Rows {
  const token = sql.ref(`${table}.token`);
  const ranges = group.map((word) => sql`(${token} >= ${word} and ${token} < ${`${word}\uffff`})`);
  return sql`(${sql.join(ranges, sql` or `)})`;
}

const named = (mine: Rows, group: readonly string[]): Rows =>
  sql`select t.case_id from search_token t where ${mine} and ${begins(group)}`;

/** Beyond this many rows a word is common, and how common no longer matters. */
const common = 2000;

type Word = { group: readonly string[]; cases: number };

/** The word that the fewest cases have comes first. */
async function rarestFirst({ db }: Context, mine: Rows, groups: readonly string[][]): Promise<Word[]> {
  if (groups.length < 2) return groups.map((group) => ({ group, cases: 0 }));
  const counts = groups.map(
    (group) => sql`(select count(*)::int from (${named(mine, group)} limit ${sql.lit(common)}) named)`,
  );
  const { rows } = await sql<{ counts: number[] }>`select array[${sql.join(counts)}] as counts`.execute(db as never);
  return groups
    .map((group, index) => ({ group, cases: rows[0]?.counts[index] ?? 0 }))
    .toSorted((a, b) => a.cases - b.cases);
}

/** Rows that are walked for the hits: a case may have several words that begin alike. */
const walked = 2 * limit;

/**
 * Cases with every word. Those of the rare words are found in the index and compared; the rest is asked of each of them.
 * `limit 1` keeps the planner from turning the question round and reading all cases with a common word.
 */
function casesWith(mine: Rows, words: readonly Word[]): Rows {
  const rare = words.filter(({ cases }, index) => index === 0 || cases < common);
  const others = words
    .slice(rare.length)
    .map(
      ({ group }) =>
        sql`(select true from search_token o where o.case_id = n.case_id and ${begins(group, "o")} limit 1)`,
    );
  const found = sql.join(
    rare.map(({ group }) => named(mine, group)),
    sql` intersect `,
  );
  return sql`select n.case_id from (${found}) n where ${sql.join([sql`true`, ...others], sql` and `)}
    limit ${sql.lit(walked)}`;
}

/** Cases of the own authority, and cases in which it has a part, that match every word; at most 100. */
export async function searchCases(context: Context, text: string): Promise<SearchHit[]> {
  const { db, actor } = context;
  const groups = groupsOf(text).filter((group) => group.length > 0);
  const isOwner = ["caseworker", "supervisor"].includes(actor.role);
  const mine = isOwner
    ? sql`t.owner_id = ${actor.authorityId}`
    : sql`t.case_id in (select case_id from case_party where authority_id = ${actor.authorityId} and ended_at is null)`;
  const words = await rarestFirst(context, mine, groups);
  const [first] = words;
  if (!first) return [];
  const { rows } = await sql<{ case_id: string; tokens: string[] }>`
    select h.case_id, array(select distinct t.token from search_token t
      where t.case_id = h.case_id and ${begins(first.group)} order by t.token) as tokens
    from (select distinct w.case_id from (${casesWith(mine, words)}) w
      order by w.case_id limit ${sql.lit(limit)}) h order by h.case_id`.execute(db as never);
  return rows.map(({ case_id, tokens }) => ({ caseId: case_id, matched: tokens }));
}
