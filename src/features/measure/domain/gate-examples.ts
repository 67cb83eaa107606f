/** Fictional facts and answers that open every gate; tests change the one thing they are about. */
import { day, type Day } from "../../../kernel/day.ts";
import type { AnsweredGateId } from "./gate.ts";
import type { GateAnswer } from "./gate-answer.ts";
import type { CaseFacts, GateFacts } from "./gate-facts.ts";
import { gates } from "./gates.ts";

export const today: Day = day("2026-11-23");

export const caseFacts = (change: Partial<CaseFacts> = {}): CaseFacts => ({
  fileNumber: "31.30-0147",
  enforceability: { state: "enforceable", because: "Vollziehbar seit 14.10.2026." },
  suspensions: [],
  urgentMotions: [],
  motionPeriodEndsOn: undefined,
  courtStopOn: undefined,
  stopReasons: [],
  blockingObstacles: [],
  transferPeriod: "none",
  voluntaryDeparture: { offerDocumented: true, returnApproved: false },
  ...change,
});

export const gateFacts = (change: Partial<GateFacts> = {}): GateFacts => ({
  cases: [caseFacts()],
  plannedArrival: day("2026-12-01"),
  assistanceRequests: [{ hasReason: true, hasLegalBasis: true, hasOrders: true }],
  assistanceOpen: undefined,
  requestedBy: "a.beispiel",
  approvals: ["b.muster", "c.probe"],
  ...change,
});

export const gateAnswer = (gate: AnsweredGateId, change: Partial<GateAnswer> = {}): GateAnswer => ({
  gate,
  answer: "yes",
  reason: "geprüft anhand der Akte",
  evidence: "Vermerk A. Beispiel",
  answeredBy: { officer: "a.beispiel", role: "caseworker" },
  answeredAt: new Date("2026-11-20T08:00:00Z"),
  expiresOn: undefined,
  ...change,
});

export const allAnswers = (change: Partial<Record<AnsweredGateId, Partial<GateAnswer>>> = {}): GateAnswer[] =>
  gates.flatMap((gate) => (gate.kind === "answered" ? [gateAnswer(gate.id, change[gate.id])] : []));
