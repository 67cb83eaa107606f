/**
 * One step of the voluntary return: lock the case, ask the domain, save, record. An approved return holds every forced
 * planning (G28); a proven departure becomes a legal event in the same change, so that the duty to leave follows.
 */
import { isAfter } from "../../kernel/day.ts";
import { newId } from "../../kernel/id.ts";
import { ok, refused, type Result } from "../../kernel/result.ts";
import type { Change } from "../../platform/change.ts";
import type { Context } from "../../platform/context.ts";
import {
  addEvent,
  changeVoluntaryReturn,
  checkLegalEvent,
  findOffer,
  type LegalEventDraft,
  type LockedCase,
  lockCase,
  type VoluntaryReturn,
  type VoluntaryReturnRefusal,
  voluntaryReturnRefusals,
} from "../case/index.ts";
import type { StatedStep } from "./step-forms.ts";

export type StepFault = { field: string; message: string };

const fieldOf: Readonly<Record<VoluntaryReturnRefusal, string>> = {
  notPossible: "",
  counsellorMissing: "by",
  notIndependent: "isIndependent",
  consequencesNotExplained: "consequencesExplained",
  programmeMissing: "programme",
  reasonMissing: "reason",
  proofMissing: "proof",
  departureInPast: "departureOn",
  notYetExpired: "on",
};

const journalEvents = {
  offered: "returnOffered",
  counselled: "returnCounselled",
  applied: "returnApplied",
  approved: "returnApproved",
  booked: "returnBooked",
  departed: "returnDeparted",
  declined: "returnDeclined",
  withdrawn: "returnWithdrawn",
  expired: "returnExpired",
} as const;

/** The first step is the offer; whatever else is stated before it is not possible. */
function nextOf(
  current: VoluntaryReturn | undefined,
  step: StatedStep,
): Result<VoluntaryReturn, VoluntaryReturnRefusal> {
  if (current) return changeVoluntaryReturn(current, eventOf(step));
  return step.type === "offered" ? ok({ status: "offered", on: step.on }) : refused("notPossible");
}

/** An absent day is left out: the domain knows no empty values. */
function eventOf(step: StatedStep): Parameters<typeof changeVoluntaryReturn>[1] {
  if (step.type !== "approved") return step;
  const { type, on, validUntil } = step;
  return { type, on, ...(validUntil && { validUntil }) };
}

/** The legal event of a departure, or why its facts do not fit; undefined for every other step. */
function departureOf(step: StatedStep, context: Context): Result<LegalEventDraft, StepFault> | undefined {
  if (step.type !== "departed") return undefined;
  const { type, ...facts } = step;
  const draft = checkLegalEvent(type, { ...facts, manner: "voluntary" }, context.today);
  if (draft.ok) return draft;
  return refused(draft.refusal[0] ?? { field: "", message: voluntaryReturnRefusals.notPossible });
}

export async function takeStep(
  context: Context,
  caseId: string,
  { seenVersion, step }: { seenVersion: number; step: StatedStep },
): Promise<Result<VoluntaryReturn, StepFault>> {
  if (isAfter(step.on, context.today))
    return refused({ field: "on", message: "Dieser Tag liegt in der Zukunft. Erfassen Sie, was geschehen ist." });
  return context.change(async (change) => {
    const locked = await lockCase(change, caseId, seenVersion);
    const stored = await findOffer(change, caseId);
    const next = nextOf(stored?.offer, step);
    if (!next.ok) return refused({ field: fieldOf[next.refusal], message: voluntaryReturnRefusals[next.refusal] });
    const departure = departureOf(step, context);
    if (departure && !departure.ok) return departure;
    await saveOffer(change, locked, stored?.id, next.value);
    change.record({
      chain: locked.ownerId,
      subject: `case:${caseId}`,
      caseId,
      event: journalEvents[step.type],
      data: { on: step.on.toString() },
    });
    if (departure) await addEvent(change, locked, departure.value, context.today);
    change.announce(`case:${caseId}`);
    return next;
  });
}

async function saveOffer(
  { trx }: Change,
  { id: caseId, ownerId }: LockedCase,
  known: string | undefined,
  offer: VoluntaryReturn,
): Promise<void> {
  const row = { status: offer.status, state: JSON.stringify(offer) };
  const offered = offer.status === "offered" ? { offered_on: offer.on.toString() } : {};
  if (known)
    await trx
      .updateTable("voluntary_return")
      .set((eb) => ({ ...row, ...offered, version: eb("version", "+", 1) }))
      .where("id", "=", known)
      .execute();
  else
    await trx
      .insertInto("voluntary_return")
      .values({ id: newId(), case_id: caseId, owner_id: ownerId, ...row, offered_on: offer.on.toString() })
      .execute();
}
