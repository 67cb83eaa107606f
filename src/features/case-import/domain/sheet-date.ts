/**
 * Reads the days of legal facts from a sheet: German, ISO, Excel's day count. Whatever had to be interpreted comes with
 * a note for the preview; a day that does not exist is refused and never moved.
 */
import { parseDay, type Day } from "../../../kernel/day.ts";
import { ok, refused, type Result } from "../../../kernel/result.ts";

/** A day read from a sheet (gelesenes Datum), as ISO text, with a German note where it had to be interpreted. */
export type SheetDate = { iso: string; note?: string };

const monthNames = "januar februar maerz april mai juni juli august september oktober november dezember".split(" ");
const expected = "Erwartet wird ein Datum wie 23.11.2026";
const two = (text: string): string => text.padStart(2, "0");

/** Two-digit years: from 89 years ago to ten years ahead, so that every pair of digits means exactly one year. */
export function fullYear(twoDigits: number, today: Day): number {
  const latest = today.year + 10;
  return latest - ((latest - twoDigits) % 100);
}

/** The rule for two-digit years as a German sentence for the page. */
export const centuryRule = (today: Day): string =>
  `Zweistellige Jahreszahlen werden als Jahre von ${today.year - 89} bis ${today.year + 10} gelesen. Geburtsjahre müssen vier Ziffern haben.`;

/** The day, or the German reason why the text is none. */
export function parseSheetDate(text: string, today: Day): Result<SheetDate, string> {
  const withoutTime = text.trim().replace(/[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?Z?)?( Uhr)?$/, "");
  if (/^\d{5}$/.test(withoutTime)) return fromDayCount(Number(withoutTime));
  if (/^\d{1,2}\/\d{1,2}\/\d{2,4}$/.test(withoutTime)) {
    return refused(`Das Datum „${text}“ mit Schrägstrichen ist nicht eindeutig. ${expected}.`);
  }
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(withoutTime);
  if (iso) return existing({ year: iso[1] ?? "", month: iso[2] ?? "", dayOfMonth: iso[3] ?? "" });
  const german = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$/.exec(withoutTime);
  if (german) return fromGerman(german[1] ?? "", german[2] ?? "", { year: german[3] ?? "", today });
  const written = /^(\d{1,2})\.\s?(\p{L}{3,9})\.?\s(\d{4})$/u.exec(withoutTime);
  if (written) return fromGerman(written[1] ?? "", monthNumber(written[2] ?? ""), { year: written[3] ?? "", today });
  return refused(`„${text}“ ist kein Datum. ${expected}.`);
}

function fromGerman(dayOfMonth: string, month: string, rest: { year: string; today: Day }): Result<SheetDate, string> {
  const parts = { month: two(month), dayOfMonth: two(dayOfMonth) };
  if (rest.year.length === 4) return existing({ ...parts, year: rest.year });
  const year = String(fullYear(Number(rest.year), rest.today));
  return existing({ ...parts, year }, `Jahr ${rest.year} als ${year} gelesen.`);
}

function monthNumber(word: string): string {
  const plain = word.toLowerCase().replace("ä", "ae").replace("mrz", "maerz");
  const index = monthNames.findIndex((name) => plain.length >= 3 && name.startsWith(plain));
  return String(index + 1);
}

type Parts = { year: string; month: string; dayOfMonth: string };

function existing({ year, month, dayOfMonth }: Parts, note?: string): Result<SheetDate, string> {
  const iso = `${year}-${month}-${dayOfMonth}`;
  if (!parseDay(iso)) return refused(`Den ${dayOfMonth}.${month}.${year} gibt es nicht im Kalender.`);
  if (Number(year) < 1900) return refused(`Das Datum ${dayOfMonth}.${month}.${year} liegt vor dem Jahr 1900.`);
  return ok(note === undefined ? { iso } : { iso, note });
}

const millisecondsOfDay = 86_400_000;
/** Day 0 of Excel's count, as far as days after February 1900 are concerned. */
const dayZero = Date.UTC(1899, 11, 30);

/** Excel's day count of the years 1954 to 2119; other five-digit numbers are more likely something else. */
function fromDayCount(count: number): Result<SheetDate, string> {
  if (count < 20_000 || count > 80_000) return refused(`Die Zahl ${count} ist kein Datum. ${expected}.`);
  const iso = new Date(dayZero + count * millisecondsOfDay).toISOString().slice(0, 10);
  return ok({ iso, note: `Zahl ${count} als Excel-Datum ${germanText(iso)} gelesen.` });
}

/** "2026-11-23" as "23.11.2026". */
export const germanText = (iso: string): string => iso.split("-").toReversed().join(".");
