/** Short words for the examples of the rule tests, and a simple stand-in for the deadline engine. Used by tests only. */
import { day, type Day } from "../../../kernel/day.ts";
import { checkLegalEvent } from "./check-legal-event.ts";
import { deriveEnforceability } from "./enforceability.ts";
import type { PeriodCalculator } from "./enforceability-state.ts";
import type { LegalEvent, LegalEventType } from "./legal-event.ts";

const service = {
  "service.post": "P4D",
  "service.centre": "P4D",
  "service.portal": "P1D",
  "service.public": "P2W",
  "service.lastAddress": "P0D",
} as const;
const lengths = { D01: "P2W", D02: "P1W", D04: "P1W", D05: "P30D", D07: "P30D", D08: "P7D", ...service } as const;

/** Adds the length and moves a Saturday or Sunday to Monday; knows no holidays. */
export const simplePeriods: PeriodCalculator = (rule, start, length = lengths[rule]) => {
  let end = start.add(length);
  while (end.dayOfWeek > 5) end = end.add({ days: 1 });
  return end;
};

let count = 0;

/** A recorded event; its fields are given as a form would send them. */
export function fact(type: LegalEventType, on: string, fields: Record<string, unknown> = {}): LegalEvent {
  const draft = checkLegalEvent(type, { on, ...fields });
  if (!draft.ok) throw new Error(`${type}: ${JSON.stringify(draft.refusal)}`);
  count += 1;
  return { ...draft.value, id: `event-${count}`, recordedAt: new Date(Date.UTC(2026, 10, 21, 9, 0, count)) };
}

const decision = { instructionOnRemedies: "correct", removalActIncluded: true, targetStates: "Testland" };
const threat = { instructionOnRemedies: "correct", targetStates: "Testland" };

/** Rejection with threat in the standard procedure: two weeks for the claim, which lets the person stay. */
export const rejection = (on: string, more = {}) =>
  fact("decisionServed", on, { ...decision, kind: "asylumStandard", ...more });

/** Rejection with threat in the group of Art. 68(3) APR: one week for claim and motion. */
export const shortRejection = (on: string, more = {}) =>
  fact("decisionServed", on, { ...decision, kind: "asylumShortened", ...more });

/** A rejection that was sent, handed to a centre, fetched or published. */
export const sent = (type: LegalEventType, on: string, more = {}) =>
  fact(type, on, { ...decision, kind: "asylumStandard", ...more });

export const ceased = (on: string) => fact("enforceabilityCeased", on, { reason: "Vollziehung ausgesetzt, Bl. 12" });
export const restored = (on: string) => fact("enforceabilityRestored", on, { reason: "Aussetzung beendet, Bl. 19" });

export const transferOrder = (on: string, more = {}) =>
  fact("removalOrderServed", on, { ...threat, basis: "asylG34a", ...more });

export const securityOrder = (on: string, more = {}) =>
  fact("removalOrderServed", on, { ...threat, basis: "aufenthG58a", ...more });

/** Threat of the immigration authority against which a claim has no suspensive effect. */
export const threat59 = (on: string, more = {}) =>
  fact("removalThreatServed", on, { ...threat, basis: "aufenthG59", claimSuspends: "no", ...more });

export const threat34 = (on: string, more = {}) =>
  fact("removalThreatServed", on, { ...threat, basis: "asylG34", ...more });

export const dutyByLaw = (on: string) => fact("obligationToLeaveArisen", on, { enforceableBy: "law" });
export const dutyByDecision = (on: string) => fact("obligationToLeaveArisen", on, { enforceableBy: "decision" });

/** Decision by which the duty arises, with threat; a claim has suspensive effect unless said otherwise. */
export const residenceDecision = (on: string, more = {}) =>
  fact("decisionServed", on, { ...decision, kind: "residenceDecision", claimSuspends: "yes", ...more });

export const period = (on: string, days: number) => fact("departurePeriodSet", on, { days });
export const periodUntil = (on: string, until: string) => fact("departurePeriodSet", on, { until });
export const extended = (on: string, until: string) =>
  fact("departurePeriodExtended", on, { until, reason: "Schuljahr der Kinder" });
export const dispensed = (on: string, ground: string) =>
  fact("departurePeriodDispensed", on, { ground, reason: "Beschluss im Einzelfall" });

export const claim = (on: string, procedure = "asylum") => fact("claimFiled", on, { procedure });
export const claimDismissed = (on: string, procedure = "asylum") => fact("claimDismissedFinal", on, { procedure });
export const claimWithdrawn = (on: string, procedure = "asylum") => fact("claimWithdrawn", on, { procedure });
export const final = (on: string, procedure = "asylum") => fact("decisionFinal", on, { procedure });
export const annulled = (on: string, procedure = "asylum") =>
  fact("decisionAnnulled", on, { procedure, annulledBy: "court" });

const court = (procedure: string, forum: string) => ({ procedure, forum });
export const motion = (on: string, procedure = "asylum", forum = "administrativeCourt") =>
  fact("urgentMotionFiled", on, court(procedure, forum));
export const rejected = (on: string, procedure = "asylum", forum = "administrativeCourt") =>
  fact("urgentMotionRejected", on, court(procedure, forum));
export const granted = (on: string, procedure = "asylum", forum = "administrativeCourt") =>
  fact("urgentMotionGranted", on, court(procedure, forum));
export const orderEnded = (on: string, procedure = "asylum", forum = "administrativeCourt") =>
  fact("courtOrderEnded", on, court(procedure, forum));
export const released = (on: string, procedure = "asylum", forum = "administrativeCourt") =>
  fact("courtReleaseDocumented", on, {
    ...court(procedure, forum),
    statement: "Geschäftsstelle, 10:15 Uhr: kein Hindernis",
  });
export const suspensiveEffect = (on: string, procedure = "asylum") =>
  fact("suspensiveEffectOrdered", on, { procedure });

export const suspension = (on: string, until?: string, reason = "b-aa") =>
  fact("suspensionIssued", on, { reason, ...(until && { until }) });
export const suspensionRevoked = (on: string, reason = "b-aa") => fact("suspensionRevoked", on, { reason });

export const departed = (on: string, more = {}) =>
  fact("departed", on, { manner: "voluntary", proof: "exitCertificate", destination: "thirdCountry", ...more });

export const corrected = (on: string, event: LegalEvent) =>
  fact("eventCorrected", on, { corrects: event.id, reason: "Falsche Akte" });

export const deriveWith = (periods: PeriodCalculator, events: readonly LegalEvent[], today: string | Day) =>
  deriveEnforceability(events, typeof today === "string" ? day(today) : today, periods);

export const derive = (events: readonly LegalEvent[], today: string | Day) => deriveWith(simplePeriods, events, today);

/** `state since..until`, the form in which the tables state what they expect. */
export function standing(events: readonly LegalEvent[], today: string): string {
  const { state, since, until } = derive(events, today);
  return `${state} ${since?.toString() ?? ""}..${until?.toString() ?? ""}`;
}

/** One example of a table: what is shown, the events, the day, the expected standing. */
export type Example = [sentence: string, events: LegalEvent[], today: string, expected: string];
