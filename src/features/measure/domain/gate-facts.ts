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
  blockingObstacles: readonly { label: string; norm: string }[];
  /** Only for AMMR and Dublin transfers; `end` is the operational end, undefined while it is unknown. */
  transferPeriod: "none" | { end: Day | undefined };
  voluntaryDeparture: { offerDocumented: boolean; returnApproved: boolean };
};

/** Tatsachen einer Maßnahme mit allen Fällen, die sie betrifft (§ 58 Abs. 1 AufenthG). */
export type GateFacts = {
  cases: readonly CaseFacts[];
  plannedArrival: Day | undefined;
  /** Police assistance requests of the measure that are not withdrawn. */
  assistanceRequests: readonly { hasReason: boolean; hasLegalBasis: boolean; hasOrders: boolean }[];
  requestedBy: string;
  approvals: readonly string[];
};
