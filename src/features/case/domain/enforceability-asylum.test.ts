import { describe, expect, test } from "vitest";
import * as x from "./legal-event-examples.ts";

const { rejection, shortRejection, claim, motion, rejected } = x;
// Served Friday 2026-07-17; claim period until 07-31; 30 days until Sunday 08-30, so Monday 08-31 (vectors V01, V02).
const served = rejection("2026-07-17");
const subsequent = (on: string) => x.fact("subsequentApplicationFiled", on);
const feedback = (on: string, result: string) => x.fact("bamfFeedbackReceived", on, { result });

const standard: x.Example[] = [
  [
    "on the day of service the claim period protects",
    [served],
    "2026-07-17",
    "dutyNotEnforceable 2026-07-17..2026-07-31",
  ],
  [
    "on the last day of the claim period it still protects",
    [served],
    "2026-07-31",
    "dutyNotEnforceable 2026-07-17..2026-07-31",
  ],
  [
    "the departure period runs from the day after",
    [served],
    "2026-08-01",
    "voluntaryPeriodRunning 2026-08-01..2026-08-31",
  ],
  [
    "the departure period still runs on its last day, rolled to Monday",
    [served],
    "2026-08-31",
    "voluntaryPeriodRunning 2026-08-01..2026-08-31",
  ],
  ["the duty is enforceable on the day after the departure period", [served], "2026-09-01", "enforceable 2026-09-01.."],
  ["and stays so, with the same first day", [served], "2026-11-21", "enforceable 2026-09-01.."],
  [
    "a claim in time lets the person stay until it is decided",
    [served, claim("2026-07-31")],
    "2026-12-01",
    "dutyNotEnforceable 2026-07-17..",
  ],
  [
    "30 days run from the final dismissal (§ 38 Abs. 2)",
    [served, claim("2026-07-31"), x.claimDismissed("2026-10-01")],
    "2026-10-02",
    "voluntaryPeriodRunning 2026-10-02..2026-11-02",
  ],
  [
    "on the day of the dismissal itself the right to remain still counts",
    [served, claim("2026-07-31"), x.claimDismissed("2026-10-01")],
    "2026-10-01",
    "dutyNotEnforceable 2026-07-17..2026-10-01",
  ],
  [
    "after them the duty is enforceable",
    [served, claim("2026-07-31"), x.claimDismissed("2026-10-01")],
    "2026-11-03",
    "enforceable 2026-11-03..",
  ],
  [
    "a claim withdrawn within the claim period does not shorten that period",
    [served, claim("2026-07-20"), x.claimWithdrawn("2026-07-22")],
    "2026-07-30",
    "dutyNotEnforceable 2026-07-17..2026-07-31",
  ],
  [
    "a claim withdrawn later starts the 30 days",
    [served, claim("2026-07-20"), x.claimWithdrawn("2026-09-01")],
    "2026-09-15",
    "voluntaryPeriodRunning 2026-09-02..2026-10-01",
  ],
  [
    "of two claims the open one protects",
    [served, claim("2026-07-20"), claim("2026-07-21"), x.claimWithdrawn("2026-08-03")],
    "2026-12-01",
    "dutyNotEnforceable 2026-07-17..",
  ],
  [
    "a claim filed during the departure period does not stop that period",
    [served, claim("2026-08-10")],
    "2026-08-31",
    "suspended 2026-08-10..",
  ],
  [
    "a late claim is held until the court has been asked",
    [served, claim("2026-09-10")],
    "2026-11-21",
    "suspended 2026-09-10..",
  ],
  [
    "the court's documented answer ends the hold",
    [served, claim("2026-09-10"), x.released("2026-09-14")],
    "2026-09-15",
    "enforceable 2026-09-15..",
  ],
  [
    "so does a notice of finality after the late claim",
    [served, claim("2026-09-10"), x.final("2026-09-20")],
    "2026-09-21",
    "enforceable 2026-09-21..",
  ],
  [
    "suspensive effect within the departure period interrupts it",
    [served, x.suspensiveEffect("2026-08-10")],
    "2026-08-20",
    "voluntaryPeriodInterrupted 2026-08-10..",
  ],
  [
    "it begins anew in full when the order ends (§ 59 Abs. 1 Satz 6–7)",
    [served, x.suspensiveEffect("2026-08-10"), x.orderEnded("2026-09-01")],
    "2026-09-30",
    "voluntaryPeriodRunning 2026-09-02..2026-10-01",
  ],
  [
    "and only its new end makes the duty enforceable",
    [served, x.suspensiveEffect("2026-08-10"), x.orderEnded("2026-09-01")],
    "2026-10-02",
    "enforceable 2026-10-02..",
  ],
  [
    "suspensive effect after the period's end: not enforceable, but no longer interrupted",
    [served, x.suspensiveEffect("2026-09-10")],
    "2026-09-20",
    "dutyNotEnforceable 2026-09-10..",
  ],
  [
    "afterwards the reading that protects gives the period again",
    [served, x.suspensiveEffect("2026-09-10"), x.orderEnded("2026-10-01")],
    "2026-10-15",
    "voluntaryPeriodRunning 2026-10-02..2026-11-02",
  ],
  [
    "without instruction on remedies the claim period is three months",
    [rejection("2026-07-17", { instructionOnRemedies: "missing" })],
    "2026-10-19",
    "dutyNotEnforceable 2026-07-17..2026-10-19",
  ],
  [
    "and the 30 days follow it",
    [rejection("2026-07-17", { instructionOnRemedies: "missing" })],
    "2026-10-20",
    "voluntaryPeriodRunning 2026-10-20..2026-11-18",
  ],
  [
    "a claim in the third month is still in time then",
    [rejection("2026-07-17", { instructionOnRemedies: "missing" }), claim("2026-10-15")],
    "2027-01-15",
    "dutyNotEnforceable 2026-07-17..",
  ],
  [
    "a notice of finality before the claim period's end does not shorten it",
    [served, x.final("2026-07-25")],
    "2026-07-30",
    "dutyNotEnforceable 2026-07-17..2026-07-31",
  ],
  [
    "without departure period for public order the claim period still protects",
    [rejection("2026-07-17", { noDeparturePeriodReason: "publicOrder" })],
    "2026-07-31",
    "dutyNotEnforceable 2026-07-17..2026-07-31",
  ],
  [
    "and the duty is enforceable right after it (§ 38 Abs. 4)",
    [rejection("2026-07-17", { noDeparturePeriodReason: "publicOrder" })],
    "2026-08-01",
    "enforceable 2026-08-01..",
  ],
  [
    "the period may be waived while it runs",
    [served, x.dispensed("2026-08-10", "riskOfAbsconding")],
    "2026-08-11",
    "enforceable 2026-08-11..",
  ],
  [
    "a ground of the AufenthG waives no period of the AsylG",
    [served, x.dispensed("2026-08-10", "inCustody")],
    "2026-08-11",
    "voluntaryPeriodRunning 2026-08-01..2026-08-31",
  ],
  [
    "a longer period granted later counts (§ 38 Abs. 3)",
    [served, x.extended("2026-08-20", "2026-10-30")],
    "2026-10-30",
    "voluntaryPeriodRunning 2026-08-01..2026-10-30",
  ],
  [
    "a period granted again after its end runs again",
    [served, x.extended("2026-09-10", "2026-09-30")],
    "2026-09-20",
    "voluntaryPeriodRunning 2026-09-10..2026-09-30",
  ],
  [
    "an earlier end set by an authority does not shorten the statute's 30 days",
    [served, x.periodUntil("2026-07-17", "2026-08-10")],
    "2026-08-20",
    "voluntaryPeriodRunning 2026-08-01..2026-08-31",
  ],
  [
    "a rejection without threat is never enforceable",
    [rejection("2026-07-17", { removalActIncluded: false })],
    "2026-11-21",
    "dutyNotEnforceable 2026-07-17..",
  ],
  [
    "a threat served later starts its own claim period",
    [rejection("2026-07-17", { removalActIncluded: false }), x.threat34("2026-09-04")],
    "2026-09-18",
    "dutyNotEnforceable 2026-07-17..2026-09-18",
  ],
  [
    "and then its own 30 days",
    [rejection("2026-07-17", { removalActIncluded: false }), x.threat34("2026-09-04")],
    "2026-10-20",
    "enforceable 2026-10-20..",
  ],
  [
    "a threat without any rejection on record is not enough",
    [x.threat34("2026-07-17")],
    "2026-11-21",
    "dutyNotEnforceable 2026-09-01..",
  ],
];

