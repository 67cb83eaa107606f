import { describe, expect, test } from "vitest";
import { day } from "../../../kernel/day.ts";
import { evaluateGates } from "./evaluate.ts";
import { allAnswers, gateFacts, today } from "./gate-examples.ts";
import { firstAttempt, nextAttempt, resultOf } from "./attempts.ts";
import { after, flightWay, gated, landWay, measureIn } from "./measure-examples.ts";
import { moves, possibleEvents, transition } from "./measure-table.ts";
import { hasEnded, phaseOf, type Measure, type MeasureEvent, type StopOrder } from "./measure.ts";

const courtStop: StopOrder = { reason: "court", cause: undefined, text: "VG Musterstadt, telefonisch" };
const aborted = { phase: "pickup", cause: "notEncountered", text: "" } as const;
const refusalOf = (from: Measure, event: MeasureEvent) => {
  const next = transition(from, event);
  return next.ok ? "accepted" : next.refusal.code;
};

describe("the regular way", () => {
  test("of a flight leads from draft to closed", () => {
    expect(after(flightWay)).toMatchObject({ status: "closed", outcome: { kind: "completed" }, attemptNo: 1 });
  });

  test("by land needs no booking and no support, but a reason for both", () => {
    expect(after(landWay).status).toBe("closed");
    expect(after(landWay.slice(0, 5))).toMatchObject({
      booking: { kind: "none", reason: "Landweg mit eigenem Fahrzeug" },
      support: { kind: "none", reason: "eigene Kräfte reichen aus" },
    });
  });
});

describe("approval", () => {
  const inCheck = measureIn("gateCheck");
  const approval = (by: string) => ({ type: "approvalGiven", by, ...gated("schedule") }) as const;

  test.each([
    ["the requester", inCheck, "a.beispiel", "requesterMayNotApprove"],
    [
      "the same person a second time",
      after([approval("b.muster")], inCheck),
      "b.muster",
      "alreadyApprovedByThisPerson",
    ],
  ])("by %s is refused", (_, from, by, code) => {
    expect(refusalOf(from, approval(by))).toBe(code);
  });

  test("by one person leaves the measure in the check, by a second one opens it", () => {
    const once = after([approval("b.muster")], inCheck);
    expect([once.status, after([approval("c.probe")], once).status]).toEqual(["gateCheck", "approved"]);
  });

  test("is lost when the plan goes back to draft", () => {
    const back = after([{ type: "returned", reason: "neuer Termin" }], measureIn("released"));
    expect(back).toMatchObject({ status: "draft", approvals: [] });
  });
});

describe("a step that needs gates", () => {
  const missing = allAnswers({ G12: { answer: "open" } });
  const step: Record<string, [Measure, MeasureEvent]> = {
    approval: [
      measureIn("gateCheck"),
      { type: "approvalGiven", by: "b.muster", ...gated("schedule", gateFacts(), missing) },
    ],
    booking: [
      after([{ type: "bookingDecided", required: true, reason: "Flug" }], measureIn("approved")),
      { type: "bookingRequested", ...gated("schedule", gateFacts(), missing) },
    ],
    support: [
      measureIn("booked"),
      {
        type: "supportArranged",
        support: { kind: "none", reason: "nicht nötig" },
        ...gated("schedule", gateFacts(), missing),
      },
    ],
    release: [measureIn("finalCheck"), { type: "released", ...gated("execution", gateFacts(), missing) }],
    start: [measureIn("released"), { type: "executionStarted", ...gated("execution", gateFacts(), missing) }],
  };

  test.each(Object.keys(step))("names the closed gate: %s", (name) => {
    const [from, event] = step[name] ?? [measureIn("draft"), { type: "gateCheckStarted" }];
    expect(transition(from, event)).toEqual({ ok: false, refusal: { code: "gatesClosed", gates: ["G12"] } });
  });

  test("refuses an evaluation of another day", () => {
    const yesterday = evaluateGates(gateFacts(), allAnswers(), day("2026-11-22"), "execution");
    expect(refusalOf(measureIn("finalCheck"), { type: "released", on: today, results: yesterday })).toBe(
      "gatesNotOfToday",
    );
  });

  test("refuses the evaluation of the planning phase for a release", () => {
    expect(refusalOf(measureIn("finalCheck"), { type: "released", ...gated("schedule") })).toBe("gatesClosed");
  });

  test("refuses an empty evaluation", () => {
    expect(refusalOf(measureIn("finalCheck"), { type: "released", on: today, results: [] })).toBe("gatesClosed");
  });

  test("looks at the approvals of the measure itself, not only at those in the facts (G30)", () => {
    const forged = { ...measureIn("finalCheck"), approvals: ["b.muster"] };
    expect(transition(forged, { type: "released", ...gated("execution") })).toEqual({
      ok: false,
      refusal: { code: "gatesClosed", gates: ["G30"] },
    });
  });
});

