/** Collects the facts of a measure and evaluates all gates for today. Nothing of it is stored; it is taken fresh each time. */
import { dayInGermany, type Day } from "../../kernel/day.ts";
import type { Db } from "../../platform/change.ts";
import { factsForGates, type FactsForGates } from "../case/index.ts";
import { assistanceOpenOf, assistanceRequestsOf } from "../request/index.ts";
import { evaluateGates, type GateResult } from "./domain/evaluate.ts";
import type { GatePhase } from "./domain/gate.ts";
import type { CaseFacts, GateFacts } from "./domain/gate-facts.ts";
import { casesOf, findPlan, listAnswers, type StoredMeasure } from "./queries.ts";

export type Evaluated = { facts: GateFacts; schedule: GateResult[]; execution: GateResult[] };

export async function evaluateMeasure(reader: { db: Db }, stored: StoredMeasure, today: Day): Promise<Evaluated> {
  const facts = await collectFacts(reader, stored, today);
  const answers = await listAnswers(reader, stored.id);
  const results = (phase: GatePhase) => evaluateGates(facts, answers, today, phase);
  return { facts, schedule: results("schedule"), execution: results("execution") };
}

async function collectFacts(reader: { db: Db }, stored: StoredMeasure, today: Day): Promise<GateFacts> {
  const cases: CaseFacts[] = [];
  for (const caseId of await casesOf(reader, stored.id))
    cases.push(toCaseFacts(await factsForGates(reader, caseId, today), stored.kind));
  const plan = await findPlan(reader, stored.id);
  const requests = await assistanceRequestsOf(reader, stored.id);
  return {
    cases,
    plannedArrival: plan?.arrivesAt ? dayInGermany(plan.arrivesAt) : undefined,
    assistanceRequests: requests,
    assistanceOpen: await assistanceOpenOf(reader, stored.id),
    requestedBy: stored.measure.requestedBy,
    approvals: stored.measure.approvals,
  };
}

/** A pending remedy counts as bar by statute here: the events do not say otherwise, and doubt protects the person. */
const toCaseFacts = (facts: FactsForGates, kind: string): CaseFacts => ({
  fileNumber: facts.fileNumber,
  enforceability: { state: facts.state, because: facts.because },
  suspensions: facts.barring.suspensions,
  urgentMotions: facts.barring.motions.map(({ text, status }) => ({
    court: text,
    status,
    barsByStatute: true,
    courtReleasedOn: undefined,
  })),
  motionPeriodEndsOn: facts.barring.windowEndsOn,
  courtStopOn: facts.courtStopOn,
  stopReasons: facts.stopReasons,
  blockingObstacles: facts.blockingObstacles,
  transferPeriod: kind === "euTransfer" || facts.transferPeriodEnd ? { end: facts.transferPeriodEnd } : "none",
  voluntaryDeparture: { offerDocumented: facts.offerDocumented, returnApproved: facts.returnApproved },
});
