/**
 * The steps of a measure, one function each. Steps that need gates take the evaluation as an argument and refuse with
 * the gates that fail. Must never move forward without them, and must never refuse a stop.
 */
import { holds, type GateResult } from "./evaluate.ts";
import type { CheckId, GatePhase } from "./gate.ts";
import { hasFourEyes } from "./approval.ts";
import { checkFailure, type Failure, type FailurePhase } from "./outcome.ts";
import {
  phaseOf,
  type Attempt,
  type ExecutionPhase,
  type Measure,
  type MeasureEvent,
  type MeasureRefusal,
  type MeasureStatus,
  type StopOrder,
} from "./measure.ts";

/** Maßnahme in einem bestimmten Stand (§ 58 AufenthG; domain.md 2.5). */
export type In<S extends MeasureStatus> = Extract<Measure, { status: S }>;
/** Ereignis einer bestimmten Art (§ 58 AufenthG; domain.md 2.5). */
export type On<T extends MeasureEvent["type"]> = Extract<MeasureEvent, { type: T }>;

type Refusal = MeasureRefusal;
type Gated = { on: On<"released">["on"]; results: readonly GateResult[] };

const refuse = (code: Exclude<Refusal, { gates: CheckId[] }>["code"]): Refusal => ({ code });
const isBlank = (text: string): boolean => text.trim().length < 3;

const attemptOf = ({ attemptNo, requestedBy, approvals, lateStops }: Attempt): Attempt => ({
  attemptNo,
  requestedBy,
  approvals,
  lateStops,
});

/** What forbids a gated step: an evaluation of another day, failing gates, or approvals that are not four eyes. */
function barredBy(measure: Measure, { on, results }: Gated, phase: GatePhase, approving = false): Refusal | undefined {
  if (!results.every((result) => result.at.equals(on))) return refuse("gatesNotOfToday");
  const evaluation = holds(results, phase);
  // An approval is what opens G30; every other step finds it open, in the results and in the measure itself.
  const failing = evaluation.ok ? [] : evaluation.refusal.filter((gate) => !(approving && gate === "G30"));
  if (!approving && !hasFourEyes(measure) && !failing.includes("G30")) failing.push("G30");
  return failing.length > 0 ? { code: "gatesClosed", gates: failing } : undefined;
}

export function approve(from: In<"gateCheck">, event: On<"approvalGiven">): In<"gateCheck" | "approved"> | Refusal {
  if (event.by === from.requestedBy) return refuse("requesterMayNotApprove");
  if (from.approvals.includes(event.by)) return refuse("alreadyApprovedByThisPerson");
  const bar = barredBy(from, event, "schedule", true);
  if (bar) return bar;
  const approved = { ...attemptOf(from), approvals: [...from.approvals, event.by] };
  return hasFourEyes(approved)
    ? { ...approved, status: "approved", bookingDecision: { decided: false } }
    : { ...approved, status: "gateCheck" };
}

/** A plan that changes needs new approvals; nobody approved what comes next. */
export const sendBack = (from: Measure, { reason }: On<"returned">): In<"draft"> | Refusal =>
  isBlank(reason) ? refuse("reasonMissing") : { ...attemptOf(from), approvals: [], status: "draft" };

export const decideBooking = (
  from: In<"approved">,
  { required, reason }: On<"bookingDecided">,
): In<"approved"> | Refusal =>
  isBlank(reason)
    ? refuse("reasonMissing")
    : { ...from, bookingDecision: { decided: true, required, reason: reason.trim() } };

export function requestBooking(from: In<"approved">, event: On<"bookingRequested">): In<"bookingRequested"> | Refusal {
  if (!from.bookingDecision.decided || !from.bookingDecision.required) return refuse("bookingNotDecided");
  return barredBy(from, event, "schedule") ?? { ...attemptOf(from), status: "bookingRequested" };
}

export const loseBooking = (
  from: In<"bookingRequested" | "booked">,
  { reason }: On<"bookingLost">,
): In<"approved"> | Refusal =>
  isBlank(reason)
    ? refuse("reasonMissing")
    : { ...attemptOf(from), status: "approved", bookingDecision: { decided: false } };

export function arrangeSupport(
  from: In<"approved" | "booked">,
  event: On<"supportArranged">,
): In<"supportArranged"> | Refusal {
  const { support } = event;
  const booking = bookingOf(from);
  if (!booking) return refuse("bookingNotDecided");
  if (support.kind === "none" ? isBlank(support.reason) : support.requests.length === 0) return refuse("reasonMissing");
  return barredBy(from, event, "schedule") ?? { ...attemptOf(from), status: "supportArranged", booking, support };
}

