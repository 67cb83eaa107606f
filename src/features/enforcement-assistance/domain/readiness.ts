/**
 * What keeps a request for police assistance from being sent, and what only warns. An earlier failed attempt or earlier
 * resistance is never asked for (decree 26.19.01-000009, no. 3).
 */
import { isBefore, type Day } from "../../../kernel/day.ts";
import { ok, refused, type Result } from "../../../kernel/result.ts";
import type { AssistanceConfig, AssistanceDraft } from "./assistance.ts";
import { missingOrders } from "./court-order.ts";
import { assessmentFault, statementsOf, type HazardAssessment } from "./hazard-assessment.ts";
import { vagueWords } from "./wording.ts";

/** Fehlende Pflichtangabe eines Vollzugshilfeersuchens (Erlass 26.19.01-000009, Nr. 1 und 2). */
export type Missing =
  | "reason"
  | "legalBasis"
  | "plannedStart"
  | "plannedStartInPast"
  | "assessmentNotFinalised"
  | "assessmentTooOld"
  | "assessmentStatementExpired"
  | "caseworkerReachability"
  | "coSignature";

/** Warnung vor dem Absenden; sie hält nichts auf (Erlass 26.19.01-000009, Nr. 5; § 58 Abs. 7 AufenthG; § 73 BDSG). */
export type Warning =
  | { code: "courtOrderMissing" }
  | { code: "nightWithoutFacts" }
  | { code: "vagueWord"; word: string; question: string };

const isBlank = (text: string): boolean => text.trim() === "";

const faults = {
  notFinalised: "assessmentNotFinalised",
  tooOld: "assessmentTooOld",
  statementExpired: "assessmentStatementExpired",
} as const satisfies Record<string, Missing>;

export function missingInMeasure({ reason, legalBasis, plannedStart }: AssistanceDraft, today: Day): Missing[] {
  const missing: Missing[] = [];
  if (isBlank(reason)) missing.push("reason");
  if (legalBasis.norms.length === 0 && isBlank(legalBasis.freeText)) missing.push("legalBasis");
  if (!plannedStart) missing.push("plannedStart");
  else if (isBefore(plannedStart.on, today)) missing.push("plannedStartInPast");
  return missing;
}

export const isReachable = ({ caseworker: { name, phone, nightPhone } }: AssistanceDraft): boolean =>
  ![name, phone, nightPhone].some(isBlank);

export const needsCoSignature = ({ coSignedBy }: AssistanceDraft, config: AssistanceConfig): boolean =>
  config.coSignatureRequired && isBlank(coSignedBy);

/** Ok, or everything that is missing, in the order of the tasks. */
export function readyToSend(
  draft: AssistanceDraft,
  assessment: HazardAssessment,
  today: Day,
  config: AssistanceConfig,
): Result<void, Missing[]> {
  const missing = missingInMeasure(draft, today);
  const fault = assessmentFault(assessment, today, config.assessmentMaxAgeDays);
  if (fault) missing.push(faults[fault]);
  if (!isReachable(draft)) missing.push("caseworkerReachability");
  if (needsCoSignature(draft, config)) missing.push("coSignature");
  return missing.length > 0 ? refused(missing) : ok(undefined);
}

/** Times as "HH:MM" compare as text; a night that passes midnight is the two ends of the day. */
const isNight = (time: string, { from, to }: AssistanceConfig["nightTime"]): boolean =>
  from > to ? time >= from || time < to : time >= from && time < to;

export function warnings(draft: AssistanceDraft, assessment: HazardAssessment, config: AssistanceConfig): Warning[] {
  const texts = [draft.reason, draft.place.accommodationFindings, ...statementsOf(assessment).map(({ text }) => text)];
  const { plannedStart } = draft;
  return [
    ...(missingOrders(draft.courtOrders).length > 0 ? [{ code: "courtOrderMissing" as const }] : []),
    ...(plannedStart && isNight(plannedStart.time, config.nightTime) && isBlank(draft.nightFacts)
      ? [{ code: "nightWithoutFacts" as const }]
      : []),
    ...vagueWords(texts.join("\n")).map((vague) => ({ code: "vagueWord" as const, ...vague })),
  ];
}
