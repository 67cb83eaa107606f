/**
 * Derives the enforceability of the duty to leave (Vollziehbarkeit der Ausreisepflicht) from legal events, §§ 50, 58, 59, 60a AufenthG.
 * Pure: days come in as arguments. Where a fact is missing, the answer protects the person and a question names the fact.
 */
import { compareDays, type Day, isAfter } from "../../../kernel/day.ts";
import type { Derivation, PeriodCalculator } from "./enforceability-state.ts";
import { type Evaluation, evaluate } from "./evaluation.ts";
import { type Facts, factsInForce, factsUntil } from "./facts.ts";
import { germanDay } from "./german-day.ts";
import type { LegalEvent } from "./legal-event.ts";

type EvaluateOn = (day: Day) => Evaluation;

/** The derivation asks for the same period on many days; the deadline engine counts it once. */
function remembering(periods: PeriodCalculator): PeriodCalculator {
  const known = new Map<string, Day>();
  return (rule, start, length) => {
    const key = `${rule} ${start.toString()} ${length ?? ""}`;
    const end = known.get(key) ?? (length === undefined ? periods(rule, start) : periods(rule, start, length));
    known.set(key, end);
    return end;
  };
}

/**
 * Days on which the state can change: a fact, the day after it, the day after a period or a bar. Latest first.
 * A period may show only on the day after another one ended, so each day found is looked at in turn.
 */
function turningDays(facts: Facts, today: Day, on: EvaluateOn): Day[] {
  const found = new Map<string, Day>();
  const waiting = facts.flatMap((fact) => [fact.on, dayAfter(fact.on)]);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (isAfter(next, today) || found.has(next.toString())) continue;
    found.set(next.toString(), next);
    waiting.push(...on(next).turningDays);
  }
  return [...found.values()].toSorted((a, b) => compareDays(b, a));
}

const dayAfter = (day: Day): Day => day.add({ days: 1 });

/** Walks back from today as long as the state stays the same. */
function sinceWhen(facts: Facts, today: Day, on: EvaluateOn): Day | undefined {
  const { state } = on(today);
  let since: Day | undefined;
  for (const day of turningDays(facts, today, on)) {
    if (on(day).state !== state) return since;
    since = day;
  }
  // Before the first fact there is no duty, so a case without one has been so without a beginning.
  return state === "noDuty" ? undefined : since;
}

export function deriveEnforceability(events: readonly LegalEvent[], today: Day, periods: PeriodCalculator): Derivation {
  const { facts, strayCorrections } = factsInForce(events);
  const calculate = remembering(periods);
  const known = new Map<string, Evaluation>();
  const on: EvaluateOn = (day) => {
    const evaluation = known.get(day.toString()) ?? evaluate(factsUntil(facts, day), day, calculate);
    known.set(day.toString(), evaluation);
    return evaluation;
  };
  const { state, until, steps, questions } = on(today);
  const happened = factsUntil(facts, today);
  const since = sinceWhen(happened, today, on);
  return {
    state,
    ...(since && { since }),
    ...(until && { until }),
    steps,
    openQuestions: [
      ...questions,
      ...strayCorrections.map(
        ({ on: day }) => `Die Berichtigung vom ${germanDay(day)} trifft keinen Eintrag: Was war gemeint?`,
      ),
    ],
  };
}
