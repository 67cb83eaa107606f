/**
 * Legal events (Rechtsereignisse): append-only facts about a case, from which everything about the duty to leave is derived.
 * Nobody edits or deletes one; a wrong entry is answered by the counter-event `eventCorrected`.
 */
import type { Day } from "../../../kernel/day.ts";
import { actEvents } from "./legal-event-acts.ts";
import { banEvents } from "./legal-event-ban.ts";
import { custodyEvents } from "./legal-event-custody.ts";
import type { EventDefinition, EventField, PayloadOf } from "./legal-event-field.ts";
import { remedyEvents } from "./legal-event-remedies.ts";
import { serviceEvents } from "./legal-event-service.ts";
import { correctionEvents, endEvents, stayEvents } from "./legal-event-stays.ts";
import { transferEvents } from "./legal-event-transfer.ts";
import { transitEvents } from "./legal-event-transit.ts";

/** Groups of the catalogue with their German headings, as the form offers them (Gliederung der Auswahl). */
const groups = {
  "Bescheide und Ausreisefrist": actEvents,
  "Zustellung und Bekanntgabe": serviceEvents,
  Rechtsbehelfe: remedyEvents,
  "Duldung, Ankündigung, Hindernisse im Recht": stayEvents,
  "Überstellung in den zuständigen Staat": transferEvents,
  "Haft und Gewahrsam": custodyEvents,
  Durchbeförderung: transitEvents,
  "Ausreise und Ende der Ausreisepflicht": endEvents,
  "Einreise- und Aufenthaltsverbot, Wiedereinreise": banEvents,
  Berichtigung: correctionEvents,
} as const;

/** Every kind of event with its German label, norm and fields; the order is that of a case, and breaks ties of one day. */
export const legalEventCatalogue = {
  ...actEvents,
  ...serviceEvents,
  ...remedyEvents,
  ...stayEvents,
  ...transferEvents,
  ...custodyEvents,
  ...transitEvents,
  ...endEvents,
  ...banEvents,
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

/** The kinds under their headings (Auswahl im Formular). */
export const legalEventGroups = Object.entries(groups).map(([title, events]) => ({
  title,
  // The keys of a group are keys of the catalogue, which is made of the groups.
  types: Object.keys(events) as LegalEventType[],
}));

/** Compartment in which an event lies (domain report 5.5): who sees custody or times is decided there, not here. */
export type EventCompartment = "legal" | "custody" | "schedule";

export const compartmentOf = (type: LegalEventType): EventCompartment => definitionOf(type).compartment ?? "legal";

export const isLegalEventType = (text: string): text is LegalEventType => Object.hasOwn(legalEventCatalogue, text);

export const definitionOf = (type: LegalEventType): EventDefinition => legalEventCatalogue[type];

/** All fields of an event in form order; the day comes first and is always required. */
export function fieldsOf(type: LegalEventType): NamedEventField[] {
  const { dayLabel, fields } = definitionOf(type);
  const own = Object.entries(fields).map(([name, field]) => ({ name, ...field }));
  return [{ name: "on", kind: "day", label: dayLabel, required: true }, ...own];
}
