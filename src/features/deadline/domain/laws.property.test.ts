/** What must hold for every rule, every day and every Land. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareDays, type Day, day } from "../../../kernel/day.ts";
import { findCalendar } from "./calendar.ts";
import { calendarNames } from "./calendar-names.ts";
import { catalogue } from "./catalogue.ts";
import { computeDeadline } from "./compute.ts";
import { ruleSets } from "./counting.ts";
import type { Deadline } from "./deadline.ts";
import { numberOf } from "./day-number.ts";
import { rollsFor } from "./reckon.ts";
import type { Rule } from "./rule.ts";

const first = day("2026-07-01");
const countable = catalogue.filter(
  ({ length, validTo, endsAt }) => length && !length.mustBeGiven && !validTo && endsAt !== "sameHour",
);
const aRule = fc.constantFrom(...countable);
const aDay = fc.integer({ min: 0, max: 365 * 15 }).map((days) => first.add({ days }));
const aCalendar = fc.constantFrom(...Object.keys(calendarNames));

function compute(rule: Rule, on: Day, calendar: string): Deadline {
  const result = computeDeadline({ rule: rule.id, on, calendar }, { explain: false });
  if (!result.ok) throw new Error(`${rule.id} ${on.toString()}: ${result.refusal.message}`);
  return result.value;
}

const isWorking = (id: string, on: Day): boolean => {
  const calendar = findCalendar(id);
  return calendar.ok && calendar.value.isWorkingDay(numberOf(on));
};

const forAll = (check: (rule: Rule, on: Day, calendar: string) => void) =>
  fc.assert(fc.property(aRule, aDay, aCalendar, check), { numRuns: 3000 });

describe("for every rule, day and calendar", () => {
  test("a later start never ends earlier", () =>
    forAll((rule, on, calendar) => {
      const [today, tomorrow] = [compute(rule, on, calendar), compute(rule, on.add({ days: 1 }), calendar)];
      expect(compareDays(today.raw, tomorrow.raw)).toBeLessThanOrEqual(0);
      expect(compareDays(today.legalEnd, tomorrow.legalEnd)).toBeLessThanOrEqual(0);
    }));

  test("a period that rolls never ends on a day off", () =>
    forAll((rule, on, calendar) => {
      const { legalEnd } = compute(rule, on, calendar);
      if (rollsFor(rule, ruleSets[rule.set])) expect(isWorking(calendar, legalEnd)).toBe(true);
    }));

  test("the unrolled end is not later than the legal end, and the planning day not later than the unrolled end", () =>
    forAll((rule, on, calendar) => {
      const { raw, legalEnd, operationalEnd } = compute(rule, on, calendar);
      expect(compareDays(raw, legalEnd)).toBeLessThanOrEqual(0);
      if (operationalEnd) {
        expect(compareDays(operationalEnd, raw)).toBeLessThanOrEqual(0);
        expect(isWorking(calendar, operationalEnd)).toBe(true);
      }
    }));

  test("custody and protective durations end on the same day under every calendar", () =>
    forAll((rule, on, calendar) => {
      if (rule.set !== "CUSTODY" && rule.set !== "SUSPEND") return;
      expect(compute(rule, on, calendar).legalEnd.equals(compute(rule, on, "DE-NW").legalEnd)).toBe(true);
    }));

  test("we plan on the later day where the person is protected and on the earlier where our power ends", () =>
    forAll((rule, on, calendar) => {
      const { planOn, legalEnd, raw } = compute(rule, on, calendar);
      if (rule.direction === "protectsPerson") expect(compareDays(planOn, legalEnd)).toBeGreaterThanOrEqual(0);
      else expect(compareDays(planOn, raw)).toBeLessThanOrEqual(0);
    }));

  test("an act against the person is allowed only after the last day", () =>
    forAll((rule, on, calendar) => {
      const { earliestAction, legalEnd } = compute(rule, on, calendar);
      if (earliestAction) expect(compareDays(earliestAction, legalEnd)).toBeGreaterThan(0);
    }));

  test("computing again gives the same, with or without the derivation", () =>
    forAll((rule, on, calendar) => {
      const input = { rule: rule.id, on, calendar };
      const [once, again, bare] = [
        computeDeadline(input),
        computeDeadline(input),
        computeDeadline(input, { explain: false }),
      ];
      expect(JSON.stringify(again)).toBe(JSON.stringify(once));
      expect(JSON.stringify(bare)).toBe(
        JSON.stringify(once.ok ? { ...once, value: { ...once.value, steps: [] } } : once),
      );
    }));

  test("a step of the derivation carries the unrolled end, and one the legal end", () =>
    forAll((rule, on, calendar) => {
      const result = computeDeadline({ rule: rule.id, on, calendar });
      if (!result.ok) throw new Error(result.refusal.message);
      const days = result.value.steps.map((step) => step.day?.toString());
      expect(days[0]).toBe(on.toString());
      expect(days).toContain(result.value.raw.toString());
      expect(days).toContain(result.value.legalEnd.toString());
    }));
});

test("of two readings of the start the later one protects the person and the earlier one limits our power", () => {
  fc.assert(
    fc.property(aRule, aDay, fc.integer({ min: 1, max: 60 }), (rule, on, days) => {
      const other = on.add({ days });
      const both = computeDeadline({
        rule: rule.id,
        on,
        calendar: "DE-NW",
        otherStart: { on: other, because: "andere Lesart" },
      });
      if (!both.ok) throw new Error(both.refusal.message);
      const alone = compute(rule, rule.direction === "protectsPerson" ? other : on, "DE-NW");
      expect(both.value.planOn.toString()).toBe(alone.planOn.toString());
      expect(both.value.readings).toHaveLength(2);
    }),
    { numRuns: 2000 },
  );
});
