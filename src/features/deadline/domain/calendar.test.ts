/** Holidays against a second, independent package, the named refusals, and the days on which the two packages differ. */
import { describe, expect, test } from "vitest";
import { getHolidays, type Region } from "feiertagejs";
import { type DayNumber, dayNumber, dayOf } from "./day-number.ts";
import { findCalendar, holidayFingerprint, holidaysKnown, holidaysOf } from "./calendar.ts";
import { calendarNames } from "./calendar-names.ts";

const laender = [
  "BW",
  "BY",
  "BE",
  "BB",
  "HB",
  "HH",
  "HE",
  "MV",
  "NI",
  "NW",
  "RP",
  "SL",
  "SN",
  "ST",
  "SH",
  "TH",
] as const;
const years = Array.from({ length: 16 }, (_, index) => 2020 + index);

function ours(id: string, year: number): string[] {
  const holidays = holidaysOf(id, year);
  if (!holidays.ok) throw new Error(holidays.refusal.message);
  return holidays.value.map(({ day }) => dayOf(day).toString());
}

const theirs = (land: Region, year: number): string[] => getHolidays(year, land).map(({ dateString }) => dateString);

/**
 * The only differences 2020–2035. Berlin made 8 May 2020, 8 May 2025 and 17 June 2028 holidays once: the second package lacks them.
 * Mariä Himmelfahrt is a holiday only in the Bavarian municipalities with a Catholic majority (calendar DE-BY-KATH): the
 * second package gives it to all of Bavaria.
 */
const known: Record<string, { onlyOurs?: string[]; onlyTheirs?: string[] }> = {
  "BE 2020": { onlyOurs: ["2020-05-08"] },
  "BE 2025": { onlyOurs: ["2025-05-08"] },
  "BE 2028": { onlyOurs: ["2028-06-17"] },
  ...Object.fromEntries(years.map((year) => [`BY ${year}`, { onlyTheirs: [`${year}-08-15`] }])),
};

describe.each(laender)("holidays of %s from 2020 to 2035", (land) => {
  test("equal those of feiertagejs but for the explained days", () => {
    const found = years.map((year) => {
      const mine = ours(`DE-${land}`, year);
      const other = theirs(land, year);
      const onlyOurs = mine.filter((day) => !other.includes(day));
      const onlyTheirs = other.filter((day) => !mine.includes(day));
      return [
        `${land} ${year}`,
        { ...(onlyOurs.length > 0 ? { onlyOurs } : {}), ...(onlyTheirs.length > 0 ? { onlyTheirs } : {}) },
      ];
    });
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(years.map((year) => [`${land} ${year}`, known[`${land} ${year}`] ?? {}])),
    );
  });
});

const working = (id: string, [year, month, day]: [number, number, number]): boolean => {
  const calendar = findCalendar(id);
  if (!calendar.ok) throw new Error(calendar.refusal.message);
  return calendar.value.isWorkingDay(dayNumber(year, month, day));
};

test.each([
  ["Reformation Day 2017 was a holiday everywhere", "DE-NW", [2017, 10, 31], false],
  ["Reformation Day 2018 was none in NRW", "DE-NW", [2018, 10, 31], true],
  ["8 March is a holiday in MV since 2023", "DE-MV", [2023, 3, 8], false],
  ["8 March was none in MV in 2022", "DE-MV", [2022, 3, 8], true],
  ["Children's Day is a holiday in Thuringia since 2019", "DE-TH", [2019, 9, 20], false],
  ["Mariä Himmelfahrt in a Catholic municipality of Bavaria", "DE-BY-KATH", [2028, 8, 15], false],
  ["Mariä Himmelfahrt in Bavaria at large", "DE-BY", [2028, 8, 15], true],
  ["the Peace Festival in Augsburg", "DE-BY-A", [2028, 8, 8], false],
  ["Christmas Eve is a working day", "DE-NW", [2026, 12, 24], true],
  ["New Year's Eve is a working day", "DE-NW", [2026, 12, 31], true],
  ["Rose Monday is a working day", "DE-NW", [2026, 2, 16], true],
  ["26 October in Austria", "AT", [2026, 10, 26], false],
  ["2 January in Romania, second day of a holiday of two days", "RO", [2026, 1, 2], false],
  ["Christmas Eve in Iceland is only half a holiday", "IS", [2026, 12, 24], true],
] as [string, string, [number, number, number], boolean][])("%s", (_, id, date, expected) => {
  expect(working(id, date)).toBe(expected);
});

test.each(["DE-XX", "DE", "", "NRW", "de-nw", "XX", "US", "DE-NW-KATH"])(
  "the calendar »%s« is refused by name",
  (id) => {
    const calendar = findCalendar(id);
    expect(calendar).toMatchObject({ ok: false, refusal: { code: "unknownCalendar", field: "calendar" } });
  },
);

test.each([1994, 2101])("a year without data (%i) is refused, never counted by weekdays", (year) => {
  expect(holidaysOf("DE-NW", year)).toMatchObject({ ok: false, refusal: { code: "holidaysMissing" } });
  const calendar = findCalendar("DE-NW");
  if (!calendar.ok) throw new Error("missing");
  const day: DayNumber = dayNumber(year, 6, 1);
  expect(holidaysKnown(calendar.value, day).ok).toBe(false);
  expect(() => calendar.value.isWorkingDay(dayNumber(year, 6, 1) - ((dayNumber(year, 6, 1) + 3) % 7))).toThrow(
    RangeError,
  );
});

test("every calendar on the list has statutory holidays in every year from 1995 to 2100", () => {
  const poor = Object.keys(calendarNames).filter((id) =>
    [1995, 2026, 2060, 2100].some((year) => ours(id, year).length < 5),
  );
  expect(poor).toEqual([]);
});

test("the fingerprint is the same for the same years and another for other holidays", () => {
  const [nw, again, rp, mv] = ["DE-NW", "DE-NW", "DE-RP", "DE-MV"].map((id) => holidayFingerprint(id, 2026, 2030));
  expect(nw).toEqual(again);
  // NRW and RLP have the same holidays, MV has others.
  expect(rp).toEqual(nw);
  expect(mv).not.toEqual(nw);
});
