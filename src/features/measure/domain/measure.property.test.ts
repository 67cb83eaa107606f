import fc from "fast-check";
import { expect, test } from "vitest";
import { day } from "../../../kernel/day.ts";
import { firstAttempt } from "./attempts.ts";
import { evaluateGates } from "./evaluate.ts";
import { allAnswers, caseFacts, gateFacts, today } from "./gate-examples.ts";
import type { GateAnswer } from "./gate-answer.ts";
import type { CaseFacts, GateFacts } from "./gate-facts.ts";
import type { AnsweredGateId, GatePhase } from "./gate.ts";
import { gates } from "./gates.ts";
import { moves, transition } from "./measure-table.ts";
import type { Measure, MeasureEvent, MeasureStatus, StopOrder } from "./measure.ts";

/** One thing that is wrong in the world at the moment of an evaluation; each closes a gate at the execution. */
type Defect =
  | { about: "answer"; gate: AnsweredGateId; how: "no" | "open" | "missing" | "expired" }
  | { about: "facts"; change: Partial<CaseFacts> }
  | { about: "noCase" };

const answered = gates.flatMap((gate) => (gate.kind === "answered" ? [gate.id] : []));
const brokenFacts: Partial<CaseFacts>[] = [
  { enforceability: { state: "suspended", because: "Duldung" } },
  { enforceability: { state: "fulfilled", because: "ausgereist" } },
  { suspensions: [{ label: "Duldung", until: today }] },
  { urgentMotions: [{ court: "VG Musterstadt", status: "pending", barsByStatute: true, courtReleasedOn: today }] },
  { motionPeriodEndsOn: today },
  { blockingObstacles: [{ label: "Identität ungeklärt", norm: "§ 48 AufenthG" }] },
  { transferPeriod: { end: undefined } },
  { voluntaryDeparture: { offerDocumented: true, returnApproved: true } },
];
const defect: fc.Arbitrary<Defect> = fc.oneof(
  fc.record({
    about: fc.constant("answer" as const),
    gate: fc.constantFrom(...answered),
    how: fc.constantFrom("no", "open", "missing", "expired"),
  }),
  fc.record({ about: fc.constant("facts" as const), change: fc.constantFrom(...brokenFacts) }),
  fc.constant({ about: "noCase" as const }),
);

const stopOrder: fc.Arbitrary<StopOrder> = fc.record({
  reason: fc.constantFrom("court", "medical", "prosecutor", "authority"),
  cause: fc.constantFrom(undefined, "unknown", "absconded"),
  text: fc.constantFrom("", "Gericht ruft an"),
});

/** What somebody tries next: mostly the regular step, sometimes anything. */
const attempt = fc.record({
  regular: fc.boolean().chain((coin) => fc.constantFrom(true, true, true, coin)),
  type: fc.constantFrom(...new Set(moves.map(({ event }) => event))),
  defects: fc.oneof(
    { weight: 5, arbitrary: fc.constant<Defect[]>([]) },
    { weight: 1, arbitrary: fc.array(defect, { minLength: 1, maxLength: 3 }) },
  ),
  wrongPhase: fc.constantFrom(false, false, false, false, true),
  staleDay: fc.constantFrom(false, false, false, false, true),
  by: fc.constantFrom("a.beispiel", "b.muster", "c.probe"),
  stop: stopOrder,
});
type Attempt = typeof attempt extends fc.Arbitrary<infer T> ? T : never;

const regularStep: Record<MeasureStatus, MeasureEvent["type"]> = {
  draft: "gateCheckStarted",
  gateCheck: "approvalGiven",
  approved: "supportArranged",
  bookingRequested: "bookingConfirmed",
  booked: "supportArranged",
  supportArranged: "finalCheckStarted",
  finalCheck: "released",
  released: "executionStarted",
  inExecution: "departed",
  abortedInExecution: "outcomeRecorded",
  departed: "arrived",
  arrived: "outcomeRecorded",
  outcomeRecorded: "notificationsSent",
  notificationsSent: "closed",
  closed: "closed",
  stopped: "gateCheckStarted",
};

function world({ defects }: Attempt, measure: Measure): { facts: GateFacts; answers: GateAnswer[] } {
  const change = Object.assign(
    {},
    ...defects.map((each) => (each.about === "facts" ? each.change : {})),
  ) as Partial<CaseFacts>;
  const cases = defects.some(({ about }) => about === "noCase") ? [] : [caseFacts(), caseFacts(change)];
  const broken = new Map(defects.flatMap((each) => (each.about === "answer" ? [[each.gate, each.how] as const] : [])));
  const answers = allAnswers().flatMap((answer): GateAnswer[] => {
    const how = broken.get(answer.gate);
    if (how === undefined) return [answer];
    if (how === "missing") return [];
    return how === "expired" ? [{ ...answer, expiresOn: day("2026-11-22") }] : [{ ...answer, answer: how }];
  });
  return { facts: gateFacts({ cases, approvals: measure.approvals }), answers };
}

