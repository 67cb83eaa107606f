/** From decisions to claim and departure periods: start, interruption, new beginning, extension. */
import { describe, expect, test } from "vitest";
import { deriveDeadlines } from "./derive.ts";
import { derive, event, factsOf, lineOf, lines } from "./derive.testing.ts";

const rejected = event("decisionServed", "2026-07-17", { kind: "asylumStandard" });
const shortened = event("decisionServed", "2026-12-18", { kind: "asylumShortened" });
const asylum = { procedure: "asylum" };
const threat = event("removalThreatServed", "2026-12-01", { basis: "aufenthG59", claimSuspends: "no" });
const thirtyDays = event("departurePeriodSet", "2026-12-01", { days: 30 });

describe("after a rejection in the regular procedure", () => {
  test("the claim period runs, and the departure period begins with its end (V01, V02)", () => {
    expect(lines([rejected])).toEqual([
      "claimPeriod D01 running 2026-07-31",
      "departurePeriod D05 running 2026-08-31",
      "groundsOfClaim D03 running 2026-08-17",
    ]);
  });

  test("a claim in time ends the claim period, and the departure period waits for the end of the right to remain (§ 38 Abs. 2)", () => {
    const events = [rejected, event("claimFiled", "2026-07-31", asylum)];
    expect(lineOf("claimPeriod", events)).toEqual(["claimPeriod D01 ended 2026-07-31"]);
    expect(lineOf("departurePeriod", events)).toEqual([
      "departurePeriod D05 waiting Ende des Bleiberechts (rechtskräftige Entscheidung)",
    ]);
  });

  test("it begins with the final dismissal of the claim", () => {
    const events = [
      rejected,
      event("claimFiled", "2026-07-31", asylum),
      event("claimDismissedFinal", "2027-02-03", asylum),
    ];
    expect(lineOf("departurePeriod", events)).toEqual(["departurePeriod D05 running 2027-03-05"]);
  });

  test("a late claim is a finding and does not stop the clock", () => {
    const events = [rejected, event("claimFiled", "2026-08-03", asylum)];
    const { deadlines, findings } = deriveDeadlines(factsOf(events));
    expect(findings).toMatchObject([{ event: "claimFiled 2026-08-03", code: "remedyAfterPeriod" }]);
    expect(deadlines.find(({ slot }) => slot === "departurePeriod")?.deadline?.legalEnd.toString()).toBe("2026-08-31");
  });

  test("without instruction on remedies three months run", () => {
    const events = [{ ...rejected, instructionOnRemedies: "missing" }];
    expect(lineOf("claimPeriod", events)).toEqual(["claimPeriod D01.uninstructed running 2026-10-19"]);
  });

  test("an annulled decision ends everything that hung on it", () => {
    expect(lines([rejected, event("decisionAnnulled", "2026-09-01", asylum)])).toEqual([
      "claimPeriod D01 ended 2026-07-31",
      "groundsOfClaim D03 ended 2026-08-17",
    ]);
  });

  test("departure ends the departure period", () => {
    const events = [rejected, event("departed", "2026-08-20", { manner: "voluntary" })];
    expect(lineOf("departurePeriod", events)).toEqual(["departurePeriod D05 ended 2026-08-31"]);
  });

  test("no period runs where none was granted (§ 38 Abs. 4)", () => {
    expect(lineOf("departurePeriod", [{ ...rejected, noDeparturePeriodReason: "riskOfAbsconding" }])).toEqual([]);
  });
});

