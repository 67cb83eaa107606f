/**
 * The page of cases: by keyset over case_list, so that the thousandth page costs what the first one costs. Every filter
 * has an index, and none is a pattern: patterns are not leakproof and would read every row under row-level security.
 */
import { sql, type RawBuilder } from "kysely";
import { day, type Day } from "../../../kernel/day.ts";
import type { Context } from "../../../platform/context.ts";
import type { EnforceabilityState } from "../domain/enforceability-state.ts";
import { fileNumberToken } from "../search-tokens.ts";
import type { ListFilter, SortKey } from "./list-definition.ts";

export type ListedCase = {
  id: string;
  fileNumber: string;
  familyName: string;
  givenNames: string;
  state: EnforceabilityState;
  since: Day | undefined;
  nextDue: Day | undefined;
  municipality: string | undefined;
  officer: string | undefined;
  openObstacles: number;
  /** Where the next page goes on. */
  key: readonly string[];
};

/** `after`: the key of the last row that was shown. Days run forwards only, the longest waiting first. */
export type ListAsk = {
  filter: ListFilter;
  sort: SortKey;
  descending: boolean;
  after?: readonly string[] | undefined;
  limit: number;
};

const dayKeys = { seit: sql`l.since_key`, frist: sql`l.due_key` } as const;

/** Up to here the cases that a part of a file number names are looked up first; beyond, the list is walked in its order. */
const fewTokens = 20_000;

/** Cases whose file number has a part that begins like this. */
async function byFileNumber({ db, actor }: Context, text: string): Promise<RawBuilder<unknown>> {
  const token = fileNumberToken(text);
  const begins = sql`t.kind = 'fileNumber' and t.token >= ${token} and t.token < ${`${token}\uffff`}`;
  const named = sql`select t.case_id from search_token t where t.owner_id = ${actor.authorityId} and ${begins}`;
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from (${named} limit ${sql.lit(fewTokens + 1)}) named`.execute(db as never);
  if ((rows[0]?.n ?? 0) <= fewTokens) return sql`l.case_id = any(array(${named}))`;
  // `limit 1` keeps the planner from turning the question round and reading all tokens of the authority.
  return sql`(select true from search_token t where t.case_id = l.case_id and ${begins} limit 1)`;
}

async function conditions(context: Context, { stand, bearbeitung, gemeinde, hindernis, az }: ListFilter) {
  const { actor } = context;
  const found = [sql`l.owner_id = ${actor.authorityId}`];
  if (stand) found.push(sql`l.state = ${stand}`);
  if (bearbeitung === "niemand") found.push(sql`l.responsible_officer_id is null`);
  else if (bearbeitung)
    found.push(sql`l.responsible_officer_id = ${bearbeitung === "ich" ? actor.officerId : bearbeitung}::uuid`);
  if (gemeinde) found.push(sql`l.municipality_ags = ${gemeinde}`);
  if (hindernis) found.push(hindernis === "offen" ? sql`l.open_obstacles > 0` : sql`l.open_obstacles = 0`);
  if (az) found.push(await byFileNumber(context, az));
  return found;
}

function pageAfter({ sort, descending, after }: ListAsk): RawBuilder<unknown>[] {
  if (!after) return [];
  if (sort === "az") return [descending ? sql`l.file_number < ${after[0]}` : sql`l.file_number > ${after[0]}`];
  return [sql`(${dayKeys[sort]}, l.case_id) > (${after[0]}::date, ${after[1]}::uuid)`];
}

const orderOf = ({ sort, descending }: ListAsk): RawBuilder<unknown> =>
  sort === "az" ? sql`l.file_number ${sql.raw(descending ? "desc" : "asc")}` : sql`${dayKeys[sort]}, l.case_id`;

type Row = {
  id: string;
  file_number: string;
  family_name: string;
  given_names: string;
  state: EnforceabilityState;
  since: string | null;
  next_due: string | null;
  since_key: string;
  due_key: string;
  municipality: string | null;
  officer: string | null;
  open_obstacles: number;
};

const keyOf = (row: Row, sort: SortKey): string[] =>
  sort === "az" ? [row.file_number] : [sort === "seit" ? row.since_key : row.due_key, row.id];

const fromRow = (row: Row, sort: SortKey): ListedCase => ({
  id: row.id,
  fileNumber: row.file_number,
  familyName: row.family_name,
  givenNames: row.given_names,
  state: row.state,
  since: row.since ? day(row.since) : undefined,
  nextDue: row.next_due ? day(row.next_due) : undefined,
  municipality: row.municipality ?? undefined,
  officer: row.officer ?? undefined,
  openObstacles: row.open_obstacles,
  key: keyOf(row, sort),
});

/**
 * One official may have ten cases or half of the authority's, so the values decide which index is walked: a plan that is
 * kept for all values read and sorted every case of the official.
 */
const planBy = ({ db }: Context, mode: "auto" | "force_custom_plan"): Promise<unknown> =>
  sql`set local plan_cache_mode = ${sql.raw(mode)}`.execute(db as never);

/** Cases of the own authority. The page is cut first; names are read for its rows only. */
export async function listCases(context: Context, ask: ListAsk): Promise<ListedCase[]> {
  const where = sql.join([...(await conditions(context, ask.filter)), ...pageAfter(ask)], sql` and `);
  const order = orderOf(ask);
  const [, { rows }] = await Promise.all([
    planBy(context, "force_custom_plan"),
    sql<Row>`select l.case_id as id, l.file_number, p.family_name, p.given_names, l.state, l.since,
      l.next_due, l.since_key::text, l.due_key::text, m.name as municipality, f.display_name as officer, l.open_obstacles
    from (select * from case_list l where ${where} order by ${order} limit ${sql.lit(ask.limit)}) l
    join person_identity p on p.case_id = l.case_id
    left join municipality m on m.ags = l.municipality_ags
    left join officer f on f.id = l.responsible_officer_id
    order by ${order}`.execute(context.db as never),
    planBy(context, "auto"),
  ]);
  return rows.map((row) => fromRow(row, ask.sort));
}

/** How many cases the filter finds, counted up to `most`: nobody needs the exact number of a million. */
export async function countCases(context: Context, filter: ListFilter, most: number): Promise<number> {
  const where = sql.join(await conditions(context, filter), sql` and `);
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (
      select from case_list l where ${where} limit ${sql.lit(most)}) found`.execute(context.db as never);
  return rows[0]?.n ?? 0;
}
