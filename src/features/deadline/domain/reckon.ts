/**
 * One period counted in whole days: start, raw end, credits, suspensions, roll, planning day. Knows rules, not texts.
 * Refuses what the norm does not allow; it never shortens or lengthens an input to make it fit.
 */
import { ok, refused, type Result } from "../../../kernel/result.ts";
import { type Calendar, holidaysKnown } from "./calendar.ts";
import {
  lastWorkingDay,
  nextWorkingDay,
  rawEnd,
  rawEndBackwards,
  rolledEnd,
  type RuleSet,
  ruleSets,
} from "./counting.ts";
import { type DayNumber, endOfQuarter, endOfYear } from "./day-number.ts";
import type { Length } from "./length.ts";
import { type Refusal, refusal } from "./refusal.ts";
import type { Rule } from "./rule.ts";

/** Angaben einer Zählung in Tageszahlen (§ 187 BGB). */
export type Terms = {
  start: DayNumber;
  length: Length;
  calendar: Calendar;
  creditedDays: number;
  suspended: readonly { from: DayNumber; to: DayNumber }[];
};

/** Ergebnis einer Zählung in Tageszahlen (§ 188 BGB). */
export type Reckoning = {
  /** Day from which the length is counted; differs from the event where a quarter has to end first. */
  from: DayNumber;
  unreduced: DayNumber;
  suspendedDays: number;
  raw: DayNumber;
  legalEnd: DayNumber;
  operationalEnd: DayNumber | undefined;
  rolled: DayNumber | undefined;
};

export const rollsFor = (rule: Rule, set: RuleSet): boolean =>
  set.rolls && rule.isDuration !== true && rule.backwards !== true;

export function reckon(rule: Rule, terms: Terms): Result<Reckoning, Refusal> {
  const set = ruleSets[rule.set];
  const from = rule.startsAt === "endOfQuarter" ? endOfQuarter(terms.start) : terms.start;
  const unreduced = unreducedEnd(rule, set, from, terms.length);
  const suspendedDays = daysSuspended(terms, from, unreduced);
  const raw = unreduced + suspendedDays - terms.creditedDays;
  if (terms.creditedDays > 0 && raw < from) return refused(usedUp);

  const rolls = rollsFor(rule, set);
  const needsCalendar = rolls || set.plansOnWorkingDay || rule.rollDisputed === true;
  if (!needsCalendar)
    return ok({ from, unreduced, suspendedDays, raw, legalEnd: raw, operationalEnd: undefined, rolled: undefined });

  const known = holidaysKnown(terms.calendar, raw);
  if (!known.ok) return known;
  const legalEnd = rolls ? rolledEnd(set, from, raw, terms.calendar) : raw;
  const operationalEnd = set.plansOnWorkingDay
    ? planningDay(rule, from, lastWorkingDay(raw, terms.calendar))
    : undefined;
  const moved = rule.rollDisputed ? nextWorkingDay(raw, terms.calendar) : raw;
  return ok({
    from,
    unreduced,
    suspendedDays,
    raw,
    legalEnd,
    operationalEnd,
    rolled: moved === raw ? undefined : moved,
  });
}

/** A period of two days over a weekend has no working day left to plan on. */
const planningDay = (rule: Rule, from: DayNumber, day: DayNumber): DayNumber | undefined =>
  rule.backwards || day > from ? day : undefined;

function unreducedEnd(rule: Rule, set: RuleSet, from: DayNumber, length: Length): DayNumber {
  if (rule.backwards) return rawEndBackwards(from, length);
  // Custody that ends "with the following day" is said in days after the seizure, not as a length with a counted first day.
  const end = rule.endsAt === "endOfDay" ? from + length.days : rawEnd(set, from, length);
  if (rule.endsAt === "endOfQuarter") return endOfQuarter(end);
  return rule.endsAt === "endOfYear" ? endOfYear(end) : end;
}

/** § 11 Abs. 9: each day of unlawful stay within the running period is added; the longer end may take in a further stay. */
function daysSuspended({ suspended }: Terms, from: DayNumber, unreduced: DayNumber): number {
  let days = 0;
  let counted = from;
  for (const stay of suspended.toSorted((a, b) => a.from - b.from)) {
    const first = Math.max(stay.from, counted + 1);
    if (first > unreduced + days || stay.to < first) continue;
    days += stay.to - first + 1;
    counted = stay.to;
  }
  return days;
}

const usedUp = refusal(
  "creditUsesEverything",
  "creditedDays",
  "Die angerechneten Tage verbrauchen die ganze Dauer: Es bleibt kein Tag, die Freiheitsentziehung ist nicht zulässig.",
);
