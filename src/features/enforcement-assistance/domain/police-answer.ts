/**
 * How the police may answer. They examine the manner of the execution, not its lawfulness (§§ 47 bis 49 PolG NRW), so
 * the reasons to decline are this list and no other; "no earlier attempt" is not on it (decree, no. 3).
 */
import { isBefore, type Day } from "../../../kernel/day.ts";
import { ok, refused, type Result } from "../../../kernel/result.ts";

/** Ablehnung der Vollzugshilfe, beschränkt auf Art und Weise (§§ 47 bis 49 PolG NRW; Ziff. 47.22 VVPolG NRW). */
export type Decline =
  | { reason: "notCompetent"; text: string }
  | { reason: "informationMissing"; text: string }
  | { reason: "forcesNotAvailable"; text: string; nearestPossible: Day | undefined }
  | { reason: "mannerNotPermissible"; text: string };

/** Auflage der Polizei: anderer Zeitpunkt, weniger Kräfte, andere Art und Weise (§§ 47 bis 49 PolG NRW). */
export type AssistanceCondition =
  | { kind: "otherTime"; on: Day; time: string; text: string }
  | { kind: "fewerForces"; text: string }
  | { kind: "manner"; text: string };

/** Ablehnungsgrund für eine unvollständige Antwort der Polizei (§§ 47 bis 49 PolG NRW). */
export type AnswerRefusal = "textMissing" | "nearestPossibleMissing" | "dateInPast" | "conditionMissing";

/** Streitfall für die Vermittlung durch die Verbindungsbeamten, mit beiden Positionen (Erlass 26.19.01-000009, Nr. 6). */
export type Mediation = { requesterPosition: string; policePosition: string; liaisonOfficer: string };

export const declineLabels: Record<Decline["reason"], string> = {
  notCompetent: "nicht zuständig",
  informationMissing: "Angaben fehlen",
  forcesNotAvailable: "Kräfte zum Zeitpunkt nicht verfügbar",
  mannerNotPermissible: "Art und Weise so nicht zulässig",
};

export const conditionLabels: Record<AssistanceCondition["kind"], string> = {
  otherTime: "anderer Zeitpunkt",
  fewerForces: "weniger Kräfte",
  manner: "andere Art und Weise",
};

const isBlank = (text: string): boolean => text.trim() === "";

/** A decline says why in a sentence; who has no forces says when they could be there. */
export function checkDecline(decline: Decline, today: Day): Result<Decline, AnswerRefusal> {
  if (isBlank(decline.text)) return refused("textMissing");
  if (decline.reason !== "forcesNotAvailable") return ok(decline);
  if (!decline.nearestPossible) return refused("nearestPossibleMissing");
  return isBefore(decline.nearestPossible, today) ? refused("dateInPast") : ok(decline);
}

export function checkConditions(
  conditions: readonly AssistanceCondition[],
  today: Day,
): Result<readonly AssistanceCondition[], AnswerRefusal> {
  if (conditions.length === 0) return refused("conditionMissing");
  if (conditions.some(({ text }) => isBlank(text))) return refused("textMissing");
  const inPast = conditions.some((condition) => condition.kind === "otherTime" && isBefore(condition.on, today));
  return inPast ? refused("dateInPast") : ok(conditions);
}

/** What the liaison officer still needs before both positions stand on one page. */
export const mediationGaps = (mediation: Mediation): (keyof Mediation)[] =>
  (Object.keys(mediation) as (keyof Mediation)[]).filter((key) => isBlank(mediation[key]));
