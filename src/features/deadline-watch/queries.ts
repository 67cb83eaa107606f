/** All SQL of the watch: what was noticed, what nobody has acknowledged, and how far the watch has come. */
import { type RawBuilder, sql } from "kysely";
import { day, type Day } from "../../kernel/day.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Change, Db } from "../../platform/change.ts";
import { type AlertCause, alertRules } from "./domain/watch-rules.ts";

type Reader = { db: Db };

export type Notice = {
  id: string;
  caseId: string;
  ownerId: string;
  fileNumber: string;
  officer: string | undefined;
  key: string;
  rule: string;
  title: string;
  norm: string | undefined;
  planOn: Day;
  legalEnd: Day;
  /** Undefined: the deadline has expired. */
  daysBefore: number | undefined;
  isAlert: boolean;
  cause: AlertCause | undefined;
  dueOn: Day;
  noticedOn: Day;
  noticedAt: Date;
  /** Undefined: the deadline came into the file only after the day on which it was to be noticed. */
  lateDays: number | undefined;
  acknowledged: { at: Date; by: string; note: string } | undefined;
};

type Row = {
  id: string;
  case_id: string;
  owner_id: string;
  file_number: string;
  officer: string | null;
  key: string;
  rule: string;
  title: string;
  norm: string | null;
  plan_on: string;
  legal_end: string;
  days_before: number;
  level: string;
  due_on: string;
  noticed_on: string;
  noticed_at: Date;
  late_days: number | null;
  acknowledged_at: Date | null;
  acknowledged_name: string | null;
  note: string | null;
};

const columns = sql`n.id, n.case_id, n.owner_id, n.key, n.rule, n.title, n.norm, n.plan_on, n.legal_end, n.days_before,
  n.level, n.due_on, n.noticed_on, n.noticed_at, n.late_days, n.acknowledged_at, n.acknowledged_name, n.note`;

const fromRow = (row: Row): Notice => ({
  id: row.id,
  caseId: row.case_id,
  ownerId: row.owner_id,
  fileNumber: row.file_number,
  officer: row.officer ?? undefined,
  key: row.key,
  rule: row.rule,
  title: row.title,
  norm: row.norm ?? undefined,
  planOn: day(row.plan_on),
  legalEnd: day(row.legal_end),
  daysBefore: row.days_before < 0 ? undefined : row.days_before,
  isAlert: row.level === "alert",
  cause: row.level === "alert" ? alertRules[row.rule] : undefined,
  dueOn: day(row.due_on),
  noticedOn: day(row.noticed_on),
  noticedAt: row.noticed_at,
  lateDays: row.late_days ?? undefined,
  acknowledged:
    row.acknowledged_at && row.acknowledged_name && row.note
      ? { at: row.acknowledged_at, by: row.acknowledged_name, note: row.note }
      : undefined,
});

export type NoticeAsk = {
  level: "alert" | "notice";
  stand: "offen" | "bestaetigt" | "alle";
  cause: AlertCause | undefined;
  onlyMine: boolean;
  sort: "ende" | "bemerkt";
  descending: boolean;
  after: readonly [string, string] | undefined;
  limit: number;
};

const rulesOf = (cause: AlertCause): string[] => Object.keys(alertRules).filter((rule) => alertRules[rule] === cause);

const sortColumns = {
  ende: { column: sql`n.legal_end`, type: sql`date` },
  bemerkt: { column: sql`date_trunc('milliseconds', n.noticed_at)`, type: sql`timestamptz` },
};

function conditionsOf({ authorityId, officerId }: Actor, ask: NoticeAsk): RawBuilder<unknown> {
  const found = [sql`n.owner_id = ${authorityId} and n.level = ${ask.level}`];
  if (ask.level === "alert" && ask.stand === "offen") found.push(sql`n.acknowledged_at is null`);
  if (ask.level === "alert" && ask.stand === "bestaetigt") found.push(sql`n.acknowledged_at is not null`);
  if (ask.cause) found.push(sql`n.rule = any(${rulesOf(ask.cause)}::text[])`);
  if (ask.onlyMine)
    found.push(sql`(select f.responsible_officer_id from case_file f where f.id = n.case_id) = ${officerId}::uuid`);
  const { column, type } = sortColumns[ask.sort];
  if (ask.after)
    found.push(
      sql`(${column}, n.id) ${ask.descending ? sql`<` : sql`>`} (${ask.after[0]}::${type}, ${ask.after[1]}::uuid)`,
    );
  return sql.join(found, sql` and `);
}

/** Alerts or notices of the own authority behind the last line shown. */
export async function listNotices({ db }: Reader, actor: Actor, ask: NoticeAsk): Promise<Notice[]> {
  const direction = ask.descending ? sql`desc` : sql`asc`;
  const order = sql`order by ${sortColumns[ask.sort].column} ${direction}, n.id ${direction}`;
  const { rows } = await sql<Row>`with page as materialized (
      select n.* from deadline_notice n where ${conditionsOf(actor, ask)} ${order} limit ${sql.lit(ask.limit)})
    select ${columns}, c.file_number, o.display_name as officer from page n
    join case_file c on c.id = n.case_id left join officer o on o.id = c.responsible_officer_id
    ${order}`.execute(db as never);
  return rows.map(fromRow);
}

export async function findNotice({ db }: Reader, id: string): Promise<Notice | undefined> {
  const { rows } = await sql<Row>`select ${columns}, c.file_number, o.display_name as officer
    from deadline_notice n join case_file c on c.id = n.case_id left join officer o on o.id = c.responsible_officer_id
    where n.id = ${id}`.execute(db as never);
  return rows[0] && fromRow(rows[0]);
}

