/** One step of a measure: lock, evaluate the gates of today, ask the domain, save, record. There is no other way forward. */
import type { Day } from "../../kernel/day.ts";
import { newId } from "../../kernel/id.ts";
import { ok, refused, type Result } from "../../kernel/result.ts";
import type { Change } from "../../platform/change.ts";
import type { Context } from "../../platform/context.ts";
import { factsForGates } from "../case/index.ts";
import type { GatePhase } from "./domain/gate.ts";
import type { Measure, MeasureEvent, MeasureRefusal } from "./domain/measure.ts";
import { transition } from "./domain/measure-table.ts";
import type { Failure } from "./domain/outcome.ts";
import { reattemptDuty } from "./domain/reattempt.ts";
import { evaluateMeasure } from "./gate-evaluation.ts";
import { lockMeasure, saveMeasure, type StoredMeasure } from "./queries.ts";

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** An event as a caller may state it: nobody brings gate results or another person's name along. */
export type StatedEvent = Exclude<DistributiveOmit<MeasureEvent, "results" | "on" | "by">, { type: "stopped" }>;

const phaseFor: Partial<Record<MeasureEvent["type"], GatePhase>> = {
  approvalGiven: "schedule",
  bookingRequested: "schedule",
  supportArranged: "schedule",
  released: "execution",
  executionStarted: "execution",
};

export async function applyMeasureEvent(
  context: Context,
  id: string,
  seenVersion: number,
  stated: StatedEvent,
): Promise<Result<Measure, MeasureRefusal>> {
  return context.change(async (change) => {
    const stored = await lockMeasure(change, id, seenVersion);
    // Whoever records the facts does not approve what follows from them (domain.md 5.5, „W approve“; G30).
    if (stated.type === "approvalGiven" && change.actor.role !== "supervisor")
      return refused({ code: "onlySupervisorsApprove" });
    const event = await complete(change, stored, stated, context.today);
    const next = transition(stored.measure, event);
    if (!next.ok) return refused(next.refusal);
    if (event.type === "approvalGiven") await saveApproval(change, stored);
    await saveMeasure(change, stored, next.value, event.type !== "returned");
    if (event.type === "outcomeRecorded") await saveOutcome(change, stored, event.outcome, context.today);
    change.record({
      chain: stored.ownerId,
      subject: `measure:${id}`,
      caseId: stored.caseId,
      event: event.type,
      data: { number: stored.number, from: stored.measure.status, to: next.value.status },
    });
    change.announce(`measure:${id}`);
    change.announce(`case:${stored.caseId}`);
    return ok(next.value);
  });
}

/** Adds what only the system may say: the gates as they stand today, and who acts. */
async function complete(change: Change, stored: StoredMeasure, stated: StatedEvent, today: Day): Promise<MeasureEvent> {
  const phase = phaseFor[stated.type];
  if (!phase) return stated as MeasureEvent;
  const evaluated = await evaluateMeasure(change, stored, today);
  // The types of the gated events differ only in what is added here.
  return { ...stated, on: today, results: evaluated[phase], by: change.actor.officerId } as MeasureEvent;
}

const saveApproval = ({ trx, actor }: Change, { id, caseId, ownerId, round }: StoredMeasure): Promise<unknown> =>
  trx
    .insertInto("measure_approval")
    .values({ measure_id: id, officer_id: actor.officerId, case_id: caseId, owner_id: ownerId, round })
    .execute();

type SavedOutcome = Extract<MeasureEvent, { type: "outcomeRecorded" }>["outcome"];

async function saveOutcome(change: Change, stored: StoredMeasure, outcome: SavedOutcome, today: Day): Promise<void> {
  await change.trx
    .insertInto("measure_outcome")
    .values({
      measure_id: stored.id,
      case_id: stored.caseId,
      owner_id: stored.ownerId,
      result: outcome.kind,
      phase: outcome.kind === "failed" ? outcome.phase : null,
      cause: outcome.kind === "failed" ? outcome.cause : null,
      text: outcome.kind === "failed" ? outcome.text : null,
      happened_on: today.toString(),
      recorded_by: change.actor.officerId,
    })
    .execute();
  if (outcome.kind === "failed") await openDuty(change, stored, outcome, today);
}

/** After a failure: a new attempt, or a reasoned decision not to (R10). The due day comes from law or configuration only. */
export async function openDuty(change: Change, stored: StoredMeasure, failure: Failure, failedOn: Day): Promise<void> {
  const { transferPeriodEnd } = await factsForGates(change, stored.caseId, failedOn);
  const duty = reattemptDuty(failure, { owner: stored.ownerId, failedOn, transferPeriodEnd, daysToDecide: undefined });
  if (!duty) return;
  await change.trx
    .insertInto("reattempt_duty")
    .values({
      id: newId(),
      case_id: stored.caseId,
      measure_id: stored.id,
      owner_id: stored.ownerId,
      arose_on: duty.arose.toString(),
      due_on: duty.due?.on.toString() ?? null,
    })
    .execute();
}
