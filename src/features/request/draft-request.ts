/** A request as a draft: made from a measure, its content saved topic by topic, checked whole only when it is sent. */
import { sql } from "kysely";
import type { Change } from "../../platform/change.ts";
import type { Context } from "../../platform/context.ts";
import { changedMeanwhile, notFound } from "../../platform/http/problem.ts";

export type NewRequest = {
  /** From the form, so that sending it twice makes one draft. */
  id: string;
  type: string;
  caseId: string;
  measureId: string;
  ownerId: string;
  addresseeId: string;
  addresseeCapacity: string;
  content: Record<string, unknown>;
  /** In its number. */
  year: number;
};

/** Inserts envelope and content; gives the number (`E-2026-0001`). */
export async function draftRequest(change: Change, request: NewRequest): Promise<string> {
  const { trx, actor } = change;
  const drawn = await sql<{ n: number }>`select nextval('request_number') as n`.execute(trx);
  const number = `E-${request.year}-${String(drawn.rows[0]?.n).padStart(4, "0")}`;
  const { id, caseId, ownerId } = request;
  await trx
    .insertInto("request")
    .values({
      id,
      number,
      type: request.type,
      case_id: caseId,
      measure_id: request.measureId,
      owner_id: ownerId,
      addressee_id: request.addresseeId,
      addressee_capacity: request.addresseeCapacity,
      state: JSON.stringify({ status: "draft" }),
      created_by: actor.officerId,
    })
    .execute();
  await trx
    .insertInto("request_content")
    .values({ request_id: id, case_id: caseId, owner_id: ownerId, content: JSON.stringify(request.content) })
    .execute();
  change.record({
    chain: ownerId,
    subject: `request:${id}`,
    caseId,
    event: "requestDrafted",
    data: { number, type: request.type },
  });
  change.announce(`case:${caseId}`);
  return number;
}

export type ContentUpdate = {
  id: string;
  seenVersion: number;
  topic: string;
  content: Record<string, unknown>;
  /** Undefined: the draft stays addressed as it is. Once sent, the database refuses another addressee. */
  addresseeId?: string | undefined;
};

/** Saves the content of a draft; the journal names the topic only. */
export async function saveContent(context: Context, update: ContentUpdate): Promise<void> {
  const { id, seenVersion, topic, content, addresseeId } = update;
  await context.change(async ({ trx, record, announce }) => {
    const row = await trx
      .selectFrom("request")
      .select(["version", "status", "case_id", "owner_id"])
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw notFound();
    if (row.version !== seenVersion || row.status !== "draft") throw changedMeanwhile();
    await trx
      .updateTable("request")
      .set({ version: seenVersion + 1, ...(addresseeId ? { addressee_id: addresseeId } : {}) })
      .where("id", "=", id)
      .execute();
    await trx
      .updateTable("request_content")
      .set({ content: JSON.stringify(content) })
      .where("request_id", "=", id)
      .execute();
    record({
      chain: row.owner_id,
      subject: `request:${id}`,
      caseId: row.case_id,
      event: "draftSaved",
      data: { topic },
    });
    announce(`request:${id}`);
  });
}
