import { describe, expect, test } from "vitest";
import * as x from "./legal-event-examples.ts";

const { transferOrder, securityOrder } = x;
const motion = (on: string, forum?: string) => x.motion(on, "euTransfer", forum);
const rejected = (on: string, forum?: string) => x.rejected(on, "euTransfer", forum);
// Served Friday 2026-07-17: the week for the motion ends on 07-24 (D02).
const order = transferOrder("2026-07-17");
const decision = (on: string, removalActIncluded: boolean) =>
  x.fact("decisionServed", on, {
    kind: "euTransfer",
    instructionOnRemedies: "correct",
    removalActIncluded,
    ...(removalActIncluded && { targetStates: "Musterstaat (EU)" }),
  });

const transfer: x.Example[] = [
  ["no transfer within the week for the motion", [order], "2026-07-24", "dutyNotEnforceable 2026-07-17..2026-07-24"],
  [
    "then it is enforceable by order, without threat or period",
    [order],
    "2026-07-25",
    "enforceableByOrder 2026-07-25..",
  ],
  [
    "a claim alone does not bar",
    [order, x.claim("2026-07-20", "euTransfer")],
    "2026-07-25",
    "enforceableByOrder 2026-07-25..",
  ],
  [
    "a motion in time bars (§ 34a Abs. 3)",
    [order, motion("2026-07-24")],
    "2026-11-21",
    "dutyNotEnforceable 2026-07-17..",
  ],
  [
    "its rejection opens the order on the next day",
    [order, motion("2026-07-24"), rejected("2026-08-20")],
    "2026-08-20",
    "dutyNotEnforceable 2026-07-17..2026-08-20",
  ],
  [
    "and not earlier",
    [order, motion("2026-07-24"), rejected("2026-08-20")],
    "2026-08-21",
    "enforceableByOrder 2026-08-21..",
  ],
  [
    "a rejection within the week does not end the week",
    [order, motion("2026-07-18"), rejected("2026-07-20")],
    "2026-07-23",
    "dutyNotEnforceable 2026-07-17..2026-07-24",
  ],
  [
    "two motions in time need two answers",
    [order, motion("2026-07-20"), motion("2026-07-23"), rejected("2026-08-20")],
    "2026-11-21",
    "dutyNotEnforceable 2026-07-17..",
  ],
  [
    "a motion in another procedure does not bar by statute, but is held",
    [order, x.motion("2026-07-20", "residence")],
    "2026-08-20",
    "suspended 2026-07-25..",
  ],
  [
    "a late motion is held until the court has been asked",
    [order, motion("2026-08-10")],
    "2026-08-20",
    "suspended 2026-08-10..",
  ],
  [
    "the court's answer ends that hold",
    [order, motion("2026-08-10"), x.released("2026-08-12", "euTransfer")],
    "2026-08-13",
    "enforceableByOrder 2026-08-13..",
  ],
  [
    "an answer of another court does not",
    [order, motion("2026-08-10"), x.released("2026-08-12", "euTransfer", "ecthr")],
    "2026-08-20",
    "suspended 2026-08-10..",
  ],
  [
    "an application to the ECtHR is held",
    [order, motion("2026-08-10", "ecthr")],
    "2026-08-20",
    "suspended 2026-08-10..",
  ],
  [
    "its interim measure suspends until it is lifted",
    [order, motion("2026-08-10", "ecthr"), x.granted("2026-08-11", "euTransfer", "ecthr")],
    "2027-08-20",
    "suspended 2026-08-10..",
  ],
  [
    "lifted, the order is enforceable again",
    [order, x.granted("2026-08-11", "euTransfer", "ecthr"), x.orderEnded("2026-12-01", "euTransfer", "ecthr")],
    "2026-12-02",
    "enforceableByOrder 2026-12-02..",
  ],
  [
    "the end of another court's order changes nothing",
    [order, x.granted("2026-08-11", "euTransfer", "ecthr"), x.orderEnded("2026-12-01", "euTransfer")],
    "2026-12-02",
    "suspended 2026-08-11..",
  ],
  [
    "suspensive effect bars until it is lifted",
    [order, motion("2026-07-20"), x.suspensiveEffect("2026-08-01", "euTransfer")],
    "2027-01-20",
    "dutyNotEnforceable 2026-07-17..",
  ],
  [
    "lifted, it opens on the next day",
    [
      order,
      motion("2026-07-20"),
      x.suspensiveEffect("2026-08-01", "euTransfer"),
      x.orderEnded("2026-10-01", "euTransfer"),
    ],
    "2026-10-02",
    "enforceableByOrder 2026-10-02..",
  ],
  [
    "without instruction the motion may come for three months",
    [transferOrder("2026-07-17", { instructionOnRemedies: "missing" })],
    "2026-10-19",
    "dutyNotEnforceable 2026-07-17..2026-10-19",
  ],
  [
    "and only then the order is enforceable",
    [transferOrder("2026-07-17", { instructionOnRemedies: "missing" })],
    "2026-10-20",
    "enforceableByOrder 2026-10-20..",
  ],
  [
    "a transfer decision without the order is never enforceable",
    [decision("2026-07-17", false)],
    "2026-11-21",
    "dutyNotEnforceable 2026-07-17..",
  ],
  [
    "a transfer decision with the order is",
    [decision("2026-07-17", true)],
    "2026-07-25",
    "enforceableByOrder 2026-07-25..",
  ],
  [
    "the later service of the order counts",
    [decision("2026-07-17", false), transferOrder("2026-08-14")],
    "2026-08-21",
    "dutyNotEnforceable 2026-07-17..2026-08-21",
  ],
  [
    "a transfer decision answers the asylum application",
    [x.fact("asylumApplicationFiled", "2026-05-04"), order],
    "2026-07-25",
    "enforceableByOrder 2026-07-25..",
  ],
  [
    "a Duldung suspends the order",
    [order, x.suspension("2026-08-03", "2026-09-30", "b-bb")],
    "2026-09-30",
    "suspended 2026-08-03..2026-09-30",
  ],
  [
    "a rejection on the merits takes the place of an older transfer order",
    [order, x.rejection("2026-10-02", { removalActIncluded: false })],
    "2026-12-21",
    "dutyNotEnforceable 2026-10-02..",
  ],
  [
    "an older rejection does not",
    [x.rejection("2026-03-02", { removalActIncluded: false }), order],
    "2026-12-21",
    "enforceableByOrder 2026-07-25..",
  ],
  [
    "when Germany becomes responsible the order lapses",
    [order, x.fact("responsibilityPassedToGermany", "2027-01-18")],
    "2027-01-18",
    "lapsed 2027-01-18..",
  ],
  [
    "an order annulled by the court lapses",
    [order, x.annulled("2026-09-01", "euTransfer")],
    "2026-09-01",
    "lapsed 2026-09-01..",
  ],
];

