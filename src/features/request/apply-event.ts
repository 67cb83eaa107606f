/**
 * One step of a request, by either side: lock, right, domain, save, dialogue, ledger, journal. Parties follow by trigger.
 * Sending twice sends once: the second finds a newer version or a status that no longer allows it.
 */
import type { Day } from "../../kernel/day.ts";
import { ok, refused, type Result } from "../../kernel/result.ts";
import type { Change } from "../../platform/change.ts";
import type { Context } from "../../platform/context.ts";
import { HttpProblem, notFound } from "../../platform/http/problem.ts";
import { type Clock, nextClock } from "./domain/clock.ts";
import { decide, type DecideRefusal, mayDo } from "./domain/request-type.ts";
import { isOpen, type Party, type RequestEvent, type RequestState } from "./domain/request.ts";
import { addEntry, discloseContent } from "./entries.ts";
import { lockMeasureOf, lockRequest, partyOf, type StoredRequest } from "./queries.ts";
import { type RegisteredType, type RequestTypes, typeOf } from "./registered-type.ts";

export type EventInput = {
  id: string;
  seenVersion: number;
  event: RequestEvent;
  /** Set by the one who asks now; never invented. */
  due?: Date | undefined;
  /** What the page shows beside the text, for example the next possible day. */
  data?: Record<string, unknown>;
  /** Fields that the owner changes together with an amendment; ignored for every other step. */
  patch?: Record<string, unknown>;
};

export type EventRefusal = DecideRefusal | { code: "dueInThePast" };

export async function applyRequestEvent(
  context: Context,
  types: RequestTypes,
  input: EventInput,
): Promise<Result<RequestState, EventRefusal>> {
  return context.change(async (change) => {
    const [, stored] = await Promise.all([
      input.event.type === "sent" && lockMeasureOf(change, input.id),
      lockRequest(change, input.id, input.seenVersion),
    ]);
    const party = partyOf(change.actor.authorityId, stored);
    if (!party) throw notFound();
    const registered = typeOf(types, stored.type);
    const type = registered.domain;
    const { event, due } = input;
    if (!mayDo(type, event.type, { party, role: change.actor.role }))
      throw new HttpProblem(
        403,
        "kein Zugriff",
        "Diesen Schritt kann nur die andere Seite oder eine andere Rolle tun.",
      );
    // Nobody can still answer until then.
    if (due && due < context.now) return refused({ code: "dueInThePast" });
    const content = await contentAfter(change, registered, stored, input, context.today);
    if (!content.ok) return refused({ code: "missing", missing: content.refusal });
    const next = decide(type, { state: stored.state, stage: stored.stage, fields: content.value }, event);
    if (!next.ok) return refused(next.refusal);
    const written = { ...stored, content: content.value };
    const { now } = context;
    const data = { ...input.data, ...detailsOf(event) };
    const transmits = event.type === "sent" || event.type === "amended" || event.type === "mediationStarted";
    saveStep(change, stored, next.value, input, now);
    if (content.value !== stored.content && stored.content) saveFields(change, written);
    addEntry(change, stored, { kind: event.type, text: textOf(event), happenedAt: now, data });
    if (event.type === "sent") addEntry(change, stored, { kind: "delivered", happenedAt: now, bySystem: true });
    if (transmits) discloseContent(change, type, written, event, now);
    recordStep(change, stored, event, next.value.state);
    return ok(next.value.state);
  });
}

type Content = Record<string, unknown>;

/** The content as it stands after the step, or what keeps the step from happening. */
async function contentAfter(
  change: Change,
  type: RegisteredType,
  stored: StoredRequest,
  { event, data, patch }: EventInput,
  today: Day,
): Promise<Result<Content, readonly string[]>> {
  const content = stored.content ?? {};
  if (event.type === "sent" && stored.state.status === "draft") return type.beforeSend(change, stored, today);
  if (event.type === "amended" && patch) return ok({ ...content, ...patch });
  const fault = type.checkAnswer(event, data ?? {}, today);
  return fault ? refused([fault]) : ok(content);
}

const saveFields = ({ send, trx }: Change, { id, content }: StoredRequest): void =>
  send(
    trx
      .updateTable("request_content")
      .set((eb) => ({ content: JSON.stringify(content), version: eb("version", "+", 1) }))
      .where("request_id", "=", id),
  );

function saveStep(
  change: Change,
  stored: StoredRequest,
  { state, stage }: { state: RequestState; stage: string | undefined },
  { event, due }: EventInput,
  now: Date,
): void {
  const clock = nextClock(clockOf(stored), {
    state,
    at: now,
    due,
    answerDue: event.type === "sent" ? due : stored.answerDueAt,
  });
  const step = change.trx
    .updateTable("request")
    .set({
      status: state.status,
      state: JSON.stringify({ ...state, ...(stage ? { stage } : {}) }),
      version: stored.version + 1,
      waiting_for: clock ? columnOf[clock.waitingFor] : null,
      waiting_since: clock?.since ?? null,
      answer_due_at: clock?.due ?? null,
      ...(event.type === "sent" ? { sent_at: now } : {}),
      ...(event.type === "mediationStarted" ? { mediator_id: event.mediator } : {}),
      ...(isOpen(state) ? {} : { closed_at: now }),
    })
    .where("id", "=", stored.id);
  change.send(step);
}

const columnOf: Record<Party, string> = { requester: "owner", addressee: "addressee", mediator: "mediator" };
const partyOfColumn: Record<string, Party> = { owner: "requester", addressee: "addressee", mediator: "mediator" };

function clockOf({ waitingFor, waitingSince, answerDueAt }: StoredRequest): Clock | undefined {
  const party = waitingFor ? partyOfColumn[waitingFor] : undefined;
  return party && waitingSince ? { waitingFor: party, since: waitingSince, due: answerDueAt } : undefined;
}

function recordStep(change: Change, stored: StoredRequest, event: RequestEvent, state: RequestState): void {
  change.record({
    chain: stored.ownerId,
    subject: `request:${stored.id}`,
    caseId: stored.caseId,
    event: event.type,
    data: { number: stored.number, from: stored.state.status, to: state.status },
  });
  change.announce(`request:${stored.id}`);
  change.announce(`case:${stored.caseId}`);
  for (const authority of [stored.ownerId, stored.addresseeId, stored.mediatorId])
    if (authority) change.announce(`inbox:${authority}`);
}

/** The words that both sides read in the dialogue. */
function textOf(event: RequestEvent): string {
  switch (event.type) {
    case "questionAsked":
      return event.question;
    case "questionAnswered":
      return event.answer;
    case "declined":
      return event.text;
    case "contested":
      return event.position;
    case "mediationStarted":
      return event.otherPosition;
    case "amended":
      return event.changes;
    case "debriefed":
      return event.note;
    case "withdrawn":
      return event.reason;
    case "acceptedWithConditions":
      return event.conditions.map(({ text }) => text).join("; ");
    default:
      return "";
  }
}

const detailsOf = (event: RequestEvent): Record<string, unknown> =>
  event.type === "declined"
    ? { reason: event.reason }
    : event.type === "acceptedWithConditions"
      ? { conditions: event.conditions }
      : {};
