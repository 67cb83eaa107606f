/** Legal events by which a duty to leave arises and is threatened or ordered. Data only, never logic. */
import {
  decisionKinds,
  instructions,
  noPeriodReasons,
  orderBases,
  procedures,
  threatBases,
  yesOrNo,
} from "./legal-event-choices.ts";
import {
  booleanField,
  choiceField,
  dayField,
  type EventDefinition,
  numberField,
  optional,
  textField,
} from "./legal-event-field.ts";
import { asylG, aufenthG } from "./norms.ts";
import { laender } from "./places-of-calendars.ts";

const procedure = choiceField("Verfahren", procedures);
const instruction = choiceField("Rechtsbehelfsbelehrung", instructions);
const targetStates = textField("Zielstaat oder Zielstaaten");
const claimSuspends = optional(choiceField("Hat die Klage aufschiebende Wirkung?", yesOrNo));
/** Holidays at the seat of the court decide where periods before a court end (§ 57 Abs. 2 VwGO, § 222 Abs. 2 ZPO). */
const courtCalendar = optional(choiceField("Sitz des zuständigen Gerichts, wenn in anderem Land", laender));
const noPeriodReason = optional(choiceField("Grund, keine Ausreisefrist zu setzen", noPeriodReasons));

/** What a decision says, however it was served. */
export const decisionFields = {
  kind: choiceField("Art des Bescheids", decisionKinds),
  instructionOnRemedies: instruction,
  removalActIncluded: booleanField("Der Bescheid enthält die Abschiebungsandrohung oder -anordnung"),
  targetStates: optional(targetStates),
  claimSuspends,
  noDeparturePeriodReason: noPeriodReason,
  courtCalendar,
  fileNumber: optional(textField("Aktenzeichen")),
} as const;

export const actEvents = {
  asylumApplicationFiled: {
    label: "Asylantrag gestellt",
    norm: asylG("§ 14"),
    dayLabel: "Gestellt am",
    fields: {},
  },
  obligationToLeaveArisen: {
    label: "Ausreisepflicht entstanden",
    norm: aufenthG("§ 50 Abs. 1"),
    dayLabel: "Entstanden am",
    fields: {
      enforceableBy: choiceField("Vollziehbar", {
        law: "kraft Gesetzes (§ 58 Abs. 2 Satz 1 AufenthG)",
        decision: "erst mit einem vollziehbaren Bescheid (§ 58 Abs. 2 Satz 2 AufenthG)",
      }),
      ground: optional(textField("Grund")),
    },
  },
  decisionIssued: {
    label: "Bescheid erlassen",
    norm: aufenthG("§ 77"),
    dayLabel: "Bescheid vom",
    fields: { kind: choiceField("Art des Bescheids", decisionKinds), fileNumber: optional(textField("Aktenzeichen")) },
  },
  decisionServed: {
    label: "Bescheid zugestellt",
    norm: asylG("§ 74 Abs. 1"),
    dayLabel: "Zugestellt am",
    fields: decisionFields,
  },
  removalThreatServed: {
    label: "Abschiebungsandrohung zugestellt",
    norm: aufenthG("§ 59"),
    dayLabel: "Zugestellt am",
    fields: {
      basis: choiceField("Rechtsgrundlage", threatBases),
      instructionOnRemedies: instruction,
      targetStates,
      claimSuspends,
      noDeparturePeriodReason: noPeriodReason,
      courtCalendar,
    },
  },
  removalOrderServed: {
    label: "Abschiebungsanordnung zugestellt",
    norm: asylG("§ 34a Abs. 1"),
    dayLabel: "Zugestellt am",
    fields: {
      basis: choiceField("Rechtsgrundlage", orderBases),
      instructionOnRemedies: instruction,
      targetStates,
      courtCalendar,
    },
  },
  decisionFinal: {
    label: "Bescheid bestandskräftig",
    norm: aufenthG("§ 58 Abs. 2 Satz 2"),
    dayLabel: "Bestandskräftig seit",
    fields: { procedure },
  },
  decisionAnnulled: {
    label: "Bescheid aufgehoben",
    norm: aufenthG("§ 58 Abs. 2 Satz 2"),
    dayLabel: "Aufgehoben am",
    fields: {
      procedure,
      annulledBy: choiceField("Aufgehoben durch", { court: "Gericht", authority: "Behörde" }),
    },
  },
  departurePeriodSet: {
    label: "Ausreisefrist gesetzt",
    norm: aufenthG("§ 59 Abs. 1"),
    dayLabel: "Bekannt gegeben am",
    fields: { days: optional(numberField("Tage")), until: optional(dayField("Frist bis")) },
  },
  departurePeriodExtended: {
    label: "Ausreisefrist verlängert",
    norm: aufenthG("§ 59 Abs. 1"),
    dayLabel: "Verlängerung bekannt gegeben am",
    fields: { until: dayField("Frist bis"), reason: textField("Begründung") },
  },
  departurePeriodDispensed: {
    label: "Von der Ausreisefrist abgesehen",
    norm: aufenthG("§ 59 Abs. 1 Satz 2"),
    dayLabel: "Entschieden und bekannt gegeben am",
    fields: { ground: choiceField("Grund", noPeriodReasons), reason: textField("Begründung") },
  },
} as const satisfies Record<string, EventDefinition>;
