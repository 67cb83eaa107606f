import { describe, expect, test } from "vitest";
import { describeBirthDateRefusal, formatBirthDate, parseBirthDate, type BirthDateRefusal } from "./birth-date.ts";
import { day } from "./day.ts";

const today = day("2026-11-23");

describe("birth dates that are read", () => {
  test.each([
    ["23.11.1990", "1990-11-23", "23.11.1990"],
    ["3.1.1990", "1990-01-03", "03.01.1990"],
    [" 3. 1. 1990 ", "1990-01-03", "03.01.1990"],
    ["1990-11-23", "1990-11-23", "23.11.1990"],
    ["00.03.1990", "1990-03-00", "März 1990 (Tag unbekannt)"],
    ["03.1990", "1990-03-00", "März 1990 (Tag unbekannt)"],
    ["3/1990", "1990-03-00", "März 1990 (Tag unbekannt)"],
    ["1990-03", "1990-03-00", "März 1990 (Tag unbekannt)"],
    ["1990-03-00", "1990-03-00", "März 1990 (Tag unbekannt)"],
    ["00.00.1990", "1990-00-00", "1990 (Tag und Monat unbekannt)"],
    ["1990-00-00", "1990-00-00", "1990 (Tag und Monat unbekannt)"],
    ["1990", "1990-00-00", "1990 (Tag und Monat unbekannt)"],
    ["01.01.1900", "1900-01-01", "01.01.1900"],
    ["29.02.2024", "2024-02-29", "29.02.2024"],
    ["23.11.2026", "2026-11-23", "23.11.2026"],
    ["00.00.2026", "2026-00-00", "2026 (Tag und Monat unbekannt)"],
  ])("%j is stored as %s and shown as %s", (text, stored, shown) => {
    const result = parseBirthDate(text, today);
    expect(result).toEqual({ ok: true, value: stored });
    expect(result.ok && formatBirthDate(result.value)).toBe(shown);
  });
});

describe("birth dates that are refused", () => {
  test.each<[string, BirthDateRefusal]>([
    ["", "empty"],
    ["   ", "empty"],
    ["gestern", "unreadable"],
    ["23.11.19900", "unreadable"],
    ["11/23/1990", "unreadable"],
    ["00.00.0000", "yearUnknown"],
    ["23.11.90", "twoDigitYear"],
    ["15.00.1990", "dayWithoutMonth"],
    ["31.02.1990", "notInCalendar"],
    ["29.02.2023", "notInCalendar"],
    ["00.13.1990", "notInCalendar"],
    ["24.11.2026", "future"],
    ["00.12.2026", "future"],
    ["1.1.2027", "future"],
    ["31.12.1899", "before1900"],
    ["1899", "before1900"],
  ])("%j is refused: %s", (text, refusal) => {
    expect(parseBirthDate(text, today)).toEqual({ ok: false, refusal });
    expect(describeBirthDateRefusal(refusal)).toMatch(/^[A-ZÄÖÜ].*\.$/);
  });
});
