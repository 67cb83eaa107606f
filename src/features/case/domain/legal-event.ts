/**
 * Legal events (Rechtsereignisse): append-only facts about a case, from which everything about the duty to leave is derived.
 * Nobody edits or deletes one; a wrong entry is answered by the counter-event `eventCorrected`.
 */
import type { Day } from "../../../kernel/day.ts";
import { actEvents } from "./legal-event-acts.ts";
import type { EventDefinition, EventField, PayloadOf } from "./legal-event-field.ts";
import { remedyEvents } from "./legal-event-remedies.ts";
import { correctionEvents, endEvents, stayEvents } from "./legal-event-stays.ts";

/** Every kind of event with its German label, norm and fields; the order is that of a case, and breaks ties of one day. */
export const legalEventCatalogue = {
  ...actEvents,
  ...remedyEvents,
  ...stayEvents,
  ...endEvents,
  ...correctionEvents,
} as const satisfies Record<string, EventDefinition>;

/** Kind of legal event (Art des Rechtsereignisses). */
export type LegalEventType = keyof typeof legalEventCatalogue;

/** What an official enters (Angaben zum Rechtsereignis), before it has an identifier and a time of recording. */
export type LegalEventDraftOf<T extends LegalEventType> = T extends LegalEventType
  ? { type: T; on: Day } & PayloadOf<(typeof legalEventCatalogue)[T]["fields"]>
  : never;

/** Any draft of a legal event (Entwurf eines Rechtsereignisses). */
export type LegalEventDraft = LegalEventDraftOf<LegalEventType>;

/** One recorded legal event of a given kind (Rechtsereignis): `on` is when it happened, `recordedAt` when we learned of it. */
export type LegalEventOf<T extends LegalEventType> = { id: string; recordedAt: Date } & LegalEventDraftOf<T>;

/** Any recorded legal event (Rechtsereignis). */
export type LegalEvent = LegalEventOf<LegalEventType>;

/** A field with its name, for forms and import (Formularfeld eines Rechtsereignisses). */
export type NamedEventField = { name: string } & EventField;

export const legalEventTypes = Object.keys(legalEventCatalogue) as LegalEventType[];

export const isLegalEventType = (text: string): text is LegalEventType => Object.hasOwn(legalEventCatalogue, text);

export const definitionOf = (type: LegalEventType): EventDefinition => legalEventCatalogue[type];

/** All fields of an event in form order; the day comes first and is always required. */
export function fieldsOf(type: LegalEventType): NamedEventField[] {
  const { dayLabel, fields } = definitionOf(type);
  const own = Object.entries(fields).map(([name, field]) => ({ name, ...field }));
  return [{ name: "on", kind: "day", label: dayLabel, required: true }, ...own];
}
