/** SQL of the lists of requests: what a side has in a tab, sorted and filtered by work, never by properties of persons. */
import { sql } from "kysely";
import type { Db } from "../../platform/change.ts";
import type { RequestStatus } from "./domain/request.ts";
import { fromRow, requestRows, type Side, type StoredRequest } from "./queries.ts";

type Reader = { db: Db };

/** `start` is the field plannedStart of kinds that have one; it is empty for readers who may not know it. */
export type SortKey = "waiting" | "start" | "number";
export type TabQuery = {
  side: Side;
  statuses: readonly RequestStatus[];
  /** The other authority. */
  with: string | undefined;
  sort: SortKey;
  descending: boolean;
  limit: number;
  offset: number;
};

const mine = { inbox: "r.addressee_id", outbox: "r.owner_id", mediation: "r.mediator_id" } as const;
const other = { inbox: "r.owner_id", outbox: "r.addressee_id", mediation: "r.owner_id" } as const;

const tabRows = (
  { db }: Reader,
  authorityId: string,
  { side, statuses, with: counterpart }: Pick<TabQuery, "side" | "statuses" | "with">,
) => {
  const rows = requestRows(db)
    .where(mine[side], "=", authorityId)
    .where("r.status", "in", [...statuses]);
  return counterpart ? rows.where(other[side], "=", counterpart) : rows;
};

export async function listTab(reader: Reader, authorityId: string, query: TabQuery): Promise<StoredRequest[]> {
  const direction = query.descending ? "desc" : "asc";
  const key = {
    waiting: sql`r.waiting_since`,
    start: sql`c.content->'plannedStart'->>'on' || ' ' || (c.content->'plannedStart'->>'time')`,
    number: sql`r.number`,
  }[query.sort];
  const rows = await tabRows(reader, authorityId, query)
    .orderBy(key, (order) => (direction === "asc" ? order.asc().nullsLast() : order.desc().nullsLast()))
    .orderBy("r.id")
    .limit(query.limit)
    .offset(query.offset)
    .execute();
  return rows.map(fromRow);
}

export async function countTab(
  { db }: Reader,
  authorityId: string,
  { side, statuses, with: counterpart }: Pick<TabQuery, "side" | "statuses" | "with">,
): Promise<number> {
  const rows = db
    .selectFrom("request as r")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where(mine[side], "=", authorityId)
    .where("r.status", "in", [...statuses]);
  const row = await (counterpart ? rows.where(other[side], "=", counterpart) : rows).executeTakeFirst();
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
