/**
 * Statutory holidays by Land and by other member state: the only file that knows `date-holidays`.
 * An unknown calendar or a year without data is refused by name; no day is ever called a working day for lack of data.
 */
import { createRequire } from "node:module";
import type Holidays from "date-holidays";
import holidayPackage from "date-holidays/package.json" with { type: "json" };
import { ok, refused, type Result } from "../../../kernel/result.ts";
import { type DayNumber, dayNumber, weekday, yearOf } from "./day-number.ts";
import { type Refusal, refusal } from "./refusal.ts";
import { calendarNames } from "./calendar-names.ts";

/** Feiertagskalender eines Landes oder Mitgliedstaats (§ 31 Abs. 3 VwVfG, § 193 BGB, Art. 75 VO (EU) 2024/1351). */
export type Calendar = {
  id: string;
  name: string;
  /** Name of the statutory holiday, also when it falls on a Sunday. */
  holiday: (day: DayNumber) => string | undefined;
  isWorkingDay: (day: DayNumber) => boolean;
};

// Before 1995 Buß- und Bettag was a holiday everywhere, which the data set does not know; after 2100 nobody has looked.
export const firstYear = 1995;
export const lastYear = 2100;

/** Version of the holiday data: with a new one, deadlines are counted anew. */
export const holidayDataVersion: string = holidayPackage.version;

/** The data of the whole world: loaded with the first calendar that is asked for, not with the program (0.3 s). */
const loadHolidays = (): typeof Holidays => createRequire(import.meta.url)("date-holidays");

const calendars = new Map<string, Calendar>();

export function findCalendar(id: string): Result<Calendar, Refusal> {
  const found = calendars.get(id);
  if (found) return ok(found);
  // Only names that were written down: "toString" is a property of every object, but no place.
  const name = Object.hasOwn(calendarNames, id) ? calendarNames[id] : undefined;
  if (name === undefined) return refused(unknownCalendar(id));
  const made = makeCalendar(id, name);
  calendars.set(id, made);
  return ok(made);
}

/** Whether every day that a period ending on `day` may still roll over lies in a year with data. */
export function holidaysKnown(calendar: Calendar, day: DayNumber): Result<Calendar, Refusal> {
  const year = yearOf(day);
  if (year >= firstYear && yearOf(day + 14) <= lastYear) return ok(calendar);
  return refused(
    refusal(
      "holidaysMissing",
      "calendar",
      `Für ${year} liegen keine Feiertage für ${calendar.name} vor (nur ${firstYear} bis ${lastYear}).`,
    ),
  );
}

function unknownCalendar(id: string): Refusal {
  const hint = id === "DE" ? "Für Deutschland bitte das Land angeben, z. B. DE-NW." : "Beispiele: DE-NW, DE-MV, AT.";
  return refusal("unknownCalendar", "calendar", `Der Feiertagskalender »${id}« ist nicht bekannt. ${hint}`);
}

function makeCalendar(id: string, name: string): Calendar {
  const [country = "", state, region] = id.split("-");
  const place = { country, ...(state ? { state } : {}), ...(region ? { region } : {}) };
  const Source = loadHolidays();
  const source = new Source(place, { languages: ["de", "en"] });
  const years = new Map<number, Map<DayNumber, string>>();
  const yearTable = (year: number): Map<DayNumber, string> => {
    const found = years.get(year);
    if (found) return found;
    if (year < firstYear || year > lastYear) throw new RangeError(`no holidays for ${id} in ${year}`);
    const made = statutoryHolidays(source, year);
    years.set(year, made);
    return made;
  };
  const holiday = (day: DayNumber): string | undefined => yearTable(yearOf(day)).get(day);
  return { id, name, holiday, isWorkingDay: (day) => weekday(day) < 6 && holiday(day) === undefined };
}

const dayLength = 24 * 3_600_000;

/** Whole public holidays only: half days, bank holidays and customs do not move a period. */
function statutoryHolidays(source: Holidays, year: number): Map<DayNumber, string> {
  const table = new Map<DayNumber, string>();
  for (const { type, date, start, end, name } of source.getHolidays(year)) {
    const days = Math.round((end.getTime() - start.getTime()) / dayLength);
    if (type !== "public" || !date.includes("00:00:00")) continue;
    const first = dayNumber(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));
    for (let day = first; day < first + days; day += 1) if (!table.has(day)) table.set(day, name);
  }
  if (table.size === 0) throw new RangeError(`the data set has no public holiday in ${year}`);
  return table;
}

/** All statutory holidays of one year, in order. */
export function holidaysOf(id: string, year: number): Result<{ day: DayNumber; name: string }[], Refusal> {
  const calendar = findCalendar(id);
  if (!calendar.ok) return calendar;
  const first = dayNumber(year, 1, 1);
  const known = holidaysKnown(calendar.value, first);
  if (!known.ok) return known;
  const days = Array.from({ length: 366 }, (_, index) => first + index).filter((day) => yearOf(day) === year);
  return ok(
    days.flatMap((day) => ({ day, name: calendar.value.holiday(day) ?? "" })).filter(({ name }) => name !== ""),
  );
}

/** Changes exactly when the holidays of these years change: compare after an update, recompute when it differs. */
export function holidayFingerprint(id: string, from: number, to: number): Result<string, Refusal> {
  let hash = 2_166_136_261;
  for (let year = from; year <= to; year += 1) {
    const holidays = holidaysOf(id, year);
    if (!holidays.ok) return holidays;
    for (const { day } of holidays.value) hash = Math.imul(hash ^ day, 16_777_619) >>> 0;
  }
  return ok(hash.toString(16).padStart(8, "0"));
}