describe("a step is refused", () => {
  const approved = measureIn("approved");
  test.each<[string, Measure, MeasureEvent, string]>([
    ["a booking nobody decided on", approved, { type: "bookingRequested", ...gated("schedule") }, "bookingNotDecided"],
    [
      "support without a decision on the booking",
      approved,
      { type: "supportArranged", support: { kind: "none", reason: "nicht nötig" }, ...gated("schedule") },
      "bookingNotDecided",
    ],
    [
      "going without a booking without a reason",
      approved,
      { type: "bookingDecided", required: false, reason: " " },
      "reasonMissing",
    ],
    [
      "going without support without a reason",
      measureIn("booked"),
      { type: "supportArranged", support: { kind: "none", reason: "" }, ...gated("schedule") },
      "reasonMissing",
    ],
    [
      "support that names no request",
      measureIn("booked"),
      { type: "supportArranged", support: { kind: "arranged", requests: [] }, ...gated("schedule") },
      "reasonMissing",
    ],
    ["skipping the transport", measureIn("inExecution"), { type: "phaseReached", phase: "boarding" }, "phaseNotNext"],
    ["a departure before boarding", measureIn("inExecution"), { type: "departed" }, "phaseNotNext"],
    [
      "an airport hand-over by land",
      after(landWay.slice(0, 8)),
      { type: "phaseReached", phase: "airportHandover" },
      "phaseNotNext",
    ],
    [
      "an abort in a phase that is not reached",
      measureIn("inExecution"),
      { type: "aborted", failure: { ...aborted, phase: "boarding" } },
      "phaseDoesNotFit",
    ],
    [
      "an unknown cause without text",
      measureIn("inExecution"),
      { type: "aborted", failure: { ...aborted, cause: "unknown" } },
      "causeNeedsText",
    ],
    [
      "a completed outcome after an abort",
      after([{ type: "aborted", failure: aborted }], measureIn("inExecution")),
      { type: "outcomeRecorded", outcome: { kind: "completed" } },
      "outcomeDoesNotFit",
    ],
    [
      "a failed outcome after the arrival",
      measureIn("arrived"),
      { type: "outcomeRecorded", outcome: { kind: "failed", ...aborted } },
      "outcomeDoesNotFit",
    ],
    ["a release of a draft", measureIn("draft"), { type: "released", ...gated("execution") }, "notPossible"],
  ])("%s", (_, from, event, code) => {
    expect(refusalOf(from, event)).toBe(code);
  });
});

describe("an abort", () => {
  test("keeps phase and cause until it is closed", () => {
    const failed = after(
      [
        { type: "aborted", failure: aborted },
        { type: "outcomeRecorded", outcome: { kind: "failed", ...aborted } },
        { type: "notificationsSent" },
        { type: "closed" },
      ],
      measureIn("inExecution"),
    );
    expect(failed).toMatchObject({
      status: "closed",
      outcome: { kind: "failed", phase: "pickup", cause: "notEncountered" },
    });
  });

  test.each(["inFlight", "arrival"] as const)("after the departure happens in the phase %s", (phase) => {
    const failure = { phase, cause: "receivingStateRefusal", text: "Rückflug am selben Tag" } as const;
    expect(after([{ type: "aborted", failure }], measureIn("departed"))).toMatchObject({ failure });
  });
});

