/** Several proceedings, courts and acts at once: what belongs to one must not open or close the other. */
import { describe, expect, test } from "vitest";
import * as x from "./legal-event-examples.ts";

const { rejection, shortRejection, transferOrder, threat34, fact } = x;
const served = rejection("2026-07-17");
const residence = [x.dutyByLaw("2026-01-05"), x.threat59("2026-02-02"), x.period("2026-02-02", 30)];
const bare = { removalActIncluded: false };
const euTransferDecision = fact("decisionServed", "2026-07-17", {
  kind: "euTransfer",
  instructionOnRemedies: "correct",
  ...bare,
});

const courts: x.Example[] = [
  [
    "a rejection closes the motion of its own procedure, not the oldest of all",
    [
      shortRejection("2026-07-17"),
      x.motion("2026-07-18", "residence"),
      x.motion("2026-07-20"),
      x.rejected("2026-08-03"),
    ],
    "2026-08-20",
    "suspended 2026-08-04..",
  ],
  [
    "a rejection by another court leaves the motion open",
    [shortRejection("2026-07-17"), x.motion("2026-07-20"), x.rejected("2026-08-03", "asylum", "ecthr")],
    "2026-09-01",
    "dutyNotEnforceable 2026-07-17..",
  ],
  [
    "a rejection in another procedure leaves the motion open",
    [shortRejection("2026-07-17"), x.motion("2026-07-20"), x.rejected("2026-08-03", "residence")],
    "2026-09-01",
    "dutyNotEnforceable 2026-07-17..",
  ],
  [
    "an order in another procedure leaves the motion open",
    [
      shortRejection("2026-07-17"),
      x.motion("2026-07-20"),
      x.suspensiveEffect("2026-08-03", "residence"),
      x.orderEnded("2026-08-04", "residence"),
    ],
    "2026-09-01",
    "dutyNotEnforceable 2026-07-17..",
  ],
  [
    "suspensive effect decides no motion at the ECtHR",
    [served, x.motion("2026-09-03", "asylum", "ecthr"), x.suspensiveEffect("2026-09-04"), x.orderEnded("2026-09-07")],
    "2026-11-21",
    "suspended 2026-09-08..",
  ],
  [
    "a release in another procedure does not end the hold of a late claim",
    [served, x.claim("2026-09-10"), x.released("2026-09-14", "residence")],
    "2026-11-21",
    "suspended 2026-09-10..",
  ],
  [
    "a release from before the late claim does not end its hold",
    [served, x.released("2026-09-08"), x.claim("2026-09-10")],
    "2026-11-21",
    "suspended 2026-09-10..",
  ],
  [
    "finality from before the late claim does not end its hold",
    [served, x.final("2026-08-03"), x.claim("2026-09-10")],
    "2026-11-21",
    "suspended 2026-09-10..",
  ],
  [
    "a release from before a late motion does not end its hold",
    [served, x.released("2026-09-08"), x.motion("2026-09-10")],
    "2026-11-21",
    "suspended 2026-09-10..",
  ],
  [
    "a rejection from before the motion does not close it",
    [served, x.rejected("2026-09-08"), x.motion("2026-09-10")],
    "2026-11-21",
    "suspended 2026-09-10..",
  ],
  [
    "an order lifted in another procedure goes on",
    [...residence, x.granted("2026-05-04", "residence"), x.orderEnded("2026-06-01", "asylum")],
    "2026-11-21",
    "suspended 2026-05-04..",
  ],
  [
    "an order lifted before it was made goes on",
    [...residence, x.orderEnded("2026-05-03", "residence"), x.granted("2026-05-04", "residence")],
    "2026-11-21",
    "suspended 2026-05-04..",
  ],
  [
    "suspensive effect goes on when another procedure's claim is over",
    [served, x.suspensiveEffect("2026-08-10"), x.claimDismissed("2026-09-01", "residence")],
    "2026-11-21",
    "voluntaryPeriodInterrupted 2026-08-10..",
  ],
  [
    "suspensive effect goes on when another court's order ends",
    [served, x.suspensiveEffect("2026-08-10"), x.orderEnded("2026-09-01", "asylum", "ecthr")],
    "2026-11-21",
    "voluntaryPeriodInterrupted 2026-08-10..",
  ],
  [
    "a claim that was over before the order does not end it",
    [served, x.claim("2026-07-20"), x.claimDismissed("2026-07-28"), x.suspensiveEffect("2026-08-10")],
    "2026-11-21",
    "voluntaryPeriodInterrupted 2026-08-10..",
  ],
  [
    "the first of two ends of an order counts",
    [served, x.suspensiveEffect("2026-08-10"), x.claimWithdrawn("2026-09-01"), x.claimDismissed("2026-10-01")],
    "2026-11-21",
    "enforceable 2026-10-02..",
  ],
  [
    "annulment of another procedure's act closes no motion",
    [shortRejection("2026-07-17"), x.motion("2026-07-20"), x.annulled("2026-08-03", "residence")],
    "2026-09-01",
    "dutyNotEnforceable 2026-07-17..",
  ],
  [
    "a motion against an annulled act is over",
    [
      transferOrder("2026-07-17"),
      x.motion("2026-07-20", "euTransfer"),
      x.annulled("2026-08-03", "euTransfer"),
      transferOrder("2026-08-14"),
    ],
    "2026-08-22",
    "enforceableByOrder 2026-08-22..",
  ],
];