const security: x.Example[] = [
  [
    "no execution within the seven days (§ 58a Abs. 4)",
    [securityOrder("2026-10-24")],
    "2026-11-02",
    "dutyNotEnforceable 2026-10-24..2026-11-02",
  ],
  [
    "then the order is enforceable (vector V13)",
    [securityOrder("2026-10-24")],
    "2026-11-03",
    "enforceableByOrder 2026-11-03..",
  ],
  [
    "a motion in time bars until it is decided",
    [securityOrder("2026-10-24"), x.motion("2026-11-02", "security")],
    "2027-02-01",
    "dutyNotEnforceable 2026-10-24..",
  ],
  [
    "its rejection opens the order",
    [securityOrder("2026-10-24"), x.motion("2026-11-02", "security"), x.rejected("2026-11-20", "security")],
    "2026-11-21",
    "enforceableByOrder 2026-11-21..",
  ],
  [
    "its success is a stay until it ends",
    [securityOrder("2026-10-24"), x.motion("2026-11-02", "security"), x.granted("2026-11-20", "security")],
    "2027-02-01",
    "dutyNotEnforceable 2026-10-24..",
  ],
  [
    "without instruction the motion may come for a year",
    [securityOrder("2026-10-24", { instructionOnRemedies: "missing" })],
    "2027-10-25",
    "dutyNotEnforceable 2026-10-24..2027-10-25",
  ],
];

describe.each([
  ["§ 34a AsylG", transfer],
  ["§ 58a AufenthG", security],
])("removal order, %s", (_, examples) => {
  test.each(examples)("%s", (_, events, today, expected) => {
    expect(x.standing(events, today)).toBe(expected);
  });
});
