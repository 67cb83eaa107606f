/**
 * Transit through another state by air (Durchbeförderung). Its day gives away the day of a removal (§ 97a AufenthG), so these events
 * lie with the schedule. Data only, never logic.
 */
import { transitResults } from "./legal-event-choices.ts";
import {
  choiceField,
  dayField,
  type EventDefinition,
  eventField,
  optional,
  textField,
  timeField,
} from "./legal-event-field.ts";
import { transitDirective } from "./norms.ts";
import { memberStates } from "./places-of-calendars.ts";

const compartment = "schedule";
const memberState = choiceField("Durchbeförderungsstaat", memberStates);
const plan = optional(eventField("Zu welcher geplanten Durchbeförderung?", ["transitPlanned"]));

export const transitEvents = {
  transitPlanned: {
    label: "Durchbeförderung geplant",
    norm: transitDirective("Art. 4 Abs. 1"),
    dayLabel: "Geplant am",
    compartment,
    fields: { plannedFor: dayField("Tag der Durchbeförderung"), memberState },
  },
  transitRequested: {
    label: "Durchbeförderung beantragt",
    norm: transitDirective("Art. 4 Abs. 1"),
    dayLabel: "Beim anderen Staat eingegangen am",
    compartment,
    fields: { of: plan, memberState, fileNumber: optional(textField("Aktenzeichen")) },
  },
  transitDecided: {
    label: "Über die Durchbeförderung entschieden",
    norm: transitDirective("Art. 4 Abs. 2"),
    dayLabel: "Entscheidung eingegangen am",
    compartment,
    fields: {
      result: choiceField("Ergebnis", transitResults),
      ground: optional(textField("Begründung oder nächster möglicher Tag")),
    },
  },
  transitStarted: {
    label: "Durchbeförderung begonnen",
    norm: transitDirective("Art. 5"),
    dayLabel: "Ankunft am Flughafen der Durchbeförderung am",
    compartment,
    fields: { at: timeField("Uhrzeit (deutsche Zeit)") },
  },
} as const satisfies Record<string, EventDefinition>;