describe("a stop", () => {
  const before = [
    "draft",
    "gateCheck",
    "approved",
    "bookingRequested",
    "booked",
    "supportArranged",
    "finalCheck",
    "released",
    "inExecution",
  ] as const;

  test.each(before)("ends the attempt in the status %s", (status) => {
    const from = measureIn(status);
    const stopped = after([{ type: "stopped", stop: courtStop }], from);
    expect(stopped).toMatchObject({
      status: "stopped",
      stop: courtStop,
      failure: { phase: phaseOf(from), cause: "legalRemedy" },
    });
  });

  test.each(before)("in the status %s something is left to be carried out", (status) => {
    expect(hasEnded(measureIn(status))).toBe(false);
  });

  test.each(["departed", "arrived", "outcomeRecorded", "notificationsSent", "closed"] as const)(
    "that comes in the status %s is kept as a late stop",
    (status) => {
      expect(after([{ type: "stopped", stop: courtStop }], measureIn(status))).toMatchObject({
        status,
        lateStops: [courtStop],
      });
      expect(hasEnded(measureIn(status))).toBe(true);
    },
  );

  test("keeps the failure of an attempt that was already aborted", () => {
    const failed = after(
      [
        { type: "aborted", failure: aborted },
        { type: "stopped", stop: courtStop },
      ],
      measureIn("inExecution"),
    );
    expect(failed).toMatchObject({ status: "stopped", failure: aborted });
    expect(hasEnded(failed)).toBe(true);
  });

  test.each([
    ["medical", undefined, "", "medical"],
    ["prosecutor", undefined, "", "authorityDecision"],
    ["authority", undefined, "", "authorityDecision"],
    ["authority", "transportOrFlightFailure", "Flug gestrichen", "transportOrFlightFailure"],
    ["authority", "unknown", "", "authorityDecision"],
  ] as const)(
    "by %s with the cause %s counts as a failure without ever being refused",
    (reason, cause, text, counted) => {
      const stopped = after([{ type: "stopped", stop: { reason, cause, text } }], measureIn("booked"));
      expect(stopped).toMatchObject({ failure: { phase: "booked", cause: counted } });
    },
  );

  test("is final: nothing moves a stopped attempt, a second stop is kept", () => {
    const stopped = after([{ type: "stopped", stop: courtStop }], measureIn("released"));
    expect(refusalOf(stopped, { type: "executionStarted", ...gated("execution") })).toBe("stopped");
    expect(after([{ type: "stopped", stop: courtStop }], stopped)).toMatchObject({
      status: "stopped",
      lateStops: [courtStop],
    });
  });

  test("is possible in every status", () => {
    const statuses = [...new Set(moves.flatMap(({ from, to }) => [from, to]))];
    expect(statuses).toHaveLength(16);
    expect(statuses.filter((status) => !possibleEvents(status).includes("stopped"))).toEqual([]);
  });
});

describe("the next attempt", () => {
  test("after a stop has the next number, no approvals, and begins as a draft", () => {
    const stopped = after([{ type: "stopped", stop: courtStop }], measureIn("released"));
    expect(nextAttempt(stopped, "c.probe")).toEqual({ ok: true, value: { ...firstAttempt("c.probe"), attemptNo: 2 } });
    expect(resultOf(stopped)).toBe("stopped");
  });

  test.each([
    ["is still open", measureIn("released"), "previousAttemptOpen"],
    ["was completed", measureIn("closed"), "previousAttemptCompleted"],
  ])("is refused while the one before %s", (_, previous, code) => {
    expect(nextAttempt(previous, "c.probe")).toEqual({ ok: false, refusal: { code } });
  });
});
