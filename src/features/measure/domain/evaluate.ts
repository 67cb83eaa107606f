/**
 * Evaluates all gates for one day and one phase. The results carry a mark that only this file can set, so that no other
 * code can write itself a "holds"; they are never stored, always evaluated again.
 */
import type { Day } from "../../../kernel/day.ts";
import { ok, refused, type Result } from "../../../kernel/result.ts";
import { derivedRules, type Verdict } from "./derive.ts";
import type { AnsweredGateId, CheckId, GateDefinition, GatePhase, Need } from "./gate.ts";
import { isExpired, latestAnswer, type GateAnswer } from "./gate-answer.ts";
import type { GateFacts, StopReason } from "./gate-facts.ts";
import { gates } from "./gates.ts";

declare const evaluated: unique symbol;

/** Prüfergebnis eines Prüfpunkts zu einem Tag und Prüfzeitpunkt (§ 58 Abs. 1 AufenthG). */
export type GateResult = Verdict & {
  readonly [evaluated]: true;
  gate: CheckId;
  phase: GatePhase;
  at: Day;
  answer: GateAnswer | undefined;
};

/** Every check of the catalogue and the obstacles, also those not needed in this phase. */
export function evaluateGates(
  facts: GateFacts,
  answers: readonly GateAnswer[],
  at: Day,
  phase: GatePhase,
): GateResult[] {
  const moment = { at, phase };
  const result = (gate: CheckId, verdict: Verdict, answer?: GateAnswer) =>
    // The only place that sets the mark: a result exists only as the outcome of an evaluation.
    ({ ...verdict, gate, phase, at, answer }) as unknown as GateResult;

  const numbered = gates.map((gate) => {
    if (gate.kind === "derived") return result(gate.id, derivedRules[gate.id](facts, moment));
    const answer = latestAnswer(answers, gate.id, at);
    return result(gate.id, passesStopBy(gate.id, answer, facts) ?? verdictOf(answer, at), answer);
  });
  return [...numbered, result("obstacles", derivedRules.obstacles(facts, moment))];
}

/** Gates whose object a stop for this reason has shown: an indication exists (§ 60a Abs. 2c und 2d, § 72 Abs. 4 AufenthG). */
const shownByStop: Partial<Record<CheckId, { reason: StopReason; label: string }>> = {
  G10: { reason: "prosecutor", label: "der Staatsanwaltschaft" },
  G13: { reason: "medical", label: "aus medizinischem Grund" },
};

function passesStopBy(gate: AnsweredGateId, answer: GateAnswer | undefined, { cases }: GateFacts): Verdict | undefined {
  const stop = shownByStop[gate];
  if (!stop || answer?.answer !== "notApplicable") return undefined;
  return cases.some(({ stopReasons }) => stopReasons.includes(stop.reason))
    ? {
        status: "open",
        because: `Nach dem Stopp ${stop.label} genügt „trifft nicht zu“ nicht. Bitte prüfen und antworten.`,
      }
    : undefined;
}

const statusOf = { yes: "holds", no: "closed", open: "open", notApplicable: "notApplicable" } as const;

function verdictOf(answer: GateAnswer | undefined, at: Day): Verdict {
  if (!answer) return { status: "open", because: "Noch nicht beantwortet." };
  if (isExpired(answer, at))
    return { status: "open", because: `Abgelaufen, bitte neu prüfen. Zuletzt: ${answer.reason}` };
  return { status: statusOf[answer.answer], because: answer.reason };
}

const needOf = (gate: GateDefinition, phase: GatePhase): Need =>
  phase === "schedule" ? gate.schedule : gate.execution;

/** What a phase needs of each check; the obstacles are needed always (domain.md 2.1). */
export const neededIn = (phase: GatePhase): { gate: CheckId; need: Need }[] => [
  ...gates.map((gate) => ({ gate: gate.id, need: needOf(gate, phase) })),
  { gate: "obstacles", need: "hold" },
];

const meets = ({ status }: GateResult, need: Need): boolean =>
  need === "notRefused" ? status !== "closed" : status === "holds" || status === "notApplicable";

/** Ok only if each check that the phase needs is there, was evaluated for this phase, and is met. */
export function holds(results: readonly GateResult[], phase: GatePhase): Result<void, CheckId[]> {
  const failing = neededIn(phase)
    .filter(({ need }) => need !== "none")
    .filter(({ gate, need }) => {
      const found = results.filter((result) => result.gate === gate && result.phase === phase);
      // A check that is missing never counts as met, whoever put the list together.
      return found.length === 0 || !found.every((result) => meets(result, need));
    })
    .map(({ gate }) => gate);
  return failing.length === 0 ? ok(undefined) : refused(failing);
}

/** Zeichen eines Prüfpunkts in der Fallakte (ux-and-data.md 4.4; § 58 Abs. 1 AufenthG). */
export type CheckStatus = "notStarted" | "incomplete" | "done" | "notApplicable" | "blocked";

export function checkStatus({ status, answer, gate }: GateResult): CheckStatus {
  if (status === "open") return answer || isDerived(gate) ? "incomplete" : "notStarted";
  return ({ holds: "done", notApplicable: "notApplicable", closed: "blocked" } as const)[status];
}

const isDerived = (gate: CheckId): gate is Exclude<CheckId, AnsweredGateId> => gate in derivedRules;
