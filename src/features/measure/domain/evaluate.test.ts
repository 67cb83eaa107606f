import { describe, expect, test } from "vitest";
import { day } from "../../../kernel/day.ts";
import { checkStatus, evaluateGates, holds, neededIn } from "./evaluate.ts";
import { allAnswers, caseFacts, gateAnswer, gateFacts, today } from "./gate-examples.ts";
import type { CaseFacts, GateFacts } from "./gate-facts.ts";
import type { CheckId, GatePhase } from "./gate.ts";

const resultOf = (gate: CheckId, facts: GateFacts, phase: GatePhase = "schedule") => {
  const found = evaluateGates(facts, allAnswers(), today, phase).find((result) => result.gate === gate);
  if (!found) throw new Error(`${gate} was not evaluated`);
  return found;
};
const withCase = (change: Partial<CaseFacts>) => gateFacts({ cases: [caseFacts(change)] });
const motion = {
  court: "VG Musterstadt",
  status: "pending",
  barsByStatute: false,
  courtReleasedOn: undefined,
} as const;

describe("a derived gate", () => {
  test.each([
    ["G02", "the duty to leave has lapsed", withCase({ enforceability: { state: "lapsed", because: "x" } }), "closed"],
    [
      "G02",
      "the duty exists but is suspended",
      withCase({ enforceability: { state: "suspended", because: "x" } }),
      "holds",
    ],
    [
      "G03",
      "the departure period runs",
      withCase({ enforceability: { state: "voluntaryPeriodRunning", because: "x" } }),
      "closed",
    ],
    [
      "G03",
      "the period was interrupted",
      withCase({ enforceability: { state: "voluntaryPeriodInterrupted", because: "x" } }),
      "closed",
    ],
    [
      "G03",
      "an order without period exists",
      withCase({ enforceability: { state: "enforceableByOrder", because: "x" } }),
      "holds",
    ],
    ["G06", "a suspension has no end", withCase({ suspensions: [{ label: "Duldung", until: undefined }] }), "closed"],
    ["G06", "a suspension ends today", withCase({ suspensions: [{ label: "Duldung", until: today }] }), "closed"],
    [
      "G06",
      "a suspension ended yesterday",
      withCase({ suspensions: [{ label: "Duldung", until: day("2026-11-22") }] }),
      "holds",
    ],
    [
      "G06",
      "the events say suspended, though no certificate is listed",
      withCase({ enforceability: { state: "suspended", because: "x" } }),
      "closed",
    ],
    ["G07", "a motion was granted", withCase({ urgentMotions: [{ ...motion, status: "granted" }] }), "closed"],
    [
      "G07",
      "a pending motion bars by statute, even if the court would let go",
      withCase({ urgentMotions: [{ ...motion, barsByStatute: true, courtReleasedOn: today }] }),
      "closed",
    ],
    ["G07", "a motion is pending and the court was not asked", withCase({ urgentMotions: [motion] }), "closed"],
    [
      "G07",
      "the court does not ask to wait",
      withCase({ urgentMotions: [{ ...motion, courtReleasedOn: day("2026-11-20") }] }),
      "holds",
    ],
    ["G07", "a court stopped and its decision is not recorded", withCase({ courtStopOn: today }), "open"],
    ["G07", "a motion was refused", withCase({ urgentMotions: [{ ...motion, status: "refused" }] }), "holds"],
    ["G07", "the period for a motion ends today", withCase({ motionPeriodEndsOn: today }), "closed"],
    ["G07", "the period for a motion ended yesterday", withCase({ motionPeriodEndsOn: day("2026-11-22") }), "holds"],
    ["G17", "there is no transfer", gateFacts(), "notApplicable"],
    ["G17", "the end of the period is unknown", withCase({ transferPeriod: { end: undefined } }), "open"],
    [
      "G17",
      "no arrival is planned",
      { ...withCase({ transferPeriod: { end: day("2027-02-26") } }), plannedArrival: undefined },
      "open",
    ],
    ["G17", "the arrival is on the last day", withCase({ transferPeriod: { end: day("2026-12-01") } }), "holds"],
    ["G17", "the arrival is a day late", withCase({ transferPeriod: { end: day("2026-11-30") } }), "closed"],
    [
      "G17",
      "the planned arrival has passed",
      { ...withCase({ transferPeriod: { end: day("2026-12-01") } }), plannedArrival: day("2026-11-22") },
      "open",
    ],
    ["G17", "the period is over", withCase({ transferPeriod: { end: day("2026-11-22") } }), "closed"],
    ["G22", "no police assistance is asked for", gateFacts({ assistanceRequests: [] }), "notApplicable"],
    [
      "G22",
      "a request has no legal basis",
      gateFacts({ assistanceRequests: [{ hasReason: true, hasLegalBasis: false, hasOrders: true }] }),
      "closed",
    ],
    [
      "G28",
      "the offer is not documented",
      withCase({ voluntaryDeparture: { offerDocumented: false, returnApproved: false } }),
      "open",
    ],
    [
      "G28",
      "a voluntary return is approved",
      withCase({ voluntaryDeparture: { offerDocumented: true, returnApproved: true } }),
      "closed",
    ],
    ["G30", "one person approved twice", gateFacts({ approvals: ["b.muster", "b.muster"] }), "open"],
    ["G30", "the requester is one of the two", gateFacts({ approvals: ["a.beispiel", "b.muster"] }), "open"],
    [
      "obstacles",
      "a blocking obstacle is open",
      withCase({ blockingObstacles: [{ label: "Identität ungeklärt", norm: "§ 48 AufenthG" }] }),
      "closed",
    ],
  ] as const)("%s: %s", (gate, _, facts, status) => {
    expect(resultOf(gate, facts).status).toBe(status);
  });

  test("needs the court orders in hand at the execution, not before (G22)", () => {
    const missing = gateFacts({ assistanceRequests: [{ hasReason: true, hasLegalBasis: true, hasOrders: false }] });
    expect(resultOf("G22", missing).status).toBe("holds");
    expect(resultOf("G22", missing, "execution").status).toBe("closed");
  });

  test.each(["notAgreed", "namedGone", "otherStart"] as const)(
    "counts on police assistance only once it is agreed: %s (G22)",
    (assistanceOpen) => {
      const facts = gateFacts({ assistanceOpen });
      expect(resultOf("G22", facts).status).toBe("holds");
      expect(resultOf("G22", facts, "execution").status).toBe("closed");
    },
  );

  test("asks the court again on the day of the execution (G07)", () => {
    const released = (on: string) => withCase({ urgentMotions: [{ ...motion, courtReleasedOn: day(on) }] });
    expect(resultOf("G07", released("2026-11-22"), "execution").status).toBe("open");
    expect(resultOf("G07", released("2026-11-23"), "execution").status).toBe("holds");
  });

  test("of a family is closed when it is closed for one of them, and says for whom", () => {
    const facts = gateFacts({
      cases: [
        caseFacts(),
        caseFacts({ fileNumber: "31.30-0148", suspensions: [{ label: "Ausbildungsduldung", until: undefined }] }),
      ],
    });
    const { status, because } = resultOf("G06", facts);
    expect({ status, because }).toEqual({
      status: "closed",
      because: "31.30-0148: Ausbildungsduldung ohne Enddatum in Kraft.",
    });
  });

  test("never holds for a measure without any case", () => {
    expect(resultOf("G03", gateFacts({ cases: [] })).status).toBe("closed");
  });
});

