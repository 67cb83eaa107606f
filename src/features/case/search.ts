/**
 * Name search: every word typed must begin a search word of the case. Only cases that the caller may see are looked at,
 * so an unseen case neither appears nor changes a count.
 */
import { sql } from "kysely";
import { searchForms } from "../../kernel/search-form.ts";
import type { Context } from "../../platform/context.ts";
import { fileNumberToken, type TokenKind } from "./search-tokens.ts";

export type SearchHit = { caseId: string; kinds: TokenKind[]; matched: string[] };

const limit = 100;

/**
 * Words of the query in search form, the longest and so rarest first. A word with a digit and a sign of file numbers is
 * one: cut at its signs it would match half the authority.
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
    .map((group) => group.filter(({ length }) => length >= 2))
    .toSorted((a, b) => longest(b) - longest(a));
}

const longest = (group: readonly string[]): number => Math.max(0, ...group.map(({ length }) => length));

const begins = (group: readonly string[]) =>
  sql`(${sql.join(
    group.map((word) => sql`(t.token >= ${word} and t.token < ${`${word}\uffff`})`),
    sql` or `,
  )})`;

/** Cases of the own authority, and cases in which it has a part, that match every word; at most 100. */
export async function searchCases({ db, actor }: Context, text: string): Promise<SearchHit[]> {
  const groups = groupsOf(text).filter((group) => group.length > 0);
  if (groups.length === 0) return [];
  const isOwner = ["caseworker", "supervisor"].includes(actor.role);
  const mine = isOwner
    ? sql`t.owner_id = ${actor.authorityId}`
    : sql`t.case_id in (select case_id from case_party where authority_id = ${actor.authorityId} and ended_at is null)`;
  const [first = [], ...rest] = groups;
  const others = rest.map(
    (group) => sql`and exists (select from search_token t where t.case_id = g.case_id and ${begins(group)})`,
  );
  const found = await sql<{ case_id: string; kinds: TokenKind[]; tokens: string[] }>`
    select g.case_id, g.kinds, g.tokens
    from (select t.case_id, array_agg(distinct t.kind) as kinds, array_agg(distinct t.token) as tokens
      from search_token t where ${mine} and ${begins(first)} group by t.case_id) g
    where true ${sql.join(others, sql` `)} order by g.case_id limit ${sql.lit(limit)}`.execute(db as never);
  return found.rows.map((row) => ({ caseId: row.case_id, kinds: row.kinds, matched: row.tokens }));
}
