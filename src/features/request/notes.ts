/** Entries in the dialogue that change no status: telephone contacts (both sides) and reading receipts. */
import type { Context } from "../../platform/context.ts";
import { notFound } from "../../platform/http/problem.ts";
import { addEntry } from "./entries.ts";
import { listEntries, lockRequest, partyOf, type StoredRequest } from "./queries.ts";

export type TelephoneNote = { id: string; happenedAt: Date; with: string; text: string };

/** Telefonvermerk (Erlass 26.19.01-000009, Nr. 4): when it happened and when it was recorded are both kept. */
export async function noteTelephone(context: Context, note: TelephoneNote): Promise<void> {
  await context.change(async (change) => {
    const stored = await lockRequest(change, note.id);
    if (!partyOf(change.actor.authorityId, stored)) throw notFound();
    await addEntry(change, stored, {
      kind: "telephone",
      text: note.text,
      happenedAt: note.happenedAt,
      data: { with: note.with },
    });
    change.record({
      chain: stored.ownerId,
      subject: `request:${note.id}`,
      caseId: stored.caseId,
      event: "telephoneNoted",
    });
    change.announce(`request:${note.id}`);
  });
}

/** The first reading by the other side, once an authority: a delivery receipt, not an answer. */
export async function noteFirstReading(context: Context, request: StoredRequest): Promise<void> {
  const { authorityId } = context.actor;
  if (authorityId === request.ownerId) return;
  const entries = await listEntries(context, request.id);
  if (entries.some(({ kind, authorityId: by }) => kind === "firstRead" && by === authorityId)) return;
  await context.change(async (change) => {
    await addEntry(change, request, { kind: "firstRead", happenedAt: context.now });
    change.record({
      chain: request.ownerId,
      subject: `request:${request.id}`,
      caseId: request.caseId,
      event: "firstRead",
    });
    change.announce(`request:${request.id}`);
  });
}
