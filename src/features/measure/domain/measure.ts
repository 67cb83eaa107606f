/**
 * A Maßnahme: one attempt to carry out a removal, from draft to closed (domain.md 2.5). Each status carries only the
 * data it has; all of it is plain JSON. How it moves stands in measure-table.ts.
 */
import type { StopReason } from "./gate-facts.ts";
import type { Day } from "../../../kernel/day.ts";
import type { CheckId } from "./gate.ts";
import type { GateResult } from "./evaluate.ts";
import type { Failure, FailurePhase, Outcome } from "./outcome.ts";

/** Stopp einer Maßnahme durch Gericht, Ärztin, Staatsanwaltschaft oder Behörde (§ 80 Abs. 5 VwGO, § 60a AufenthG). */
export type StopOrder = {
  reason: StopReason;
  /** Cause for the figures where the stop cancels the attempt for a known one, such as a cancelled flight. */
  cause: Failure["cause"] | undefined;
  text: string;
};

/** Entscheidung, ob eine Buchung nötig ist (Flug) oder nicht (Landweg, eigener Transport), § 15 Abs. 6 ZustAVO NRW. */
export type BookingDecision = { decided: false } | { decided: true; required: boolean; reason: string };

/** Buchung mit Flugdatenbestätigung der ZFA oder begründeter Verzicht (§ 15 Abs. 6 ZustAVO NRW). */
export type Booking = { kind: "flight"; confirmation: string } | { kind: "none"; reason: string };

/** Vereinbarte Unterstützung (Polizei, Transport, Begleitung) oder begründeter Verzicht (§§ 47 ff. PolG NRW). */
export type Support = { kind: "arranged"; requests: readonly string[] } | { kind: "none"; reason: string };

/** Abschnitt des Vollzugs von der Abholung bis zum Einstieg (§ 58 AufenthG; domain.md 2.5). */
export type ExecutionPhase = "pickup" | "transport" | "airportHandover" | "boarding";

/** Identität eines Versuchs: laufende Nummer, beantragende Person, Freigaben, nachträgliche Stopps (§ 58 AufenthG). */
export type Attempt = {
  attemptNo: number;
  requestedBy: string;
  approvals: readonly string[];
  /** Stops that arrived after departure or after an earlier stop: recorded, never lost. */
  lateStops: readonly StopOrder[];
};

type Planned = { booking: Booking; support: Support };

type State =
  | { status: "draft" }
  | { status: "gateCheck" }
  | { status: "approved"; bookingDecision: BookingDecision }
  | { status: "bookingRequested" }
  | { status: "booked"; booking: Booking }
  | ({ status: "supportArranged" } & Planned)
  | ({ status: "finalCheck" } & Planned)
  | ({ status: "released" } & Planned)
  | ({ status: "inExecution"; phase: ExecutionPhase } & Planned)
  | { status: "abortedInExecution"; failure: Failure }
  | { status: "departed" }
  | { status: "arrived" }
  | { status: "outcomeRecorded"; outcome: Outcome }
  | { status: "notificationsSent"; outcome: Outcome }
  | { status: "closed"; outcome: Outcome }
  | { status: "stopped"; stop: StopOrder; failure: Failure };

/** Maßnahme (ein Versuch der Abschiebung oder Überstellung), § 58 AufenthG, Art. 46 VO (EU) 2024/1351. */
export type Measure = Attempt & State;

/** Stand einer Maßnahme (Entwurf … abgeschlossen, gestoppt), § 58 AufenthG; domain.md 2.5. */
export type MeasureStatus = State["status"];

type Gated = { on: Day; results: readonly GateResult[] };

/** Ereignis im Leben einer Maßnahme (§ 58 AufenthG; domain.md 2.5). */
export type MeasureEvent =
  | { type: "gateCheckStarted" }
  | { type: "returned"; reason: string }
  | ({ type: "approvalGiven"; by: string } & Gated)
  | { type: "bookingDecided"; required: boolean; reason: string }
  | ({ type: "bookingRequested" } & Gated)
  | { type: "bookingConfirmed"; confirmation: string }
  | { type: "bookingLost"; reason: string }
  | ({ type: "supportArranged"; support: Support } & Gated)
  | { type: "finalCheckStarted" }
  | ({ type: "released" } & Gated)
  | ({ type: "executionStarted" } & Gated)
  | { type: "phaseReached"; phase: ExecutionPhase }
  | { type: "aborted"; failure: Failure }
  | { type: "departed" }
  | { type: "arrived" }
  | { type: "outcomeRecorded"; outcome: Outcome }
  | { type: "notificationsSent" }
  | { type: "closed" }
  | { type: "stopped"; stop: StopOrder };

/** Ablehnung eines Schritts mit Grund; gesperrte Prüfpunkte sind benannt (§ 58 Abs. 1 AufenthG). */
export type MeasureRefusal =
  | { code: "gatesClosed"; gates: CheckId[] }
  | {
      code:
        | "notPossible"
        | "stopped"
        | "gatesNotOfToday"
        | "onlySupervisorsApprove"
        | "requesterMayNotApprove"
        | "alreadyApprovedByThisPerson"
        | "bookingNotDecided"
        | "reasonMissing"
        | "phaseNotNext"
        | "phaseDoesNotFit"
        | "causeNeedsText"
        | "outcomeDoesNotFit"
        | "previousAttemptOpen"
        | "previousAttemptCompleted";
    };

export const statusLabels: Record<MeasureStatus, string> = {
  draft: "Entwurf",
  gateCheck: "in Prüfung",
  approved: "freigegeben",
  bookingRequested: "Buchung angefragt",
  booked: "gebucht",
  supportArranged: "Unterstützung vereinbart",
  finalCheck: "Schlussprüfung",
  released: "zum Vollzug frei",
  inExecution: "im Vollzug",
  abortedInExecution: "abgebrochen",
  departed: "abgereist",
  arrived: "angekommen",
  outcomeRecorded: "Ergebnis erfasst",
  notificationsSent: "Mitteilungen versandt",
  closed: "abgeschlossen",
  stopped: "gestoppt",
};

/** Stände, in denen vom Versuch nichts mehr zu vollziehen ist (domain.md 2.5). */
export const endedStatuses: readonly MeasureStatus[] = [
  "abortedInExecution",
  "departed",
  "arrived",
  "outcomeRecorded",
  "notificationsSent",
  "closed",
  "stopped",
];

/** Nothing of this attempt is left to be carried out; whoever wants to go on opens a new one (domain.md 2.5). */
export const hasEnded = ({ status }: Measure): boolean => endedStatuses.includes(status);

/** Time and place may change until the first of the two has approved: both look at one plan (G30, § 97a AufenthG). */
export const isPlannable = ({ status, approvals }: Measure): boolean =>
  status === "draft" || (status === "gateCheck" && approvals.length === 0);

/** The failure phase that a status belongs to, for a stop at that moment. */
export function phaseOf(measure: Measure): FailurePhase {
  switch (measure.status) {
    case "booked":
    case "supportArranged":
    case "finalCheck":
    case "released":
      return measure.booking.kind === "flight" ? "booked" : "beforeBooking";
    case "inExecution":
      return measure.phase === "airportHandover" ? "airport" : measure.phase;
    case "abortedInExecution":
    case "stopped":
      return measure.failure.phase;
    case "departed":
      return "inFlight";
    case "arrived":
    case "outcomeRecorded":
    case "notificationsSent":
    case "closed":
      return "arrival";
    default:
      return "beforeBooking";
  }
}
