/** German words of the envelope: buttons, lines of the dialogue, refusals. Typed by the codes they explain. */
import type { StatusKind, StatusProps } from "../../ui/index.ts";
import {
  type RequestEventType,
  type RequestRefusal,
  requestStatusLabels,
  type RequestStatus,
} from "./domain/request.ts";
import type { EventRefusal } from "./apply-event.ts";
import type { RegisteredType } from "./registered-type.ts";

/** What a button does, as verb and object. */
export const stepLabels: Record<RequestEventType, string> = {
  sent: "Prüfen & absenden",
  received: "Zugang bestätigen",
  reviewStarted: "Prüfung beginnen",
  questionAsked: "Rückfrage stellen",
  questionAnswered: "Rückfrage beantworten",
  accepted: "Annehmen",
  acceptedWithConditions: "Mit Auflagen annehmen",
  conditionsAgreed: "Auflagen zustimmen",
  declined: "Ablehnen",
  contested: "Uneinig: Position darlegen",
  mediationStarted: "Vermittlung anfordern",
  amended: "Berichtigung senden",
  executed: "Als durchgeführt festhalten",
  debriefed: "Einsatz nachbereiten",
  withdrawn: "Ersuchen zurückziehen",
};

const entryLabels: Record<string, string> = {
  sent: "gesendet",
  delivered: "zugegangen (Eingangsquittung des Systems)",
  firstRead: "gelesen",
  received: "Zugang bestätigt",
  reviewStarted: "Prüfung begonnen",
  questionAsked: "Rückfrage",
  questionAnswered: "Antwort",
  accepted: "angenommen",
  acceptedWithConditions: "mit Auflagen angenommen",
  conditionsAgreed: "Auflagen zugestimmt",
  declined: "abgelehnt",
  contested: "uneinig",
  mediationStarted: "Vermittlung angefordert",
  mediationResult: "Ergebnis der Vermittlung",
  amended: "Berichtigung",
  executed: "durchgeführt",
  debriefed: "nachbereitet",
  withdrawn: "zurückgezogen",
  telephone: "☎ Telefonat",
};

/** The heading of a line of the dialogue. */
export const entryLabel = (kind: string, { domain }: RegisteredType): string => {
  const stage = kind.startsWith("stage:") ? domain.stages.find(({ name }) => `stage:${name}` === kind) : undefined;
  return stage?.label ?? entryLabels[kind] ?? kind;
};

const refusalTexts: Record<RequestRefusal | "dueInThePast", string> = {
  dueInThePast: "Dieser Zeitpunkt liegt in der Vergangenheit.",
  notPossible: "Dieser Schritt ist im jetzigen Stand des Ersuchens nicht möglich.",
  textMissing: "Ein Text fehlt. Bitte ausfüllen.",
  conditionsMissing: "Nennen Sie jede Auflage mit einem Text.",
  conditionsNotAgreed: "Den Auflagen wurde noch nicht zugestimmt.",
  alreadyMediated: "Darüber wurde schon vermittelt. Eine zweite Vermittlung gibt es nicht.",
};

export const refusalText = (refusal: EventRefusal, { faultTexts }: RegisteredType): string =>
  refusal.code === "missing"
    ? refusal.missing.map((code) => faultTexts[code] ?? code).join(" ")
    : refusalTexts[refusal.code];

const kinds: Partial<Record<RequestStatus, StatusKind>> = {
  draft: "neutral",
  accepted: "success",
  executed: "success",
  question: "warning",
  acceptedWithConditions: "warning",
  declined: "danger",
  contested: "danger",
  mediation: "danger",
  withdrawn: "neutral",
  debriefed: "neutral",
};

export const statusOf = (status: RequestStatus): StatusProps => ({
  sign: "●",
  text: requestStatusLabels[status],
  kind: kinds[status] ?? "info",
});

/** The three questions of the debriefing; the answers feed the round table of authority and police. */
export const debriefQuestions = [
  { name: "went", label: "Was lief gut?" },
  { name: "failed", label: "Was lief nicht gut?" },
  { name: "change", label: "Was soll beim nächsten Mal anders sein?" },
] as const;