describe("after a rejection in the group of Art. 68 Abs. 3", () => {
  test("one week for claim and motion, then one week to leave (§ 38 Abs. 1)", () => {
    expect(lineOf("claimPeriod", [shortened])).toEqual(["claimPeriod D02 running 2026-12-28"]);
    expect(lineOf("departurePeriod", [shortened])).toEqual(["departurePeriod D04 running 2027-01-04"]);
  });

  test("a motion in time holds the departure period until the court has rejected it", () => {
    const motion = event("urgentMotionFiled", "2026-12-23", asylum);
    expect(lineOf("departurePeriod", [shortened, motion])).toEqual([
      "departurePeriod D04 waiting Entscheidung über den Eilantrag",
    ]);
    const decided = event("urgentMotionRejected", "2027-01-20", asylum);
    expect(lineOf("departurePeriod", [shortened, motion, decided])).toEqual(["departurePeriod D04 running 2027-01-27"]);
  });

  test("a motion before the ECtHR is no motion of § 34a Abs. 3 and does not hold it", () => {
    const motion = event("urgentMotionFiled", "2026-12-23", { ...asylum, forum: "ecthr" });
    expect(lineOf("departurePeriod", [shortened, motion])).toEqual(["departurePeriod D04 running 2027-01-04"]);
  });
});

describe("service", () => {
  test("by hand-over to the centre: fourth day, then two weeks (V10)", () => {
    const events = [event("decisionHandedToCentre", "2026-11-05", { kind: "asylumStandard" })];
    expect(lineOf("service", events)).toEqual(["service service.centre running 2026-11-09"]);
    expect(lineOf("claimPeriod", events)).toEqual(["claimPeriod D01 running 2026-11-23"]);
  });

  test("by post: the claim period starts from the later reading, which protects the person (V09)", () => {
    const events = [event("decisionPosted", "2026-10-28", { kind: "asylumStandard" })];
    expect(lineOf("service", events)).toEqual(["service service.post running 2026-11-01"]);
    expect(lineOf("claimPeriod", events)).toEqual(["claimPeriod D01 running 2026-11-16"]);
  });

  test("a later actual receipt displaces the fiction (§ 41 Abs. 2 Satz 3 VwVfG)", () => {
    const posted = event("decisionPosted", "2026-11-23", { kind: "asylumStandard" });
    const received = event("decisionReceived", "2026-12-02", { of: posted.id });
    expect(lineOf("claimPeriod", [posted, received])).toEqual(["claimPeriod D01 running 2026-12-16"]);
    const early = event("decisionReceived", "2026-11-25", { of: posted.id });
    expect(lineOf("claimPeriod", [posted, early])).toEqual(["claimPeriod D01 running 2026-12-11"]);
  });
});

describe("transfer and security orders", () => {
  test("an order of § 34a starts one week and no departure period", () => {
    const events = [event("removalOrderServed", "2026-11-02", { basis: "asylG34a" })];
    expect(lines(events)).toEqual(["claimPeriod D02 running 2026-11-09", "groundsOfClaim D03 running 2026-12-02"]);
  });

  test("the decision and the order of one day are one act", () => {
    const events = [
      event("removalOrderServed", "2026-11-02", { basis: "asylG34a" }),
      event("decisionServed", "2026-11-02", { kind: "euTransfer" }),
    ];
    expect(lineOf("claimPeriod", events)).toEqual(["claimPeriod D02 running 2026-11-09"]);
  });

  test("an order of § 58a starts seven days (V13)", () => {
    const events = [event("removalOrderServed", "2026-10-24", { basis: "aufenthG58a" })];
    expect(lines(events)).toEqual(["claimPeriod D08 running 2026-11-02"]);
  });
});

