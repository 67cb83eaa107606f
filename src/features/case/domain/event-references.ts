/** Whether an event points to entries of the same case that it may point to. Never looks outside the list it is given. */
import type { FieldFault } from "./legal-event-conditions.ts";
import { fieldsOf, type LegalEvent, type LegalEventDraft } from "./legal-event.ts";

const named = (draft: LegalEventDraft): { field: string; types: readonly string[]; id: string }[] =>
  fieldsOf(draft.type).flatMap((field) => {
    // The draft was read by these descriptions, so a field of kind "event" holds an identifier or nothing.
    const id = (draft as Record<string, unknown>)[field.name];
    return field.kind === "event" && typeof id === "string" ? [{ field: field.name, types: field.types, id }] : [];
  });

export const hasReferences = (draft: LegalEventDraft): boolean => named(draft).length > 0;

/** An entry that is not there, of another kind, or corrected already cannot be meant. */
export function referenceFaults(draft: LegalEventDraft, events: readonly LegalEvent[]): FieldFault[] {
  const isCorrected = (id: string) => events.some((event) => event.type === "eventCorrected" && event.corrects === id);
  return named(draft).flatMap(({ field, types, id }) => {
    const target = events.find((event) => event.id === id);
    if (!target) return [{ field, message: "Diesen Eintrag gibt es in diesem Fall nicht." }];
    if (isCorrected(id)) return [{ field, message: "Dieser Eintrag ist schon berichtigt und zählt nicht mehr." }];
    if (draft.type === "eventCorrected" && target.type === "eventCorrected")
      return [{ field, message: "Eine Berichtigung wird nicht berichtigt. Erfassen Sie das Ereignis neu." }];
    return types.length > 0 && !types.includes(target.type)
      ? [{ field, message: "Dieser Eintrag ist von einer anderen Art." }]
      : [];
  });
}
