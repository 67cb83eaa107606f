/** Legal events that suspend a removal, end the duty to leave, or correct an earlier entry. Data only, never logic. */
import { type LegalReference } from "../../../kernel/legal-reference.ts";
import { absenceKinds, departureProofs, yesOrNo } from "./legal-event-choices.ts";
import { choiceField, dayField, type EventDefinition, eventField, optional, textField } from "./legal-event-field.ts";
import { ammr, asylG, aufenthG, housePolicy } from "./norms.ts";
import { type SuspensionReason, suspensionReasons } from "./suspension-reason.ts";

const reasonLabels = Object.fromEntries(
  Object.entries(suspensionReasons).map(([code, { label }]) => [code, label]),
  // fromEntries forgets its keys; they are those of the table above.
) as Record<SuspensionReason, string>;

const duty: LegalReference = aufenthG("§ 50 Abs. 1");

export const stayEvents = {
  suspensionIssued: {
    label: "Duldung erteilt",
    norm: aufenthG("§ 60a"),
    dayLabel: "Erteilt am",
    fields: { reason: choiceField("Duldungsgrund", reasonLabels), until: optional(dayField("Befristet bis")) },
  },
  suspensionRevoked: {
    label: "Duldung widerrufen oder erloschen",
    norm: aufenthG("§ 60a"),
    dayLabel: "Ende am",
    fields: { reason: choiceField("Duldungsgrund", reasonLabels) },
  },
  groupSuspensionOrdered: {
    label: "Abschiebungsstopp angeordnet",
    norm: aufenthG("§ 60a Abs. 1"),
    dayLabel: "Angeordnet am",
    fields: { until: dayField("Befristet bis") },
  },
  groupSuspensionEnded: {
    label: "Abschiebungsstopp beendet",
    norm: aufenthG("§ 60a Abs. 1"),
    dayLabel: "Beendet am",
    fields: {},
  },
  hardshipRequestAccepted: {
    label: "Härtefallersuchen zur Beratung angenommen",
    norm: aufenthG("§ 23a Abs. 1"),
    dayLabel: "Angenommen am",
    fields: {},
  },
  hardshipDecided: {
    label: "Härtefallersuchen entschieden",
    norm: aufenthG("§ 23a Abs. 1"),
    dayLabel: "Entschieden am",
    fields: {
      result: choiceField("Ergebnis", {
        ordered: "Aufenthaltserlaubnis wird angeordnet",
        rejected: "abgelehnt oder erledigt",
      }),
    },
  },
  removalAnnounced: {
    label: "Abschiebung angekündigt (Kind unter zwölf Jahren, über ein Jahr geduldet)",
    norm: aufenthG("§ 60a Abs. 5a"),
    dayLabel: "Ankündigung zugegangen am",
    fields: {},
  },
  removalFailedWithReadmission: {
    label: "Abschiebung gescheitert, Person zurückübernommen",
    norm: aufenthG("§ 60a Abs. 2a"),
    dayLabel: "Zurückübernommen am",
    fields: {},
  },
  absenceNoticed: {
    label: "Abwesend oder nicht erreichbar",
    norm: asylG("§ 66 Abs. 1"),
    dayLabel: "Abwesend oder nicht abgeholt seit",
    fields: { kind: choiceField("Anlass", absenceKinds) },
  },
  enforceabilityCeased: {
    label: "Vollziehbarkeit entfallen (aus einem hier nicht genannten Grund)",
    norm: aufenthG("§ 59 Abs. 1 Satz 6"),
    dayLabel: "Entfallen am",
    fields: { reason: textField("Grund mit Aktenstelle") },
  },
  enforceabilityRestored: {
    label: "Vollziehbarkeit wieder eingetreten",
    norm: aufenthG("§ 59 Abs. 1 Satz 7"),
    dayLabel: "Wieder eingetreten am",
    fields: { reason: textField("Grund mit Aktenstelle") },
  },
} as const satisfies Record<string, EventDefinition>;

export const endEvents = {
  residenceTitleGranted: {
    label: "Aufenthaltstitel erteilt",
    norm: duty,
    dayLabel: "Erteilt am",
    fields: { validUntil: optional(dayField("Gültig bis")), title: optional(textField("Art des Titels")) },
  },
  naturalised: { label: "Eingebürgert", norm: duty, dayLabel: "Eingebürgert am", fields: {} },
  died: { label: "Verstorben", norm: duty, dayLabel: "Verstorben am", fields: {} },
  responsibilityPassedToGermany: {
    label: "Zuständigkeit für das Asylverfahren auf Deutschland übergegangen",
    norm: ammr("Art. 46 Abs. 2"),
    dayLabel: "Übergegangen am",
    fields: { ground: optional(textField("Grund")) },
  },
  departed: {
    label: "Ausgereist",
    norm: aufenthG("§ 50 Abs. 2 und 3"),
    dayLabel: "Ausgereist am",
    fields: {
      manner: choiceField("Art der Ausreise", {
        voluntary: "freiwillig",
        removal: "Abschiebung",
        transfer: "Überstellung",
      }),
      proof: choiceField("Nachweis", departureProofs),
      destination: choiceField("Ziel", { thirdCountry: "Staat außerhalb der EU", euState: "Mitgliedstaat der EU" }),
      destinationState: optional(textField("Zielstaat")),
      entryAllowed: optional(choiceField("Einreise und Aufenthalt dort erlaubt?", yesOrNo)),
    },
  },
} as const satisfies Record<string, EventDefinition>;

export const correctionEvents = {
  eventCorrected: {
    label: "Eintrag berichtigt",
    norm: housePolicy("Gegenbuchung statt Änderung"),
    dayLabel: "Berichtigt am",
    fields: { corrects: eventField("Berichtigter Eintrag"), reason: textField("Begründung") },
  },
} as const satisfies Record<string, EventDefinition>;
