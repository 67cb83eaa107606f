import { expect, test } from "vitest";
import { crewViolations, drivingLeft, earliestBegin, ruleSetOf, shippedRuleSets, type Shift } from "./crew-rules.ts";

const H = 3600;
const arbzg = ruleSetOf("ArbZG", shippedRuleSets)!;
const coach = ruleSetOf("EU-561", shippedRuleSets)!;
const shift = (hours: number, breaks: [number, number][] = [], drives: [number, number][] = []): Shift => ({
  start: 0,
  end: hours * H,
  breaks: breaks.map(([from, to]) => ({ afterStop: 1, from: from * H, to: to * H })),
  drives: drives.map(([from, to]) => ({ from: from * H, to: to * H })),
});

test.each<[string, Shift, string[]]>([
  ["six hours need no break", shift(6), []],
  ["more than six hours without a break are too long (§ 4 ArbZG)", shift(6.5), ["crewHours"]],
  ["six and a half hours with thirty minutes are lawful", shift(6.5, [[3, 3.5]]), []],
  [
    "two pieces of fifteen minutes count (§ 4 Satz 2 ArbZG)",
    shift(6.5, [
      [2, 2.25],
      [4, 4.25],
    ]),
    [],
  ],
  [
    "pieces of ten minutes do not count",
    shift(6.5, [
      [2, 2.17],
      [3, 3.17],
      [4, 4.17],
    ]),
    ["crewHours"],
  ],
  ["nine and a half hours of work need forty-five minutes", shift(10, [[3, 3.5]]), ["crewHours"]],
  ["nine hours and a quarter with forty-five minutes are lawful", shift(10, [[4, 4.75]]), []],
  ["more than ten hours of work are never lawful (§ 3 ArbZG)", shift(11, [[4, 4.75]]), ["crewHours"]],
  ["a break too late leaves more than six hours in one piece", shift(8, [[6.5, 7.25]]), ["crewHours"]],
])("ArbZG: %s", (_, crew, expected) => {
  expect(crewViolations(arbzg, [], crew)).toEqual(expected);
});

test("eleven hours of rest after the last shift (§ 5 ArbZG)", () => {
  expect(earliestBegin(arbzg, [{ from: -12 * H, to: -4 * H, driving: 0 }])).toBe(7 * H);
  expect(crewViolations(arbzg, [{ from: -12 * H, to: -4 * H, driving: 0 }], shift(5))).toEqual(["rest"]);
});

test.each<[string, Shift, string[]]>([
  ["four and a half hours in one piece are lawful", shift(5, [], [[0, 4.5]]), []],
  [
    "more without a break is not",
    shift(
      6,
      [],
      [
        [0, 3],
        [3, 4.6],
      ],
    ),
    ["drivingTime"],
  ],
  [
    "a break of forty-five minutes starts anew",
    shift(
      7,
      [[3, 3.75]],
      [
        [0, 3],
        [3.75, 6],
      ],
    ),
    [],
  ],
])("Reg. 561/2006: %s", (_, crew, expected) => {
  expect(crewViolations(coach, [], crew)).toEqual(expected);
});

test("driving of the week reduces what is left", () => {
  const week = Array.from({ length: 6 }, (_, k) => ({
    from: -(k + 1) * 24 * H,
    to: -(k + 1) * 24 * H + 10 * H,
    driving: 9 * H,
  }));
  expect(drivingLeft(coach, week)).toBe(2 * H);
  expect(drivingLeft(arbzg, week)).toBe(Infinity);
});
