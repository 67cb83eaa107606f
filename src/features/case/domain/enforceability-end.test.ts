import { describe, expect, test } from "vitest";
import * as x from "./legal-event-examples.ts";

const { departed, fact, rejection } = x;
const served = rejection("2026-07-17");
const title = (on: string, more = {}) => fact("residenceTitleGranted", on, more);
const threatAgain = (on: string) => [x.dutyByLaw(on), x.threat59(on), x.period(on, 14)];
const euState = (entryAllowed: string, proof = "exitCertificate") =>
  departed("2026-10-05", { destination: "euState", entryAllowed, proof });

const beginnings: x.Example[] = [
  ["nothing on record is no duty", [], "2026-11-21", "noDuty .."],
  ["a title alone is no duty", [title("2026-03-02")], "2026-11-21", "noDuty .."],
  [
    "a decision issued but not served is no duty yet",
    [fact("decisionIssued", "2026-07-15", { kind: "asylumStandard" })],
    "2026-11-21",
    "noDuty ..",
  ],
  ["a period without any act is no duty", [x.period("2026-07-15", 30)], "2026-11-21", "noDuty .."],
  ["facts of tomorrow do not count today", [served], "2026-07-16", "noDuty .."],
  ["a duty alone is not enforceable", [x.dutyByLaw("2026-03-02")], "2026-11-21", "dutyNotEnforceable 2026-03-02.."],
];

const ends: x.Example[] = [
  ["a title ends the duty", [served, title("2026-10-05")], "2026-10-05", "lapsed 2026-10-05.."],
  ["the day before it does not", [served, title("2026-10-05")], "2026-10-04", "enforceable 2026-09-01.."],
  [
    "naturalisation ends it for good",
    [served, fact("naturalised", "2026-10-05"), x.dutyByLaw("2027-01-04")],
    "2027-02-01",
    "lapsed 2026-10-05..",
  ],
  ["death ends it for good", [served, fact("died", "2026-10-05")], "2026-11-21", "lapsed 2026-10-05.."],
  [
    "death after a departure is shown as the end",
    [served, departed("2026-10-05"), fact("died", "2026-10-20")],
    "2026-11-21",
    "lapsed 2026-10-20..",
  ],
  [
    "responsibility passed to Germany ends it",
    [served, fact("responsibilityPassedToGermany", "2026-10-05")],
    "2026-11-21",
    "lapsed 2026-10-05..",
  ],
  ["annulment of the decision ends it", [served, x.annulled("2026-10-05")], "2026-11-21", "lapsed 2026-10-05.."],
  [
    "annulment in another procedure does not",
    [served, x.annulled("2026-10-05", "residence")],
    "2026-11-21",
    "enforceable 2026-09-01..",
  ],
  [
    "annulment closes the claim that led to it",
    [served, x.claim("2026-07-20"), x.annulled("2026-10-05"), rejection("2026-10-06")],
    "2026-11-21",
    "enforceable 2026-11-20..",
  ],
  [
    "a new duty after a title needs its own threat",
    [served, title("2026-10-05", { validUntil: "2027-10-04" }), x.dutyByLaw("2027-10-05")],
    "2027-12-01",
    "dutyNotEnforceable 2027-10-05..",
  ],
  [
    "with it the period runs",
    [served, title("2026-10-05"), ...threatAgain("2027-10-05")],
    "2027-10-19",
    "voluntaryPeriodRunning 2027-10-05..2027-10-19",
  ],
  ["and ends", [served, title("2026-10-05"), ...threatAgain("2027-10-05")], "2027-10-20", "enforceable 2027-10-20.."],
];

const departures: x.Example[] = [
  ["a proven departure fulfils the duty", [served, departed("2026-08-20")], "2026-08-20", "fulfilled 2026-08-20.."],
  [
    "a proven removal does, too",
    [served, departed("2026-10-05", { manner: "removal", proof: "borderAuthority" })],
    "2026-11-21",
    "fulfilled 2026-10-05..",
  ],
  [
    "a departure without proof does not (§ 50 Abs. 3)",
    [served, departed("2026-08-20", { proof: "none" })],
    "2026-11-21",
    "enforceable 2026-09-01..",
  ],
  [
    "to an EU state it does if entry and stay are allowed there",
    [served, euState("yes")],
    "2026-11-21",
    "fulfilled 2026-10-05..",
  ],
  ["to an EU state it does not if they are not", [served, euState("no")], "2026-11-21", "enforceable 2026-09-01.."],
  [
    "to an EU state without proof it does not",
    [served, euState("yes", "none")],
    "2026-11-21",
    "enforceable 2026-09-01..",
  ],
  [
    "proof that comes later fulfils from the day of departure",
    [served, departed("2026-08-20", { proof: "none" }), departed("2026-08-20")],
    "2026-11-21",
    "fulfilled 2026-08-20..",
  ],
  [
    "after re-entry the old threat is used up",
    [served, departed("2026-08-20"), x.dutyByLaw("2026-10-05")],
    "2026-11-21",
    "dutyNotEnforceable 2026-10-05..",
  ],
  [
    "a transfer fulfils the duty where stay is allowed",
    [
      x.transferOrder("2026-07-17"),
      departed("2026-09-15", {
        manner: "transfer",
        destination: "euState",
        entryAllowed: "yes",
        proof: "borderAuthority",
      }),
    ],
    "2026-11-21",
    "fulfilled 2026-09-15..",
  ],
];

const stay = x.suspension("2026-10-01");
const wrongOrder = x.suspensiveEffect("2026-08-10");
const corrections: x.Example[] = [
  [
    "a corrected suspension is as if it had never been",
    [served, stay, x.corrected("2026-10-02", stay)],
    "2026-11-21",
    "enforceable 2026-09-01..",
  ],
  [
    "corrected twice makes no difference",
    [served, stay, x.corrected("2026-10-02", stay), x.corrected("2026-10-03", stay)],
    "2026-11-21",
    "enforceable 2026-09-01..",
  ],
  [
    "a corrected interruption gives the old end back",
    [served, wrongOrder, x.corrected("2026-08-12", wrongOrder)],
    "2026-08-31",
    "voluntaryPeriodRunning 2026-08-01..2026-08-31",
  ],
  ["a corrected service takes the duty away", [served, x.corrected("2026-08-12", served)], "2026-11-21", "noDuty .."],
  [
    "entered again with the right day it counts from there",
    [served, x.corrected("2026-08-12", served), rejection("2026-07-24")],
    "2026-08-08",
    "voluntaryPeriodRunning 2026-08-08..2026-09-07",
  ],
  [
    "a correction of a correction does not bring the entry back",
    (() => {
      const correction = x.corrected("2026-10-02", stay);
      return [served, stay, correction, x.corrected("2026-10-03", correction)];
    })(),
    "2026-11-21",
    "enforceable 2026-09-01..",
  ],
];

describe.each([
  ["how it begins", beginnings],
  ["how it ends", ends],
  ["departure", departures],
  ["counter-events", corrections],
])("the duty to leave, %s", (_, examples) => {
  test.each(examples)("%s", (_, events, today, expected) => {
    expect(x.standing(events, today)).toBe(expected);
  });
});
