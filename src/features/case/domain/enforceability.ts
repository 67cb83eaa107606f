/**
 * Derives the enforceability of the duty to leave (Vollziehbarkeit der Ausreisepflicht) from legal events, §§ 50, 58, 59, 60a AufenthG.
 * Pure: days come in as arguments. Where a fact is missing, the answer protects the person and a question names the fact.
 */
import { compareDays, type Day, isAfter } from "../../../kernel/day.ts";
import { type Derivation, type PeriodCalculator, PeriodUnknown } from "./enforceability-state.ts";
import { type Evaluation, evaluate } from "./evaluation.ts";
import { servedFacts } from "./deemed-service.ts";
import { type Facts, factsInForce, factsUntil } from "./facts.ts";
import { germanDay } from "./german-day.ts";
import type { LegalEvent } from "./legal-event.ts";
import { housePolicy } from "./norms.ts";
import { earliest } from "./span.ts";

type EvaluateOn = (day: Day) => Evaluation;

/** The derivation asks for the same period on many days; the deadline engine counts it once. */
function remembering(periods: PeriodCalculator): PeriodCalculator {
  const known = new Map<string, Day>();
  return (rule, start, length, calendar) => {
    const key = `${rule} ${start.toString()} ${length ?? ""} ${calendar ?? ""}`;
    const end = known.get(key) ?? periods(rule, start, length, calendar);
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

/** A decision already on its way changes the state on the day on which it counts as served. */
function lastDayBeforeService(facts: Facts, recorded: Facts, today: Day): Day | undefined {
  const coming = facts.filter((fact) => !recorded.includes(fact) && isAfter(fact.on, today));
  return earliest(...coming.map(({ on }) => on.subtract({ days: 1 })));
}

/** Where a period cannot be counted nothing is enforceable, and the answer says which and why. */
export function deriveEnforceability(events: readonly LegalEvent[], today: Day, periods: PeriodCalculator): Derivation {
  try {
    return derive(events, today, periods);
  } catch (error) {
    if (!(error instanceof PeriodUnknown)) throw error;
    const norm = housePolicy("ohne berechenbare Frist nicht vollziehbar");
    return {
      state: "dutyNotEnforceable",
      steps: [{ sentence: `Eine Frist kann nicht gerechnet werden. ${error.message}`, norm, events: [] }],
      openQuestions: [`${error.message} Ist der Tag richtig erfasst? Sonst ist die Frist von Hand zu prüfen.`],
    };
  }
}

function derive(events: readonly LegalEvent[], today: Day, periods: PeriodCalculator): Derivation {
  const calculate = remembering(periods);
  const { facts: recorded, strayCorrections } = factsInForce(events);
  const facts = servedFacts(recorded, calculate);
  const known = new Map<string, Evaluation>();
  const on: EvaluateOn = (day) => {
    const evaluation = known.get(day.toString()) ?? evaluate(factsUntil(facts, day), day, calculate);
    known.set(day.toString(), evaluation);
    return evaluation;
  };
  const { state, until, steps, questions } = on(today);
  const happened = factsUntil(facts, today);
  const last = earliest(until, lastDayBeforeService(facts, recorded, today));
  const since = sinceWhen(happened, today, on);
  return {
    state,
    ...(since && { since }),
    ...(last && { until: last }),
    steps,
    openQuestions: [
      ...questions,
      ...strayCorrections.map(
        ({ on: day }) => `Die Berichtigung vom ${germanDay(day)} trifft keinen Eintrag: Was war gemeint?`,
      ),
    ],
  };
}
