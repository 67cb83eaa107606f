/**
 * Who waits for whom, and since when. A due time exists only where the one who asked has set it; when it passes, the
 * request is overdue and nothing else happens: an expired clock is never a consent.
 */
import type { Party, RequestState, RequestStatus } from "./request.ts";

/** Uhr eines Ersuchens: wer ist am Zug, seit wann, bis wann erbeten (domain.md 4; Schweigen ist keine Zustimmung). */
export type Clock = { waitingFor: Party; since: Date; due: Date | undefined };

const waitsFor: Record<RequestStatus, Party | undefined> = {
  draft: undefined,
  sent: "addressee",
  received: "addressee",
  underReview: "addressee",
  question: "requester",
  answered: "addressee",
  accepted: undefined,
  acceptedWithConditions: "requester",
  declined: "requester",
  contested: "mediator",
  mediation: "mediator",
  executed: undefined,
  debriefed: undefined,
  withdrawn: undefined,
};

const partyAtTurn = (state: RequestState): Party | undefined => {
  if (state.status === "acceptedWithConditions" && state.agreed) return undefined;
  if (state.status === "declined" && state.mediated) return undefined;
  return waitsFor[state.status];
};

type Step = {
  state: RequestState;
  at: Date;
  /** Set by the one who asks now: with a question, a set of conditions, a call for mediation. */
  due: Date | undefined;
  /** Set by the requester when sending; holds again whenever the addressee is at its turn. */
  answerDue: Date | undefined;
};

/** The clock after a step: it runs on while the same party is at its turn, else it starts anew. */
export function nextClock(previous: Clock | undefined, { state, at, due, answerDue }: Step): Clock | undefined {
  const waitingFor = partyAtTurn(state);
  if (!waitingFor) return undefined;
  const since = previous?.waitingFor === waitingFor ? previous.since : at;
  return { waitingFor, since, due: waitingFor === "addressee" ? answerDue : due };
}

export const isOverdue = (clock: Clock | undefined, now: Date): boolean => clock?.due !== undefined && clock.due < now;
