/**
 * What the fields of one legal event must satisfy together, with the German text when they do not.
 * Never compares with other events: late and contradicting facts are accepted, the derivation flags them.
 */
import { isAfter, isBefore } from "../../../kernel/day.ts";
import { asylumNoPeriodReasons, procedureOfDecision, residenceNoPeriodReasons } from "./legal-event-choices.ts";
import type { LegalEventDraftOf, LegalEventType } from "./legal-event.ts";

/** A field with its fault in German (Eingabefehler). */
export type FieldFault = { field: string; message: string };

type Conditions = { [T in LegalEventType]?: (draft: LegalEventDraftOf<T>) => (FieldFault | false | undefined)[] };

const fault = (field: string, message: string): FieldFault => ({ field, message });

/** § 38 Abs. 4 AsylG and § 59 AufenthG know different grounds; one must not be borrowed for the other. */
const wrongGround = (field: string, ground: string | undefined, isAsylum: boolean) =>
  ground !== undefined &&
  !Object.hasOwn(isAsylum ? asylumNoPeriodReasons : residenceNoPeriodReasons, ground) &&
  fault(field, "Dieser Grund gehört nicht zu diesem Verfahren. Wählen Sie einen Grund des Verfahrens oder keinen.");

export const conditions: Conditions = {
  decisionServed: (draft) => [
    draft.removalActIncluded &&
      !draft.targetStates &&
      fault("targetStates", "Nennen Sie den Zielstaat, den die Androhung oder Anordnung bezeichnet."),
    draft.kind === "residenceThreat" &&
      !draft.removalActIncluded &&
      fault("removalActIncluded", "Eine Abschiebungsandrohung ist hier der Bescheid selbst: wählen Sie „ja“."),
    draft.noDeparturePeriodReason !== undefined &&
      !draft.removalActIncluded &&
      fault(
        "noDeparturePeriodReason",
        "Ohne Abschiebungsandrohung gibt es keine Ausreisefrist, von der abgesehen wird.",
      ),
    wrongGround("noDeparturePeriodReason", draft.noDeparturePeriodReason, procedureOfDecision[draft.kind] === "asylum"),
  ],
  removalThreatServed: (draft) => [
    wrongGround("noDeparturePeriodReason", draft.noDeparturePeriodReason, draft.basis === "asylG34"),
  ],
  departurePeriodSet: ({ on, days, until }) => [
    (days === undefined) === (until === undefined) &&
      fault("days", "Geben Sie entweder die Zahl der Tage oder das Ende der Frist ein."),
    until &&
      !isAfter(until, on) &&
      fault("until", "Das Ende der Frist muss nach dem Tag liegen, an dem sie gesetzt ist."),
  ],
  departurePeriodExtended: ({ on, until }) => [
    !isAfter(until, on) && fault("until", "Das Ende der Frist muss nach dem Tag der Verlängerung liegen."),
  ],
  suspensionIssued: ({ on, until }) => [
    until && isBefore(until, on) && fault("until", "Die Duldung kann nicht vor dem Tag enden, an dem sie erteilt ist."),
  ],
  groupSuspensionOrdered: ({ on, until }) => [
    isBefore(until, on) && fault("until", "Der Abschiebungsstopp kann nicht vor seiner Anordnung enden."),
  ],
  residenceTitleGranted: ({ on, validUntil }) => [
    validUntil &&
      isBefore(validUntil, on) &&
      fault("validUntil", "Der Aufenthaltstitel kann nicht vor dem Tag ablaufen, an dem er erteilt ist."),
  ],
  departed: (draft) => [
    draft.destination === "euState" &&
      !draft.entryAllowed &&
      fault("entryAllowed", "Geben Sie an, ob Einreise und Aufenthalt dort erlaubt sind (§ 50 Abs. 3 AufenthG)."),
  ],
};
