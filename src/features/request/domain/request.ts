/**
 * The life that every request between authorities shares (domain.md 4, common envelope). Each status carries only the
 * data it has, all of it plain JSON. There is no event for a clock that has run out: silence never changes a request.
 */

/** Beteiligte Seite eines Ersuchens: ersuchende Behörde, ersuchte Behörde, Vermittlung (§§ 4 ff. VwVfG). */
export type Party = "requester" | "addressee" | "mediator";

/** Auflage bei einer Annahme, zum Beispiel anderer Zeitpunkt oder weniger Kräfte (§§ 47 ff. PolG NRW). */
export type Condition = { kind: string; text: string };

/** Stand eines Ersuchens mit seinen Angaben (§§ 4 ff. VwVfG; domain.md 4). */
export type RequestState =
  | { status: "draft" }
  | { status: "sent" }
  | { status: "received"; by: string }
  | { status: "underReview" }
  | { status: "question"; question: string }
  | { status: "answered"; question: string; answer: string }
  | { status: "accepted" }
  | { status: "acceptedWithConditions"; conditions: readonly Condition[]; agreed: boolean }
  | { status: "declined"; reason: string; text: string; mediated: boolean }
  | { status: "contested"; by: Party; position: string }
  | { status: "mediation"; contestedBy: Party; position: string; otherPosition: string; mediator: string }
  | { status: "executed" }
  | { status: "debriefed"; note: string }
  | { status: "withdrawn"; reason: string; withdrawnIn: string };

/** Bezeichnung des Stands eines Ersuchens (§§ 4 ff. VwVfG; ux-and-data.md 4.4). */
export type RequestStatus = RequestState["status"];

/** Ereignis im Leben eines Ersuchens (§§ 4 ff. VwVfG; domain.md 4). */
export type RequestEvent =
  | { type: "sent" }
  | { type: "received"; by: string }
  | { type: "reviewStarted" }
  | { type: "questionAsked"; question: string }
  | { type: "questionAnswered"; answer: string }
  | { type: "accepted" }
  | { type: "acceptedWithConditions"; conditions: readonly Condition[] }
  | { type: "conditionsAgreed" }
  | { type: "declined"; reason: string; text: string }
  | { type: "contested"; by: Party; position: string }
  | { type: "mediationStarted"; otherPosition: string; mediator: string }
  | { type: "amended"; changes: string }
  | { type: "executed" }
  | { type: "debriefed"; note: string }
  | { type: "withdrawn"; reason: string };

/** Art eines Ereignisses im Leben eines Ersuchens (§§ 4 ff. VwVfG; domain.md 4). */
export type RequestEventType = RequestEvent["type"];

/** Ablehnung eines Schritts mit Grund (§§ 4 ff. VwVfG; domain.md 4). */
export type RequestRefusal =
  | "notPossible"
  | "textMissing"
  | "conditionsMissing"
  | "conditionsNotAgreed"
  | "alreadyMediated";

export const requestStatusLabels: Record<RequestStatus, string> = {
  draft: "Entwurf",
  sent: "abgesendet",
  received: "zugegangen",
  underReview: "in Prüfung",
  question: "Rückfrage",
  answered: "Rückfrage beantwortet",
  accepted: "angenommen",
  acceptedWithConditions: "angenommen mit Auflagen",
  declined: "abgelehnt",
  contested: "strittig",
  mediation: "in Vermittlung",
  executed: "durchgeführt",
  debriefed: "nachbereitet",
  withdrawn: "zurückgezogen",
};

/** While a request is open the addressee may see what was disclosed to it; afterwards it may not. */
export const isOpen = (state: RequestState): boolean =>
  state.status === "declined" ? !state.mediated : !["withdrawn", "debriefed"].includes(state.status);

/** Whether the measure may count on the request: the addressee has agreed, and the requester to its conditions. */
export const isAgreed = (state: RequestState): boolean =>
  state.status === "accepted" || (state.status === "acceptedWithConditions" && state.agreed);
