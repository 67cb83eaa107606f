/** Days as German officials write them (`31.07.2026`); never used for storage, where a day is ISO text. */
import { type Day, parseDay } from "../../../kernel/day.ts";

export const germanDay = (day: Day): string =>
  `${String(day.day).padStart(2, "0")}.${String(day.month).padStart(2, "0")}.${day.year}`;

/** Reads `2026-07-31` and `31.7.2026`; undefined for anything else, also for days that do not exist. */
export function readDay(text: string): Day | undefined {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  if (!german) return parseDay(text);
  const [, d = "", m = "", y = ""] = german;
  return parseDay(`${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`);
}
