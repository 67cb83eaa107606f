import { describe, expect, test } from "vitest";
import * as x from "./legal-event-examples.ts";

const { dutyByLaw, dutyByDecision, threat59, residenceDecision, period, periodUntil } = x;
const claim = (on: string) => x.claim(on, "residence");
const effect = (on: string) => x.suspensiveEffect(on, "residence");
const lifted = (on: string) => x.orderEnded(on, "residence");
// Threat notified Tuesday 2026-12-01, 30 days: Thursday 2026-12-31 (vector V11).
const base = [dutyByLaw("2026-11-02"), threat59("2026-12-01"), period("2026-12-01", 30)];
// A decision against which a claim has suspensive effect, with threat and 30 days.
const suspending = [dutyByDecision("2026-06-01"), residenceDecision("2026-06-01"), period("2026-06-01", 30)];

const threat: x.Example[] = [
  [
    "a duty without threat is never enforceable",
    [dutyByLaw("2026-11-02")],
    "2027-11-02",
    "dutyNotEnforceable 2026-11-02..",
  ],
  ["the period runs from the threat", base, "2026-12-02", "voluntaryPeriodRunning 2026-12-01..2026-12-31"],
  ["it runs on its last day", base, "2026-12-31", "voluntaryPeriodRunning 2026-12-01..2026-12-31"],
  ["the duty is enforceable the day after", base, "2027-01-01", "enforceable 2027-01-01.."],
  [
    "without any period on record it is not",
    [dutyByLaw("2026-11-02"), threat59("2026-12-01")],
    "2027-11-02",
    "dutyNotEnforceable 2026-12-09..",
  ],
  [
    "without ground of the duty it is not",
    [threat59("2026-12-01"), period("2026-12-01", 30)],
    "2027-11-02",
    "dutyNotEnforceable 2027-01-01..",
  ],
  [
    "a duty from a decision that is not on record is not",
    [dutyByDecision("2026-11-02"), threat59("2026-12-01"), period("2026-12-01", 30)],
    "2027-11-02",
    "dutyNotEnforceable 2027-01-01..",
  ],
  [
    "a fixed end does not roll (§ 31 Abs. 5 VwVfG)",
    [dutyByLaw("2026-11-02"), threat59("2026-12-01"), periodUntil("2026-12-01", "2026-12-27")],
    "2026-12-28",
    "enforceable 2026-12-28..",
  ],
  [
    "a fixed end counts to the end of its day",
    [dutyByLaw("2026-11-02"), threat59("2026-12-01"), periodUntil("2026-12-01", "2026-12-27")],
    "2026-12-27",
    "voluntaryPeriodRunning 2026-12-01..2026-12-27",
  ],
  [
    "a period under seven days without ground counts as seven",
    [dutyByLaw("2026-11-02"), threat59("2026-12-01"), period("2026-12-01", 3)],
    "2026-12-08",
    "voluntaryPeriodRunning 2026-12-01..2026-12-08",
  ],
  [
    "an extension counts",
    [...base, x.extended("2026-12-20", "2027-02-28")],
    "2027-02-28",
    "voluntaryPeriodRunning 2026-12-01..2027-02-28",
  ],
  [
    "an extension that ends earlier does not shorten",
    [...base, x.extended("2026-12-05", "2026-12-10")],
    "2026-12-20",
    "voluntaryPeriodRunning 2026-12-01..2026-12-31",
  ],
  [
    "of two periods the longer one counts",
    [...base, period("2026-12-01", 14)],
    "2026-12-20",
    "voluntaryPeriodRunning 2026-12-01..2026-12-31",
  ],
  [
    "from custody no period is needed (§ 59 Abs. 5)",
    [dutyByLaw("2026-11-02"), threat59("2026-12-01", { noDeparturePeriodReason: "inCustody" })],
    "2026-12-02",
    "enforceable 2026-12-02..",
  ],
  [
    "on the day of service itself it is not enforceable",
    [dutyByLaw("2026-11-02"), threat59("2026-12-01", { noDeparturePeriodReason: "inCustody" })],
    "2026-12-01",
    "dutyNotEnforceable 2026-11-02..2026-12-01",
  ],
  [
    "a period set nevertheless counts",
    [
      dutyByLaw("2026-11-02"),
      threat59("2026-12-01", { noDeparturePeriodReason: "inCustody" }),
      period("2026-12-01", 14),
    ],
    "2026-12-15",
    "voluntaryPeriodRunning 2026-12-01..2026-12-15",
  ],
  [
    "the period is waived for overriding public interest",
    [...base, x.dispensed("2026-12-10", "overridingPublicInterest")],
    "2026-12-11",
    "enforceable 2026-12-11..",
  ],
  [
    "a waiver before the threat has no period to end",
    [dutyByLaw("2026-11-02"), threat59("2026-12-01"), x.dispensed("2026-12-01", "overridingPublicInterest")],
    "2026-12-02",
    "enforceable 2026-12-02..",
  ],
  [
    "a period granted after the waiver counts",
    [...base, x.dispensed("2026-12-10", "overridingPublicInterest"), period("2026-12-15", 30)],
    "2026-12-20",
    "voluntaryPeriodRunning 2026-12-15..2026-12-31",
  ],
  [
    "the last of two threats counts",
    [...base, threat59("2027-02-01"), period("2027-02-01", 14)],
    "2027-02-10",
    "voluntaryPeriodRunning 2027-02-01..2027-02-15",
  ],
  [
    "a threat of the day without period yields to the one with a period",
    [...base, threat59("2026-12-01", { noDeparturePeriodReason: "inCustody" })],
    "2026-12-20",
    "voluntaryPeriodRunning 2026-12-01..2026-12-31",
  ],
  [
    "a running period protects although an older asylum threat is over",
    [x.rejection("2026-07-17"), ...base],
    "2026-12-20",
    "voluntaryPeriodRunning 2026-12-01..2026-12-31",
  ],
];

