/**
 * How much there is, on tabs and for the team. Counted up to a bound and never further: nobody needs the exact number of
 * thousands, and a page may not cost more because there is much to do. All numbers of a page come with one statement.
 */
import { type RawBuilder, sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import type { WorkItem } from "./domain/work-item.ts";
import { type TabName, tabNames, type WorkQuery } from "./list-definition.ts";
import { askOf, type PlainAsk, scopeOf, sourcesOf, type Wanted } from "./read-work.ts";
import type { CaseScope, SharedRows } from "./case-scope.ts";
import type { WorkSource } from "./work-source.ts";

/** Beyond this a count says „mehr als“. */
export const countedUpTo = 99;

export type TabCounts = Readonly<Record<TabName, number>>;

/** The number of rows of all sources together, up to one more than is counted. */
function countOf(sources: readonly WorkSource[], ask: PlainAsk): RawBuilder<unknown> {
  const limit = countedUpTo + 1;
  const parts = sources.flatMap(({ found }) => found({ ...ask, after: undefined, limit, unordered: true }) ?? []);
  if (parts.length === 0) return sql`0`;
  const rows = sql.join(
    parts.map((part) => sql`(select 1 from ${part} part)`),
    sql` union all `,
  );
  return sql`(select count(*)::int from (select 1 from (${rows}) every limit ${sql.lit(limit)}) counted)`;
}

/** Counts by one statement. A few cases and their rows are found once for all counts: they are the scope each is given. */
async function select<Key extends string>(
  { db }: Context,
  cases: CaseScope | undefined,
  countsIn: (shared: CaseScope | undefined) => readonly (readonly [Key, RawBuilder<unknown>])[],
): Promise<Record<Key, number>> {
  const few = cases && "few" in cases ? cases.few : undefined;
  const shared: SharedRows = new Map();
  const counts = countsIn(few ? { few: sql`(select ids from few_cases)::uuid[]`, shared } : cases);
  const columns = counts.map(([key, count]) => sql`${count} as ${sql.ref(key)}`);
  const found = [...shared].map(([name, rows]) => sql`, ${sql.table(name)} as materialized ${rows}`);
  const first = few ? sql`with few_cases(ids) as materialized (select ${few}) ${sql.join(found, sql``)}` : sql``;
  const { rows } = await sql<Record<Key, number>>`${first} select ${sql.join(columns)}`.execute(db as never);
  const [row] = rows;
  if (!row) throw new Error("a select without from gives one row");
  return row;
}

/** A number for each tab under the same filters; the team's number is that of the whole authority. */
export async function countTabs(
  context: Context,
  sources: readonly WorkSource[],
  { query, cases }: Wanted,
): Promise<TabCounts> {
  const countTab = (ansicht: TabName, shared: CaseScope | undefined) => {
    const isTeam = ansicht === "team";
    const asked = isTeam ? { ...query, ansicht, art: undefined } : { ...query, ansicht };
    return countOf(sourcesOf(sources, asked), askOf(context, asked, isTeam ? undefined : shared));
  };
  // Without a filter the team has what „Alle“ has: not counted twice.
  const isFiltered = query.art ?? query.zustaendig ?? query.behoerde ?? query.az;
  const counted = isFiltered ? tabNames : tabNames.filter((ansicht) => ansicht !== "team");
  const counts = await select(context, cases, (shared) =>
    counted.map((ansicht) => [ansicht, countTab(ansicht, shared)] as const),
  );
  return isFiltered ? counts : { ...counts, team: counts.alle };
}

/** Tasks under a filter, for a hint beside the list. */
export async function countWork(context: Context, sources: readonly WorkSource[], query: WorkQuery): Promise<number> {
  const { count } = await select(context, await scopeOf(context, query), (shared) => [
    ["count", countOf(sourcesOf(sources, query), askOf(context, query, shared))],
  ]);
  return count;
}

export type TeamLine = {
  kind: WorkSource["kind"];
  count: number;
  unassigned: number;
  oldest: WorkItem | undefined;
};

/** How much there is of each kind of task, for the team as a whole; never by person. */
export async function readTeam(
  context: Context,
  sources: readonly WorkSource[],
  query: WorkQuery,
): Promise<TeamLine[]> {
  const all = await scopeOf(context, { ...query, zustaendig: undefined });
  const free = await scopeOf(context, { ...query, zustaendig: "niemand" });
  const byKind = (cases: CaseScope | undefined) =>
    sources.map((source) => [source.kind, countOf([source], askOf(context, query, cases))] as const);
  const [counts, unassigned] = await Promise.all([select(context, all, byKind), select(context, free, byKind)]);
  const lines: TeamLine[] = [];
  for (const { kind, read } of sources) {
    const first = { ...askOf(context, query, all), after: undefined, limit: 1 };
    const [oldest] = counts[kind] > 0 ? await read(context, first) : [];
    lines.push({ kind, count: counts[kind], unassigned: unassigned[kind], oldest });
  }
  return lines;
}
