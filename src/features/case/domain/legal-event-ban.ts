/** Entry ban from its order to its end, unlawful return, end of the asylum procedure (§ 11 AufenthG). Data only, never logic. */
import { durationField, type EventDefinition, optional, textField } from "./legal-event-field.ts";
import { asylG, aufenthG } from "./norms.ts";

const ban = aufenthG("§ 11");

export const banEvents = {
  entryBanSet: {
    label: "Einreise- und Aufenthaltsverbot befristet",
    norm: ban,
    dayLabel: "Bekannt gegeben am",
    fields: { length: durationField("Länge, gerechnet ab der Ausreise"), reason: textField("Begründung") },
  },
  entryBanEnded: {
    label: "Einreise- und Aufenthaltsverbot aufgehoben",
    norm: ban,
    dayLabel: "Ende am",
    fields: { reason: optional(textField("Begründung")) },
  },
  reentered: {
    label: "Unerlaubt wieder eingereist",
    norm: aufenthG("§ 11 Abs. 9"),
    dayLabel: "Eingereist am",
    fields: { evidence: optional(textField("Beleg")) },
  },
  leftAgain: {
    label: "Nach unerlaubter Einreise wieder ausgereist",
    norm: aufenthG("§ 11 Abs. 9"),
    dayLabel: "Ausgereist am",
    fields: { evidence: optional(textField("Beleg")) },
  },
  asylumProcedureClosed: {
    label: "Asylverfahren unanfechtbar abgeschlossen",
    norm: asylG("§ 7 Abs. 3"),
    dayLabel: "Unanfechtbar seit",
    fields: {},
  },
} as const satisfies Record<string, EventDefinition>;