function bookingOf(from: In<"approved" | "booked">): In<"booked">["booking"] | undefined {
  if (from.status === "booked") return from.booking;
  const { bookingDecision } = from;
  return bookingDecision.decided && !bookingDecision.required
    ? { kind: "none", reason: bookingDecision.reason }
    : undefined;
}

export const release = (from: In<"finalCheck">, event: On<"released">): In<"released"> | Refusal =>
  barredBy(from, event, "execution") ?? { ...from, status: "released" };

/** The gates are looked at once more at the door: what was open at the release may be closed by now. */
export const startExecution = (from: In<"released">, event: On<"executionStarted">): In<"inExecution"> | Refusal =>
  barredBy(from, event, "execution") ?? { ...from, status: "inExecution", phase: "pickup" };

const flightPhases: readonly ExecutionPhase[] = ["pickup", "transport", "airportHandover", "boarding"];
const phasesOf = (measure: In<"inExecution">): readonly ExecutionPhase[] =>
  measure.booking.kind === "flight" ? flightPhases : flightPhases.slice(0, 2);

/** The phase that comes next in this attempt; undefined after the last one. */
export function nextPhase(from: In<"inExecution">): ExecutionPhase | undefined {
  const phases = phasesOf(from);
  return phases[phases.indexOf(from.phase) + 1];
}

export const reachPhase = (from: In<"inExecution">, { phase }: On<"phaseReached">): In<"inExecution"> | Refusal =>
  phase === nextPhase(from) ? { ...from, phase } : refuse("phaseNotNext");

export const depart = (from: In<"inExecution">): In<"departed"> | Refusal =>
  from.phase === phasesOf(from).at(-1) ? { ...attemptOf(from), status: "departed" } : refuse("phaseNotNext");

/** The phases in which this attempt can have failed: after departure the flight or the arrival, before it the present one. */
export const phasesOfFailure = (from: Measure): readonly FailurePhase[] =>
  from.status === "departed" ? ["inFlight", "arrival"] : [phaseOf(from)];

export function abort(
  from: In<"inExecution" | "departed">,
  { failure }: On<"aborted">,
): In<"abortedInExecution"> | Refusal {
  if (!phasesOfFailure(from).includes(failure.phase)) return refuse("phaseDoesNotFit");
  const checked = checkFailure(failure);
  return checked.ok ? { ...attemptOf(from), status: "abortedInExecution", failure } : refuse(checked.refusal);
}

export function recordOutcome(
  from: In<"arrived" | "abortedInExecution">,
  { outcome }: On<"outcomeRecorded">,
): In<"outcomeRecorded"> | Refusal {
  const fits =
    from.status === "arrived"
      ? outcome.kind === "completed"
      : outcome.kind === "failed" && outcome.phase === from.failure.phase;
  if (!fits) return refuse("outcomeDoesNotFit");
  if (outcome.kind === "failed" && !checkFailure(outcome).ok) return refuse("causeNeedsText");
  return { ...attemptOf(from), status: "outcomeRecorded", outcome };
}

const causeOfStop = {
  court: "legalRemedy",
  medical: "medical",
  prosecutor: "authorityDecision",
  authority: "authorityDecision",
} as const satisfies Record<StopOrder["reason"], Failure["cause"]>;

/** Before departure a stop ends the attempt. There is no condition: a stop is never refused. */
export const stop = (from: Measure, event: On<"stopped">): In<"stopped"> => ({
  ...attemptOf(from),
  status: "stopped",
  stop: event.stop,
  failure: from.status === "abortedInExecution" ? from.failure : failureByStop(phaseOf(from), event.stop),
});

/** A cause without its sentence must not hold a stop up: the reason of the stop then stands for the cause. */
function failureByStop(phase: FailurePhase, { reason, cause, text }: StopOrder): Failure {
  const named = cause && checkFailure({ phase, cause, text });
  return named?.ok ? named.value : { phase, cause: causeOfStop[reason], text };
}

/** After departure, or after an earlier stop, a stop cannot move the measure any more; it is kept, not lost. */
export const keepStop = <S extends MeasureStatus>(from: In<S>, event: On<"stopped">): In<S> => ({
  ...from,
  lateStops: [...from.lateStops, event.stop],
});

export { attemptOf };