describe("the departure period of the Aufenthaltsgesetz", () => {
  test("waits for the period that the threat sets", () => {
    expect(lines([threat])).toEqual(["departurePeriod D07 waiting Festsetzung der Ausreisefrist"]);
  });

  test("runs from the threat (V11)", () => {
    expect(lines([threat, thirtyDays])).toEqual(["departurePeriod D07 running 2026-12-31"]);
  });

  test("is read as seven days where fewer were set without a ground", () => {
    const { deadlines, findings } = deriveDeadlines(
      factsOf([threat, event("departurePeriodSet", "2026-12-01", { days: 3 })]),
    );
    expect(deadlines[0]?.deadline?.legalEnd.toString()).toBe("2026-12-08");
    expect(findings).toMatchObject([{ code: "departurePeriodTooShort" }]);
  });

  test("a fixed day does not roll (§ 31 Abs. 5 VwVfG)", () => {
    const events = [threat, event("departurePeriodSet", "2026-12-01", { until: "2026-12-27" })];
    expect(lines(events)).toEqual(["departurePeriod authority.date running 2026-12-27"]);
  });

  test("an extension moves it, a shorter one does not", () => {
    const later = event("departurePeriodExtended", "2026-12-20", { until: "2027-02-28" });
    expect(lines([threat, thirtyDays, later])).toEqual(["departurePeriod authority.date running 2027-02-28"]);
    const sooner = event("departurePeriodExtended", "2026-12-05", { until: "2026-12-10" });
    expect(lines([threat, thirtyDays, sooner])).toEqual(["departurePeriod D07 running 2026-12-31"]);
  });

  test("waits for finality where a claim would have suspensive effect", () => {
    const decision = event("decisionServed", "2026-12-01", { kind: "residenceDecision", removalActIncluded: true });
    expect(lines([decision, thirtyDays])).toEqual(["departurePeriod D07 waiting Bestandskraft des Bescheids"]);
    const final = event("decisionFinal", "2027-01-04", { procedure: "residence" });
    expect(lines([decision, thirtyDays, final])).toEqual(["departurePeriod D07 running 2027-02-03"]);
  });
});

describe("§ 59 Abs. 1 Satz 6 und 7 AufenthG", () => {
  const ceased = event("suspensiveEffectOrdered", "2026-12-15", { procedure: "residence" });
  const restored = event("courtOrderEnded", "2027-03-01", { procedure: "residence" });

  test("the period is interrupted when enforceability falls away", () => {
    expect(lines([threat, thirtyDays, ceased])).toEqual([
      "departurePeriod D07 interrupted Ende der aufschiebenden Wirkung",
    ]);
  });

  test("it begins anew in full afterwards", () => {
    const [deadline] = derive([threat, thirtyDays, ceased, restored]);
    expect(deadline).toMatchObject({ state: "running", startedBy: restored.id });
    expect(deadline?.deadline?.legalEnd.toString()).toBe("2027-03-31");
    expect(deadline?.notes).toEqual([
      "Unterbrochen am 15.12.2026; beginnt danach in voller Länge neu (§ 59 Abs. 1 Satz 6 und 7 AufenthG).",
    ]);
  });

  test("also a period that had run out begins anew: expired is never final", () => {
    const late = event("enforceabilityCeased", "2027-01-20", { procedure: "residence" });
    const again = event("enforceabilityRestored", "2027-02-10", { procedure: "residence" });
    const [deadline] = derive([threat, thirtyDays, late, again]);
    expect(deadline?.deadline?.legalEnd.toString()).toBe("2027-03-12");
    expect(deadline?.notes.at(-1)).toContain("schon abgelaufen");
  });

  test("an extension is kept in the new beginning", () => {
    const extended = event("departurePeriodExtended", "2026-12-10", { until: "2027-01-30" });
    const [deadline] = derive([threat, thirtyDays, extended, ceased, restored]);
    // 60 days granted from the threat on, counted again from the day the order ended.
    expect(deadline?.deadline?.legalEnd.toString()).toBe("2027-04-30");
  });

  test("two interruptions, two new beginnings", () => {
    const second = event("suspensiveEffectOrdered", "2027-03-10", { procedure: "residence" });
    const over = event("courtOrderEnded", "2027-05-03", { procedure: "residence" });
    const [deadline] = derive([threat, thirtyDays, ceased, restored, second, over]);
    expect(deadline?.deadline?.legalEnd.toString()).toBe("2027-06-02");
    expect(deadline?.notes).toHaveLength(2);
  });
});
