/**
 * All clocks of one measure in one graph: when the first of them runs out, and the last useful day of each open step. Lead times
 * come from configuration and are empty by default; without one the day is "noch nicht eingestellt", never an estimate.
 */
import type { Day } from "../../../kernel/day.ts";
import { ok, refused, type Result } from "../../../kernel/result.ts";
import { type Calendar, findCalendar, holidaysKnown } from "./calendar.ts";
import { lastWorkingDay } from "./counting.ts";
import { type DayNumber, dayOf, numberOf } from "./day-number.ts";
import { germanDay } from "./german-day.ts";
import type { Refusal } from "./refusal.ts";
import { refusal } from "./refusal.ts";

/** Uhr einer Maßnahme: etwas, das an einem Tag abläuft (Überstellungsfrist, Beschluss, Pass, Attest, Flug). */
export type Clock = {
  id: string;
  kind:
    | "transferPeriod"
    | "transitPermission"
    | "travelDocument"
    | "fitnessCertificate"
    | "searchWarrant"
    | "detentionOrder"
    | "evidence"
    | "flight"
    | "requestClock";
  title: string;
  /** Last day on which it still holds. */
  until: Day;
};

/** Vorlauf aus der Konfiguration des Mandanten (§ 3 VwVfG: jede Behörde bestimmt ihre Abläufe selbst). */
export type LeadTime = { days: number; unit: "workingDays" | "calendarDays" };

/** Offener Schritt einer Maßnahme, z. B. ein Ersuchen; er kann erst beginnen, wenn andere beendet sind. */
export type PathStep = { id: string; title: string; leadTime?: LeadTime; after: readonly string[]; done?: boolean };

/** Angaben zum kritischen Pfad (M-Nummer der Maßnahme kennt nur der Aufrufer). */
export type CriticalPathInput = {
  clocks: readonly Clock[];
  steps: readonly PathStep[];
  target?: Day;
  calendar: string;
};

/** Letzter sinnvoller Tag eines Schritts. */
export type PathStepResult = {
  id: string;
  title: string;
  done: boolean;
  lastUsefulDay?: Day;
  /** In any case not later than this, even while lead times are missing. */
  notAfter?: Day;
  text: string;
};

/** Kritischer Pfad einer Maßnahme: früheste Uhr, Ziel, Schritte in ihrer Reihenfolge, und was vor dem geplanten Tag endet. */
export type CriticalPath = {
  earliestExpiry?: Clock;
  target?: Day;
  order: string[];
  steps: PathStepResult[];
  tooEarly: Clock[];
};

/** A planned flight and an awaited answer run out for nobody: they are shown, but nothing ends with them. */
const runsOut = ({ kind }: Clock): boolean => kind !== "flight" && kind !== "requestClock";

export const notConfigured = "noch nicht eingestellt";

export function criticalPath(input: CriticalPathInput): Result<CriticalPath, Refusal> {
  const calendar = findCalendar(input.calendar);
  if (!calendar.ok) return calendar;
  const order = inOrder(input.steps);
  if (!order)
    return refused(
      refusal("notAnEntry", "file", "Die Schritte warten im Kreis aufeinander oder auf einen unbekannten Schritt."),
    );
  const limits = input.clocks.filter(runsOut).toSorted((a, b) => numberOf(a.until) - numberOf(b.until));
  const earliestExpiry = limits[0];
  const flights = input.clocks.filter(({ kind }) => kind === "flight");
  const target = earliest(input.target, earliestExpiry?.until, ...flights.map(({ until }) => until));
  if (target) {
    const known = holidaysKnown(calendar.value, numberOf(target) - 366);
    if (!known.ok) return known;
  }
  const steps = target ? backwards(order, numberOf(target), calendar.value) : order.map((step) => without(step));
  return ok({
    order: order.map(({ id }) => id),
    steps,
    tooEarly: limits.filter(({ until }) => flights.some((flight) => numberOf(until) < numberOf(flight.until))),
    ...(earliestExpiry ? { earliestExpiry } : {}),
    ...(target ? { target } : {}),
  });
}

function earliest(...days: (Day | undefined)[]): Day | undefined {
  const given = days.filter((day) => day !== undefined).map(numberOf);
  return given.length === 0 ? undefined : dayOf(Math.min(...given));
}

/** Each step after all it waits for; undefined for a circle or an unknown name. */
function inOrder(steps: readonly PathStep[]): PathStep[] | undefined {
  const placed = new Set<string>();
  const order: PathStep[] = [];
  while (order.length < steps.length) {
    const next = steps.find(({ id, after }) => !placed.has(id) && after.every((name) => placed.has(name)));
    if (!next) return undefined;
    placed.add(next.id);
    order.push(next);
  }
  return order;
}

/** Last day on which the step may be finished, and whether a lead time behind it is missing. */
type Latest = { end: DayNumber; certain: boolean };

function backwards(order: PathStep[], target: DayNumber, calendar: Calendar): PathStepResult[] {
  const results = new Map<string, PathStepResult>();
  const starts = new Map<string, Latest>();
  for (const step of order.toReversed()) {
    const followers = order
      .filter(({ after, done }) => after.includes(step.id) && !done)
      .flatMap(({ id }) => starts.get(id) ?? []);
    const end = Math.min(target, ...followers.map((follower) => follower.end));
    const certain = followers.every((follower) => follower.certain);
    const begin = step.leadTime ? before(end, step.leadTime, calendar) : lastWorkingDay(end, calendar);
    const known = certain && step.leadTime !== undefined;
    starts.set(step.id, { end: begin, certain: known });
    results.set(step.id, step.done ? without(step) : outcome(step, begin, known));
  }
  return order.flatMap(({ id }) => results.get(id) ?? []);
}

/** The last working day from which the lead time still fits before the end. */
function before(end: DayNumber, { days, unit }: LeadTime, calendar: Calendar): DayNumber {
  if (unit === "calendarDays") return lastWorkingDay(end - days, calendar);
  let day = lastWorkingDay(end, calendar);
  for (let left = days; left > 0; left -= 1) day = lastWorkingDay(day - 1, calendar);
  return day;
}

const outcome = ({ id, title }: PathStep, day: DayNumber, known: boolean): PathStepResult =>
  known
    ? { id, title, done: false, lastUsefulDay: dayOf(day), notAfter: dayOf(day), text: germanDay(day) }
    : { id, title, done: false, notAfter: dayOf(day), text: notConfigured };

const without = ({ id, title, done }: PathStep): PathStepResult => ({
  id,
  title,
  done: done === true,
  text: done ? "erledigt" : notConfigured,
});
