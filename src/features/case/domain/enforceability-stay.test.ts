import { describe, expect, test } from "vitest";
import * as x from "./legal-event-examples.ts";
import { suspensionReasons } from "./suspension-reason.ts";

const { suspension, suspensionRevoked, fact } = x;
// Enforceable from 2026-09-01 if nothing else happens.
const served = x.rejection("2026-07-17");
const group = (on: string, until: string) => fact("groupSuspensionOrdered", on, { until });
const hardship = (on: string) => fact("hardshipRequestAccepted", on);
const hardshipDecided = (on: string, result: string) => fact("hardshipDecided", on, { result });

const suspensions: x.Example[] = [
  [
    "a Duldung suspends from its first day",
    [served, suspension("2026-10-01", "2026-12-31")],
    "2026-10-01",
    "suspended 2026-10-01..2026-12-31",
  ],
  [
    "to the end of its last",
    [served, suspension("2026-10-01", "2026-12-31")],
    "2026-12-31",
    "suspended 2026-10-01..2026-12-31",
  ],
  ["and not longer", [served, suspension("2026-10-01", "2026-12-31")], "2027-01-01", "enforceable 2027-01-01.."],
  [
    "without an end it suspends until it is revoked",
    [served, suspension("2026-10-01")],
    "2029-10-01",
    "suspended 2026-10-01..",
  ],
  [
    "on the day of the revocation it still counts",
    [served, suspension("2026-10-01"), suspensionRevoked("2026-11-02")],
    "2026-11-02",
    "suspended 2026-10-01..2026-11-02",
  ],
  [
    "after the revocation the duty is enforceable",
    [served, suspension("2026-10-01"), suspensionRevoked("2026-11-02")],
    "2026-11-03",
    "enforceable 2026-11-03..",
  ],
  [
    "a revocation does not end a Duldung issued on the same day",
    [served, suspension("2026-10-01"), suspension("2026-11-02", "2027-02-01"), suspensionRevoked("2026-11-02")],
    "2026-11-20",
    "suspended 2026-10-01..2027-02-01",
  ],
  [
    "a revocation ends the Duldung of its own reason only",
    [served, suspension("2026-10-01", "2027-02-01", "b-bb"), suspension("2026-10-01"), suspensionRevoked("2026-11-02")],
    "2026-11-20",
    "suspended 2026-10-01..2027-02-01",
  ],
  [
    "a renewal goes on without a gap",
    [served, suspension("2026-10-01", "2026-12-31"), suspension("2026-12-20", "2027-03-31")],
    "2027-02-01",
    "suspended 2026-10-01..2027-03-31",
  ],
  [
    "a gap between two begins the state anew",
    [served, suspension("2026-10-01", "2026-10-31"), suspension("2026-11-10", "2027-03-31")],
    "2027-02-01",
    "suspended 2026-11-10..2027-03-31",
  ],
  [
    "the end of one of several is not the end of all",
    [served, suspension("2026-10-01", "2026-10-31"), suspension("2026-10-15", undefined, "b-cc")],
    "2026-11-20",
    "suspended 2026-10-01..",
  ],
  [
    "a Duldung beside a running period is shown as suspension",
    [served, suspension("2026-08-10", "2026-12-31")],
    "2026-08-20",
    "suspended 2026-08-10..2026-12-31",
  ],
  [
    "a right to remain comes before a Duldung",
    [served, suspension("2026-07-20", "2026-12-31")],
    "2026-07-25",
    "dutyNotEnforceable 2026-07-17..2026-07-31",
  ],
  [
    "a Duldung without any threat on record still shows as suspension",
    [x.dutyByLaw("2026-03-02"), suspension("2026-04-01", "2026-12-31")],
    "2026-11-21",
    "suspended 2026-04-01..2026-12-31",
  ],
  ["a Duldung alone proves no duty", [suspension("2026-04-01", "2026-12-31")], "2026-11-21", "noDuty .."],
  [
    "a Duldung from before a title counts when a new duty arises",
    [served, suspension("2026-08-03"), fact("residenceTitleGranted", "2026-09-01"), x.dutyByLaw("2028-09-01")],
    "2028-10-01",
    "suspended 2028-09-01..",
  ],
];

