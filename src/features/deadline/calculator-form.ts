/** The calculator's form: German field names in the address, mistakes at the field, then one deadline or one refusal. */
import { z } from "zod";
import type { FormState } from "../../kernel/form-state.ts";
import { optionalDay, optionalTime, requiredDay } from "../../platform/http/fields.ts";
import { checkForm, withError } from "../../platform/http/form.ts";
import { calendarNames } from "./domain/calendar-names.ts";
import { computeDeadline } from "./domain/compute.ts";
import type { Deadline } from "./domain/deadline.ts";
import type { Refusal } from "./domain/refusal.ts";
import { ruleChoices } from "./rule-choice.ts";

export const units = { D: "Tage", W: "Wochen", M: "Monate", Y: "Jahre" } as const;

const wholeNumber = (message: string) =>
  z
    .string()
    .trim()
    .optional()
    .transform((text, ctx) => {
      if (!text) return undefined;
      if (/^\d{1,5}$/.test(text)) return Number(text);
      ctx.addIssue(message);
      return z.NEVER;
    });

const known = new Set(ruleChoices.map(({ value }) => value));

const form = z.object({
  regel: z.string("Wählen Sie eine Fristregel.").refine((id) => known.has(id), "Wählen Sie eine Fristregel."),
  tag: requiredDay("Geben Sie den Tag des Ereignisses an, zum Beispiel 23.11.2026."),
  uhrzeit: optionalTime(),
  land: z
    .string("Wählen Sie den Kalender.")
    .refine((id) => Object.hasOwn(calendarNames, id), "Wählen Sie den Kalender."),
  dauer: wholeNumber("Geben Sie die Dauer als ganze Zahl an, zum Beispiel 30."),
  einheit: z.enum(["D", "W", "M", "Y"]).catch("D"),
  angerechnet: wholeNumber("Geben Sie die Tage als ganze Zahl an, zum Beispiel 14."),
  "hemmung-von": optionalDay(),
  "hemmung-bis": optionalDay(),
});

const fieldOf: Partial<Record<Refusal["field"], string>> = {
  rule: "regel",
  on: "tag",
  calendar: "land",
  length: "dauer",
  creditedDays: "angerechnet",
  suspended: "hemmung-von",
};

/** The fields of the form, in the order of the address. */
export const calculatorFields = Object.keys(form.shape);

export type Calculated = { form: FormState; deadline?: Deadline };

/** Computes what the address asks for; without a rule in it the form is new. */
export function calculate(query: Record<string, string>): Calculated {
  const read = checkForm(query, form);
  if (!read.ok) return { form: read.form };
  const { regel, tag, uhrzeit, land, dauer, einheit, angerechnet } = read.value;
  const [from, to] = [read.value["hemmung-von"], read.value["hemmung-bis"]];
  if ((from === undefined) !== (to === undefined))
    return {
      form: withError(read.form, from ? "hemmung-bis" : "hemmung-von", "Geben Sie Beginn und Ende der Hemmung an."),
    };
  const deadline = computeDeadline({
    rule: regel,
    on: tag,
    calendar: land,
    ...(uhrzeit ? { at: `${tag.toString()}T${uhrzeit}` } : {}),
    ...(dauer === undefined ? {} : { length: `P${dauer}${einheit}` }),
    ...(angerechnet === undefined ? {} : { creditedDays: angerechnet }),
    ...(from && to ? { suspended: [{ from, to }] } : {}),
  });
  if (deadline.ok) return { form: read.form, deadline: deadline.value };
  const { code, field, message } = deadline.refusal;
  const at = code === "timeMissing" || code === "timeDoesNotExist" ? "uhrzeit" : (fieldOf[field] ?? "");
  return { form: withError(read.form, at, message) };
}
