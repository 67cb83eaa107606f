/** The periods of a case are counted by the deadline engine; whatever was recorded gives an answer, never an exception. */
import { describe, expect, test } from "vitest";
import { day } from "../../kernel/day.ts";
import { barringFacts } from "./domain/barring-facts.ts";
import { deriveEnforceability } from "./domain/enforceability.ts";
import * as example from "./domain/legal-event-examples.ts";
import type { LegalEvent } from "./domain/legal-event.ts";
import { periodsOf } from "./periods.ts";

const periods = periodsOf("DE-NW");
const stateOf = (events: LegalEvent[], today: string) => deriveEnforceability(events, day(today), periods);
const short = ({ state, until }: ReturnType<typeof stateOf>) => [state, until?.toString()].filter(Boolean).join(" ");

describe("lengths outside the usual span of the norm", () => {
  const duty = example.dutyByLaw("2026-06-20");
  const threat = example.threat59("2026-07-01");

  test.each([
    [3, "voluntaryPeriodRunning 2026-07-08"],
    [30, "voluntaryPeriodRunning 2026-07-31"],
    [60, "voluntaryPeriodRunning 2026-08-31"],
    [400, "voluntaryPeriodRunning 2027-08-05"],
  ])("a period of %i days set by the authority (§ 59 Abs. 1 AufenthG)", (days, expected) => {
    expect(short(stateOf([duty, threat, example.period("2026-07-01", days)], "2026-07-03"))).toBe(expected);
  });

  test("a period extended far beyond 30 days keeps its fixed end", () => {
    const events = [duty, threat, example.period("2026-07-01", 14), example.extended("2026-07-10", "2026-12-31")];
    expect(short(stateOf(events, "2026-11-01"))).toBe("voluntaryPeriodRunning 2026-12-31");
  });
});

describe("without a correct instruction on remedies", () => {
  const wrong = { instructionOnRemedies: "missing" };

  test("three months in asylum law (§ 74 Abs. 1 AsylG)", () => {
    expect(short(stateOf([example.rejection("2026-07-17", wrong)], "2026-09-01"))).toBe(
      "dutyNotEnforceable 2026-10-19",
    );
  });

  test("three months for the order of transfer (§ 34a Abs. 3 AsylG)", () => {
    expect(short(stateOf([example.transferOrder("2026-07-17", wrong)], "2026-09-01"))).toBe(
      "dutyNotEnforceable 2026-10-19",
    );
  });

  test("one year for the order of § 58a AufenthG (§ 58 Abs. 2 VwGO)", () => {
    expect(short(stateOf([example.securityOrder("2026-07-17", wrong)], "2026-09-01"))).toBe(
      "dutyNotEnforceable 2027-07-19",
    );
  });

  test("one year before a residence decision is final, whatever the file says", () => {
    const events = [
      example.residenceDecision("2026-07-17", wrong),
      example.period("2026-07-17", 30),
      example.final("2026-09-01", "residence"),
    ];
    expect(stateOf(events, "2026-10-01").state).toBe("dutyNotEnforceable");
  });
});

describe("days for which the catalogue has no version", () => {
  const question = /^Für D01 ist zum .*03\.05\.2012 keine Fassung der Regel hinterlegt\. Ist der Tag richtig erfasst\?/;

  test("an old rejection gives a question and is not enforceable", () => {
    const { state, openQuestions, steps } = stateOf([example.rejection("2012-05-03")], "2026-11-28");
    expect(state).toBe("dutyNotEnforceable");
    expect(openQuestions).toEqual([expect.stringMatching(question)]);
    expect(steps[0]?.sentence).toContain("Eine Frist kann nicht gerechnet werden.");
  });

  test("the gates hear that the remedy may still be open", () => {
    const { motions } = barringFacts([example.rejection("2012-05-03")], day("2026-11-28"), periods);
    expect(motions).toEqual([{ status: "pending", text: expect.stringContaining("kann nicht gerechnet werden") }]);
  });

  test("corrected to the right day it is counted", () => {
    const old = example.rejection("2012-05-03");
    const events = [old, example.corrected("2026-11-20", old), example.rejection("2026-05-04")];
    expect(stateOf(events, "2026-11-28").state).toBe("enforceable");
  });
});

describe("decisions that were not handed over", () => {
  test("by post: served on the fourth day, in the reading that protects the person (§ 41 Abs. 2 VwVfG)", () => {
    const posted = example.sent("decisionPosted", "2026-10-28");
    expect(short(stateOf([posted], "2026-10-30"))).toBe("noDuty 2026-11-01");
    expect(short(stateOf([posted], "2026-11-02"))).toBe("dutyNotEnforceable 2026-11-16");
  });

  test("received later: the later day counts", () => {
    const posted = example.sent("decisionPosted", "2026-11-23");
    const received = example.fact("decisionReceived", "2026-12-02", { of: posted.id });
    expect(short(stateOf([posted, received], "2026-12-10"))).toBe("dutyNotEnforceable 2026-12-16");
  });

  test("handed to the reception centre: the fourth day (§ 10 Abs. 4 AsylG)", () => {
    const handed = example.sent("decisionHandedToCentre", "2026-11-05");
    expect(short(stateOf([handed], "2026-11-10"))).toBe("dutyNotEnforceable 2026-11-23");
  });
});

test("the court in another Land brings its holidays: Corpus Christi is none in Mecklenburg-Vorpommern (V55)", () => {
  const here = example.rejection("2027-05-13");
  const there = example.rejection("2027-05-13", { courtCalendar: "DE-MV" });
  expect(short(stateOf([here], "2027-05-14"))).toBe("dutyNotEnforceable 2027-05-28");
  expect(short(stateOf([there], "2027-05-14"))).toBe("dutyNotEnforceable 2027-05-27");
});

test("enforceability that fell away for another reason interrupts the departure period, which begins anew in full", () => {
  const events = [
    example.dutyByLaw("2026-06-20"),
    example.threat59("2026-07-01"),
    example.period("2026-07-01", 14),
    example.ceased("2026-07-06"),
  ];
  expect(stateOf(events, "2026-07-08").state).toBe("voluntaryPeriodInterrupted");
  const restored = example.restored("2026-08-03");
  expect(short(stateOf([...events, restored], "2026-08-05"))).toBe("voluntaryPeriodRunning 2026-08-17");
});
