/** Keeps what changed about the deadlines of a case, and tells those who work on it but did not cause it (Fristen geändert). */
import { newId } from "../../kernel/id.ts";
import type { Change, Db } from "../../platform/change.ts";
import { notFound } from "../../platform/http/problem.ts";
import type { DeadlineChange } from "./domain/difference.ts";

type CaseOf = { caseId: string; ownerId: string };

/** Stores the changes; by an event, or because rules or holidays have changed. */
export async function keepChanges(
  change: Change,
  { caseId, ownerId }: CaseOf,
  changes: readonly DeadlineChange[],
  eventId: string | undefined,
): Promise<void> {
  if (changes.length === 0) return;
  const { actor, trx } = change;
  const by = actor.officerId === "" ? null : actor.officerId;
  const responsible = await responsibleFor(change, caseId);
  // The one who works on the case and recorded the event has just read it on the page.
  const isKnown = eventId !== undefined && responsible === by;
  const rows = changes.map(({ key, rule, title, text, kind }) => ({
    id: newId(),
    case_id: caseId,
    owner_id: ownerId,
    key,
    rule,
    title,
    text,
    cause: eventId === undefined ? "calculation" : "event",
    event_id: eventId ?? null,
    changed_by: by,
    // A deadline that is only new is a task of its own already.
    notify: !isKnown && kind !== "added",
  }));
  change.send(trx.insertInto("deadline_change").values(rows));
}

async function responsibleFor({ db }: Change, caseId: string): Promise<string | null> {
  const row = await db
    .selectFrom("case_file")
    .select("responsible_officer_id")
    .where("id", "=", caseId)
    .executeTakeFirst();
  return row?.responsible_officer_id ?? null;
}

export type KeptChange = {
  id: string;
  key: string;
  title: string;
  text: string;
  cause: string;
  eventId: string | null;
  changedAt: Date;
  changedBy: string | undefined;
  open: boolean;
};

/** Latest first; of one event, or of the whole case. */
export async function listChanges(
  { db }: { db: Db },
  { caseId, eventId, limit = 50 }: { caseId: string; eventId?: string; limit?: number },
): Promise<KeptChange[]> {
  const query = db
    .selectFrom("deadline_change as d")
    .leftJoin("officer as o", "o.id", "d.changed_by")
    .select(["d.id", "d.key", "d.title", "d.text", "d.cause", "d.event_id", "d.changed_at", "o.display_name"])
    .select(["d.notify", "d.acknowledged_at"])
    .where("d.case_id", "=", caseId)
    .orderBy("d.changed_at", "desc")
    .orderBy("d.id")
    .limit(limit);
  const rows = await (eventId === undefined ? query : query.where("d.event_id", "=", eventId)).execute();
  return rows.map((row) => ({
    id: row.id,
    key: row.key,
    title: row.title,
    text: row.text,
    cause: row.cause,
    eventId: row.event_id,
    changedAt: row.changed_at,
    changedBy: row.display_name ?? undefined,
    open: row.notify && row.acknowledged_at === null,
  }));
}

/** Somebody who works on the case has read the change; the first one counts, a second time changes nothing. */
export async function acknowledgeChange(change: Change, { caseId, ownerId }: CaseOf, id: string): Promise<void> {
  const found = await change.db
    .selectFrom("deadline_change")
    .select("acknowledged_at")
    .where("id", "=", id)
    .where("case_id", "=", caseId)
    .executeTakeFirst();
  if (!found) throw notFound();
  if (found.acknowledged_at) return;
  await change.trx
    .updateTable("deadline_change")
    .set({ acknowledged_at: new Date(), acknowledged_by: change.actor.officerId })
    .where("id", "=", id)
    .where("acknowledged_at", "is", null)
    .execute();
  change.record({
    chain: ownerId,
    subject: `case:${caseId}`,
    caseId,
    event: "deadlineChangeAcknowledged",
    data: { changeId: id },
  });
  change.announce(`case:${caseId}`);
}
