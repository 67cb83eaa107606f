/** German texts of the measure: refusals and buttons, typed by the codes they explain. */
import type { AnswerRefusal } from "./domain/gate-answer.ts";
import type { CheckId } from "./domain/gate.ts";
import { gateById, obstacleCheckTitle } from "./domain/gates.ts";
import type { MeasureEvent, MeasureRefusal } from "./domain/measure.ts";
import type { OpenRefusal } from "./open-measure.ts";
import type { PlanRefusal } from "./plan-measure.ts";

type PlainCode = Exclude<MeasureRefusal, { code: "gatesClosed" }>["code"];

export const refusalTexts: Record<PlainCode, string> = {
  notPossible: "Dieser Schritt ist im jetzigen Stand der Maßnahme nicht möglich.",
  stopped: "Die Maßnahme ist gestoppt. Ein neuer Versuch ist eine neue Maßnahme.",
  gatesNotOfToday: "Die Prüfung ist nicht von heute. Bitte die Seite neu laden.",
  onlySupervisorsApprove: "Eine Maßnahme gibt nur die Leitung frei.",
  requesterMayNotApprove:
    "Wer die Maßnahme beantragt hat, kann sie nicht freigeben. Eine andere Person muss freigeben.",
  alreadyApprovedByThisPerson: "Sie haben schon freigegeben. Eine zweite Person muss freigeben.",
  bookingNotDecided: "Es ist noch nicht entschieden, ob eine Buchung nötig ist.",
  reasonMissing: "Geben Sie einen Grund mit mindestens drei Zeichen an.",
  phaseNotNext: "Dieser Abschnitt ist nicht der nächste.",
  phaseDoesNotFit: "Dieser Abschnitt passt nicht zum Stand der Maßnahme.",
  causeNeedsText: "Erläutern Sie den Grund: Er ist unbekannt oder in diesem Abschnitt nicht zu erwarten.",
  outcomeDoesNotFit: "Dieses Ergebnis passt nicht zum Stand der Maßnahme.",
  previousAttemptOpen: "Es gibt schon eine offene Maßnahme. Sie muss zuerst beendet sein.",
  previousAttemptCompleted: "Die letzte Maßnahme ist vollzogen. Ein neuer Versuch ist nicht möglich.",
};

/** Why a measure is not opened, in words; no gate takes part in it. */
export const openRefusalText = (code: OpenRefusal): string =>
  code === "companionNotOfFamily"
    ? "Mitgenommen werden können nur Personen desselben Familienverbands."
    : code === "gatesClosed"
      ? ""
      : refusalTexts[code];

/** The field of a step at which its refusal is shown. */
export const refusedFields: Partial<Record<MeasureRefusal["code"], string>> = {
  reasonMissing: "reason",
  phaseNotNext: "phase",
  phaseDoesNotFit: "phase",
  outcomeDoesNotFit: "phase",
  causeNeedsText: "text",
};

export const titleOf = (gate: CheckId): string =>
  gate === "obstacles" ? obstacleCheckTitle : `${gate} ${gateById(gate).title}`;

/** A refusal in words; closed gates are named, because that is what must be mended. */
export const refusalText = (refusal: MeasureRefusal): string =>
  refusal.code === "gatesClosed"
    ? `Prüfpunkte stehen entgegen: ${refusal.gates.map(titleOf).join("; ")}. Sie öffnen sich nur durch neue Tatsachen.`
    : refusalTexts[refusal.code];

export const answerRefusalTexts: Record<AnswerRefusal, string> = {
  gateIsDerived: "Dieser Prüfpunkt folgt aus den erfassten Tatsachen. Er kann nicht beantwortet werden.",
  roleMayNotAnswer: "Ihre Rolle darf diesen Prüfpunkt nicht beantworten.",
  reasonMissing: "Geben Sie eine Begründung mit mindestens drei Zeichen an.",
  evidenceMissing: "Geben Sie den Beleg an (Blatt, Schreiben, Datum).",
  alwaysApplies: "Dieser Prüfpunkt trifft immer zu. Antworten Sie mit ja, nein oder offen.",
  alreadyExpired: "Das Ablaufdatum liegt vor heute.",
};

/** The field of an answer at which its refusal is shown; the rest concerns the gate as a whole. */
export const answerRefusalFields: Partial<Record<AnswerRefusal, string>> = {
  reasonMissing: "reason",
  evidenceMissing: "evidence",
  alwaysApplies: "answer",
  alreadyExpired: "expiresOn",
};

export const planRefusalTexts: Record<PlanRefusal, { field: string; message: string }> = {
  notPlannable: {
    field: "",
    message:
      "Mindestens eine Person hat diese Planung freigegeben. Geben Sie die Maßnahme zuerst zur Überarbeitung zurück.",
  },
  arrivalBeforeStart: { field: "arrivesOn", message: "Die Ankunft muss nach dem Beginn liegen." },
  arrivalInThePast: { field: "arrivesOn", message: "Die Ankunft liegt in der Vergangenheit." },
  startInThePast: { field: "startsOn", message: "Der Beginn liegt in der Vergangenheit." },
};

/** What a button does, as verb and object. */
export const eventLabels: Record<Exclude<MeasureEvent["type"], "stopped">, string> = {
  gateCheckStarted: "Prüfung beginnen",
  returned: "Zur Überarbeitung zurückgeben",
  approvalGiven: "Maßnahme freigeben",
  bookingDecided: "Über Buchung entscheiden",
  bookingRequested: "Buchung anfragen",
  bookingConfirmed: "Flugdaten bestätigen",
  bookingLost: "Buchung aufheben",
  supportArranged: "Unterstützung festhalten",
  finalCheckStarted: "Schlussprüfung beginnen",
  released: "Zum Vollzug freigeben",
  executionStarted: "Vollzug beginnen",
  phaseReached: "Abschnitt erreicht",
  aborted: "Abbruch erfassen",
  departed: "Abreise erfassen",
  arrived: "Ankunft erfassen",
  outcomeRecorded: "Ergebnis erfassen",
  notificationsSent: "Mitteilungen sind versandt",
  closed: "Maßnahme abschließen",
};
