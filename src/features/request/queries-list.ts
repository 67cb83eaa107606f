/** SQL of the lists of requests: what a side has in a tab, sorted and filtered by work, never by properties of persons. */
import { sql } from "kysely";
import type { Db } from "../../platform/change.ts";
import type { RequestStatus } from "./domain/request.ts";
import { fromRow, requestRows, type Side, type StoredRequest } from "./queries.ts";

type Reader = { db: Db };

/** `start` and `place` are the fields plannedStart and place of kinds that have them; only for readers who may know them. */
export type SortKey = "waiting" | "start" | "place" | "number";
export type TabQuery = {
  side: Side;
  statuses: readonly RequestStatus[];
  /** The other authority. */
  with: string | undefined;
  municipality: string | undefined;
  sort: SortKey;
  descending: boolean;
  limit: number;
  offset: number;
};

const mine = { inbox: "r.addressee_id", outbox: "r.owner_id", mediation: "r.mediator_id" } as const;
const other = { inbox: "r.owner_id", outbox: "r.addressee_id", mediation: "r.owner_id" } as const;

type Filter = Pick<TabQuery, "side" | "statuses" | "with" | "municipality">;

const municipalityName = sql<string>`c.content->'place'->>'municipality'`;

/** What the rows of a tab have in common; the place lies in the content `c`, which ends with the part of the reader. */
function inTab(authorityId: string, { side, statuses, with: counterpart, municipality }: Filter) {
  const conditions = [sql`${sql.ref(mine[side])} = ${authorityId}`, sql`r.status in (${sql.join([...statuses])})`];
  if (counterpart) conditions.push(sql`${sql.ref(other[side])} = ${counterpart}`);
  if (municipality) conditions.push(sql`${municipalityName} = ${municipality}`);
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

/** PostgreSQL leaves the content out where no condition asks for it. */
const rowsOf = ({ db }: Reader, authorityId: string, filter: Filter) =>
  db
    .selectFrom("request as r")
    .leftJoin("request_content as c", "c.request_id", "r.id")
    .where(inTab(authorityId, filter));

export async function listTab(reader: Reader, authorityId: string, query: TabQuery): Promise<StoredRequest[]> {
  const direction = query.descending ? "desc" : "asc";
  const key = {
    waiting: sql`r.waiting_since`,
    place: municipalityName,
    start: sql`c.content->'plannedStart'->>'on' || ' ' || (c.content->'plannedStart'->>'time')`,
    number: sql`r.number`,
  }[query.sort];
  const rows = await requestRows(reader.db)
    .where(inTab(authorityId, query))
    .orderBy(key, (order) => (direction === "asc" ? order.asc().nullsLast() : order.desc().nullsLast()))
    .orderBy("r.id")
    .limit(query.limit)
    .offset(query.offset)
    .execute();
  return rows.map(fromRow);
}

export async function countTab(reader: Reader, authorityId: string, filter: Filter): Promise<number> {
  const row = await rowsOf(reader, authorityId, filter)
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

export type Counterpart = { id: string; name: string };

/** The authorities on the other side, for the filter. */
export async function counterparts({ db }: Reader, authorityId: string, side: Side): Promise<Counterpart[]> {
  return db
    .selectFrom("request as r")
    .innerJoin("authority as a", "a.id", other[side])
    .select(["a.id", "a.name"])
    .distinct()
    .where(mine[side], "=", authorityId)
    .orderBy("a.name")
    .execute();
}

/** The municipalities of the requests of a tab, for the filter. */
export async function municipalities(reader: Reader, authorityId: string, tab: Filter): Promise<string[]> {
  const rows = await rowsOf(reader, authorityId, tab)
    .select(municipalityName.as("name"))
    .distinct()
    .where(municipalityName, "<>", "")
    .orderBy("name")
    .execute();
  return rows.map(({ name }) => name);
}

/** One page of the API: newest first, continued behind the last one seen. */
export async function pageOfRequests(
  { db }: Reader,
  authorityId: string,
  { side, after, limit }: { side: Side; after: string | undefined; limit: number },
): Promise<StoredRequest[]> {
  const rows = requestRows(db).where(mine[side], "=", authorityId);
  const page = await (after ? rows.where("r.id", "<", after) : rows).orderBy("r.id", "desc").limit(limit).execute();
  return page.map(fromRow);
}
