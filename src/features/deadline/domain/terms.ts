/**
 * Reads the givens of one deadline against its rule: calendar, length within what the norm allows, credits, suspensions.
 * Every mistake is named with its field; nothing is silently ignored.
 */
import type { Day } from "../../../kernel/day.ts";
import { ok, refused, type Result } from "../../../kernel/result.ts";
import { findCalendar } from "./calendar.ts";
import type { DayInterval, DeadlineInput } from "./deadline.ts";
import { type DayNumber, numberOf } from "./day-number.ts";
import { writtenDay } from "./german-day.ts";
import { addLength, knownLength, type Length, lengthText, readLength } from "./length.ts";
import type { Terms } from "./reckon.ts";
import { type Refusal, refusal } from "./refusal.ts";
import type { Rule, Span } from "./rule.ts";

const earliest = 1900;
const latest = 2100;

export function readTerms(rule: Rule, input: DeadlineInput, start: DayNumber): Result<Terms, Refusal> {
  const calendar = findCalendar(input.calendar);
  if (!calendar.ok) return calendar;
  const length = readRuleLength(rule, input.length, start);
  if (!length.ok) return length;
  const creditedDays = readCredit(rule, input.creditedDays ?? 0);
  if (!creditedDays.ok) return creditedDays;
  const suspended = readSuspended(rule, input.on, input.suspended ?? []);
  if (!suspended.ok) return suspended;
  return ok({
    start,
    length: length.value,
    calendar: calendar.value,
    creditedDays: creditedDays.value,
    suspended: suspended.value,
  });
}

/** Days outside these years are typing mistakes, and no calendar could serve them. */
export function checkDay(on: Day): Refusal | undefined {
  if (on.year >= earliest && on.year <= latest) return undefined;
  return refusal("dayOutOfRange", "on", `${writtenDay(on)} liegt außerhalb der Jahre ${earliest} bis ${latest}.`);
}

function readRuleLength(rule: Rule, given: string | undefined, start: DayNumber): Result<Length, Refusal> {
  const span = rule.length;
  if (!span) {
    return refused(
      refusal("ruleWithoutPeriod", "rule", `${rule.id} (${rule.norm}) ist eine Pflicht ohne zählbare Frist.`),
    );
  }
  if (given === undefined) return span.mustBeGiven ? refused(missing(rule)) : ok(knownLength(span.usual));
  const length = readLength(given);
  if (!length.ok) return length;
  return isWithin(span, length.value, start) ? length : refused(outside(rule, span, given));
}

/** Compared by the day on which each would end, because 30 days and one month cannot be compared otherwise. */
function isWithin(span: Span, length: Length, start: DayNumber): boolean {
  const usual = knownLength(span.usual);
  if (length.hours > 0 || usual.hours > 0) return length.hours === usual.hours;
  const distance = (candidate: Length): number => addLength(start, candidate) - start;
  const longest = span.longest === null ? Number.POSITIVE_INFINITY : distance(knownLength(span.longest ?? span.usual));
  const given = distance(length);
  return given >= distance(knownLength(span.shortest ?? span.usual)) && given <= longest;
}

function readCredit(rule: Rule, days: number): Result<number, Refusal> {
  if (!Number.isSafeInteger(days) || days < 0 || days > 100_000) {
    return refused(refusal("creditNotPossible", "creditedDays", "Angerechnete Tage sind eine ganze Zahl ab 0."));
  }
  if (days === 0 || rule.credits) return ok(days);
  return refused(
    refusal("creditNotPossible", "creditedDays", `Auf ${rule.id} (${rule.norm}) wird nichts angerechnet.`),
  );
}

function readSuspended(rule: Rule, on: Day, intervals: readonly DayInterval[]): Result<Terms["suspended"], Refusal> {
  if (intervals.length === 0) return ok([]);
  if (!rule.suspendable) return refused(suspension(`Der Lauf von ${rule.id} (${rule.norm}) wird nicht gehemmt.`));
  const numbers = intervals.map(({ from, to }) => ({ from: numberOf(from), to: numberOf(to) }));
  if (numbers.some(({ from, to }) => to < from)) return refused(suspension("Die Hemmung endet vor ihrem Beginn."));
  if (numbers.some(({ from }) => from < numberOf(on))) return refused(suspension("Die Hemmung beginnt vor der Frist."));
  return ok(numbers);
}

const suspension = (message: string): Refusal => refusal("suspensionNotPossible", "suspended", message);

const missing = (rule: Rule): Refusal =>
  refusal("lengthMissing", "length", `Für ${rule.id} (${rule.norm}) muss die Länge angegeben werden.`);

function outside(rule: Rule, span: Span, given: string): Refusal {
  const shortest = lengthText(span.shortest ?? span.usual);
  const longest = span.longest === null ? undefined : lengthText(span.longest ?? span.usual);
  const allowed =
    longest === shortest ? `genau ${shortest}` : longest ? `${shortest} bis ${longest}` : `mindestens ${shortest}`;
  const text = `Die Länge »${lengthText(given) || given}« liegt außerhalb dessen, was ${rule.norm} erlaubt (${allowed}).`;
  return refusal("lengthOutsideSpan", "length", text);
}
