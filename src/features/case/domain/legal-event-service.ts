/** Ways of service other than handing over (Bekanntgabe, Zustellung): the day of service follows from the law. Data only, never logic. */
import { decisionFields } from "./legal-event-acts.ts";
import { type EventDefinition, eventField } from "./legal-event-field.ts";
import { asylG, vwVfG } from "./norms.ts";

/** Kinds of events by which a decision is deemed served (Bekanntgabefiktion). */
export const deemedServiceTypes = [
  "decisionPosted",
  "decisionHandedToCentre",
  "decisionRetrieved",
  "decisionPublished",
  "decisionSentToLastAddress",
] as const;

export const serviceEvents = {
  decisionPosted: {
    label: "Bescheid zur Post gegeben oder elektronisch übermittelt",
    norm: vwVfG("§ 41 Abs. 2"),
    dayLabel: "Zur Post gegeben oder abgesendet am",
    fields: decisionFields,
  },
  decisionHandedToCentre: {
    label: "Bescheid der Aufnahmeeinrichtung übergeben",
    norm: asylG("§ 10 Abs. 4"),
    dayLabel: "Der Einrichtung übergeben am",
    fields: decisionFields,
  },
  decisionRetrieved: {
    label: "Bescheid im Portal abgerufen",
    norm: vwVfG("§ 41 Abs. 2a"),
    dayLabel: "Abgerufen am",
    fields: decisionFields,
  },
  decisionPublished: {
    label: "Bescheid öffentlich bekannt gegeben",
    norm: vwVfG("§ 41 Abs. 4"),
    dayLabel: "Ortsüblich bekannt gemacht am",
    fields: decisionFields,
  },
  decisionSentToLastAddress: {
    label: "Bescheid an die letzte bekannte Anschrift zur Post gegeben, unzustellbar",
    norm: asylG("§ 10 Abs. 2"),
    dayLabel: "Zur Post gegeben am",
    fields: decisionFields,
  },
  decisionReceived: {
    label: "Bescheid tatsächlich zugegangen",
    norm: vwVfG("§ 41 Abs. 2"),
    dayLabel: "Zugegangen am",
    fields: { of: eventField("Zu welcher Bekanntgabe?", deemedServiceTypes) },
  },
} as const satisfies Record<string, EventDefinition>;
