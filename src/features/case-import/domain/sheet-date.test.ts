import { describe, expect, test } from "vitest";
import { today } from "./examples.test-support.ts";
import { centuryRule, fullYear, parseSheetDate } from "./sheet-date.ts";

describe("days in a sheet", () => {
  test.each([
    ["23.11.2026", "2026-11-23"],
    ["3.1.2026", "2026-01-03"],
    ["3. 1. 2026", "2026-01-03"],
    ["2026-11-23", "2026-11-23"],
    ["2026-11-23T00:00:00", "2026-11-23"],
    ["23.11.2026 14:30", "2026-11-23"],
    ["23.11.2026 14:30 Uhr", "2026-11-23"],
    ["23. November 2026", "2026-11-23"],
    ["1. März 2026", "2026-03-01"],
    ["1. Mrz. 2026", "2026-03-01"],
    ["1. Jan. 2026", "2026-01-01"],
    ["29.02.2024", "2024-02-29"],
  ])("%s is %s", (text, iso) => {
    expect(parseSheetDate(text, today)).toEqual({ ok: true, value: { iso } });
  });

  test.each([
    ["23.11.26", "2026-11-23", "Jahr 26 als 2026 gelesen."],
    ["01.05.36", "2036-05-01", "Jahr 36 als 2036 gelesen."],
    ["01.05.37", "1937-05-01", "Jahr 37 als 1937 gelesen."],
    ["01.05.98", "1998-05-01", "Jahr 98 als 1998 gelesen."],
    ["46349", "2026-11-23", "Zahl 46349 als Excel-Datum 23.11.2026 gelesen."],
    ["32874", "1990-01-01", "Zahl 32874 als Excel-Datum 01.01.1990 gelesen."],
  ])("%s is interpreted as %s, and that is said", (text, iso, note) => {
    expect(parseSheetDate(text, today)).toEqual({ ok: true, value: { iso, note } });
  });

  test.each([
    ["31.02.2026", "Den 31.02.2026 gibt es nicht im Kalender."],
    ["31.2.26", "Den 31.02.2026 gibt es nicht im Kalender."],
    ["29.02.2023", "Den 29.02.2023 gibt es nicht im Kalender."],
    ["00.03.2026", "Den 00.03.2026 gibt es nicht im Kalender."],
    ["2026-13-01", "Den 01.13.2026 gibt es nicht im Kalender."],
    ["1. Brumaire 2026", "Den 01.00.2026 gibt es nicht im Kalender."],
    ["31.12.1899", "Das Datum 31.12.1899 liegt vor dem Jahr 1900."],
    [
      "11/23/2026",
      "Das Datum „11/23/2026“ mit Schrägstrichen ist nicht eindeutig. Erwartet wird ein Datum wie 23.11.2026.",
    ],
    ["31.02.", "„31.02.“ ist kein Datum. Erwartet wird ein Datum wie 23.11.2026."],
    ["2026", "„2026“ ist kein Datum. Erwartet wird ein Datum wie 23.11.2026."],
    ["12026", "Die Zahl 12026 ist kein Datum. Erwartet wird ein Datum wie 23.11.2026."],
    ["bald", "„bald“ ist kein Datum. Erwartet wird ein Datum wie 23.11.2026."],
  ])("%s is refused: %s", (text, reason) => {
    expect(parseSheetDate(text, today)).toEqual({ ok: false, refusal: reason });
  });

  test("every pair of digits means exactly one year of the hundred that the rule names", () => {
    const years = Array.from({ length: 100 }, (_, twoDigits) => fullYear(twoDigits, today)).sort((a, b) => a - b);
    expect(years).toEqual(Array.from({ length: 100 }, (_, at) => 1937 + at));
    expect(centuryRule(today)).toContain("von 1937 bis 2036");
  });
});
