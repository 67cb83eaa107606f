/** Fictional measures at each point of the regular way, for tests. */
import { evaluateGates } from "./evaluate.ts";
import { allAnswers, gateFacts, today } from "./gate-examples.ts";
import type { GatePhase } from "./gate.ts";
import { firstAttempt } from "./attempts.ts";
import { transition } from "./measure-table.ts";
import type { Measure, MeasureEvent } from "./measure.ts";

export const gated = (phase: GatePhase, facts = gateFacts(), answers = allAnswers()) => ({
  on: today,
  results: evaluateGates(facts, answers, today, phase),
});

/** The regular way of a flight, without an interruption. */
export const flightWay: readonly MeasureEvent[] = [
  { type: "gateCheckStarted" },
  { type: "approvalGiven", by: "b.muster", ...gated("schedule", gateFacts({ approvals: [] })) },
  { type: "approvalGiven", by: "c.probe", ...gated("schedule", gateFacts({ approvals: ["b.muster"] })) },
  { type: "bookingDecided", required: true, reason: "Linienflug über die ZFA" },
  { type: "bookingRequested", ...gated("schedule") },
  { type: "bookingConfirmed", confirmation: "ZT 123, DUS 10:40" },
  { type: "supportArranged", support: { kind: "arranged", requests: ["E-2026-0881"] }, ...gated("schedule") },
  { type: "finalCheckStarted" },
  { type: "released", ...gated("execution") },
  { type: "executionStarted", ...gated("execution") },
  { type: "phaseReached", phase: "transport" },
  { type: "phaseReached", phase: "airportHandover" },
  { type: "phaseReached", phase: "boarding" },
  { type: "departed" },
  { type: "arrived" },
  { type: "outcomeRecorded", outcome: { kind: "completed" } },
  { type: "notificationsSent" },
  { type: "closed" },
];

/** The way by land with own transport: no booking, no support. */
export const landWay: readonly MeasureEvent[] = [
  ...flightWay.slice(0, 3),
  { type: "bookingDecided", required: false, reason: "Landweg mit eigenem Fahrzeug" },
  { type: "supportArranged", support: { kind: "none", reason: "eigene Kräfte reichen aus" }, ...gated("schedule") },
  ...flightWay.slice(7, 11),
  ...flightWay.slice(13),
];

/** The measure after the given events; throws when one of them is refused. */
export const after = (events: readonly MeasureEvent[], start: Measure = firstAttempt("a.beispiel")): Measure =>
  events.reduce((measure, event) => {
    const next = transition(measure, event);
    if (!next.ok) throw new Error(`${event.type} was refused in ${measure.status}: ${JSON.stringify(next.refusal)}`);
    return next.value;
  }, start);

/** The measure on the flight way when it first has this status. */
export function measureIn(status: Measure["status"]): Measure {
  let measure = firstAttempt("a.beispiel");
  for (const event of flightWay) {
    if (measure.status === status) return measure;
    measure = after([event], measure);
  }
  return measure;
}