function eventOf(tried: Attempt, measure: Measure): MeasureEvent {
  const type = tried.regular ? regularStep[measure.status] : tried.type;
  const phases: GatePhase[] = ["schedule", "execution"];
  const execution = (type === "released" || type === "executionStarted") !== tried.wrongPhase;
  const { facts, answers } = world(tried, measure);
  const evaluatedOn = tried.staleDay ? today.subtract({ days: 1 }) : today;
  const results = evaluateGates(facts, answers, evaluatedOn, phases[execution ? 1 : 0] ?? "schedule");
  const booked = measure.status === "approved" && !measure.bookingDecision.decided;
  if (booked && tried.regular) return { type: "bookingDecided", required: false, reason: "Landweg" };
  if (measure.status === "inExecution" && measure.phase === "pickup" && tried.regular)
    return { type: "phaseReached", phase: "transport" };
  // Each event gets every field that any event may need; the steps read only their own.
  return {
    type,
    by: tried.by,
    on: today,
    results,
    reason: "neuer Stand",
    required: true,
    confirmation: "ZT 123",
    support: { kind: "none", reason: "eigene Kräfte" },
    phase: "transport",
    failure: { phase: "pickup", cause: "notEncountered", text: "" },
    outcome: { kind: "completed" },
    stop: tried.stop,
  } as unknown as MeasureEvent;
}

/** Plays the attempts and tells about each: what was tried, from where, to where. */
function play(attempts: Attempt[]) {
  let measure = firstAttempt("a.beispiel");
  return attempts.map((tried) => {
    const from = measure;
    const event = eventOf(tried, from);
    const next = transition(from, event);
    measure = next.ok ? next.value : from;
    return { tried, from, event, ok: next.ok, to: measure };
  });
}

test("no sequence of events reaches `released` or `inExecution` with a closed gate", () => {
  let releases = 0;
  fc.assert(
    fc.property(fc.array(attempt, { minLength: 8, maxLength: 30 }), (attempts) => {
      for (const { tried, from, event, to } of play(attempts)) {
        const entered = to.status !== from.status && (to.status === "released" || to.status === "inExecution");
        if (!entered) continue;
        releases += 1;
        expect(event.type).toBe(to.status === "released" ? "released" : "executionStarted");
        expect(tried.defects).toEqual([]);
        expect({ wrongPhase: tried.wrongPhase, staleDay: tried.staleDay }).toEqual({
          wrongPhase: false,
          staleDay: false,
        });
        expect(new Set(to.approvals.filter((officer) => officer !== to.requestedBy)).size).toBe(2);
      }
    }),
    { numRuns: 300 },
  );
  // Guards the test itself: the generator has to get there often, else it proves nothing.
  expect(releases).toBeGreaterThan(50);
});

/** The same, with a stop at about every tenth moment. */
const withStops = fc
  .tuple(attempt, fc.nat(9))
  .map(([tried, moment]): Attempt => (moment === 0 ? { ...tried, regular: false, type: "stopped" } : tried));

test("a stop is never lost: it ends the attempt before departure and is kept after it", () => {
  let stops = 0;
  fc.assert(
    fc.property(fc.array(withStops, { minLength: 4, maxLength: 30 }), (attempts) => {
      const steps = play(attempts);
      const issued = steps.filter(({ event }) => event.type === "stopped");
      stops += issued.length;
      const last = steps.at(-1)?.to;
      const kept = (last?.lateStops.length ?? 0) + (last?.status === "stopped" ? 1 : 0);
      expect(issued.every(({ ok }) => ok)).toBe(true);
      expect(kept).toBe(issued.length);
      const stoppedAt = steps.findIndex(({ to }) => to.status === "stopped");
      if (stoppedAt >= 0) expect(steps.slice(stoppedAt).every(({ to }) => to.status === "stopped")).toBe(true);
    }),
    { numRuns: 300 },
  );
  expect(stops).toBeGreaterThan(50);
});

test("every step leads where the published table of moves says", () => {
  fc.assert(
    fc.property(fc.array(attempt, { maxLength: 30 }), (attempts) => {
      for (const { from, event, ok, to } of play(attempts))
        if (ok) expect(moves).toContainEqual({ from: from.status, event: event.type, to: to.status });
    }),
    { numRuns: 300 },
  );
});
