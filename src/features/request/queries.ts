/** All SQL of the request envelope: inbox, outbox, one request with its dialogue. Row-level security decides what comes back. */
import { sql } from "kysely";
import type { Change, Db } from "../../platform/change.ts";
import { changedMeanwhile, notFound } from "../../platform/http/problem.ts";
import type { Party, RequestState } from "./domain/request.ts";

type Reader = { db: Db };

/** A stored request (Ersuchen). `content` is undefined once the part of the reader has ended. */
export type StoredRequest = {
  id: string;
  number: string;
  type: string;
  caseId: string;
  measureId: string | undefined;
  ownerId: string;
  addresseeId: string;
  addresseeCapacity: string;
  mediatorId: string | undefined;
  state: RequestState;
  stage: string | undefined;
  waitingFor: string | undefined;
  waitingSince: Date | undefined;
  answerDueAt: Date | undefined;
  sentAt: Date | undefined;
  closedAt: Date | undefined;
  version: number;
  createdBy: string;
  content: Record<string, unknown> | undefined;
  ownerName: string;
  addresseeName: string;
};

/** The rows that every query of requests starts from. */
export const requestRows = (db: Db) =>
  db
    .selectFrom("request as r")
    .innerJoin("authority as o", "o.id", "r.owner_id")
    .innerJoin("authority as a", "a.id", "r.addressee_id")
    .leftJoin("request_content as c", "c.request_id", "r.id")
    .select(["r.id", "r.number", "r.type", "r.case_id", "r.measure_id", "r.owner_id", "r.addressee_id"])
    .select(["r.addressee_capacity", "r.mediator_id", "r.status", "r.state", "r.waiting_for", "r.waiting_since"])
    .select(["r.answer_due_at", "r.sent_at", "r.closed_at", "r.version", "r.created_by", "c.content"])
    .select(["o.name as owner_name", "a.name as addressee_name"]);

type Row = Awaited<ReturnType<ReturnType<typeof requestRows>["execute"]>>[number];

export const fromRow = (row: Row): StoredRequest => ({
  id: row.id,
  number: row.number,
  type: row.type,
  caseId: row.case_id,
  measureId: row.measure_id ?? undefined,
  ownerId: row.owner_id,
  addresseeId: row.addressee_id,
  addresseeCapacity: row.addressee_capacity,
  mediatorId: row.mediator_id ?? undefined,
  state: row.state,
  stage: row.state.stage,
  waitingFor: row.waiting_for ?? undefined,
  waitingSince: row.waiting_since ?? undefined,
  answerDueAt: row.answer_due_at ?? undefined,
  sentAt: row.sent_at ?? undefined,
  closedAt: row.closed_at ?? undefined,
  version: row.version,
  createdBy: row.created_by,
  content: row.content ?? undefined,
  ownerName: row.owner_name,
  addresseeName: row.addressee_name,
});

export async function findRequest({ db }: Reader, id: string): Promise<StoredRequest | undefined> {
  const row = await requestRows(db).where("r.id", "=", id).executeTakeFirst();
  return row && fromRow(row);
}

/** Locks the envelope; throws for an unseen one and for an older form. */
export async function lockRequest(change: Change, id: string, seenVersion?: number): Promise<StoredRequest> {
  const lock = change.trx.selectFrom("request").select("version").where("id", "=", id).forUpdate().executeTakeFirst();
  // Runs behind the lock on the same connection, so it reads what the lock has waited for.
  const [locked, found] = await Promise.all([lock, findRequest(change, id)]);
  if (!locked || !found) throw notFound();
  if (seenVersion !== undefined && locked.version !== seenVersion) throw changedMeanwhile();
  return found;
}

/** Before the request, as a stop locks them: whoever sends and whoever stops one measure see each other. */
export const lockMeasureOf = ({ trx }: Change, id: string): Promise<unknown> =>
  trx
    .selectFrom("measure")
    .select("id")
    .where("id", "=", (eb) => eb.selectFrom("request").select("measure_id").where("request.id", "=", id))
    .forUpdate()
    .execute();

export const partyOf = (authorityId: string, request: StoredRequest): Party | undefined => {
  if (authorityId === request.ownerId) return "requester";
  if (authorityId === request.addresseeId) return "addressee";
  return authorityId === request.mediatorId ? "mediator" : undefined;
};

export type Side = "inbox" | "outbox" | "mediation";
const column = { inbox: "r.addressee_id", outbox: "r.owner_id", mediation: "r.mediator_id" } as const;

/** How many requests of each status a side has, for tabs and pages. */
export async function countRequests({ db }: Reader, authorityId: string, side: Side): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom("request as r")
    .select(["r.status", (eb) => eb.fn.countAll<number>().as("count")])
    .where(column[side], "=", authorityId)
    .groupBy("r.status")
    .execute();
  return new Map(rows.map((row) => [row.status, row.count]));
}

