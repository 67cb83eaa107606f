import { describe, expect, test } from "vitest";
import { day } from "../../../kernel/day.ts";
import { type OpenObstacle, blockingObstacles, changeObstacle, isBlocking, obstaclesForReason } from "./obstacle.ts";
import { isObstacleType, obstacleDefinition, type ObstacleType, obstacleTypes } from "./obstacle-type.ts";
import { isSuspensionReason } from "./suspension-reason.ts";

const none = { status: "none" } as const;
const opened = (type: ObstacleType): OpenObstacle => ({
  status: "open",
  type,
  openedOn: day("2026-11-02"),
  reason: "Attest vom 30.10.2026",
});
const closed = {
  ...opened("notFitToTravel"),
  status: "closed",
  closedOn: day("2026-11-16"),
  closingReason: "Gutachten",
} as const;
const opening = {
  type: "opened",
  obstacle: "notFitToTravel",
  on: day("2026-11-02"),
  reason: " Attest vom 30.10.2026 ",
} as const;
const closing = { type: "closed", on: day("2026-11-16"), reason: "Gutachten" } as const;

describe("an obstacle", () => {
  test("opens with kind, day and reason", () => {
    expect(changeObstacle(none, opening)).toEqual({ ok: true, value: opened("notFitToTravel") });
  });

  test("closes with day and reason, and keeps how it opened", () => {
    expect(changeObstacle(opened("notFitToTravel"), closing)).toEqual({ ok: true, value: closed });
  });

  test("may be opened again after it was closed", () => {
    expect(changeObstacle(closed, { ...opening, on: day("2026-11-20") })).toMatchObject({
      ok: true,
      value: { status: "open", openedOn: day("2026-11-20") },
    });
  });

  test("may close on the day it opened", () => {
    expect(changeObstacle(opened("notFitToTravel"), { ...closing, on: day("2026-11-02") }).ok).toBe(true);
  });

  test.each([
    ["a kind that does not exist", none, { ...opening, obstacle: "tired" }, "unknownType"],
    ["a kind named like a property of every object", none, { ...opening, obstacle: "valueOf" }, "unknownType"],
    ["an opening without reason", none, { ...opening, reason: " " }, "reasonMissing"],
    ["an end without reason", opened("notFitToTravel"), { ...closing, reason: "" }, "reasonMissing"],
    ["a second opening", opened("notFitToTravel"), opening, "alreadyOpen"],
    ["a second end", closed, closing, "alreadyClosed"],
    ["an end of what was never open", none, closing, "alreadyClosed"],
    [
      "an end before the beginning",
      opened("notFitToTravel"),
      { ...closing, on: day("2026-11-01") },
      "closedBeforeOpened",
    ],
  ] as const)("refuses %s", (_, from, event, refusal) => {
    expect(changeObstacle(from, event)).toEqual({ ok: false, refusal });
  });
});

describe("what stops a measure", () => {
  test.each(Object.keys(obstacleTypes) as ObstacleType[])(
    "an open %s does unless a house rule says otherwise",
    (type) => {
      expect(isBlocking(opened(type))).toBe(true);
    },
  );

  test("a closed one does not", () => {
    expect(isBlocking(closed)).toBe(false);
  });

  test("a house rule frees a policy obstacle, never a legal one", () => {
    expect(isBlocking(opened("churchAsylum"), { churchAsylum: "no" })).toBe(false);
    expect(isBlocking(opened("removalBar60"), { removalBar60: "no" })).toBe(true);
  });

  test("of several, the open ones are listed", () => {
    expect(
      blockingObstacles([opened("identityUnclear"), closed, opened("churchAsylum")]).map(({ type }) => type),
    ).toEqual(["identityUnclear", "churchAsylum"]);
  });
});

test("only church asylum and motions without a statutory bar are policy", () => {
  const policies = (Object.keys(obstacleTypes) as ObstacleType[]).filter(
    (type) => obstacleDefinition(type).blocking === "policy",
  );

  expect(policies).toEqual(["urgentMotionPending", "churchAsylum"]);
});

test.each([
  ["b-aa", ["travelDocumentMissing"]],
  ["b-bb", ["notFitToTravel"]],
  ["f", ["trainingSuspension60c"]],
  ["a", ["groupSuspension"]],
  ["b-ll", []],
])("a Duldung for %s points to %j", (code, expected) => {
  expect(obstaclesForReason(code)).toEqual(expected);
});

test.each(Object.keys(obstacleTypes))("%s has German texts, a norm, and only AZR codes that exist", (type) => {
  expect(isObstacleType(type)).toBe(true);
  const { label, endsBy, task, norm, azrCodes = [] } = obstacleDefinition(type as ObstacleType);

  expect([label, endsBy, task].every((text) => text.length > 5)).toBe(true);
  expect(norm.norm).toMatch(/AufenthG$|^Hausregel/);
  expect(azrCodes.every(isSuspensionReason)).toBe(true);
});
