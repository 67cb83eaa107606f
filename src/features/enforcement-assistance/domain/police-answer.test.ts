import { describe, expect, test } from "vitest";
import { day } from "../../../kernel/day.ts";
import { today } from "./assistance-examples.ts";
import { blockStart, type CourtOrder, type CourtOrderKind, type CourtOrders } from "./court-order.ts";
import {
  checkConditions,
  checkDecline,
  declineLabels,
  mediationGaps,
  type AssistanceCondition,
  type Decline,
} from "./police-answer.ts";

describe("a decline by the police", () => {
  test("has only reasons of the manner of execution, and no earlier attempt among them", () => {
    expect(Object.values(declineLabels)).toEqual([
      "nicht zuständig",
      "Angaben fehlen",
      "Kräfte zum Zeitpunkt nicht verfügbar",
      "Art und Weise so nicht zulässig",
    ]);
  });

  test.each<[string, Decline, string]>([
    ["without a sentence", { reason: "mannerNotPermissible", text: " " }, "textMissing"],
    [
      "for want of forces without a possible date",
      { reason: "forcesNotAvailable", text: "Großlage", nearestPossible: undefined },
      "nearestPossibleMissing",
    ],
    [
      "for want of forces with a date in the past",
      { reason: "forcesNotAvailable", text: "Großlage", nearestPossible: day("2026-11-22") },
      "dateInPast",
    ],
  ])("is refused %s", (_, decline, refusal) => {
    expect(checkDecline(decline, today)).toEqual({ ok: false, refusal });
  });

  test.each<Decline>([
    { reason: "notCompetent", text: "Der Ort gehört zum PP Beispielstadt." },
    { reason: "informationMissing", text: "Meldeort fehlt." },
    { reason: "forcesNotAvailable", text: "Großlage", nearestPossible: day("2026-11-26") },
  ])("is accepted: $reason", (decline) => {
    expect(checkDecline(decline, today).ok).toBe(true);
  });
});

describe("conditions of the police", () => {
  test.each<[string, AssistanceCondition[], string | undefined]>([
    [
      "another time and fewer forces",
      [
        { kind: "otherTime", on: day("2026-11-26"), time: "06:45", text: "Schichtwechsel" },
        { kind: "fewerForces", text: "zwei statt vier" },
      ],
      undefined,
    ],
    ["none at all", [], "conditionMissing"],
    ["one without a sentence", [{ kind: "manner", text: "" }], "textMissing"],
    [
      "another time in the past",
      [{ kind: "otherTime", on: day("2026-11-20"), time: "06:45", text: "früher" }],
      "dateInPast",
    ],
  ])("with %s", (_, conditions, refusal) => {
    const result = checkConditions(conditions, today);
    expect(result.ok ? undefined : result.refusal).toBe(refusal);
  });
});

test("a mediation needs both positions and the liaison officer", () => {
  expect(mediationGaps({ requesterPosition: "Angaben reichen aus.", policePosition: "", liaisonOfficer: " " })).toEqual(
    ["policePosition", "liaisonOfficer"],
  );
  expect(mediationGaps({ requesterPosition: "a", policePosition: "b", liaisonOfficer: "V. Probe" })).toEqual([]);
});

describe("the start of an operation", () => {
  const order = (kind: CourtOrderKind, state: CourtOrder["state"]): CourtOrder =>
    ({
      appliedFor: { kind, state: "appliedFor" as const, court: "AG Musterstadt", on: today },
      named: { kind, state: "named" as const, court: "AG Musterstadt", fileNumber: "1 XIV 1/26" },
      attached: { kind, state: "attached" as const, sha256: "ab" },
      carried: { kind, state: "carried" as const, by: "R. Probe" },
    })[state];
  const required = (kinds: CourtOrderKind[], ...orders: CourtOrder[]): CourtOrders => ({
    need: "required",
    kinds,
    orders,
  });

  test.each<[string, CourtOrders, string[] | undefined]>([
    ["an attached warrant", required(["searchWarrant"], order("searchWarrant", "attached")), undefined],
    ["a warrant carried along", required(["searchWarrant"], order("searchWarrant", "carried")), undefined],
    ["a custody order that is named", required(["custodyOrder"], order("custodyOrder", "named")), undefined],
    ["a reason why none is needed", { need: "none", reason: "Abholung aus der JVA" }, undefined],
    ["a warrant that is only named", required(["searchWarrant"], order("searchWarrant", "named")), ["searchWarrant"]],
    [
      "a warrant that is applied for",
      required(["searchWarrant"], order("searchWarrant", "appliedFor")),
      ["searchWarrant"],
    ],
    [
      "one of two orders",
      required(["searchWarrant", "custodyOrder"], order("custodyOrder", "attached")),
      ["searchWarrant"],
    ],
    ["no decision", { need: "undecided" }, ["undecided"]],
    ["a need without saying for what", required([]), ["undecided"]],
    ["no need, without a reason", { need: "none", reason: "" }, ["reasonMissing"]],
  ])("with %s is blocked by: %j", (_, courtOrders, missing) => {
    expect(blockStart(courtOrders)).toEqual(missing ? { ok: false, refusal: missing } : { ok: true, value: undefined });
  });
});