/** The number of the measure, for readers who may know it. */
export async function measureNumberOf({ db }: Reader, measureId: string | undefined): Promise<string | undefined> {
  if (!measureId) return undefined;
  return (await db.selectFrom("measure").select("number").where("id", "=", measureId).executeTakeFirst())?.number;
}

export async function requestsOfCase({ db }: Reader, caseId: string): Promise<StoredRequest[]> {
  return (await requestRows(db).where("r.case_id", "=", caseId).orderBy("r.created_at", "desc").execute()).map(fromRow);
}

export async function requestsOfMeasure({ db }: Reader, measureId: string): Promise<StoredRequest[]> {
  return (await requestRows(db).where("r.measure_id", "=", measureId).orderBy("r.created_at", "desc").execute()).map(
    fromRow,
  );
}

/** For gate G22: what each request of the measure that is not withdrawn names, and whether its court orders are in hand. */
export async function assistanceRequestsOf(reader: Reader, measureId: string) {
  const requests = (await requestsOfMeasure(reader, measureId)).filter(
    ({ type, state }) => type === "enforcementAssistance" && state.status !== "withdrawn",
  );
  const ids = requests.map(({ id }) => id);
  const missing = await withoutOrder(reader, ids);
  return requests.map(({ id, content }) => ({
    hasReason: isFilled(content?.["reason"]),
    hasLegalBasis: isFilled((content?.["legalBasis"] as { norms?: unknown[] } | undefined)?.norms),
    hasOrders: !missing.has(id),
  }));
}

/** The database decides it, as the guard of the measure does: one rule, in one place (migration 0025). */
async function withoutOrder({ db }: Reader, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom("request as r")
    .leftJoin("request_content as c", "c.request_id", "r.id")
    .select("r.id")
    .where("r.id", "in", ids)
    .where("r.closed_at", "is", null)
    .where(sql<boolean>`app.order_missing(r.id, c.content->'courtOrders')`)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Why an execution cannot count on its police assistance; one rule for page and guard (app.assistance_open). */
export async function assistanceOpenOf({ db }: Reader, measureId: string) {
  const row = await db
    .selectFrom("measure as m")
    .select(sql<"notAgreed" | "namedGone" | "otherStart" | null>`app.assistance_open(m)`.as("open"))
    .where("m.id", "=", measureId)
    .executeTakeFirst();
  return row?.open ?? undefined;
}

const isFilled = (value: unknown): boolean =>
  typeof value === "string" ? value.trim() !== "" : Array.isArray(value) && value.length > 0;

/** One line of the dialogue (Verlauf): what happened, when, when it was recorded, by whom. */
export type Entry = {
  id: string;
  kind: string;
  happenedAt: Date;
  recordedAt: Date;
  officerName: string;
  authorityId: string;
  text: string;
  data: Record<string, unknown>;
};

export async function listEntries({ db }: Reader, requestId: string): Promise<Entry[]> {
  const rows = await db
    .selectFrom("request_entry")
    .selectAll()
    .where("request_id", "=", requestId)
    .orderBy("recorded_at")
    // Lines of the system answer the act of the same moment.
    .orderBy(sql`officer_id is null`)
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    happenedAt: row.happened_at,
    recordedAt: row.recorded_at,
    officerName: row.officer_name,
    authorityId: row.authority_id,
    text: row.text,
    data: row.data,
  }));
}

export type LedgerEntry = {
  compartment: string;
  fields: string[];
  legalBasis: string;
  at: Date;
  recipientId: string;
  recipientName: string;
  requestNumber: string;
  requestType: string;
};

const ledgerRows = (db: Db) =>
  db
    .selectFrom("disclosure as d")
    .innerJoin("authority as a", "a.id", "d.recipient_id")
    .innerJoin("request as r", "r.id", "d.request_id")
    .select(["d.compartment", "d.fields", "d.legal_basis", "d.disclosed_at", "d.recipient_id"])
    .select(["a.name", "r.number", "r.type"])
    .orderBy("d.disclosed_at")
    .orderBy("d.id");

const fromLedger = (row: Awaited<ReturnType<ReturnType<typeof ledgerRows>["execute"]>>[number]): LedgerEntry => ({
  compartment: row.compartment,
  fields: row.fields,
  legalBasis: row.legal_basis,
  at: row.disclosed_at,
  recipientId: row.recipient_id,
  recipientName: row.name,
  requestNumber: row.number,
  requestType: row.type,
});

/** Übermittlungsverzeichnis of a request. */
export const listDisclosures = async ({ db }: Reader, requestId: string): Promise<LedgerEntry[]> =>
  (await ledgerRows(db).where("d.request_id", "=", requestId).execute()).map(fromLedger);

/** The same of a whole case, for its owner. */
export const disclosuresOfCase = async (
  { db }: Reader,
  { ownerId, caseId }: { ownerId: string; caseId: string },
): Promise<LedgerEntry[]> =>
  (await ledgerRows(db).where("d.owner_id", "=", ownerId).where("d.case_id", "=", caseId).execute()).map(fromLedger);
