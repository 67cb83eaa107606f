/** All SQL of the stop: issue, recipients, bands. A party sees the stops that were sent to it, and who has confirmed. */
import { sql } from "kysely";
import type { Change, Db } from "../../platform/change.ts";
import type { Measure } from "../measure/index.ts";
import type { StopReason } from "./domain/stop.ts";

type Reader = { db: Db };

export type MeasureToStop = { number: string; caseId: string; ownerId: string; measure: Measure };

/** Locks the measure for the actor's authority, owner or party; undefined for anyone else. */
export async function lockMeasureToStop({ trx }: Change, measureId: string): Promise<MeasureToStop | undefined> {
  const found = await sql<{ number: string; case_id: string; owner_id: string; state: Measure }>`
    select number, case_id, owner_id, state from app.measure_to_stop(${measureId})`.execute(trx);
  const row = found.rows[0];
  return row && { number: row.number, caseId: row.case_id, ownerId: row.owner_id, measure: row.state };
}

export type StopRow = {
  id: string;
  measureId: string;
  next: Measure;
  reason: StopReason;
  source: string;
  happenedAt: Date;
};

/** Everything that a stop does, in the transaction of the change; gives the authorities that were told. */
export async function saveStop({ trx, actor }: Change, stop: StopRow): Promise<string[]> {
  const told = await sql<{ stop_measure: string }>`select app.stop_measure(${stop.id}, ${stop.measureId},
    ${JSON.stringify(stop.next)}::jsonb, ${stop.reason}, ${stop.source}, ${actor.name}, ${stop.happenedAt})`.execute(
    trx,
  );
  return told.rows.map((row) => row.stop_measure);
}

export type Recipient = {
  authorityId: string;
  name: string;
  phone: string | undefined;
  issuedAt: Date;
  deliveredAt: Date | undefined;
  seenAt: Date | undefined;
  confirmedAt: Date | undefined;
  confirmedBy: string | undefined;
  channel: string | undefined;
};

export type StoredStop = {
  id: string;
  measureId: string;
  measureNumber: string;
  caseId: string;
  ownerId: string;
  reason: StopReason;
  source: string;
  enteredByName: string;
  enteredAuthority: string;
  happenedAt: Date;
  enteredAt: Date;
  recipients: Recipient[];
};

const stops = (db: Db) =>
  db
    .selectFrom("stop_signal as s")
    .innerJoin("authority as a", "a.id", "s.entered_authority")
    .selectAll("s")
    .select("a.name as authority_name");

type Row = Awaited<ReturnType<ReturnType<typeof stops>["execute"]>>[number];

const fromRow = (row: Row, recipients: Recipient[]): StoredStop => ({
  id: row.id,
  measureId: row.measure_id,
  measureNumber: row.measure_number,
  caseId: row.case_id,
  ownerId: row.owner_id,
  // The check constraint knows the four reasons.
  reason: row.reason as StopReason,
  source: row.source,
  enteredByName: row.entered_by_name,
  enteredAuthority: row.authority_name,
  happenedAt: row.happened_at,
  enteredAt: row.entered_at,
  recipients,
});

export async function findStop(reader: Reader, id: string): Promise<StoredStop | undefined> {
  const row = await stops(reader.db).where("s.id", "=", id).executeTakeFirst();
  return row && fromRow(row, await recipientsOf(reader, id));
}

async function recipientsOf({ db }: Reader, stopId: string): Promise<Recipient[]> {
  const rows = await db
    .selectFrom("stop_recipient as r")
    .innerJoin("authority as a", "a.id", "r.authority_id")
    .selectAll("r")
    .select(["a.name", "a.phone_night", "a.phone_day"])
    .where("r.stop_id", "=", stopId)
    .orderBy("a.name")
    .execute();
  return rows.map((row) => ({
    authorityId: row.authority_id,
    name: row.name,
    phone: row.phone_night ?? row.phone_day ?? undefined,
    issuedAt: row.issued_at,
    deliveredAt: row.delivered_at ?? undefined,
    seenAt: row.seen_at ?? undefined,
    confirmedAt: row.confirmed_at ?? undefined,
    confirmedBy: row.confirmed_by ?? undefined,
    channel: row.channel ?? undefined,
  }));
}

export type OpenStop = { id: string; measureNumber: string; enteredAt: Date; delivered: boolean };

/** Stops that the authority has not confirmed yet, for the band on every page. */
export async function openStops({ db }: Reader, authorityId: string): Promise<OpenStop[]> {
  const rows = await db
    .selectFrom("stop_recipient as r")
    .innerJoin("stop_signal as s", "s.id", "r.stop_id")
    .select(["s.id", "s.measure_number", "s.entered_at", "r.delivered_at"])
    .where("r.authority_id", "=", authorityId)
    .where("r.confirmed_at", "is", null)
    .orderBy("s.entered_at", "desc")
    .limit(20)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    measureNumber: row.measure_number,
    enteredAt: row.entered_at,
    delivered: row.delivered_at !== null,
  }));
}

/** Stops that the authority was told or gave, the latest first. */
export async function listStops(
  reader: Reader,
  authorityId: string,
  limit: number,
  offset: number,
): Promise<StoredStop[]> {
  const rows = await stops(reader.db)
    .innerJoin("stop_recipient as r", "r.stop_id", "s.id")
    .where("r.authority_id", "=", authorityId)
    .orderBy("s.entered_at", "desc")
    .limit(limit)
    .offset(offset)
    .execute();
  const found: StoredStop[] = [];
  for (const row of rows) found.push(fromRow(row, await recipientsOf(reader, row.id)));
  return found;
}

/** False when it is delivered already, or somebody is writing that in this moment. */
export async function lockUndelivered({ trx }: Change, stopId: string, authorityId: string): Promise<boolean> {
  const row = await trx
    .selectFrom("stop_recipient")
    .select("stop_id")
    .where("stop_id", "=", stopId)
    .where("authority_id", "=", authorityId)
    .where("delivered_at", "is", null)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row !== undefined;
}

type Acknowledgement = {
  deliveredAt?: Date;
  seenAt?: Date;
  confirmed?: { at: Date; by: string; channel: "screen" | "telephone"; note?: string };
};

/** Saves a step towards confirmation; what is there already stays. Gives false when nothing changed. */
export async function saveAcknowledgement(
  { trx }: Change,
  stopId: string,
  authorityId: string,
  step: Acknowledgement,
): Promise<boolean> {
  const update = trx
    .updateTable("stop_recipient")
    .where("stop_id", "=", stopId)
    .where("authority_id", "=", authorityId)
    .where("confirmed_at", "is", null);
  const { deliveredAt, seenAt, confirmed } = step;
  const result = deliveredAt
    ? await update.set({ delivered_at: deliveredAt }).where("delivered_at", "is", null).executeTakeFirst()
    : seenAt
      ? await update.set({ seen_at: seenAt }).where("seen_at", "is", null).executeTakeFirst()
      : await update
          .set({
            confirmed_at: confirmed?.at ?? null,
            confirmed_by: confirmed?.by ?? null,
            channel: confirmed?.channel ?? null,
            note: confirmed?.note ?? null,
          })
          .executeTakeFirst();
  return Number(result.numUpdatedRows) > 0;
}
