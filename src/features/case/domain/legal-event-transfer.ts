/**
 * Responsibility of another state (Dublin III, AMM regulation): request, answer, decision, transfer period. Data only, never logic.
 * Silence of the other state is never recorded; it follows from the day on which the answer period ends.
 */
import { extensionGrounds, hitSources, regimes, requestKinds } from "./legal-event-choices.ts";
import {
  booleanField,
  choiceField,
  dayField,
  durationField,
  type EventDefinition,
  optional,
  textField,
  timeField,
} from "./legal-event-field.ts";
import { ammr, borderReturn } from "./norms.ts";
import { memberStates } from "./places-of-calendars.ts";

const memberState = choiceField("Ersuchter Staat", memberStates);
const onHit = booleanField("Beruht auf einem Treffer in Eurodac oder im VIS");
const fileNumber = optional(textField("Aktenzeichen"));
const kind = choiceField("Verfahren", requestKinds);

export const transferEvents = {
  regimeDetermined: {
    label: "Anwendbares Recht für die Überstellung festgestellt",
    norm: ammr("Art. 83, 84"),
    dayLabel: "Festgestellt am",
    fields: { regime: choiceField("Maßgeblich ist", regimes), reason: textField("Begründung") },
  },
  applicationRegistered: {
    label: "Asylantrag registriert, anderer Staat kommt in Betracht",
    norm: ammr("Art. 39 Abs. 1"),
    dayLabel: "Registriert am",
    fields: { kind },
  },
  hitReceived: {
    label: "Treffer in Eurodac oder im VIS",
    norm: ammr("Art. 39 Abs. 1"),
    dayLabel: "Treffer erhalten am",
    fields: { kind, source: choiceField("Datenbank", hitSources) },
  },
  takeChargeRequested: {
    label: "Aufnahmegesuch gestellt",
    norm: ammr("Art. 39, 40"),
    dayLabel: "Beim anderen Staat eingegangen am",
    fields: {
      memberState,
      onHit,
      length: optional(durationField("Dringend: erbetene Antwortfrist, mindestens 1 Woche")),
      fileNumber,
    },
  },
  takeBackNotified: {
    label: "Wiederaufnahme mitgeteilt oder ersucht",
    norm: ammr("Art. 41"),
    dayLabel: "Beim anderen Staat eingegangen am",
    fields: { memberState, onHit, fileNumber },
  },
  requestAccepted: {
    label: "Anderer Staat hat zugestimmt oder bestätigt",
    norm: ammr("Art. 40, 41"),
    dayLabel: "Zugestimmt am",
    fields: { fileNumber },
  },
  requestRefused: {
    label: "Anderer Staat hat abgelehnt",
    norm: ammr("Art. 40, 41"),
    dayLabel: "Abgelehnt am",
    fields: { ground: optional(textField("Grund der Ablehnung")) },
  },
  transferDecided: {
    label: "Überstellungsentscheidung getroffen",
    norm: ammr("Art. 42 Abs. 1"),
    dayLabel: "Entschieden am",
    fields: { fileNumber },
  },
  transferExtended: {
    label: "Überstellungsfrist verlängert",
    norm: ammr("Art. 46 Abs. 2"),
    dayLabel: "Entschieden am",
    fields: {
      ground: choiceField("Grund", extensionGrounds),
      fact: textField("Tatsache"),
      evidence: textField("Beleg (Aktenstelle)"),
      informedOn: dayField("Anderer Staat unterrichtet am"),
      informedAt: optional(timeField("Uhrzeit der Unterrichtung")),
      receivedOn: optional(dayField("Zugang dort bestätigt am")),
      length: optional(durationField("Dauer, wenn kürzer als die höchste")),
    },
  },
  availableAgain: {
    label: "Person ist wieder erreichbar",
    norm: ammr("Art. 46 Abs. 2 UAbs. 2"),
    dayLabel: "Wieder erreichbar seit",
    fields: { fact: optional(textField("Tatsache")) },
  },
  leftTerritory: {
    label: "Hoheitsgebiet der Mitgliedstaaten verlassen",
    norm: ammr("Art. 37 Abs. 4"),
    dayLabel: "Verlassen am",
    fields: { evidence: optional(textField("Beleg")) },
  },
  borderRejectionFinal: {
    label: "Ablehnung im Grenzverfahren unanfechtbar",
    norm: ammr("Art. 37"),
    dayLabel: "Unanfechtbar seit",
    fields: {},
  },
  borderProcedureStarted: {
    label: "Rückkehrgrenzverfahren begonnen",
    norm: borderReturn("Art. 4 Abs. 2"),
    dayLabel: "Begonnen am",
    fields: { length: optional(durationField("Dauer, wenn nicht 12 Wochen")) },
  },
} as const satisfies Record<string, EventDefinition>;
