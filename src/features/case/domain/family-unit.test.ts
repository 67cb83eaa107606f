import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "../../../kernel/day.ts";
import { type EnforceabilityState, enforceabilityStates } from "./enforceability-state.ts";
import {
  currentMembers,
  familyStanding,
  type FamilyUnit,
  joinFamily,
  leaveFamily,
  mayTravel,
  type SplitDecision,
  stayingBehind,
} from "./family-unit.ts";

const since = day("2026-01-05");
const today = day("2026-11-21");
const member = (caseId: string, isMinor = false) => ({ caseId, isMinor, since });
const family: FamilyUnit = { id: "f1", members: [member("mother"), member("father"), member("child", true)] };
const adults: FamilyUnit = { id: "f2", members: [member("mother"), member("father")] };
const all = ["mother", "father", "child"];
const states = (...given: [string, EnforceabilityState][]) => new Map(given);
const enforceable = states(["mother", "enforceable"], ["father", "enforceable"], ["child", "enforceable"]);
const decision: SplitDecision = {
  travelling: ["mother", "child"],
  reason: "Der Vater ist in stationärer Behandlung und will nachreisen.",
  requestedBy: "a.beispiel",
  approvedBy: ["b.probe", "c.muster"],
  youthOfficeInformedOn: day("2026-11-10"),
  decidedOn: day("2026-11-12"),
};
const travel = (travelling: string[], decisions: SplitDecision[] = [], unit = family, given = enforceable) =>
  mayTravel(unit, travelling, { states: given, decisions, today });

describe("membership", () => {
  test("a case joins once", () => {
    const joined = joinFamily(adults, member("child", true));

    expect(joined).toEqual({ ok: true, value: { id: "f2", members: family.members } });
    expect(joinFamily(adults, member("father"))).toEqual({ ok: false, refusal: "alreadyMember" });
  });

  test("a case leaves with a reason; its last day still counts", () => {
    const left = leaveFamily(family, { caseId: "father", on: day("2026-06-01"), reason: " eigener Haushalt " });
    const unit = left.ok ? left.value : family;

    expect(currentMembers(unit, day("2026-06-01")).map(({ caseId }) => caseId)).toEqual(all);
    expect(currentMembers(unit, day("2026-06-02")).map(({ caseId }) => caseId)).toEqual(["mother", "child"]);
    expect(unit.members[1]?.leavingReason).toBe("eigener Haushalt");
    expect(joinFamily(unit, { ...member("father"), since: day("2026-08-01") }).ok).toBe(true);
    expect(joinFamily(unit, { ...member("father"), since: day("2026-05-01") })).toEqual({
      ok: false,
      refusal: "alreadyMember",
    });
  });

  test.each([
    ["a stranger", { caseId: "aunt", on: today, reason: "Probe" }, "notMember"],
    ["no reason", { caseId: "father", on: today, reason: " " }, "reasonMissing"],
    ["an end before the beginning", { caseId: "father", on: day("2025-12-31"), reason: "Probe" }, "leftBeforeJoined"],
  ])("leaving is refused for %s", (_, leaving, refusal) => {
    expect(leaveFamily(family, leaving)).toEqual({ ok: false, refusal });
  });
});

describe("a family stands", () => {
  test.each([
    ["complete when all are enforceable", enforceable, { standing: "complete" }],
    [
      "complete when some are enforceable by order",
      new Map(enforceable).set("father", "enforceableByOrder"),
      { standing: "complete" },
    ],
    [
      "complete when all are suspended",
      states(...all.map((id) => [id, "suspended"] as [string, EnforceabilityState])),
      { standing: "complete" },
    ],
    [
      "incomplete when one is suspended",
      new Map(enforceable).set("child", "suspended"),
      { standing: "incomplete", differing: ["child"], unknown: [] },
    ],
    [
      "incomplete when one has a title",
      new Map(enforceable).set("father", "lapsed"),
      { standing: "incomplete", differing: ["father"], unknown: [] },
    ],
    [
      "incomplete when one state is unknown",
      states(["mother", "enforceable"], ["father", "enforceable"]),
      { standing: "incomplete", differing: [], unknown: ["child"] },
    ],
    [
      "complete when one has already left the country",
      new Map(enforceable).set("father", "fulfilled"),
      { standing: "complete" },
    ],
  ])("%s", (_, given, expected) => {
    expect(familyStanding(family, given, today)).toEqual(expected);
  });
});

