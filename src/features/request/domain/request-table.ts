/**
 * The generic transition table: every status answers every event with a step or with `null` for "never". Must never
 * lead to a consent that nobody gave, and must never refuse a withdrawal with a reason before the execution.
 */
import { ok, refused, type Result } from "../../../kernel/result.ts";
import {
  requestStatusLabels,
  type RequestEvent,
  type RequestEventType,
  type RequestRefusal,
  type RequestState,
  type RequestStatus,
} from "./request.ts";

type In<S extends RequestStatus> = Extract<RequestState, { status: S }>;
type On<T extends RequestEventType> = Extract<RequestEvent, { type: T }>;
type Take<From, Event> = (from: From, event: Event) => RequestState | RequestRefusal;
type Cell<From, Event> = { to: readonly RequestStatus[]; take: Take<From, Event> } | null;
type Row<S extends RequestStatus> = { [T in RequestEventType]: Cell<In<S>, On<T>> };

const isBlank = (text: string): boolean => text.trim().length === 0;

/** A cell whose step can only lead where the table says: the compiler compares both. */
const to = <From, Event, To extends RequestStatus>(
  targets: readonly To[],
  take: (from: From, event: Event) => In<NoInfer<To>> | RequestRefusal,
): { to: readonly RequestStatus[]; take: Take<From, Event> } => ({ to: targets, take });

const received = to(["received"], (_: RequestState, { by }: On<"received">) => ({ status: "received", by }));
const review = to(["underReview"], () => ({ status: "underReview" }));
const ask = to(["question"], (_: RequestState, { question }: On<"questionAsked">) =>
  isBlank(question) ? "textMissing" : { status: "question", question },
);
const accept = to(["accepted"], () => ({ status: "accepted" }));
const acceptWithConditions = to(
  ["acceptedWithConditions"],
  (_: RequestState, { conditions }: On<"acceptedWithConditions">) =>
    conditions.length === 0 || conditions.some(({ text }) => isBlank(text))
      ? "conditionsMissing"
      : { status: "acceptedWithConditions", conditions, agreed: false },
);
const decline = to(["declined"], (from: RequestState, { reason, text }: On<"declined">) =>
  isBlank(reason) ? "textMissing" : { status: "declined", reason, text, mediated: from.status === "mediation" },
);
const contest = to(["contested"], (from: RequestState, { by, position }: On<"contested">) => {
  if (from.status === "declined" && from.mediated) return "alreadyMediated";
  return isBlank(position) ? "textMissing" : { status: "contested", by, position };
});
/** Also what was accepted has to be looked at again when the requester changes it. */
const amend = to(["underReview"], (_: RequestState, { changes }: On<"amended">) =>
  isBlank(changes) ? "textMissing" : { status: "underReview" },
);
const withdraw = to(["withdrawn"], (from: RequestState, { reason }: On<"withdrawn">) =>
  isBlank(reason) ? "textMissing" : { status: "withdrawn", reason, withdrawnIn: from.status },
);

const never = {
  sent: null,
  received: null,
  reviewStarted: null,
  questionAsked: null,
  questionAnswered: null,
  accepted: null,
  acceptedWithConditions: null,
  conditionsAgreed: null,
  declined: null,
  contested: null,
  mediationStarted: null,
  amended: null,
  executed: null,
  debriefed: null,
} as const;

const answers = { accepted: accept, acceptedWithConditions: acceptWithConditions, declined: decline };
const execute = to(["executed"], () => ({ status: "executed" }));

/** `never` has no entry for the withdrawal: a status that forgets it does not compile. */
const rows: { [S in RequestStatus]: Row<S> } = {
  draft: { ...never, sent: to(["sent"], () => ({ status: "sent" })), withdrawn: withdraw },
  sent: {
    ...never,
    received,
    amended: to(["sent"], (_, { changes }) => (isBlank(changes) ? "textMissing" : { status: "sent" })),
    withdrawn: withdraw,
  },
  received: {
    ...never,
    ...answers,
    received,
    reviewStarted: review,
    questionAsked: ask,
    amended: amend,
    withdrawn: withdraw,
  },
  underReview: {
    ...never,
    ...answers,
    questionAsked: ask,
    contested: contest,
    amended: amend,
    withdrawn: withdraw,
  },
  question: {
    ...never,
    questionAnswered: to(["answered"], ({ question }, { answer }) =>
      isBlank(answer) ? "textMissing" : { status: "answered", question, answer },
    ),
    contested: contest,
    amended: amend,
    withdrawn: withdraw,
  },
  answered: {
    ...never,
    ...answers,
    reviewStarted: review,
    questionAsked: ask,
    contested: contest,
    amended: amend,
    withdrawn: withdraw,
  },
  accepted: { ...never, executed: execute, declined: decline, amended: amend, withdrawn: withdraw },
  acceptedWithConditions: {
    ...never,
    conditionsAgreed: to(["acceptedWithConditions"], (from) => ({ ...from, agreed: true })),
    contested: contest,
    executed: to(["executed"], ({ agreed }) => (agreed ? { status: "executed" } : "conditionsNotAgreed")),
    declined: decline,
    amended: amend,
    withdrawn: withdraw,
  },
  declined: { ...never, contested: contest, withdrawn: withdraw },
  contested: {
    ...never,
    ...answers,
    mediationStarted: to(["mediation"], ({ by, position }, { otherPosition, mediator }) =>
      isBlank(otherPosition) || isBlank(mediator)
        ? "textMissing"
        : { status: "mediation", contestedBy: by, position, otherPosition, mediator },
    ),
    withdrawn: withdraw,
  },
  mediation: { ...never, ...answers, withdrawn: withdraw },
  executed: {
    ...never,
    debriefed: to(["debriefed"], (_, { note }) => ({ status: "debriefed", note })),
    withdrawn: null,
  },
  debriefed: { ...never, withdrawn: null },
  withdrawn: { ...never, withdrawn: null },
};

export function transition(from: RequestState, event: RequestEvent): Result<RequestState, RequestRefusal> {
  // The table pairs each step with its own status and event; the compiler cannot follow that through two lookups.
  const cell = rows[from.status][event.type] as Cell<RequestState, RequestEvent>;
  const next = cell ? cell.take(from, event) : "notPossible";
  return typeof next === "string" ? refused(next) : ok(next);
}

/** What a page may offer as buttons, before roles and parties are looked at. */
export const possibleEvents = (status: RequestStatus): RequestEventType[] =>
  (Object.keys(rows[status]) as RequestEventType[]).filter((type) => rows[status][type] !== null);

/** Every move from one status to another. */
export const moves: readonly { from: RequestStatus; event: RequestEventType; to: RequestStatus }[] = (
  Object.keys(rows) as RequestStatus[]
).flatMap((from) =>
  possibleEvents(from).flatMap((event) => (rows[from][event]?.to ?? []).map((target) => ({ from, event, to: target }))),
);

/** Mermaid text of the table; docs/domain/ersuchen.md holds a copy, and a test compares them. */
export function diagram(): string {
  const names = (Object.keys(rows) as RequestStatus[]).map(
    (status) => `  state "${requestStatusLabels[status]}" as ${status}`,
  );
  const arrows = moves.map(({ from, event, to: target }) => `  ${from} --> ${target}: ${event}`);
  const ends = ["debriefed", "declined", "withdrawn"].map((status) => `  ${status} --> [*]`);
  return ["stateDiagram-v2", ...names, "  [*] --> draft", ...arrows, ...ends].join("\n");
}
