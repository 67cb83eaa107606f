/**
 * Birth dates (Geburtsdatum) as papers give them: day, or day and month, may be unknown and are then "00". What is
 * unknown stays unknown: nothing here completes, rounds or guesses a date.
 */
import { isAfter, parseDay, type Day } from "./day.ts";
import { ok, refused, type Result } from "./result.ts";

/** "YYYY-MM-DD"; unknown parts are "00": "1990-03-00", "1990-00-00". */
export type BirthDate = string & { readonly brand: "BirthDate" };

export type BirthDateRefusal =
  | "empty"
  | "unreadable"
  | "yearUnknown"
  | "twoDigitYear"
  | "dayWithoutMonth"
  | "notInCalendar"
  | "future"
  | "before1900";

type Parts = { year: string; month: string; day: string };

const notations: RegExp[] = [
  /^(?<day>\d{1,2})\.\s*(?<month>\d{1,2})\.\s*(?<year>\d{4}|\d{2})$/,
  /^(?<month>\d{1,2})[./]\s*(?<year>\d{4})$/,
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/,
  /^(?<year>\d{4})-(?<month>\d{2})$/,
  /^(?<year>\d{4})$/,
];

function readParts(text: string): Parts | undefined {
  for (const notation of notations) {
    const groups = notation.exec(text)?.groups;
    if (groups) {
      const { year = "", month = "0", day = "0" } = groups;
      return { year, month: month.padStart(2, "0"), day: day.padStart(2, "0") };
    }
  }
  return undefined;
}

/**
 * Reads "23.11.1990", "00.03.1990", "03.1990", "00.00.1990", "1990" and the ISO forms. Two-digit years are refused:
 * nobody can tell whether "24" is a child or somebody of a hundred years.
 */
export function parseBirthDate(text: string, today: Day): Result<BirthDate, BirthDateRefusal> {
  const tidy = text.trim();
  if (tidy === "") return refused("empty");
  const parts = readParts(tidy);
  return parts ? checkParts(parts, today) : refused("unreadable");
}

function checkParts({ year, month, day }: Parts, today: Day): Result<BirthDate, BirthDateRefusal> {
  if (year.length === 2) return refused("twoDigitYear");
  if (year === "0000") return refused("yearUnknown");
  if (month === "00" && day !== "00") return refused("dayWithoutMonth");

  const earliest = parseDay(`${year}-${month === "00" ? "01" : month}-${day === "00" ? "01" : day}`);
  if (!earliest) return refused("notInCalendar");
  if (earliest.year < 1900) return refused("before1900");
  if (isAfter(earliest, today)) return refused("future");
  return ok(`${year}-${month}-${day}` as BirthDate); // the one place where the brand is given, after all checks
}

const months = [
  "Januar",
  "Februar",
  "März",
  "April",
  "Mai",
  "Juni",
  "Juli",
  "August",
  "September",
  "Oktober",
  "November",
  "Dezember",
];

/** "23.11.1990", "März 1990 (Tag unbekannt)" or "1990 (Tag und Monat unbekannt)". */
export function formatBirthDate(birthDate: BirthDate): string {
  const [year = "", month = "", day = ""] = birthDate.split("-");
  if (month === "00") return `${year} (Tag und Monat unbekannt)`;
  if (day === "00") return `${months[Number(month) - 1] ?? month} ${year} (Tag unbekannt)`;
  return `${day}.${month}.${year}`;
}

const sentences: Record<BirthDateRefusal, string> = {
  empty: "Das Geburtsdatum fehlt. Sind Tag oder Monat unbekannt, schreiben Sie 00, zum Beispiel 00.00.1990.",
  unreadable: "Das Geburtsdatum ist nicht lesbar. Schreiben Sie es so: 23.11.1990, mit unbekanntem Tag 00.11.1990.",
  yearUnknown: "Das Geburtsjahr fehlt. Wenigstens das Jahr muss angegeben sein, zum Beispiel 00.00.1990.",
  twoDigitYear: "Das Geburtsjahr muss vier Ziffern haben, zum Beispiel 1990.",
  dayWithoutMonth:
    "Ein Geburtstag ohne Monat ist nicht möglich. Ist der Monat unbekannt, schreiben Sie 00.00. und das Jahr.",
  notInCalendar: "Diesen Tag gibt es nicht im Kalender.",
  future: "Das Geburtsdatum liegt in der Zukunft.",
  before1900: "Das Geburtsdatum liegt vor dem Jahr 1900.",
};

/** The refusal as a German sentence for a form or an import. */
export const describeBirthDateRefusal = (refusal: BirthDateRefusal): string => sentences[refusal];