const interruption: x.Example[] = [
  [
    "suspensive effect interrupts the period",
    [...base, effect("2026-12-10")],
    "2026-12-20",
    "voluntaryPeriodInterrupted 2026-12-10..",
  ],
  [
    "and goes on after the period's original end",
    [...base, effect("2026-12-10")],
    "2027-03-01",
    "voluntaryPeriodInterrupted 2026-12-10..",
  ],
  [
    "lifted, the 30 days begin anew in full",
    [...base, effect("2026-12-10"), lifted("2027-03-01")],
    "2027-03-31",
    "voluntaryPeriodRunning 2027-03-02..2027-03-31",
  ],
  [
    "only after them the duty is enforceable",
    [...base, effect("2026-12-10"), lifted("2027-03-01")],
    "2027-04-01",
    "enforceable 2027-04-01..",
  ],
  [
    "a second interruption gives the full period a second time",
    [...base, effect("2026-12-10"), lifted("2027-03-01"), effect("2027-03-10"), lifted("2027-05-03")],
    "2027-06-02",
    "voluntaryPeriodRunning 2027-05-04..2027-06-02",
  ],
  [
    "a period with a fixed end begins anew with its full length",
    [
      dutyByLaw("2026-11-02"),
      threat59("2026-12-01"),
      periodUntil("2026-12-01", "2026-12-21"),
      effect("2026-12-10"),
      lifted("2027-03-01"),
    ],
    "2027-03-20",
    "voluntaryPeriodRunning 2027-03-02..2027-03-22",
  ],
  [
    "an extension lengthens the restarted period, too",
    [...base, x.extended("2026-12-05", "2027-01-30"), effect("2026-12-10"), lifted("2027-03-01")],
    "2027-04-30",
    "voluntaryPeriodRunning 2027-03-02..2027-04-30",
  ],
  [
    "a Duldung does not interrupt: enforceability stays",
    [...base, x.suspension("2026-12-10", "2027-01-15")],
    "2027-01-16",
    "enforceable 2027-01-16..",
  ],
  [
    "an order of the asylum procedure does not interrupt the period of the threat",
    [...base, x.suspensiveEffect("2026-12-10"), x.orderEnded("2026-12-20")],
    "2027-01-01",
    "enforceable 2027-01-01..",
  ],
  [
    "a fact recorded late about the running period makes an expired one open again",
    [...base, effect("2026-12-31")],
    "2027-02-01",
    "voluntaryPeriodInterrupted 2026-12-31..",
  ],
];

