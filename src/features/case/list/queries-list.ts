/**
 * The page of cases: by keyset, so that the thousandth page costs what the first one costs. Every filter has an index,
 * and none is a pattern: patterns are not leakproof and would read every row under row-level security.
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

const never = "infinity";
const dayKeys: Readonly<Record<Exclude<SortKey, "az">, RawBuilder<string>>> = {
  seit: sql`coalesce(s.since, 'infinity'::date)`,
  frist: sql`coalesce(s.next_due, 'infinity'::date)`,
};

function conditions({ actor }: Context, { stand, bearbeitung, gemeinde, hindernis, az }: ListFilter) {
  const found = [sql`c.owner_id = ${actor.authorityId}`, sql`s.owner_id = ${actor.authorityId}`];
  if (stand) found.push(sql`s.state = ${stand}`);
  if (bearbeitung === "niemand") found.push(sql`c.responsible_officer_id is null`);
  else if (bearbeitung)
    found.push(sql`c.responsible_officer_id = ${bearbeitung === "ich" ? actor.officerId : bearbeitung}::uuid`);
  if (gemeinde) found.push(sql`c.municipality_ags = ${gemeinde}`);
  const open = sql`exists (select from obstacle o where o.case_id = c.id and o.closed_on is null)`;
  if (hindernis) found.push(hindernis === "offen" ? open : sql`not ${open}`);
  if (az) {
    const token = fileNumberToken(az);
    found.push(sql`c.id in (select t.case_id from search_token t where t.owner_id = ${actor.authorityId}
      and t.kind = 'fileNumber' and t.token >= ${token} and t.token < ${`${token}\uffff`})`);
  }
  return found;
}

function pageAfter({ sort, descending, after }: ListAsk): RawBuilder<unknown> | undefined {
  if (!after) return undefined;
  if (sort === "az") return descending ? sql`c.file_number < ${after[0]}` : sql`c.file_number > ${after[0]}`;
  // Said twice: the first half is what the index begins with.
  return sql`${dayKeys[sort]} >= ${after[0]}::date and (${dayKeys[sort]}, s.case_id) > (${after[0]}::date, ${after[1]}::uuid)`;
}

const orderOf = ({ sort, descending }: ListAsk): RawBuilder<unknown> =>
  sort === "az" ? sql`c.file_number ${sql.raw(descending ? "desc" : "asc")}` : sql`${dayKeys[sort]}, s.case_id`;

/** The same order over the rows that were cut. */
const shownOrder = ({ sort, descending }: ListAsk): RawBuilder<unknown> => {
  if (sort === "az") return sql`c.file_number ${sql.raw(descending ? "desc" : "asc")}`;
  return sort === "seit" ? sql`c.since nulls last, c.id` : sql`c.next_due nulls last, c.id`;
};

type Row = {
  id: string;
  file_number: string;
  family_name: string;
  given_names: string;
  state: EnforceabilityState;
  since: string | null;
  next_due: string | null;
  municipality: string | null;
  officer: string | null;
  open_obstacles: number;
};

function fromRow(row: Row, sort: SortKey): ListedCase {
  const keyDay = sort === "seit" ? row.since : row.next_due;
  return {
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
    key: sort === "az" ? [row.file_number] : [keyDay ?? never, row.id],
  };
}

/** Cases of the own authority. The page is cut first; names are read for its rows only. */
export async function listCases(context: Context, ask: ListAsk): Promise<ListedCase[]> {
  const after = pageAfter(ask);
  const where = sql.join([...conditions(context, ask.filter), ...(after ? [after] : [])], sql` and `);
  const order = orderOf(ask);
  const { rows } = await sql<Row>`select c.id, c.file_number, p.family_name, p.given_names, c.state, c.since, c.next_due,
      m.name as municipality, f.display_name as officer,
      (select count(*)::int from obstacle o where o.case_id = c.id and o.closed_on is null) as open_obstacles
    from (
      select c.id, c.file_number, c.municipality_ags, c.responsible_officer_id, s.state, s.since, s.next_due
      from case_file c join case_standing s on s.case_id = c.id
      where ${where} order by ${order} limit ${ask.limit}
    ) c
    join person_identity p on p.case_id = c.id
    left join municipality m on m.ags = c.municipality_ags
    left join officer f on f.id = c.responsible_officer_id
    order by ${shownOrder(ask)}`.execute(context.db as never);
  return rows.map((row) => fromRow(row, ask.sort));
}

/** How many cases the filter finds, counted up to `most` along the same index: nobody needs the exact number of a million. */
export async function countCases(context: Context, ask: ListAsk, most: number): Promise<number> {
  const where = sql.join(conditions(context, ask.filter), sql` and `);
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (
      select from case_file c join case_standing s on s.case_id = c.id
      where ${where} order by ${orderOf(ask)} limit ${most}) found`.execute(context.db as never);
  return rows[0]?.n ?? 0;
}