const shortened: x.Example[] = [
  [
    "in the group of Art. 68(3) the week for the motion protects",
    [shortRejection("2026-07-17")],
    "2026-07-24",
    "dutyNotEnforceable 2026-07-17..2026-07-24",
  ],
  [
    "one week to leave follows (§ 38 Abs. 1)",
    [shortRejection("2026-07-17")],
    "2026-07-25",
    "voluntaryPeriodRunning 2026-07-25..2026-07-31",
  ],
  ["then the duty is enforceable", [shortRejection("2026-07-17")], "2026-08-01", "enforceable 2026-08-01.."],
  [
    "a claim alone does not bar in this group",
    [shortRejection("2026-07-17"), claim("2026-07-20")],
    "2026-08-01",
    "enforceable 2026-08-01..",
  ],
  [
    "a motion in time bars until the court decides (Art. 68(5)(d))",
    [shortRejection("2026-07-17"), claim("2026-07-20"), motion("2026-07-20")],
    "2026-11-21",
    "dutyNotEnforceable 2026-07-17..",
  ],
  [
    "the week starts with service of the rejecting order",
    [shortRejection("2026-07-17"), motion("2026-07-24"), rejected("2026-08-13")],
    "2026-08-14",
    "voluntaryPeriodRunning 2026-08-14..2026-08-20",
  ],
  [
    "after it the duty is enforceable",
    [shortRejection("2026-07-17"), motion("2026-07-24"), rejected("2026-08-13")],
    "2026-08-21",
    "enforceable 2026-08-21..",
  ],
  [
    "an order rejected within the week does not end that week",
    [shortRejection("2026-07-17"), motion("2026-07-18"), rejected("2026-07-20")],
    "2026-07-24",
    "dutyNotEnforceable 2026-07-17..2026-07-24",
  ],
  [
    "a withdrawn motion starts the week, too",
    [
      shortRejection("2026-07-17"),
      motion("2026-07-20"),
      x.fact("urgentMotionWithdrawn", "2026-08-03", { procedure: "asylum", forum: "administrativeCourt" }),
    ],
    "2026-08-10",
    "voluntaryPeriodRunning 2026-08-04..2026-08-10",
  ],
  [
    "a court that answers by telephone does not lift the bar of a motion in time",
    [shortRejection("2026-07-17"), motion("2026-07-20"), x.released("2026-07-28")],
    "2026-08-20",
    "dutyNotEnforceable 2026-07-17..",
  ],
  [
    "a late motion is held until the court has been asked",
    [shortRejection("2026-07-17"), motion("2026-08-05")],
    "2026-08-20",
    "suspended 2026-08-05..",
  ],
  [
    "a second motion after the rejection is held as well",
    [shortRejection("2026-07-17"), motion("2026-07-20"), rejected("2026-08-03"), motion("2026-08-12")],
    "2026-08-20",
    "suspended 2026-08-12..",
  ],
  [
    "a granted motion is a right to remain",
    [shortRejection("2026-07-17"), motion("2026-07-20"), x.granted("2026-08-03")],
    "2026-11-21",
    "dutyNotEnforceable 2026-07-17..",
  ],
  [
    "the week starts when that order has ended",
    [shortRejection("2026-07-17"), motion("2026-07-20"), x.granted("2026-08-03"), x.orderEnded("2026-10-01")],
    "2026-10-08",
    "voluntaryPeriodRunning 2026-10-02..2026-10-08",
  ],
  [
    "suspensive effect ends with the final dismissal of the claim",
    [
      shortRejection("2026-07-17"),
      claim("2026-07-20"),
      motion("2026-07-20"),
      x.suspensiveEffect("2026-08-03"),
      x.claimDismissed("2026-10-01"),
    ],
    "2026-10-09",
    "enforceable 2026-10-09..",
  ],
  [
    "without instruction a motion in the third month is in time",
    [shortRejection("2026-07-17", { instructionOnRemedies: "missing" }), motion("2026-10-12")],
    "2026-12-01",
    "dutyNotEnforceable 2026-07-17..",
  ],
];

