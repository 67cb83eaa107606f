/**
 * What the fields of one legal event must satisfy together, with the German text when they do not.
 * Never compares with other events: late and contradicting facts are accepted, the derivation flags them.
 */
import { type Day, isAfter, isBefore } from "../../../kernel/day.ts";
import { asylumNoPeriodReasons, procedureOfDecision, residenceNoPeriodReasons } from "./legal-event-choices.ts";
import type { deemedServiceTypes } from "./legal-event-service.ts";
import type { LegalEventDraftOf, LegalEventType } from "./legal-event.ts";

/** A field with its fault in German (Eingabefehler). */
export type FieldFault = { field: string; message: string };

type DecisionDraft = LegalEventDraftOf<"decisionServed" | (typeof deemedServiceTypes)[number]>;
type Conditions = { [T in LegalEventType]?: (draft: LegalEventDraftOf<T>) => (FieldFault | false | undefined)[] };

const fault = (field: string, message: string): FieldFault => ({ field, message });

/** § 38 Abs. 4 AsylG and § 59 AufenthG know different grounds; one must not be borrowed for the other. */
const wrongGround = (field: string, ground: string | undefined, isAsylum: boolean) =>
  ground !== undefined &&
  !Object.hasOwn(isAsylum ? asylumNoPeriodReasons : residenceNoPeriodReasons, ground) &&
  fault(field, "Dieser Grund gehört nicht zu diesem Verfahren. Wählen Sie einen Grund des Verfahrens oder keinen.");

/** A decision must fit together however it was served. */
const decisionFaults = (draft: DecisionDraft): (FieldFault | false | undefined)[] => [
  draft.removalActIncluded &&
    !draft.targetStates &&
    fault("targetStates", "Nennen Sie den Zielstaat, den die Androhung oder Anordnung bezeichnet."),
  draft.kind === "residenceThreat" &&
    !draft.removalActIncluded &&
    fault("removalActIncluded", "Eine Abschiebungsandrohung ist hier der Bescheid selbst: wählen Sie „ja“."),
  draft.noDeparturePeriodReason !== undefined &&
    !draft.removalActIncluded &&
    fault("noDeparturePeriodReason", "Ohne Abschiebungsandrohung gibt es keine Ausreisefrist, von der abgesehen wird."),
  wrongGround("noDeparturePeriodReason", draft.noDeparturePeriodReason, procedureOfDecision[draft.kind] === "asylum"),
];

const untilBefore = (until: Day | undefined, on: Day, message: string) =>
  until !== undefined && isBefore(until, on) && fault("until", message);

const bothGiven = (until: Day | undefined, length: string | undefined) =>
  until !== undefined && length !== undefined && fault("length", "Geben Sie entweder den Tag oder die Dauer ein.");

export const conditions: Conditions = {
  decisionServed: decisionFaults,
  decisionPosted: decisionFaults,
  decisionHandedToCentre: decisionFaults,
  decisionRetrieved: decisionFaults,
  decisionPublished: decisionFaults,
  decisionSentToLastAddress: decisionFaults,
  custodyStarted: ({ on, until, length }) => [
    untilBefore(until, on, "Der letzte Tag der Anordnung liegt vor dem Beginn der Freiheitsentziehung."),
    bothGiven(until, length),
  ],
  custodyExtended: ({ on, until, length }) => [
    until === undefined &&
      length === undefined &&
      fault("until", "Geben Sie den letzten Tag oder die gesamte Dauer der Anordnung ein."),
    untilBefore(until, on, "Der letzte Tag der Anordnung liegt vor dem Beschluss."),
    bothGiven(until, length),
  ],
  transferExtended: ({ informedOn, receivedOn }) => [
    receivedOn &&
      isBefore(receivedOn, informedOn) &&
      fault("receivedOn", "Der Zugang kann nicht vor dem Tag liegen, an dem der andere Staat unterrichtet wurde."),
  ],
  transitPlanned: ({ on, plannedFor }) => [
    isBefore(plannedFor, on) &&
      fault("plannedFor", "Der Tag der Durchbeförderung kann nicht vor dem Tag der Planung liegen."),
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
