/**
 * The legal events of a case as this engine needs them: a structural type of its own, named like the events of the case
 * file, so that a list from there fits without copying. Events that start or touch no deadline are ignored.
 */
import type { Day } from "../../../kernel/day.ts";

/** All kinds of events that start, stop or change a deadline; the order breaks ties between events of one day. */
export const caseEventTypes = [
  // decisions and their service
  "decisionServed",
  "decisionPosted",
  "decisionHandedToCentre",
  "decisionRetrieved",
  "decisionPublished",
  "decisionSentToLastAddress",
  "decisionReceived",
  "removalThreatServed",
  "removalOrderServed",
  "decisionFinal",
  "decisionAnnulled",
  // remedies
  "claimFiled",
  "claimDismissedFinal",
  "claimWithdrawn",
  "urgentMotionFiled",
  "urgentMotionRejected",
  "urgentMotionWithdrawn",
  "urgentMotionGranted",
  "suspensiveEffectOrdered",
  "courtOrderEnded",
  // departure period
  "departurePeriodSet",
  "departurePeriodExtended",
  "departurePeriodDispensed",
  "enforceabilityCeased",
  "enforceabilityRestored",
  // protection
  "removalAnnounced",
  "removalFailedWithReadmission",
  "groupSuspensionOrdered",
  "groupSuspensionEnded",
  "absenceNoticed",
  // custody
  "custodyStarted",
  "custodyExtended",
  "custodyEnded",
  "administrativeCustodyStarted",
  "detentionExecutionSuspended",
  "asylumApplicationFromCustody",
  "borderProcedureStarted",
  // responsibility of another state
  "regimeDetermined",
  "applicationRegistered",
  "hitReceived",
  "takeChargeRequested",
  "takeBackNotified",
  "requestAccepted",
  "requestRefused",
  "transferDecided",
  "transferExtended",
  "availableAgain",
  "leftTerritory",
  "borderRejectionFinal",
  "responsibilityPassedToGermany",
  // transit
  "transitPlanned",
  "transitRequested",
  "transitDecided",
  "transitStarted",
  // departure, ban, keeping of data
  "departed",
  "residenceTitleGranted",
  "naturalised",
  "died",
  "entryBanSet",
  "entryBanEnded",
  "reentered",
  "leftAgain",
  "asylumProcedureClosed",
  "noticeReceived",
  "accessLogged",
  "born",
  // correction
  "eventCorrected",
] as const;

/** Art eines Ereignisses, an das eine Frist anknüpft (§ 187 Abs. 1 BGB). */
export type CaseEventType = (typeof caseEventTypes)[number];

/** Art einer Freiheitsentziehung (§§ 62, 62b AufenthG, § 427 FamFG, Art. 44 VO (EU) 2024/1351). */
export type CustodyKind =
  | "removalDetention"
  | "preparatoryDetention"
  | "cooperationDetention"
  | "departureCustody"
  | "provisionalOrder"
  | "borderDetention"
  | "transferDetention";

/** Rechtsereignis eines Falls, soweit eine Frist daran hängt (§ 187 Abs. 1 BGB). */
export type CaseEvent = {
  id: string;
  type: string;
  on: Day;
  /** Wall-clock time in Germany where hours count: `10:00` on the day of the event, or with a day of its own. */
  at?: string;
  /** Already known to be wrong: treated as if it had never been recorded. */
  corrected?: boolean;
  /** Of `eventCorrected`: the event that is void, and why. */
  corrects?: string;
  reason?: string;
  /** Of a receipt or an end: the event that it belongs to. */
  of?: string;
  procedure?: string;
  forum?: string;
  kind?: string;
  basis?: string;
  instructionOnRemedies?: string;
  noDeparturePeriodReason?: string;
  removalActIncluded?: boolean;
  claimSuspends?: string;
  /** Length that authority, court or the norm's case set, as ISO duration. */
  length?: string;
  days?: number;
  until?: Day;
  manner?: string;
  /** Of requests to another state: resting on a Eurodac or VIS hit. */
  onHit?: boolean;
  /** Of `transferExtended`: what happened, how it is proven, when the other state was told (Art. 46 Abs. 2 VO (EU) 2024/1351). */
  ground?: string;
  fact?: string;
  evidence?: string;
  informedOn?: Day;
  /** Of `transitPlanned`: the day of the transit, when it was planned earlier. */
  plannedFor?: Day;
  /** Of `regimeDetermined`. */
  regime?: string;
  /** Whose holidays count for this event: the Land of the court, the other state. Without, those of the case. */
  courtCalendar?: string;
  memberState?: string;
  /** Who recorded it, where the case says so. */
  recordedBy?: string | undefined;
};

/** Maßgebliches Recht für die Überstellung (Art. 83, 84 VO (EU) 2024/1351): festgestellt von einer Person mit Grund. */
export type LegalRegime = "DublinIII" | "AMMR" | "unsettled";

/** Kalender je Stelle: Sitz der Behörde, Sitz des Gerichts, anderer Mitgliedstaat (§ 31 Abs. 3 VwVfG, § 222 Abs. 2 ZPO, Art. 75 VO (EU) 2024/1351). */
export type CaseCalendars = { authority: string; court?: string; memberState?: string };

/** Alles, woraus die Fristen eines Falls folgen (§ 31 VwVfG). */
export type CaseFacts = {
  events: readonly CaseEvent[];
  calendars: CaseCalendars;
  regime?: { regime: LegalRegime; reason: string; author: string };
};
