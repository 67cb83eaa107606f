import { expect, test } from "vitest";
import { day } from "../kernel/day.ts";
import {
  formatDay,
  formatInstant,
  formatLongDay,
  formatMoney,
  formatNight,
  formatNumber,
  formatShare,
  formatSize,
  formatTime,
  formatWeekday,
  germanList,
  remaining,
} from "./index.ts";

test.each([
  ["2026-11-23", "23.11.2026", "Mo 23.11.2026", "23. November 2026"],
  ["2026-03-01", "01.03.2026", "So 01.03.2026", "1. März 2026"],
  ["2027-01-01", "01.01.2027", "Fr 01.01.2027", "1. Januar 2027"],
])("the day %s reads as %s, %s and %s", (iso, short, withWeekday, long) => {
  expect([formatDay(day(iso)), formatWeekday(day(iso)), formatLongDay(day(iso))]).toEqual([short, withWeekday, long]);
});

test.each([
  ["winter", "2026-11-23T07:05:00Z", "23.11.2026, 08:05 Uhr", "08:05"],
  ["summer", "2026-07-01T22:30:00Z", "02.07.2026, 00:30 Uhr", "00:30"],
  ["first 02:30 of the long night", "2026-10-25T00:30:00Z", "25.10.2026, 02:30 Uhr (MESZ)", "02:30 (MESZ)"],
  ["second 02:30 of the long night", "2026-10-25T01:30:00Z", "25.10.2026, 02:30 Uhr (MEZ)", "02:30 (MEZ)"],
  ["after the long night", "2026-10-25T02:00:00Z", "25.10.2026, 03:00 Uhr", "03:00"],
  ["after the hour that is left out in March", "2026-03-29T01:00:00Z", "29.03.2026, 03:00 Uhr", "03:00"],
])("an instant in Germany (%s)", (_, iso, full, time) => {
  expect([formatInstant(new Date(iso)), formatTime(new Date(iso))]).toEqual([full, time]);
});

test.each([
  ["2026-11-23", "Nacht Mo/Di 23./24.11.2026"],
  ["2026-11-30", "Nacht Mo/Di 30.11./01.12.2026"],
  ["2026-12-31", "Nacht Do/Fr 31.12.2026/01.01.2027"],
])("the night that begins on %s carries both dates", (iso, text) => {
  expect(formatNight(day(iso))).toBe(text);
});

test.each([
  ["2026-11-25", "noch 2 Tage"],
  ["2026-11-24", "noch 1 Tag"],
  ["2026-11-23", "heute"],
  ["2026-11-22", "überfällig seit 1 Tag"],
  ["2026-11-20", "überfällig seit 3 Tagen"],
])("seen from 23.11.2026 the day %s is %s", (iso, text) => {
  expect(remaining(day(iso), new Date("2026-11-23T22:59:00Z"))).toBe(text);
});

test("a day in Germany begins before the one in Greenwich", () => {
  expect(remaining(day("2026-11-24"), new Date("2026-11-23T23:30:00Z"))).toBe("heute");
});

test.each([
  ["2026-11-23T11:26:00Z", "noch 3 Std. 12 Min."],
  ["2026-11-23T11:14:00Z", "noch 3 Std."],
  ["2026-11-23T09:13:59Z", "noch 59 Min."],
  ["2026-11-23T08:14:30Z", "noch weniger als 1 Min."],
  ["2026-11-24T14:14:00Z", "noch 1 Tag 6 Std."],
  ["2026-11-25T08:13:00Z", "noch 1 Tag 23 Std."],
  ["2026-11-26T20:14:00Z", "noch 3 Tage"],
  ["2026-11-23T07:00:00Z", "überfällig seit 1 Std. 14 Min."],
  ["2026-11-20T08:14:00Z", "überfällig seit 3 Tagen"],
])("seen from 08:14 UTC the instant %s is %s", (iso, text) => {
  expect(remaining(new Date(iso), new Date("2026-11-23T08:14:00Z"))).toBe(text);
});

test.each([
  [0, 0, "0"],
  [999, 0, "999"],
  [1_000, 0, "1\u202f000"],
  [33_717, 0, "33\u202f717"],
  [1_234_567, 0, "1\u202f234\u202f567"],
  [-4_200, 0, "−4\u202f200"],
  [0.5, 1, "0,5"],
  [1_234.56, 1, "1\u202f234,6"],
  [-0.04, 1, "0,0"],
])("the number %d with %d decimals reads %s", (value, decimals, text) => {
  expect(formatNumber(value, decimals)).toBe(text);
});

test.each([
  [125_000, "1.250,00\u00a0EUR"],
  [5, "0,05\u00a0EUR"],
  [-99, "−0,99\u00a0EUR"],
  [100_000_000, "1.000.000,00\u00a0EUR"],
])("%d cents read %s", (cents, text) => {
  expect(formatMoney(cents)).toBe(text);
});

test.each([
  [0, "0\u00a0Byte"],
  [999, "999\u00a0Byte"],
  [1_000, "1\u00a0kB"],
  [1_400_000, "1,4\u00a0MB"],
  [999_960, "1\u00a0MB"],
  [12_345_678, "12\u00a0MB"],
])("%d bytes read %s", (bytes, text) => {
  expect(formatSize(bytes)).toBe(text);
});

test("a share reads as per cent", () => {
  expect(formatShare(0.125)).toBe("12,5\u00a0%");
});

test.each([
  [[], ""],
  [["a"], "a"],
  [["a", "b"], "a und b"],
  [["a", "b", "c"], "a, b und c"],
])("the list %j reads %s", (items, text) => {
  expect(germanList(items)).toBe(text);
});