const otherStays: x.Example[] = [
  [
    "an order of the Land suspends until its end",
    [served, group("2026-10-01", "2026-12-31")],
    "2026-12-31",
    "suspended 2026-10-01..2026-12-31",
  ],
  ["and not longer", [served, group("2026-10-01", "2026-12-31")], "2027-01-01", "enforceable 2027-01-01.."],
  [
    "the Land may end it earlier",
    [served, group("2026-10-01", "2026-12-31"), fact("groupSuspensionEnded", "2026-11-02")],
    "2026-11-03",
    "enforceable 2026-11-03..",
  ],
  [
    "a new order after the end counts",
    [served, group("2026-10-01", "2026-10-31"), group("2026-11-02", "2027-01-31")],
    "2026-11-21",
    "suspended 2026-11-02..2027-01-31",
  ],
  ["a hardship request taken up suspends", [served, hardship("2026-10-05")], "2026-11-21", "suspended 2026-10-05.."],
  [
    "its rejection ends that",
    [served, hardship("2026-10-05"), hardshipDecided("2026-11-10", "rejected")],
    "2026-11-11",
    "enforceable 2026-11-11..",
  ],
  [
    "an ordered permit protects until the title is on record",
    [served, hardship("2026-10-05"), hardshipDecided("2026-11-10", "ordered")],
    "2027-01-11",
    "suspended 2026-10-05..",
  ],
  [
    "and the title ends the duty",
    [
      served,
      hardship("2026-10-05"),
      hardshipDecided("2026-11-10", "ordered"),
      fact("residenceTitleGranted", "2026-12-01"),
    ],
    "2027-01-11",
    "lapsed 2026-12-01..",
  ],
  [
    "an order under § 123 VwGO in residence law suspends",
    [
      x.dutyByLaw("2026-01-05"),
      x.threat59("2026-02-02"),
      x.period("2026-02-02", 30),
      x.granted("2026-05-04", "residence"),
    ],
    "2026-11-21",
    "suspended 2026-05-04..",
  ],
  [
    "a motion in residence law is held",
    [
      x.dutyByLaw("2026-01-05"),
      x.threat59("2026-02-02"),
      x.period("2026-02-02", 30),
      x.motion("2026-05-04", "residence"),
    ],
    "2026-11-21",
    "suspended 2026-05-04..",
  ],
  [
    "rejected, it opens",
    [
      x.dutyByLaw("2026-01-05"),
      x.threat59("2026-02-02"),
      x.period("2026-02-02", 30),
      x.motion("2026-05-04", "residence"),
      x.rejected("2026-05-20", "residence"),
    ],
    "2026-11-21",
    "enforceable 2026-05-21..",
  ],
  [
    "filed and rejected on one day, it is open the next",
    [
      x.dutyByLaw("2026-01-05"),
      x.threat59("2026-02-02"),
      x.period("2026-02-02", 30),
      x.motion("2026-05-04", "residence"),
      x.rejected("2026-05-04", "residence"),
    ],
    "2026-05-05",
    "enforceable 2026-05-05..",
  ],
  [
    "a constitutional complaint is held",
    [served, x.motion("2026-10-01", "asylum", "constitutionalCourt")],
    "2026-11-21",
    "suspended 2026-10-01..",
  ],
  [
    "an order of the constitutional court suspends",
    [served, x.granted("2026-10-01", "asylum", "constitutionalCourt")],
    "2026-11-21",
    "suspended 2026-10-01..",
  ],
];

describe.each([
  ["Duldung", suspensions],
  ["other stays", otherStays],
])("suspension, %s", (_, examples) => {
  test.each(examples)("%s", (_, events, today, expected) => {
    expect(x.standing(events, today)).toBe(expected);
  });
});

test.each(Object.keys(suspensionReasons))(
  "a Duldung for AZR reason %s keeps the duty from being enforceable",
  (reason) => {
    const { state, steps } = x.derive([served, suspension("2026-10-01", undefined, reason)], "2026-11-21");

    expect(state).toBe("suspended");
    expect(steps.map(({ norm }) => norm.norm).join(" ")).toMatch(/§ 60[acd]/);
  },
);
