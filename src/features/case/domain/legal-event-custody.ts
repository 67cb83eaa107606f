/**
 * Deprivation of liberty (Haft und Gewahrsam): what a court ordered, what happened. A compartment of its own (domain report 5.5).
 * Data only, never logic; never a proposal to apply for detention.
 */
import { custodyKinds } from "./legal-event-choices.ts";
import {
  choiceField,
  dayField,
  durationField,
  type EventDefinition,
  eventField,
  numberField,
  optional,
  textField,
  timeField,
} from "./legal-event-field.ts";
import { asylG, aufenthG, famFG } from "./norms.ts";

const compartment = "custody";
const court = textField("Gericht");
const courtFile = optional(textField("Aktenzeichen des Gerichts"));
const until = optional(dayField("Angeordnet bis einschließlich"));
const which = optional(eventField("Zu welcher Haft?", ["custodyStarted", "administrativeCustodyStarted"]));

export const custodyEvents = {
  custodyStarted: {
    label: "Haft oder Gewahrsam begonnen (richterlicher Beschluss)",
    norm: aufenthG("§§ 62, 62b"),
    dayLabel: "Erster Tag der Freiheitsentziehung",
    compartment,
    fields: {
      kind: choiceField("Art", custodyKinds),
      court,
      courtFile,
      until,
      length: optional(durationField("Angeordnete Dauer, falls kein Tag genannt ist")),
      days: optional(numberField("Anzurechnende Tage aus früherer Haft, die nicht in dieser Akte steht")),
    },
  },
  custodyExtended: {
    label: "Haft verlängert (richterlicher Beschluss)",
    norm: famFG("§ 425"),
    dayLabel: "Beschluss vom",
    compartment,
    fields: {
      of: optional(eventField("Zu welcher Haft?", ["custodyStarted"])),
      court,
      courtFile,
      until,
      length: optional(durationField("Gesamte Dauer seit Haftbeginn, falls kein Tag genannt ist")),
    },
  },
  custodyEnded: {
    label: "Haft oder Gewahrsam beendet",
    norm: aufenthG("§§ 62, 62b"),
    dayLabel: "Letzter Tag der Freiheitsentziehung",
    compartment,
    fields: { of: which, ground: optional(textField("Grund")) },
  },
  administrativeCustodyStarted: {
    label: "Gewahrsam ohne richterliche Entscheidung begonnen",
    norm: famFG("§ 428 Abs. 1"),
    dayLabel: "Ergriffen am",
    compartment,
    fields: { at: timeField("Uhrzeit"), ground: textField("Tatsachen, auf denen der Gewahrsam beruht") },
  },
  detentionExecutionSuspended: {
    label: "Vollzug der Haft ausgesetzt (ohne Gericht)",
    norm: famFG("§ 424 Abs. 1"),
    dayLabel: "Ausgesetzt am",
    compartment,
    fields: { length: optional(durationField("Dauer, höchstens 1 Woche")) },
  },
  asylumApplicationFromCustody: {
    label: "Asylantrag aus der Haft gestellt",
    norm: asylG("§ 14 Abs. 4"),
    dayLabel: "Beim Bundesamt eingegangen am",
    compartment,
    fields: {},
  },
} as const satisfies Record<string, EventDefinition>;
