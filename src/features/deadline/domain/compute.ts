/**
 * One deadline from one start event: picks the version of the rule, checks the givens, counts, and explains.
 * Pure; without a rule, a calendar or holidays it refuses by name and never guesses a day.
 */
import type { LegalReference } from "../../../kernel/legal-reference.ts";
import { ok, refused, type Result } from "../../../kernel/result.ts";
import { findRule } from "./catalogue.ts";
import type { ComputeOptions, Deadline, DeadlineInput, Reading } from "./deadline.ts";
import { type DayNumber, dayOf, numberOf } from "./day-number.ts";
import { explain } from "./explain.ts";
import { hourEnd } from "./hour-rules.ts";
import { reckon, type Reckoning, type Terms } from "./reckon.ts";
import type { Refusal } from "./refusal.ts";
import type { Rule } from "./rule.ts";
import { checkDay, readTerms } from "./terms.ts";

export function computeDeadline(input: DeadlineInput, options: ComputeOptions = {}): Result<Deadline, Refusal> {
  const wrongDay = checkDay(input.on);
  if (wrongDay) return refused(wrongDay);
  const start = numberOf(input.on);
  const rule = findRule(input.rule, start);
  if (!rule.ok) return rule;
  const terms = readTerms(rule.value, input, start);
  if (!terms.ok) return terms;
  const reckoning = reckon(rule.value, terms.value);
  if (!reckoning.ok) return reckoning;
  const other = otherReading(rule.value, input, terms.value);
  if (!other.ok) return other;
  const counted = { rule: rule.value, input, terms: terms.value, reckoning: reckoning.value };
  return finish(counted, other.value, options.explain !== false);
}

type Counted = { rule: Rule; input: DeadlineInput; terms: Terms; reckoning: Reckoning };
type Other = { because: string; reckoning: Reckoning } | undefined;

function otherReading(rule: Rule, { otherStart }: DeadlineInput, terms: Terms): Result<Other, Refusal> {
  if (!otherStart) return ok(undefined);
  const wrongDay = checkDay(otherStart.on);
  if (wrongDay) return refused(wrongDay);
  const reckoning = reckon(rule, { ...terms, start: numberOf(otherStart.on) });
  return reckoning.ok ? ok({ because: otherStart.because, reckoning: reckoning.value }) : reckoning;
}

function finish(counted: Counted, other: Other, explained: boolean): Result<Deadline, Refusal> {
  const { rule, input, terms, reckoning } = counted;
  const hours = hourEnd(rule, input, terms.length);
  if (!hours.ok) return hours;
  const { legalEnd, operationalEnd, rolled } = hours.value
    ? { ...reckoning, legalEnd: hours.value.lastDay }
    : reckoning;
  const lengthAssumed = input.length === undefined && rule.length?.chosen === true;
  const steps = explained
    ? [...explain({ ...counted, lengthAssumed }), ...(hours.value?.steps ?? []), ...otherSteps(other)]
    : [];
  const deadline: Deadline = {
    rule: rule.id,
    title: rule.title,
    norm: normOf(rule),
    set: rule.set,
    direction: rule.direction,
    calendar: terms.calendar.id,
    start: input.on,
    length: terms.length.iso,
    lengthAssumed,
    creditedDays: terms.creditedDays,
    suspendedDays: reckoning.suspendedDays,
    raw: dayOf(hours.value?.lastDay ?? reckoning.raw),
    legalEnd: dayOf(legalEnd),
    readings: readings(rule, reckoning, other),
    planOn: dayOf(planOn(rule, reckoning, other)),
    missed: rule.missed,
    steps,
  };
  if (operationalEnd !== undefined) deadline.operationalEnd = dayOf(operationalEnd);
  if (rule.opensAfterEnd) deadline.earliestAction = dayOf(legalEnd + 1);
  if (rolled !== undefined) deadline.rolled = dayOf(rolled);
  if (hours.value) deadline.until = hours.value.until;
  return ok(deadline);
}

const cited = new WeakMap<Rule, LegalReference>();

function normOf(rule: Rule): LegalReference {
  const known = cited.get(rule) ?? { norm: rule.norm, version: rule.version };
  cited.set(rule, known);
  return known;
}

const otherSteps = (other: Other) =>
  other ? [{ text: `Andere Lesart des Beginns: ${other.because}`, day: dayOf(other.reckoning.legalEnd) }] : [];

function readings(rule: Rule, { legalEnd, raw, rolled }: Reckoning, other: Other): Reading[] {
  if (other) {
    return [
      { text: "Beginn mit dem genannten Ereignis", day: dayOf(legalEnd) },
      { text: other.because, day: dayOf(other.reckoning.legalEnd) },
    ];
  }
  if (rolled !== undefined) {
    return [
      { text: "Ohne Verschiebung auf einen Werktag", day: dayOf(raw) },
      { text: "Mit Verschiebung auf den nächsten Werktag", day: dayOf(rolled) },
    ];
  }
  if (!rule.silence) return [];
  return [
    { text: "Schweigen wirkt mit Ablauf des letzten Tages (VG Regensburg, RN 8 E 18.50731)", day: dayOf(legalEnd) },
    { text: "Schweigen wirkt am Tag danach (Praxis des Bundesamts)", day: dayOf(legalEnd + 1) },
  ];
}

/** The later reading protects the person; the earlier one limits our own power. */
function planOn(rule: Rule, reckoning: Reckoning, other: Other): DayNumber {
  const day = planningDay(rule, reckoning);
  if (!other) return day;
  const otherDay = planningDay(rule, other.reckoning);
  return rule.direction === "protectsPerson" ? Math.max(day, otherDay) : Math.min(day, otherDay);
}

const planningDay = (rule: Rule, { raw, legalEnd, operationalEnd, rolled }: Reckoning): DayNumber =>
  rule.direction === "protectsPerson" ? (rolled ?? legalEnd) : (operationalEnd ?? raw);
