/** Zod pieces for form fields and API bodies, with German messages: what is wrong and what to enter instead. */
import { z } from "zod";
import { type Day, parseDay } from "../../kernel/day.ts";

/** Characters of DIN 91379 data type C cover running text; control characters other than line breaks are refused. */
// eslint-disable-next-line no-control-regex -- refusing them is the point
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/;

const clean = (text: string): string => text.replaceAll("\r\n", "\n").normalize("NFC").trim();

const plainText = (max: number) =>
  z
    .string("Bitte ausfüllen.")
    .transform(clean)
    .refine((text) => !controls.test(text), "Der Text enthält unzulässige Steuerzeichen.")
    .refine((text) => text.length <= max, `Höchstens ${max} Zeichen.`);

/** `requiredText("Geben Sie den Grund an.", 2000)` */
export const requiredText = (message: string, max = 2000, min = 1) =>
  plainText(max).refine((text) => text.length >= min, message);

export const optionalText = (max = 2000) =>
  plainText(max)
    .optional()
    .transform((text) => text || undefined);

/** Day from `23.11.2026`, `3.1.2026` or `2026-11-23`. Names a day that does not exist. */
function readDay(text: string): Day | undefined {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  if (!german) return parseDay(text);
  return parseDay(`${german[3]}-${german[2]?.padStart(2, "0")}-${german[1]?.padStart(2, "0")}`);
}

const inRange = (day: Day): boolean => day.year >= 1900 && day.year <= 2199;

export const requiredDay = (message = "Geben Sie ein Datum an, zum Beispiel 23.11.2026.") =>
  z
    .string(message)
    .trim()
    .min(1, message)
    .transform((text, ctx) => {
      const day = readDay(text);
      if (day && inRange(day)) return day;
      ctx.addIssue(`»${text.slice(0, 20)}« ist kein Datum. Geben Sie Tag, Monat und Jahr an, zum Beispiel 23.11.2026.`);
      return z.NEVER;
    });

export const optionalDay = () =>
  z
    .string()
    .trim()
    .optional()
    .transform((text, ctx) => {
      if (!text) return undefined;
      const day = readDay(text);
      if (day && inRange(day)) return day;
      ctx.addIssue(`»${text.slice(0, 20)}« ist kein Datum. Geben Sie Tag, Monat und Jahr an, zum Beispiel 23.11.2026.`);
      return z.NEVER;
    });

/** Time of day as `6:15` or `06:15`; gives `06:15`. */
export const optionalTime = () =>
  z
    .string()
    .trim()
    .optional()
    .transform((text, ctx) => {
      if (!text) return undefined;
      const match = /^(\d{1,2})[:.](\d{2})(?:\s*Uhr)?$/.exec(text);
      if (match && Number(match[1]) < 24 && Number(match[2]) < 60) return `${match[1]?.padStart(2, "0")}:${match[2]}`;
      ctx.addIssue(`»${text.slice(0, 20)}« ist keine Uhrzeit. Geben Sie zum Beispiel 06:15 an.`);
      return z.NEVER;
    });

/** One of the given values, as select or radio group sends it. */
export const choice = <const T extends readonly [string, ...string[]]>(values: T, message: string) =>
  z.enum(values, message);

export const optionalChoice = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.union([z.literal("").transform(() => undefined), z.enum(values)]).optional();

/** Any number of the given values, as a group of checkboxes sends them (nothing, one or a list). */
export const choices = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess((raw) => (raw === undefined ? [] : Array.isArray(raw) ? raw : [raw]), z.array(z.enum(values)));

export const checkbox = () => z.preprocess((raw) => raw === "on" || raw === "true" || raw === true, z.boolean());

/** The version that the form was made from. */
export const version = () => z.coerce.number("Die Seite ist veraltet. Bitte neu laden.").int().min(0);
