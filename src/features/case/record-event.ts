/** Records a legal event of a case (Rechtsereignis): append only; enforceability and deadlines follow in the same change. */
import type { Day } from "../../kernel/day.ts";
import { ok, refused, type Result } from "../../kernel/result.ts";
import type { Change } from "../../platform/change.ts";
import type { Context } from "../../platform/context.ts";
import type { DeadlineChange } from "../deadline/index.ts";
import { checkLegalEvent } from "./domain/check-legal-event.ts";
import { hasReferences, referenceFaults } from "./domain/event-references.ts";
import type { Derivation } from "./domain/enforceability-state.ts";
import type { FieldFault } from "./domain/legal-event-conditions.ts";
import { compartmentOf, type EventCompartment, type LegalEventDraft } from "./domain/legal-event.ts";
import { insertEvents } from "./event-rows.ts";
import { type LockedCase, lockCase } from "./lock-case.ts";
import { listEvents } from "./queries.ts";
import { renewStanding } from "./renew-standing.ts";

export type EventInput = { type: string; fields: Record<string, unknown>; seenVersion?: number };
export type RecordedStanding = { eventId: string; derivation: Derivation; changes: readonly DeadlineChange[] };

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
    const events = hasReferences(draft.value) ? await listEvents(change, caseId) : [];
    const faults = referenceFaults(draft.value, events);
    if (faults.length > 0) return refused(faults);
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
  const compartment = await placeOf(change, locked.id, draft);
  const [eventId = ""] = insertEvents(change, [{ caseId: locked.id, ownerId: locked.ownerId, draft }], compartment);
  const { derivation, changes } = await renewStanding(change, locked, today, eventId);
  change.record({
    chain: locked.ownerId,
    subject: `case:${locked.id}`,
    caseId: locked.id,
    event: "legalEventRecorded",
    data: {
      eventId,
      // Who reads the journal may not know the times of a removal (§ 97a AufenthG).
      ...(compartment === "schedule" ? {} : { type: draft.type, on: draft.on.toString() }),
      standing: derivation.state,
      ...(changes.length > 0 && { deadlinesChanged: changes.length }),
    },
  });
  change.announce(`case:${locked.id}`);
  return { eventId, derivation, changes };
}

async function placeOf(change: Change, caseId: string, draft: LegalEventDraft): Promise<EventCompartment> {
  if (draft.type !== "eventCorrected") return compartmentOf(draft.type);
  const target = (await listEvents(change, caseId)).find(({ id }) => id === draft.corrects);
  return target?.compartment ?? "legal";
}

/** Stores an event; also used by the import. The caller records it in the journal. */
export function insertEvent(change: Change, of: LockedCase, draft: LegalEventDraft): void {
  insertEvents(change, [{ caseId: of.id, ownerId: of.ownerId, draft }]);
}
