import { describe, expect, test } from "vitest";
import { day } from "../../../kernel/day.ts";
import { gateAnswer, today } from "./gate-examples.ts";
import { acceptAnswer, isExpired, latestAnswer, noExpiry } from "./gate-answer.ts";

describe("an answer to a gate", () => {
  test.each([
    ["a derived gate, which nobody can answer", { ...gateAnswer("G13"), gate: "G03" as const }, "gateIsDerived"],
    ["no reason", gateAnswer("G13", { reason: " " }), "reasonMissing"],
    ["a reason of two letters", gateAnswer("G13", { reason: "ok" }), "reasonMissing"],
    ["yes without the evidence the gate asks for", gateAnswer("G13", { evidence: undefined }), "evidenceMissing"],
    [
      "not applicable for a gate that concerns everyone",
      gateAnswer("G01", { answer: "notApplicable" }),
      "alwaysApplies",
    ],
    ["an expiry before the day of the answer", gateAnswer("G13", { expiresOn: day("2026-11-19") }), "alreadyExpired"],
    [
      "a role outside the owning authority",
      gateAnswer("G13", { answeredBy: { officer: "d.test", role: "districtPolice" as "caseworker" } }),
      "roleMayNotAnswer",
    ],
  ])("is refused with %s", (_, draft, refusal) => {
    expect(acceptAnswer(draft, noExpiry)).toEqual({ ok: false, refusal });
  });

  test.each([
    ["yes without evidence where none is asked for", gateAnswer("G01", { evidence: undefined })],
    ["no without evidence", gateAnswer("G13", { answer: "no", evidence: undefined })],
    [
      "not applicable with a reason",
      gateAnswer("G08", { answer: "notApplicable", reason: "trifft nicht zu: kein Kind" }),
    ],
  ])("is accepted: %s", (_, draft) => {
    expect(acceptAnswer(draft, noExpiry)).toEqual({ ok: true, value: draft });
  });

  test.each([
    ["nothing is configured and nobody set one", undefined, undefined, undefined],
    ["the configuration has 10 days", undefined, 10, "2026-11-30"],
    ["the person set an earlier day", "2026-11-25", 10, "2026-11-25"],
    ["the person set a later day", "2026-12-24", 10, "2026-11-30"],
  ])("expires on the earlier day when %s", (_, own, days, expected) => {
    const draft = gateAnswer("G13", { expiresOn: own === undefined ? undefined : day(own) });
    const result = acceptAnswer(draft, { validityDays: days === undefined ? {} : { G13: days } });
    expect(result.ok && result.value.expiresOn?.toString()).toBe(expected);
  });

  test("counts through its last day and not a day longer", () => {
    const answer = gateAnswer("G13", { expiresOn: today });
    expect([isExpired(answer, today), isExpired(answer, today.add({ days: 1 }))]).toEqual([false, true]);
  });
});

describe("of several answers", () => {
  const morning = gateAnswer("G13", { answeredAt: new Date("2026-11-20T08:00:00Z") });
  const noon = gateAnswer("G13", { answer: "no", answeredAt: new Date("2026-11-20T12:00:00Z") });
  const other = gateAnswer("G14", { answeredAt: new Date("2026-11-20T14:00:00Z") });

  test("the last one counts, whatever the order of the list", () => {
    expect(latestAnswer([noon, other, morning], "G13", today)).toBe(noon);
  });

  test("of two at the same instant the one recorded later counts", () => {
    const correction = { ...noon, answer: "open" as const };
    expect(latestAnswer([noon, correction], "G13", today)).toBe(correction);
  });

  test("one that was given after the day of the evaluation does not count for it", () => {
    expect(latestAnswer([morning], "G13", day("2026-11-19"))).toBeUndefined();
  });
});