export const noticesOfDeadline = async ({ db }: Reader, caseId: string, key: string): Promise<Notice[]> => {
  const { rows } = await sql<Row>`select ${columns}, c.file_number, null as officer
    from deadline_notice n join case_file c on c.id = n.case_id
    where n.case_id = ${caseId} and n.key = ${key} order by n.noticed_at, n.id`.execute(db as never);
  return rows.map(fromRow);
};

export type OpenAlert = { id: string; title: string; fileNumber: string };

/**
 * Alerts for the frame of this officer's pages: of cases the officer is responsible for or stands in for today, of cases
 * nobody is responsible for, and for supervisors all of the authority.
 */
export async function openAlertsFor(
  { db }: Reader,
  { authorityId, officerId, role }: Actor,
  { today, limit }: { today: Day; limit: number },
): Promise<OpenAlert[]> {
  const first = (whose: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
    select n.id, n.title, n.case_id, n.legal_end from deadline_notice n
    where n.owner_id = ${authorityId} and n.level = 'alert' and n.acknowledged_at is null ${whose}
    order by n.legal_end, n.id limit ${sql.lit(limit)})`;
  const whose = (officer: RawBuilder<unknown>) => first(sql`and n.responsible_officer_id ${officer}`);
  const ofOfficial = sql`${whose(sql`is null`)} union all ${whose(sql`= ${officerId}::uuid`)} union all
    select deputised.* from deputy d cross join lateral ${whose(sql`= d.officer_id`)} deputised
    where d.owner_id = ${authorityId} and d.deputy_id = ${officerId}::uuid
      and ${today.toString()}::date between d.from_on and d.until_on`;
  const { rows } = await sql<{ id: string; title: string; file_number: string }>`with open as materialized (
      select distinct * from (${role === "supervisor" ? first(sql``) : ofOfficial}) o
      order by legal_end, id limit ${sql.lit(limit)})
    select o.id, o.title, c.file_number from open o join case_file c on c.id = o.case_id
    order by o.legal_end, o.id`.execute(db as never);
  return rows.map((row) => ({ id: row.id, title: row.title, fileNumber: row.file_number }));
}

/** Gives false when somebody was faster: the first acknowledgement stays. */
export async function saveAcknowledgement(
  { trx, actor }: Change,
  id: string,
  at: Date,
  note: string,
): Promise<boolean> {
  const saved = await trx
    .updateTable("deadline_notice")
    .set({ acknowledged_at: at, acknowledged_by: actor.officerId, acknowledged_name: actor.name, note })
    .where("id", "=", id)
    .where("level", "=", "alert")
    .where("acknowledged_at", "is", null)
    .executeTakeFirst();
  return Number(saved.numUpdatedRows) > 0;
}

export type WatchSettings = {
  /** Undefined: the default of the program. */
  noticeDays: readonly number[] | undefined;
  reason: string | undefined;
  changedBy: string | undefined;
  changedAt: Date | undefined;
  watchedOn: Day | undefined;
  version: number;
};

export async function watchSettings({ db }: Reader, authorityId: string): Promise<WatchSettings> {
  const row = await db
    .selectFrom("deadline_watch as w")
    .leftJoin("officer as o", "o.id", "w.changed_by")
    .selectAll("w")
    .select("o.display_name")
    .where("w.owner_id", "=", authorityId)
    .executeTakeFirst();
  return {
    noticeDays: row?.notice_days ?? undefined,
    reason: row?.reason ?? undefined,
    changedBy: row?.display_name ?? undefined,
    changedAt: row?.changed_at ?? undefined,
    watchedOn: row?.watched_on ? day(row.watched_on) : undefined,
    version: row?.version ?? 0,
  };
}

type NewSettings = { noticeDays: readonly number[] | undefined; reason: string; at: Date; seenVersion: number };

/** Gives false when somebody else changed the settings since the form was made. */
export async function saveSettings({ trx, actor }: Change, settings: NewSettings): Promise<boolean> {
  const values = {
    notice_days: settings.noticeDays ? [...settings.noticeDays] : null,
    reason: settings.reason,
    changed_by: actor.officerId,
    changed_at: settings.at,
  };
  const saved = await trx
    .insertInto("deadline_watch")
    .values({ owner_id: actor.authorityId, ...values })
    .onConflict((conflict) =>
      conflict
        .column("owner_id")
        .doUpdateSet((eb) => ({ ...values, version: eb("deadline_watch.version", "+", 1) }))
        .where("deadline_watch.version", "=", settings.seenVersion),
    )
    .executeTakeFirst();
  return Number(saved.numInsertedOrUpdatedRows) > 0;
}

export type Noticed = {
  notices: number;
  alerts: { id: string; caseId: string; rule: string; lateDays: number | null }[];
  lateDays: number;
  found: number;
  finished: boolean;
  firstToday: boolean;
  watchedBefore: string | null;
};

type NoticeRules = { today: Day; defaultDays: readonly number[]; quiet: readonly string[]; most: number };

/** In the name of the program only; see app.notice_deadlines. */
export async function noticeDeadlines({ trx }: Change, { today, defaultDays, quiet, most }: NoticeRules) {
  const { rows } = await sql<{ noticed: Noticed }>`select app.notice_deadlines(${today.toString()}::date,
    ${defaultDays}::integer[], ${Object.keys(alertRules)}::text[], ${quiet}::text[], ${most}) as noticed`.execute(trx);
  const [row] = rows;
  if (!row) throw new Error("notice_deadlines gave nothing");
  return row.noticed;
}

export async function deadlineOwners({ db }: Reader): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select app.deadline_owners() as id`.execute(db as never);
  return rows.map(({ id }) => id);
}
