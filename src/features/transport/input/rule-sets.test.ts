import { expect, test } from "vitest";
import { shippedRuleSets } from "../domain/crew-rules.ts";
import { ruleSetFile, ruleSetsOfDay } from "./rule-sets.ts";

const own = (id: string, more: object = {}): ReturnType<typeof ruleSetFile.parse> =>
  ruleSetFile.parse({ id, version: "2027-01-01", norm: "Dienstvereinbarung (Beispiel)", ...more });

test("a day without rule sets of its own has the shipped ones", () => {
  expect(ruleSetsOfDay([])).toEqual(shippedRuleSets);
});

test("a newer version takes the place of a shipped rule set, another one stands beside them", () => {
  const sets = ruleSetsOfDay([own("ArbZG", { maxWorkMinutes: 480 }), own("DV-MUSTER")]);
  expect(sets.filter((s) => s.id === "ArbZG").map((s) => [s.version, s.maxWork])).toEqual([["2027-01-01", 28_800]]);
  expect(sets.map((s) => s.id)).toEqual(["EU-561", "none", "ArbZG", "DV-MUSTER"]);
});

test("minutes of the file are seconds of the planner, and what is missing is not limited", () => {
  const driving = {
    maxDayMinutes: 540,
    maxWeekMinutes: 3360,
    maxFortnightMinutes: 5400,
    breakAfterMinutes: 270,
    breakMinutes: 45,
  };
  const [set] = ruleSetsOfDay([
    own("DV", { breaks: [{ overMinutes: 360, totalMinutes: 30 }], restMinutes: 660, driving }),
  ]).slice(-1);
  expect(set).toMatchObject({ maxWork: null, maxWithoutBreak: null, rest: 39_600, minPiece: 900 });
  expect(set!.breaks).toEqual([{ over: 21_600, total: 1800 }]);
  expect(set!.driving).toMatchObject({ maxDay: 32_400, breakAfter: 16_200, breakLength: 2700 });
});

test.each([
  ["free text as id", { id: "die Frühschicht" }],
  ["a negative length", { maxWorkMinutes: -1 }],
  ["an unknown field", { person: "Muster" }],
])("refuses %s", (_, change) => {
  expect(ruleSetFile.safeParse({ id: "DV", version: "1", norm: "x", ...change }).success).toBe(false);
});