const acts: x.Example[] = [
  [
    "of several bars one that overlaps the last prolongs that one",
    [
      served,
      x.suspensiveEffect("2026-08-10"),
      x.orderEnded("2026-08-12"),
      x.suspensiveEffect("2026-09-01"),
      x.granted("2026-09-05"),
      x.orderEnded("2026-09-10"),
    ],
    "2026-10-12",
    "voluntaryPeriodRunning 2026-09-11..2026-10-12",
  ],
  [
    "of two running periods the later end is shown",
    [served, x.dutyByLaw("2026-08-03"), x.threat59("2026-08-10"), x.period("2026-08-10", 14)],
    "2026-08-20",
    "voluntaryPeriodRunning 2026-08-01..2026-08-31",
  ],
  [
    "the first revocation ends a Duldung",
    [served, x.suspension("2026-10-01"), x.suspensionRevoked("2026-10-10"), x.suspensionRevoked("2026-11-10")],
    "2026-11-01",
    "enforceable 2026-10-11..",
  ],
  [
    "a period granted after a waiver may be waived again",
    [
      x.dutyByLaw("2026-11-02"),
      x.threat59("2026-12-01"),
      x.dispensed("2026-12-05", "inCustody"),
      x.period("2026-12-10", 30),
      x.dispensed("2026-12-20", "inCustody"),
    ],
    "2026-12-21",
    "enforceable 2026-12-21..",
  ],
  [
    "a subsequent application from before the threat does not carry it over",
    [fact("subsequentApplicationFiled", "2026-07-01"), served, rejection("2026-10-30", bare)],
    "2026-12-21",
    "dutyNotEnforceable 2026-12-15..",
  ],
  [
    "the dismissal of another procedure's claim closes no claim",
    [
      served,
      x.claim("2026-07-20"),
      x.claimDismissed("2026-08-03", "residence"),
      x.claimDismissed("2026-08-03", "euTransfer"),
    ],
    "2026-11-21",
    "dutyNotEnforceable 2026-07-17..",
  ],
  [
    "a motion against the decision delays the period of its later threat",
    [
      shortRejection("2026-03-02", bare),
      shortRejection("2026-07-17", bare),
      x.motion("2026-07-20"),
      threat34("2026-07-22"),
      x.rejected("2026-09-10"),
    ],
    "2026-09-15",
    "voluntaryPeriodRunning 2026-09-11..2026-09-17",
  ],
  [
    "a short period with a special ground counts as it was set",
    [
      x.dutyByLaw("2026-11-02"),
      x.threat59("2026-12-01", { noDeparturePeriodReason: "overridingPublicInterest" }),
      x.period("2026-12-01", 3),
    ],
    "2026-12-05",
    "enforceable 2026-12-05..",
  ],
  [
    "of two Duldungen the later end is shown",
    [served, x.suspension("2026-10-01", "2026-12-31"), x.suspension("2026-10-05", "2026-11-30", "b-bb")],
    "2026-11-21",
    "suspended 2026-10-01..2026-12-31",
  ],
  [
    "an end is shown only if every stay has one",
    [served, x.suspension("2026-10-01", "2026-12-31"), x.suspension("2026-10-05", undefined, "b-bb")],
    "2026-11-21",
    "suspended 2026-10-01..",
  ],
  [
    "a threat after a short rejection has its week, too",
    [shortRejection("2026-07-17", bare), threat34("2026-09-04")],
    "2026-09-12",
    "voluntaryPeriodRunning 2026-09-12..2026-09-18",
  ],
  [
    "a threat before any rejection gets the window that protects",
    [threat34("2026-09-04"), shortRejection("2026-10-09", bare)],
    "2026-09-18",
    "dutyNotEnforceable 2026-09-04..2026-09-18",
  ],
  [
    "a residence decision does not give an asylum threat its rules",
    [x.residenceDecision("2026-07-17", { ...bare, claimSuspends: "no" }), threat34("2026-09-04")],
    "2026-09-18",
    "dutyNotEnforceable 2026-07-17..2026-09-18",
  ],
  [
    "a transfer decision without order answers the asylum application",
    [fact("asylumApplicationFiled", "2026-05-04"), euTransferDecision, ...residence.slice(1)],
    "2026-11-21",
    "enforceable 2026-08-18..",
  ],
  [
    "a claim in residence law counts against any suspending act served by then",
    [
      x.residenceDecision("2026-02-02"),
      x.threat59("2026-03-02"),
      x.period("2026-03-02", 30),
      x.claim("2026-03-10", "residence"),
    ],
    "2026-11-21",
    "dutyNotEnforceable 2026-02-02..",
  ],
  [
    "a claim older than the suspending act counts against it",
    [
      x.claim("2026-02-01", "residence"),
      x.residenceDecision("2026-02-02"),
      x.period("2026-02-02", 30),
      x.final("2026-03-05", "residence"),
    ],
    "2026-11-21",
    "dutyNotEnforceable 2026-02-02..",
  ],
  [
    "finality of another procedure does not make an act final",
    [x.residenceDecision("2026-02-02"), x.period("2026-02-02", 30), x.final("2026-03-05")],
    "2026-11-21",
    "dutyNotEnforceable 2026-02-02..",
  ],
  [
    "finality from before the service is none",
    [x.final("2026-02-01", "residence"), x.residenceDecision("2026-02-02"), x.period("2026-02-02", 30)],
    "2026-11-21",
    "dutyNotEnforceable 2026-02-02..",
  ],
  [
    "a claim closed before the service makes nothing final",
    [
      x.claim("2026-01-05", "residence"),
      x.claimWithdrawn("2026-01-12", "residence"),
      x.residenceDecision("2026-02-02"),
      x.period("2026-02-02", 30),
    ],
    "2026-11-21",
    "dutyNotEnforceable 2026-02-02..",
  ],
  [
    "a period granted for an earlier threat does not lengthen the later one",
    [
      x.dutyByLaw("2026-01-05"),
      x.threat59("2026-02-02"),
      x.periodUntil("2026-02-02", "2026-12-31"),
      x.threat59("2026-06-01"),
      x.period("2026-06-02", 14),
    ],
    "2026-11-21",
    "enforceable 2026-06-16..",
  ],
  [
    "a period extended before the threat is not the period of that threat",
    [x.dutyByLaw("2026-01-05"), x.extended("2026-02-02", "2026-03-31"), x.threat59("2026-06-01")],
    "2026-11-21",
    "dutyNotEnforceable 2026-06-09..",
  ],
  [
    "an extension alone does not say how long the period is",
    [x.dutyByLaw("2026-01-05"), x.threat59("2026-06-01"), x.extended("2026-06-02", "2026-06-20")],
    "2026-11-21",
    "dutyNotEnforceable 2026-06-21..",
  ],
  [
    "a waiver of an earlier threat does not waive the later one",
    [
      x.dutyByLaw("2026-01-05"),
      x.threat59("2026-02-02"),
      x.dispensed("2026-02-03", "inCustody"),
      x.threat59("2026-06-01"),
    ],
    "2026-11-21",
    "dutyNotEnforceable 2026-06-09..",
  ],
  [
    "of several ends of a right to remain the last one starts the period",
    [
      served,
      x.claim("2026-07-20"),
      fact("asylumApplicationFiled", "2026-07-25"),
      x.claimDismissed("2026-08-03"),
      rejection("2026-09-01", bare),
    ],
    "2026-09-15",
    "dutyNotEnforceable 2026-07-17..2026-09-15",
  ],
  [
    "bars that touch are one: no day of the period between them",
    [served, x.suspensiveEffect("2026-08-10"), x.orderEnded("2026-09-01"), x.suspensiveEffect("2026-09-02")],
    "2026-11-21",
    "voluntaryPeriodInterrupted 2026-08-10..",
  ],
  [
    "an open bar swallows those that end",
    [served, x.suspensiveEffect("2026-08-10"), x.granted("2026-08-12"), x.orderEnded("2026-08-20", "asylum", "ecthr")],
    "2026-11-21",
    "voluntaryPeriodInterrupted 2026-08-10..",
  ],
  [
    "an order and a threat: the period of the threat protects first",
    [transferOrder("2026-07-17"), ...residence.slice(0, 1), x.threat59("2026-08-03"), x.period("2026-08-03", 30)],
    "2026-09-02",
    "voluntaryPeriodRunning 2026-08-03..2026-09-02",
  ],
  [
    "then the order may be enforced",
    [transferOrder("2026-07-17"), ...residence.slice(0, 1), x.threat59("2026-08-03"), x.period("2026-08-03", 30)],
    "2026-09-03",
    "enforceableByOrder 2026-09-03..",
  ],
];

describe.each([
  ["courts", courts],
  ["acts", acts],
])("several %s", (_, examples) => {
  test.each(examples)("%s", (_, events, today, expected) => {
    expect(x.standing(events, today)).toBe(expected);
  });
});