describe("an answered gate", () => {
  const stopped = withCase({ stopReasons: ["medical", "prosecutor"] });
  const without = { answer: "notApplicable", reason: "kein Anhaltspunkt" } as const;
  const statusOf = (gate: "G10" | "G13", facts: GateFacts, answers = allAnswers({ [gate]: without })) =>
    evaluateGates(facts, answers, today, "schedule").find((result) => result.gate === gate)?.status;

  test.each(["G10", "G13"] as const)("is not without object after a stop that showed it: %s", (gate) => {
    expect(statusOf(gate, gateFacts())).toBe("notApplicable");
    expect(statusOf(gate, stopped)).toBe("open");
    expect(statusOf(gate, stopped, allAnswers())).toBe("holds");
  });

  test("is untouched by a stop for another reason", () => {
    expect(statusOf("G13", withCase({ stopReasons: ["court", "prosecutor", "authority"] }))).toBe("notApplicable");
  });
});

describe("a phase", () => {
  const evaluate = (phase: GatePhase, answers = allAnswers()) =>
    holds(evaluateGates(gateFacts(), answers, today, phase), phase);

  test("holds when every gate it needs holds or does not apply", () => {
    const answers = allAnswers({ G08: { answer: "notApplicable", reason: "trifft nicht zu: kein Kind" } });
    expect([evaluate("schedule", answers).ok, evaluate("execution", answers).ok]).toEqual([true, true]);
  });

  test.each([
    ["an unanswered gate", "schedule", allAnswers().filter(({ gate }) => gate !== "G12"), ["G12"]],
    ["an answer that has expired", "schedule", allAnswers({ G13: { expiresOn: day("2026-11-22") } }), ["G13"]],
    ["a refused transit when booking", "schedule", allAnswers({ G18: { answer: "no" } }), ["G18"]],
    ["an open transit at the execution", "execution", allAnswers({ G18: { answer: "open" } }), ["G18"]],
    ["a missing warrant at the execution", "execution", allAnswers({ G19: { answer: "open" } }), ["G19"]],
    [
      "two closed gates, in order",
      "execution",
      allAnswers({ G20: { answer: "no" }, G05: { answer: "no" } }),
      ["G05", "G20"],
    ],
  ] as const)("is refused for %s", (_, phase, answers, failing) => {
    expect(evaluate(phase, [...answers])).toEqual({ ok: false, refusal: failing });
  });

  test("lets a booking wait for the transit and for the warrant", () => {
    expect(evaluate("schedule", allAnswers({ G18: { answer: "open" }, G19: { answer: "no" } })).ok).toBe(true);
  });

  test("is never met by an empty list, nor by results of the other phase", () => {
    const needed = neededIn("execution").map(({ gate }) => gate);
    expect(holds([], "execution")).toEqual({ ok: false, refusal: needed });
    const planned = evaluateGates(gateFacts(), allAnswers(), today, "schedule");
    expect(holds(planned, "execution")).toEqual({ ok: false, refusal: needed });
  });

  test("is refused when a list holds two results for one gate and one of them is closed", () => {
    const good = evaluateGates(gateFacts(), allAnswers(), today, "schedule");
    const bad = evaluateGates(gateFacts(), allAnswers({ G05: { answer: "no" } }), today, "schedule");
    expect(holds([...bad, ...good], "schedule")).toEqual({ ok: false, refusal: ["G05"] });
  });
});

test("each check shows one of the agreed signs", () => {
  const answers = [
    gateAnswer("G01"),
    gateAnswer("G08", { answer: "notApplicable" }),
    gateAnswer("G10", { answer: "open", evidence: undefined }),
    gateAnswer("G13", { expiresOn: day("2026-11-21") }),
    gateAnswer("G15", { answer: "no" }),
  ];
  const results = evaluateGates(gateFacts({ approvals: [] }), answers, today, "schedule");
  const shown = Object.fromEntries(results.map((result) => [result.gate, checkStatus(result)]));
  expect(shown).toMatchObject({
    G01: "done",
    G08: "notApplicable",
    G10: "incomplete",
    G12: "notStarted",
    G13: "incomplete",
    G15: "blocked",
    G30: "incomplete",
  });
});
