/**
 * What a source of the work queue is, and how each of them continues behind the last line shown. A source reads at most
 * `limit` rows in the order of an index that begins with the owner; it never sorts by anything but dates and ids.
 */
import { type RawBuilder, sql } from "kysely";
import { compareDays, type Day, dayInGermany } from "../../kernel/day.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Db } from "../../platform/change.ts";
import type { CaseScope, Few } from "./case-scope.ts";
import { endOfDay, type Position, type WorkItem, type WorkKind } from "./domain/work-item.ts";

export type WorkAsk = {
  actor: Actor;
  today: Day;
  /** `own`: what we have to do. `waiting`: what others have to do and we watch. */
  side: "own" | "waiting";
  /** Only what is due by the end of this day. */
  until: Day | undefined;
  /** Only what came in since. */
  arrivedSince: Date | undefined;
  /** Only these cases. */
  cases: CaseScope | undefined;
  after: Position | undefined;
  limit: number;
  /** For counting: the rows in any order, so that reading stops at the limit. */
  unordered?: boolean;
};

export type WorkSource = {
  kind: WorkKind;
  /** At most `limit` rows as a subquery; undefined: this ask has none of this kind. */
  found: (ask: WorkAsk) => RawBuilder<unknown> | undefined;
  read: (reader: { db: Db }, ask: WorkAsk) => Promise<WorkItem[]>;
};

type Condition = RawBuilder<unknown>;

/** `… and …` of the conditions that are there; true where none is. */
export const allOf = (...conditions: (Condition | undefined)[]): Condition => {
  const present = conditions.filter((each) => each !== undefined);
  return present.length > 0 ? sql.join(present, sql` and `) : sql`true`;
};

/** ` and …` for the conditions that are there. */
export const also = (...conditions: (Condition | undefined)[]): Condition => sql` and ${allOf(...conditions)}`;

/** What `firstRows` reads: a table as `t`, one range of its index for each wanted value of a column. */
export type FirstRows = {
  table: string;
  /** Tells apart what one source reads of one table. */
  part?: string;
  by?: { column: string; values: readonly string[] };
  /** What is work of this kind on this side, among the rows of the own authority. */
  where: Condition;
  /** What of it a view wants. */
  when: Condition;
  order: Condition;
};

/** The first rows of a table in the order of its index, as a subquery; never more than the ask wants. */
export function firstRows(ask: WorkAsk, rows: FirstRows): Condition {
  const { actor, cases, limit, unordered } = ask;
  const { table, by, where, when, order } = rows;
  const name = sql.table(table);
  const end = unordered ? sql`limit ${sql.lit(limit)}` : sql`order by ${order} limit ${sql.lit(limit)}`;
  if (cases && "few" in cases) return sql`(select t.* from ${rowsOfFew(ask, cases, rows)} t where ${when} ${end})`;
  const own = sql`t.owner_id = ${actor.authorityId}`;
  const filtered = sql`${own} and ${where} and ${when} ${also(cases?.many(sql`t.case_id`))}`;
  if (!by) return sql`(select t.* from ${name} t where ${filtered} ${end})`;
  return sql`(select t.* from unnest(${by.values}::text[]) wanted(value) cross join lateral (
    select t.* from ${name} t where t.${sql.ref(by.column)} = wanted.value and ${filtered} ${end}) t ${end})`;
}

function rowsOfFew({ actor, side }: WorkAsk, scope: Few, { table, part, by, where }: FirstRows): Condition {
  const wanted = by && sql`t.${sql.ref(by.column)} = any(${by.values}::text[])`;
  // Wrapped, and with offset 0: by owner or in the order of dates the planner would read a whole authority for few cases.
  const own = sql`coalesce(t.owner_id = ${actor.authorityId}, false)`;
  const rows = sql`(select t.* from ${sql.table(table)} t
    where t.case_id = any(${scope.few}) and ${own} and ${where} ${also(wanted)} offset 0)`;
  if (!scope.shared) return rows;
  const name = ["few", table, part, side].join("_");
  scope.shared.set(name, rows);
  return sql.table(name);
}

/** Columns of the order: the day, then what tells rows of one day apart, with their types. */
export type Order = { due: Condition; sub: readonly { column: Condition; type: "uuid" | "text" | "timestamptz" }[] };

const subAfter = (sub: readonly string[], { sub: columns }: Order): Condition =>
  sql`(${sql.join(columns.map(({ column }) => column))}) > (${sql.join(
    columns.map(({ type }, index) => sql`${sub[index] ?? ""}::${sql.raw(type)}`),
  )})`;

const tuple = (due: Condition, { due: column, sub: columns }: Order, sub: readonly string[]): Condition =>
  sql`(${sql.join([column, ...columns.map((each) => each.column)])}) > (${sql.join([
    due,
    ...columns.map(({ type }, index) => sql`${sub[index] ?? ""}::${sql.raw(type)}`),
  ])})`;

/** The rows of a column of days behind the last line. */
export function daysAfter(order: Order, { after, until }: WorkAsk): Condition {
  const limit = until && sql`${order.due} <= ${until.toString()}::date`;
  if (!after) return allOf(limit);
  const day = dayInGermany(after.place);
  const text = sql`${day.toString()}::date`;
  const atEnd = endOfDay(day).getTime() === after.place.getTime();
  if (!atEnd || after.from === "here") return allOf(limit, sql`${order.due} >= ${text}`);
  if (after.from === "later") return allOf(limit, sql`${order.due} > ${text}`);
  return allOf(limit, tuple(text, order, after.sub));
}

/** The rows of a column of instants behind the last line. */
export function instantsAfter(order: Order, { after, until }: WorkAsk): Condition {
  const limit = until && sql`${order.due} <= ${endOfDay(until)}::timestamptz`;
  if (!after) return allOf(limit);
  const at = sql`${after.place}::timestamptz`;
  if (after.from === "here") return allOf(limit, sql`${order.due} >= ${at}`);
  if (after.from === "later") return allOf(limit, sql`${order.due} > ${at}`);
  return allOf(limit, tuple(at, order, after.sub));
}

/** The rows without a date: they stand at the end of today, in the order of their arrival. */
export function undatedAfter(order: Order, { after, today, until }: WorkAsk): Condition {
  if (until && compareDays(until, today) < 0) return sql`false`;
  if (!after) return sql`true`;
  const left = endOfDay(today).getTime() - after.place.getTime();
  if (left > 0 || (left === 0 && after.from === "here")) return sql`true`;
  return left === 0 && after.from === "sub" ? subAfter(after.sub, order) : sql`false`;
}