const suspensive: x.Example[] = [
  [
    "an act that a claim would suspend is not enforceable before it is final",
    suspending,
    "2027-01-01",
    "dutyNotEnforceable 2026-06-01..",
  ],
  [
    "from finality the period runs in full",
    [...suspending, x.final("2026-07-02", "residence")],
    "2026-08-03",
    "voluntaryPeriodRunning 2026-07-03..2026-08-03",
  ],
  [
    "then the duty is enforceable",
    [...suspending, x.final("2026-07-02", "residence")],
    "2026-08-04",
    "enforceable 2026-08-04..",
  ],
  ["a claim keeps it open", [...suspending, claim("2026-06-20")], "2027-06-01", "dutyNotEnforceable 2026-06-01.."],
  [
    "even if the file says final meanwhile",
    [...suspending, claim("2026-06-20"), x.final("2026-07-02", "residence")],
    "2027-06-01",
    "dutyNotEnforceable 2026-06-01..",
  ],
  [
    "the final dismissal starts the period",
    [...suspending, claim("2026-06-20"), x.claimDismissed("2026-10-01", "residence")],
    "2026-11-02",
    "voluntaryPeriodRunning 2026-10-02..2026-11-02",
  ],
  [
    "a period with a fixed end that passed meanwhile is given in full",
    [
      dutyByDecision("2026-06-01"),
      residenceDecision("2026-06-01"),
      periodUntil("2026-06-01", "2026-07-01"),
      x.final("2026-07-06", "residence"),
    ],
    "2026-08-05",
    "voluntaryPeriodRunning 2026-07-07..2026-08-05",
  ],
  [
    "unknown suspensive effect is read as yes",
    [dutyByLaw("2026-11-02"), threat59("2026-12-01", { claimSuspends: "" }), period("2026-12-01", 30)],
    "2027-06-01",
    "dutyNotEnforceable 2026-11-02..",
  ],
  [
    "without instruction nothing is final within a year (§ 58 Abs. 2 VwGO)",
    [
      dutyByDecision("2026-06-01"),
      residenceDecision("2026-06-01", { instructionOnRemedies: "missing" }),
      period("2026-06-01", 30),
      x.final("2026-07-02", "residence"),
    ],
    "2027-05-31",
    "dutyNotEnforceable 2026-06-01..",
  ],
  [
    "after the year finality counts",
    [
      dutyByDecision("2026-06-01"),
      residenceDecision("2026-06-01", { instructionOnRemedies: "missing" }),
      period("2026-06-01", 30),
      x.final("2027-06-02", "residence"),
    ],
    "2027-07-02",
    "voluntaryPeriodRunning 2027-06-03..2027-07-02",
  ],
  [
    "a claim without suspensive effect does not bar",
    [...base, claim("2026-12-10")],
    "2027-01-01",
    "enforceable 2027-01-01..",
  ],
  [
    "a claim without any act on record bars until it is explained",
    [dutyByLaw("2026-11-02"), claim("2026-12-10")],
    "2027-01-01",
    "dutyNotEnforceable 2026-11-02..",
  ],
  [
    "a decision annulled takes threat and period with it",
    [...suspending, x.annulled("2026-09-01", "residence")],
    "2026-09-01",
    "lapsed 2026-09-01..",
  ],
];

describe.each([
  ["threat and period", threat],
  ["interruption (§ 59 Abs. 1 Satz 6–7)", interruption],
  ["acts with suspensive claims (§ 58 Abs. 2 Satz 2)", suspensive],
])("residence law, %s", (_, examples) => {
  test.each(examples)("%s", (_, events, today, expected) => {
    expect(x.standing(events, today)).toBe(expected);
  });
});
