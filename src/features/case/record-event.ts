/** Records a legal event of a case (Rechtsereignis): append only; enforceability and deadlines follow in the same change. */
import type { Day } from "../../kernel/day.ts";
import { newId } from "../../kernel/id.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Change } from "../../platform/change.ts";
import type { Context } from "../../platform/context.ts";
import { checkLegalEvent } from "./domain/check-legal-event.ts";
import type { FieldFault } from "./domain/legal-event-conditions.ts";
import type { Derivation } from "./domain/enforceability-state.ts";
import type { LegalEventDraft } from "./domain/legal-event.ts";
import { type LockedCase, lockCase } from "./lock-case.ts";
import { renewStanding } from "./renew-standing.ts";

export type EventInput = { type: string; fields: Record<string, unknown>; seenVersion?: number };
export type RecordedStanding = { eventId: string; derivation: Derivation };

/** Records one event; refuses wrong fields by name. Throws `changedMeanwhile` for an old form. */
export async function recordEvent(
  context: Context,
  caseId: string,
  { type, fields, seenVersion }: EventInput,
): Promise<Result<RecordedStanding, readonly FieldFault[]>> {
  const draft = checkLegalEvent(type, fields, context.today);
  if (!draft.ok) return draft;
  return context.change(async (change) => {
    const locked = await lockCase(change, caseId, seenVersion);
    return ok(await addEvent(change, locked, draft.value, context.today));
  });
}

/** One event inside a change that does more, for example the departure of a voluntary return. */
export async function addEvent(
  change: Change,
  locked: LockedCase,
  draft: LegalEventDraft,
  today: Day,
): Promise<RecordedStanding> {
  const eventId = await insertEvent(change, locked, draft);
  const derivation = await renewStanding(change, locked, today);
  change.record({
    chain: locked.ownerId,
    subject: `case:${locked.id}`,
    caseId: locked.id,
    event: "legalEventRecorded",
    data: { eventId, type: draft.type, on: draft.on.toString(), standing: derivation.state },
  });
  change.announce(`case:${locked.id}`);
  return { eventId, derivation };
}

/** Stores an event; also used by the import. The caller records it in the journal. */
export async function insertEvent({ trx, actor }: Change, of: LockedCase, draft: LegalEventDraft): Promise<string> {
  const row = eventRow(of, actor.officerId, draft);
  await trx.insertInto("legal_event").values(row).execute();
  return row.id;
}

/** How an event lies in its table. */
export function eventRow(
  { id, ownerId }: Pick<LockedCase, "id" | "ownerId">,
  officerId: string,
  draft: LegalEventDraft,
) {
  const { type, on, ...facts } = draft;
  return {
    id: newId(),
    case_id: id,
    owner_id: ownerId,
    type,
    happened_on: on.toString(),
    recorded_by: officerId,
    facts: JSON.stringify(facts),
    corrects_id: draft.type === "eventCorrected" ? draft.corrects : null,
  };
}
