import { describe, expect, test } from "vitest";
import { day } from "../../../kernel/day.ts";
import type { FailureCause } from "./outcome.ts";
import { daysLeft, reattemptDuty, resolveDuty } from "./reattempt.ts";

const failure = (cause: FailureCause) => ({ phase: "pickup", cause, text: "" }) as const;
const failedOn = day("2026-11-02");
const duty = (transferPeriodEnd: string | undefined, daysToDecide: number | undefined) =>
  reattemptDuty(failure("notEncountered"), {
    owner: "a.beispiel",
    failedOn,
    transferPeriodEnd: transferPeriodEnd === undefined ? undefined : day(transferPeriodEnd),
    daysToDecide,
  });

describe("after a failure the duty to try again or to refrain with a reason", () => {
  test.each([
    ["has no date when nothing is configured and no period runs", undefined, undefined, undefined, undefined],
    ["is due at the operational end of the transfer period", "2026-12-12", undefined, "2026-12-12", "transferPeriod"],
    ["is due on the configured day", undefined, 14, "2026-11-16", "configuration"],
    [
      "is due on the configured day when that comes before the period ends",
      "2026-12-12",
      14,
      "2026-11-16",
      "configuration",
    ],
    ["is due at the end of the period when that comes first", "2026-11-10", 14, "2026-11-10", "transferPeriod"],
  ])("%s", (_, end, days, on, because) => {
    const found = duty(end, days);
    expect(found).toMatchObject({ owner: "a.beispiel", title: "Erneuter Versuch oder begründet absehen" });
    expect([found?.due?.on.toString(), found?.due?.because]).toEqual([on, because]);
  });

  test.each([
    ["2026-11-23", 19],
    ["2026-12-12", 0],
    ["2026-12-13", -1],
  ])("counts the days left on %s", (today, left) => {
    const found = duty("2026-12-12", undefined);
    expect(found && daysLeft(found, day(today))).toBe(left);
  });

  test("has no days left to show when it has no date", () => {
    const found = duty(undefined, undefined);
    expect(found && daysLeft(found, day("2026-11-23"))).toBeUndefined();
  });

  test("arises also after a stop by the court, and not when the person has left on their own", () => {
    const sources = { owner: "a.beispiel", failedOn, transferPeriodEnd: undefined, daysToDecide: undefined };
    expect(reattemptDuty(failure("legalRemedy"), sources)).toBeDefined();
    expect(reattemptDuty(failure("voluntaryDeparture"), sources)).toBeUndefined();
  });

  test.each([
    ["a new attempt", { kind: "newAttempt", measure: "M-2026-0412/2" }, true],
    ["refraining with a reason", { kind: "refrained", reason: "Reiseunfähigkeit auf Dauer" }, true],
    ["refraining without a reason", { kind: "refrained", reason: " " }, false],
  ] as const)("is resolved by %s: %s", (_, resolution, accepted) => {
    expect(resolveDuty(resolution).ok).toBe(accepted);
  });
});
