/**
 * What the derived gates look at: facts that other parts of the system have recorded. Every key is required, so that
 * whoever collects the facts has to say "none" and cannot forget one.
 */
import type { Day } from "../../../kernel/day.ts";

/** Vollziehbarkeit der Ausreisepflicht, wie sie aus den rechtlichen Ereignissen abgeleitet ist (§§ 50, 58, 59 AufenthG). */
export type EnforceabilityFact = {
  state:
    | "noDuty"
    | "dutyNotEnforceable"
    | "voluntaryPeriodRunning"
    | "voluntaryPeriodInterrupted"
    | "enforceable"
    | "enforceableByOrder"
    | "suspended"
    | "fulfilled"
    | "lapsed";
  /** German sentence of the derivation. */
  because: string;
};

/** Eilantrag nach § 80 Abs. 5 oder § 123 VwGO, § 34a AsylG; hier auch BVerfG und EGMR. */
export type UrgentMotionFact = {
  court: string;
  status: "pending" | "granted" | "refused" | "withdrawn";
  barsByStatute: boolean;
  /** The day on which the court said that it does not ask to wait. */
  courtReleasedOn: Day | undefined;
};

/** Tatsachen eines Falls für die abgeleiteten Prüfpunkte (§§ 50, 58, 60a AufenthG). */
export type CaseFacts = {
  fileNumber: string;
  enforceability: EnforceabilityFact;
  /** Duldungen; `until` is the last day, undefined means without end. */
  suspensions: readonly { label: string; until: Day | undefined }[];
  urgentMotions: readonly UrgentMotionFact[];
  /** Last day of a running claim or motion period, in the later reading that protects the person. */
  motionPeriodEndsOn: Day | undefined;
  /** Day of a court's stop after which its decision is not recorded. */
  courtStopOn: Day | undefined;
  /** Reasons for which a measure of the person was stopped. */
  stopReasons: readonly StopReason[];
  blockingObstacles: readonly { label: string; norm: string }[];
  /** Only for AMMR and Dublin transfers; `end` is the operational end, undefined while it is unknown. */
  transferPeriod: "none" | { end: Day | undefined };
  voluntaryDeparture: { offerDocumented: boolean; returnApproved: boolean };
};

/** Grund eines Stopps (domain.md 4.14; § 80 Abs. 5 VwGO, § 60a, § 72 Abs. 4 AufenthG). */
export type StopReason = "court" | "medical" | "prosecutor" | "authority";

/** Warum auf die Vollzugshilfe nicht gebaut werden kann (§§ 47 bis 49 PolG NRW; Migration 0036, `app.assistance_open`). */
export type AssistanceOpen = "notAgreed" | "namedGone" | "otherStart";

/** Tatsachen einer Maßnahme mit allen Fällen, die sie betrifft (§ 58 Abs. 1 AufenthG). */
export type GateFacts = {
  cases: readonly CaseFacts[];
  plannedArrival: Day | undefined;
  /** Police assistance requests of the measure that are not withdrawn. */
  assistanceRequests: readonly { hasReason: boolean; hasLegalBasis: boolean; hasOrders: boolean }[];
  /** Why the execution cannot count on its police assistance; undefined: it can. */
  assistanceOpen: AssistanceOpen | undefined;
  requestedBy: string;
  approvals: readonly string[];
};
