/** Legal events in court and in renewed asylum procedures. Data only, never logic. */
import { forums, procedures } from "./legal-event-choices.ts";
import { choiceField, type EventDefinition, optional, textField } from "./legal-event-field.ts";
import { asylG, vwGO } from "./norms.ts";

const procedure = choiceField("Verfahren", procedures);
const forum = choiceField("Gericht", forums);
const courtFile = optional(textField("Aktenzeichen des Gerichts"));
const claim = { procedure, courtFile };
const motion = { procedure, forum, courtFile };

export const remedyEvents = {
  claimFiled: { label: "Klage erhoben", norm: asylG("§ 74"), dayLabel: "Eingegangen bei Gericht am", fields: claim },
  claimDismissedFinal: {
    label: "Klage rechtskräftig abgewiesen",
    norm: asylG("§ 38 Abs. 2"),
    dayLabel: "Rechtskräftig seit",
    fields: claim,
  },
  claimWithdrawn: {
    label: "Klage zurückgenommen oder erledigt",
    norm: asylG("§ 38 Abs. 2"),
    dayLabel: "Wirksam am",
    fields: claim,
  },
  urgentMotionFiled: {
    label: "Eilantrag gestellt",
    norm: vwGO("§§ 80 Abs. 5, 123"),
    dayLabel: "Eingegangen bei Gericht am",
    fields: motion,
  },
  urgentMotionRejected: {
    label: "Eilantrag abgelehnt",
    norm: vwGO("§§ 80 Abs. 5, 123"),
    dayLabel: "Beschluss zugestellt am",
    fields: motion,
  },
  urgentMotionWithdrawn: {
    label: "Eilantrag zurückgenommen oder erledigt",
    norm: vwGO("§§ 80 Abs. 5, 123"),
    dayLabel: "Wirksam am",
    fields: motion,
  },
  urgentMotionGranted: {
    label: "Eilantrag stattgegeben (Abschiebung untersagt)",
    norm: vwGO("§ 123"),
    dayLabel: "Beschluss vom",
    fields: motion,
  },
  suspensiveEffectOrdered: {
    label: "Aufschiebende Wirkung angeordnet",
    norm: vwGO("§ 80 Abs. 5"),
    dayLabel: "Beschluss vom",
    fields: claim,
  },
  courtOrderEnded: {
    label: "Gerichtliche Anordnung aufgehoben oder ausgelaufen",
    norm: vwGO("§§ 80, 123"),
    dayLabel: "Ende am",
    fields: motion,
  },
  courtReleaseDocumented: {
    label: "Freigabe des Gerichts dokumentiert",
    norm: vwGO("§§ 80, 123"),
    dayLabel: "Auskunft des Gerichts vom",
    fields: { ...motion, statement: textField("Auskunft des Gerichts, mit Name und Uhrzeit") },
  },
  subsequentApplicationFiled: {
    label: "Folgeantrag gestellt",
    norm: asylG("§ 71"),
    dayLabel: "Gestellt am",
    fields: {},
  },
  bamfFeedbackReceived: {
    label: "Mitteilung des Bundesamts zum Folgeantrag",
    norm: asylG("§ 71 Abs. 3"),
    dayLabel: "Eingegangen am",
    fields: {
      result: choiceField("Inhalt", {
        removalPermitted: "Abschiebung zulässig, Nichtzurückweisung gewahrt",
        furtherProcedure: "weiteres Asylverfahren wird durchgeführt",
        stillExamining: "Prüfung dauert an",
      }),
    },
  },
} as const satisfies Record<string, EventDefinition>;
