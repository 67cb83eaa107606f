/**
 * Answers of people to gates, each with reason, author and expiry. Append-only by design: a later answer replaces an
 * earlier one, nothing edits it. A derived gate cannot be answered: its id does not exist in this type.
 */
import { compareDays, dayInGermany, isBefore, type Day } from "../../../kernel/day.ts";
import { ok, refused, type Result } from "../../../kernel/result.ts";
import type { AnsweredGateId, GateId, GateRole } from "./gate.ts";
import { gateById } from "./gates.ts";

/** Antwort auf einen Prüfpunkt; `notApplicable` heißt "trifft nicht zu" mit Grund (§ 71 Abs. 1 AufenthG). */
export type GateAnswer = {
  gate: AnsweredGateId;
  answer: "yes" | "no" | "open" | "notApplicable";
  reason: string;
  evidence: string | undefined;
  answeredBy: { officer: string; role: GateRole };
  answeredAt: Date;
  /** Last day on which the answer counts. */
  expiresOn: Day | undefined;
};

/** Konfigurierte Gültigkeit von Antworten in Tagen, zum Beispiel für Atteste (§ 60a Abs. 2c AufenthG); leer = unbefristet. */
export type GateConfiguration = { validityDays: Partial<Record<AnsweredGateId, number>> };

export const noExpiry: GateConfiguration = { validityDays: {} };

/** Ablehnungsgrund für eine unvollständige Antwort auf einen Prüfpunkt (§ 71 Abs. 1 AufenthG). */
export type AnswerRefusal =
  | "gateIsDerived"
  | "roleMayNotAnswer"
  | "reasonMissing"
  | "evidenceMissing"
  | "alwaysApplies"
  | "alreadyExpired";

type Draft = Omit<GateAnswer, "gate"> & { gate: GateId };

const isBlank = (text: string | undefined): boolean => text === undefined || text.trim().length < 3;

/** Checks an answer and gives it its expiry: the earlier of what the person set and what the authority configured. */
export function acceptAnswer(draft: Draft, configuration: GateConfiguration): Result<GateAnswer, AnswerRefusal> {
  const gate = gateById(draft.gate);
  if (gate.kind === "derived") return refused("gateIsDerived");
  if (!gate.answeredBy.includes(draft.answeredBy.role)) return refused("roleMayNotAnswer");
  if (isBlank(draft.reason)) return refused("reasonMissing");
  if (draft.answer === "notApplicable" && !gate.mayNotApply) return refused("alwaysApplies");
  if (draft.answer === "yes" && gate.evidence === "required" && isBlank(draft.evidence))
    return refused("evidenceMissing");

  const answeredOn = dayInGermany(draft.answeredAt);
  const days = configuration.validityDays[gate.id];
  const expiresOn = earlier(draft.expiresOn, days === undefined ? undefined : answeredOn.add({ days }));
  if (expiresOn && isBefore(expiresOn, answeredOn)) return refused("alreadyExpired");
  return ok({ ...draft, gate: gate.id, expiresOn });
}

const earlier = (a: Day | undefined, b: Day | undefined): Day | undefined =>
  a && b ? (compareDays(a, b) <= 0 ? a : b) : (a ?? b);

/** The answer that counts for a gate on a day: the last one given up to that day; of two at one instant the later in the list. */
export const latestAnswer = (answers: readonly GateAnswer[], gate: AnsweredGateId, at: Day): GateAnswer | undefined =>
  answers
    .filter((answer) => answer.gate === gate && compareDays(dayInGermany(answer.answeredAt), at) <= 0)
    .reduce<GateAnswer | undefined>(
      (last, answer) => (last && last.answeredAt > answer.answeredAt ? last : answer),
      undefined,
    );

export const isExpired = ({ expiresOn }: GateAnswer, at: Day): boolean =>
  expiresOn !== undefined && isBefore(expiresOn, at);
