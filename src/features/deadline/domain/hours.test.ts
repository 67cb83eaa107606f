/** § 428 FamFG and the 24 hours of a transit in Europe/Berlin, on ordinary days and in both clock-change nights. */
import { describe, expect, test } from "vitest";
import { day } from "../../../kernel/day.ts";
import { computeDeadline } from "./compute.ts";
import { readStart } from "./exchange.ts";

function compute(rule: string, at: string) {
  const start = readStart(at);
  if (!start.ok) return start;
  return computeDeadline({ rule, calendar: "DE-NW", ...start.value });
}

function hoursText(at: string): string | undefined {
  const result = compute("D24", at);
  return result.ok ? result.value.steps.at(-1)?.text : result.refusal.message;
}

describe("§ 428 FamFG: until the end of the following day", () => {
  test.each([
    ["an ordinary day", "2026-12-04T10:00", "2026-12-05", "2026-12-06T00:00:00+01:00", 38],
    ["in the last minute of a day", "2026-12-04T23:59", "2026-12-05", "2026-12-06T00:00:00+01:00", 24],
    ["in the first minute of a day", "2026-12-04T00:00", "2026-12-05", "2026-12-06T00:00:00+01:00", 48],
    ["over the year", "2026-12-31T18:00", "2027-01-01", "2027-01-02T00:00:00+01:00", 30],
    ["the following day loses an hour", "2027-03-27T10:00", "2027-03-28", "2027-03-29T00:00:00+02:00", 37],
    ["seized before the lost hour", "2027-03-28T01:30", "2027-03-29", "2027-03-30T00:00:00+02:00", 45],
    ["the following day wins an hour", "2026-10-24T10:00", "2026-10-25", "2026-10-26T00:00:00+01:00", 39],
    ["seized before the repeated hour", "2026-10-25T01:30", "2026-10-26", "2026-10-27T00:00:00+01:00", 47],
    [
      "seized in the repeated hour: the earlier reading",
      "2026-10-25T02:30",
      "2026-10-26",
      "2026-10-27T00:00:00+01:00",
      46,
    ],
    [
      "seized in the repeated hour, said to be the second",
      "2026-10-25T02:30+01:00",
      "2026-10-26",
      "2026-10-27T00:00:00+01:00",
      45,
    ],
    [
      "given in UTC, already the next day in Germany",
      "2026-12-04T23:30Z",
      "2026-12-06",
      "2026-12-07T00:00:00+01:00",
      47,
    ],
  ])("%s", (_, at, lastDay, until, hours) => {
    const result = compute("D24", at);
    if (!result.ok) throw new Error(result.refusal.message);
    expect(result.value.legalEnd.toString()).toBe(lastDay);
    expect(result.value.until).toBe(until);
    expect(hoursText(at)).toContain(`höchstens ${hours} volle Stunden`);
  });

  test("a day without a time has the same end", () => {
    const result = computeDeadline({ rule: "D24", on: day("2026-12-04"), calendar: "DE-NW" });
    expect(result.ok && result.value.legalEnd.toString()).toBe("2026-12-05");
  });

  test("a time that the clock skips is refused", () => {
    expect(compute("D24", "2027-03-28T02:30")).toMatchObject({
      ok: false,
      refusal: { code: "timeDoesNotExist", field: "on" },
    });
  });

  test("the repeated hour says which one is meant", () => {
    expect(hoursText("2026-10-25T02:30+01:00")).toContain("02:30 Uhr (MEZ)");
    expect(hoursText("2026-10-25T02:30+02:00")).toContain("02:30 Uhr (MESZ)");
  });
});

describe("Art. 5 RL 2003/110/EG: 24 real hours", () => {
  test.each([
    ["an ordinary day", "2026-12-10T10:40", "2026-12-11T10:40:00+01:00"],
    ["the night that loses an hour", "2027-03-27T10:40", "2027-03-28T11:40:00+02:00"],
    ["the night that wins an hour", "2026-10-24T10:40", "2026-10-25T09:40:00+01:00"],
  ])("%s", (_, at, until) => {
    const result = compute("D50.transit", at);
    expect(result.ok && result.value.until).toBe(until);
  });

  test("without a time it is refused", () => {
    expect(compute("D50.transit", "2026-12-10")).toMatchObject({
      ok: false,
      refusal: { code: "timeMissing", field: "on" },
    });
  });
});