describe("a family travels", () => {
  test("together without a decision", () => {
    expect(travel(all)).toEqual({ ok: true, value: "together" });
  });

  test("after one who has already left", () => {
    expect(travel(["mother", "child"], [], family, new Map(enforceable).set("father", "fulfilled"))).toEqual({
      ok: true,
      value: "together",
    });
  });

  test("apart with a reasoned decision by two and notice to the youth office", () => {
    expect(travel(["child", "mother"], [decision])).toEqual({ ok: true, value: "splitDecided" });
  });

  test.each([
    ["without decision", ["mother", "child"], [], "splitNotDecided"],
    ["with a decision for another group", ["mother"], [decision], "splitNotDecided"],
    ["with a decision for fewer", ["mother", "child"], [{ ...decision, travelling: ["mother"] }], "splitNotDecided"],
    [
      "with a decision of tomorrow",
      ["mother", "child"],
      [{ ...decision, decidedOn: day("2026-11-22") }],
      "splitNotDecided",
    ],
    ["without reason", ["mother", "child"], [{ ...decision, reason: " " }], "reasonMissing"],
    ["with one approval", ["mother", "child"], [{ ...decision, approvedBy: ["b.probe"] }], "splitNotApprovedByTwo"],
    [
      "with the same approval twice",
      ["mother", "child"],
      [{ ...decision, approvedBy: ["b.probe", "b.probe"] }],
      "splitNotApprovedByTwo",
    ],
    [
      "approved by who asked for it",
      ["mother", "child"],
      [{ ...decision, approvedBy: ["a.beispiel", "b.probe"] }],
      "splitNotApprovedByTwo",
    ],
    ["without notice to the youth office", ["mother", "child"], [withoutNotice()], "youthOfficeNotInformed"],
    [
      "with a notice of tomorrow",
      ["mother", "child"],
      [{ ...decision, youthOfficeInformedOn: day("2026-11-22") }],
      "youthOfficeNotInformed",
    ],
    ["with a stranger", ["mother", "child", "aunt"], [decision], "notMember"],
  ])("not apart %s", (_, travelling, decisions, refusal) => {
    expect(travel(travelling, decisions)).toEqual({ ok: false, refusal });
  });

  test("apart without children needs no youth office", () => {
    expect(travel(["mother"], [{ ...withoutNotice(), travelling: ["mother"] }], adults)).toEqual({
      ok: true,
      value: "splitDecided",
    });
  });

  test("one who drops out on the way stops the others", () => {
    expect(travel(all.filter((caseId) => caseId !== "child"))).toEqual({ ok: false, refusal: "splitNotDecided" });
  });

  test("the last decision for a group counts", () => {
    expect(travel(["mother", "child"], [decision, { ...decision, approvedBy: [] }])).toEqual({
      ok: false,
      refusal: "splitNotApprovedByTwo",
    });
  });
});

function withoutNotice(): SplitDecision {
  const { youthOfficeInformedOn: _notice, ...rest } = decision;
  return rest;
}

test("whatever the states, nobody stays behind without a recorded decision (G12)", () => {
  const anyState = fc.constantFrom(...(Object.keys(enforceabilityStates) as EnforceabilityState[]));
  fc.assert(
    fc.property(fc.tuple(anyState, anyState, anyState), fc.subarray(all), ([mother, father, child], travelling) => {
      const given = states(["mother", mother], ["father", father], ["child", child]);
      const result = travel(travelling, [], family, given);
      expect(result.ok).toBe(stayingBehind(family, travelling, { states: given, today }).length === 0);
    }),
  );
});
