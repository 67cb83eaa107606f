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

/** Words of the query in search form; a word with a digit is also tried as file number. */
function groupsOf(text: string): string[][] {
  return text
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 6)
    .map((word) => [...new Set([...searchForms(word), fileNumberToken(word)])].filter(({ length }) => length >= 2));
}

/** Cases of the own authority, and cases in which it has a part, that match every word; at most 100. */
export async function searchCases({ db, actor }: Context, text: string): Promise<SearchHit[]> {
  const groups = groupsOf(text).filter((group) => group.length > 0);
  if (groups.length === 0) return [];
  const isOwner = ["caseworker", "supervisor"].includes(actor.role);
  const parts = groups.map((group) => {
    const begins = sql.join(
      group.map((word) => sql`(t.token >= ${word} and t.token < ${`${word}\uffff`})`),
      sql` or `,
    );
    const mine = isOwner
      ? sql`t.owner_id = ${actor.authorityId}`
      : sql`t.case_id in (select case_id from case_party where authority_id = ${actor.authorityId} and ended_at is null)`;
    return sql`select t.case_id, array_agg(distinct t.kind) as kinds, array_agg(distinct t.token) as tokens
      from search_token t where ${mine} and (${begins}) group by t.case_id`;
  });
  const [first, ...rest] = parts;
  const joins = rest.map((part, index) => sql`join (${part}) ${sql.ref(`g${index + 1}`)} using (case_id)`);
  const found = await sql<{ case_id: string; kinds: TokenKind[]; tokens: string[] }>`
    select case_id, g0.kinds, g0.tokens from (${first}) g0 ${sql.join(joins, sql` `)} order by case_id limit ${limit}`.execute(
    db as never,
  );
  return found.rows.map((row) => ({ caseId: row.case_id, kinds: row.kinds, matched: row.tokens }));
}
