/**
 * Entries in the dialogue beside the steps: telephone contacts (both sides), reading receipts, the result of a mediation.
 * None of them is a consent: after a mediation the addressee still has to answer.
 */
import type { Change } from "../../platform/change.ts";
import type { Context } from "../../platform/context.ts";
import { changedMeanwhile, HttpProblem, notFound } from "../../platform/http/problem.ts";
import { addEntry, type NewEntry } from "./entries.ts";
import { listEntries, lockRequest, partyOf, type StoredRequest } from "./queries.ts";

export type TelephoneNote = { id: string; happenedAt: Date; with: string; text: string };

/** Telefonvermerk (Erlass 26.19.01-000009, Nr. 4): when it happened and when it was recorded are both kept. */
export async function noteTelephone(context: Context, note: TelephoneNote): Promise<void> {
  await context.change(async (change) => {
    const stored = await lockRequest(change, note.id);
    if (!partyOf(change.actor.authorityId, stored)) throw notFound();
    const { happenedAt, text } = note;
    addNote(change, stored, "telephoneNoted", { kind: "telephone", text, happenedAt, data: { with: note.with } });
  });
}

/** The first reading by the other side, once an authority: a delivery receipt, not an answer. */
export async function noteFirstReading(context: Context, request: StoredRequest): Promise<void> {
  const { authorityId } = context.actor;
  if (authorityId === request.ownerId || (await isRead(context, request.id, authorityId))) return;
  await context.change(async (change) => {
    await lockRequest(change, request.id);
    if (await isRead(change, request.id, authorityId)) return;
    addNote(change, request, "firstRead", { kind: "firstRead", happenedAt: context.now });
  });
}

const isRead = async (reader: Pick<Context, "db">, id: string, authorityId: string): Promise<boolean> =>
  (await listEntries(reader, id)).some((entry) => entry.kind === "firstRead" && entry.authorityId === authorityId);

export type MediationResult = { id: string; seenVersion: number; text: string };

/** Ergebnis der Vermittlung (Erlass 26.19.01-000009, Nr. 6): the addressee is at its turn again, nothing is decided for it. */
export async function noteMediationResult(context: Context, { id, seenVersion, text }: MediationResult): Promise<void> {
  await context.change(async (change) => {
    const stored = await lockRequest(change, id, seenVersion);
    if (partyOf(change.actor.authorityId, stored) !== "mediator" || change.actor.role !== "liaison")
      throw new HttpProblem(403, "kein Zugriff", "Das Ergebnis hält die vermittelnde Stelle fest.");
    if (stored.state.status !== "mediation") throw changedMeanwhile();
    await change.trx
      .updateTable("request")
      .set({ version: stored.version + 1, waiting_for: "addressee", waiting_since: context.now })
      .where("id", "=", id)
      .execute();
    addNote(change, stored, "mediationResultNoted", { kind: "mediationResult", text, happenedAt: context.now });
  });
}

function addNote(change: Change, stored: StoredRequest, event: string, entry: NewEntry): void {
  addEntry(change, stored, entry);
  change.record({ chain: stored.ownerId, subject: `request:${stored.id}`, caseId: stored.caseId, event });
  change.announce(`request:${stored.id}`);
}