const renewed: x.Example[] = [
  [
    "a first application not decided is no duty at all",
    [x.fact("asylumApplicationFiled", "2026-03-02")],
    "2026-07-01",
    "noDuty ..",
  ],
  [
    "its rejection begins the duty",
    [x.fact("asylumApplicationFiled", "2026-03-02"), served],
    "2026-07-20",
    "dutyNotEnforceable 2026-07-17..2026-07-31",
  ],
  [
    "an application from another duty lets the person stay",
    [x.dutyByLaw("2026-01-10"), x.fact("asylumApplicationFiled", "2026-03-02")],
    "2026-07-01",
    "dutyNotEnforceable 2026-01-10..",
  ],
  [
    "a subsequent application suspends the removal (§ 71 Abs. 3)",
    [served, subsequent("2026-10-05")],
    "2026-11-01",
    "suspended 2026-10-05..",
  ],
  [
    "the BAMF's report that non-refoulement is respected ends that",
    [served, subsequent("2026-10-05"), feedback("2026-10-20", "removalPermitted")],
    "2026-10-21",
    "enforceable 2026-10-21..",
  ],
  [
    "a report that it is still examining does not",
    [served, subsequent("2026-10-05"), feedback("2026-10-20", "stillExamining")],
    "2026-11-21",
    "suspended 2026-10-05..",
  ],
  [
    "a second application of the day of the report stays open",
    [served, subsequent("2026-10-05"), subsequent("2026-10-20"), feedback("2026-10-20", "removalPermitted")],
    "2026-11-21",
    "suspended 2026-10-05..",
  ],
  [
    "a further procedure is a right to remain",
    [served, subsequent("2026-10-05"), feedback("2026-10-20", "furtherProcedure")],
    "2026-11-21",
    "dutyNotEnforceable 2026-10-20..",
  ],
  [
    "rejected as inadmissible, the earlier threat stands and only the week for the motion bars",
    [served, subsequent("2026-10-05"), shortRejection("2026-10-30", { removalActIncluded: false })],
    "2026-11-06",
    "dutyNotEnforceable 2026-10-30..2026-11-06",
  ],
  [
    "after that week no new departure period runs",
    [served, subsequent("2026-10-05"), shortRejection("2026-10-30", { removalActIncluded: false })],
    "2026-11-07",
    "enforceable 2026-11-07..",
  ],
  [
    "a second rejection without threat and without subsequent application proves nothing",
    [served, rejection("2026-10-30", { removalActIncluded: false })],
    "2026-12-21",
    "dutyNotEnforceable 2026-12-15..",
  ],
  [
    "a second rejection with its own threat counts anew",
    [served, rejection("2026-10-30")],
    "2026-12-10",
    "voluntaryPeriodRunning 2026-11-14..2026-12-14",
  ],
];

describe.each([
  ["standard procedure", standard],
  ["group of Art. 68(3) APR", shortened],
  ["new and renewed applications", renewed],
])("asylum, %s", (_, examples) => {
  test.each(examples)("%s", (_, events, today, expected) => {
    expect(x.standing(events, today)).toBe(expected);
  });
});
