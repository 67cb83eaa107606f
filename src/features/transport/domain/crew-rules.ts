/**
 * Working-time rules for crews as versioned configuration (Lenk- und Ruhezeiten, Arbeitszeit): pure functions from a
 * timeline to violations. They never decide which rule set binds a crew; that is recorded with the unit.
 */
import type { PlannedBreak, RuleSet, WorkPeriod } from "./model.ts";

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86400;

/** Broken rule of working or driving time (Arbeitszeit, Lenk- und Ruhezeit). */
export type CrewViolation = "crewHours" | "rest" | "drivingTime";

/** A tour as its crew lives it: drives between stops, breaks, start and end. */
export type Shift = {
  start: number;
  end: number;
  drives: readonly { from: number; to: number }[];
  breaks: readonly PlannedBreak[];
};

/** For comparison with benchmarks only. */
export const noRules: RuleSet = {
  id: "none",
  version: "1",
  norm: "keine (Vergleichsaufgabe)",
  maxWork: null,
  breaks: [],
  minPiece: 0,
  maxWithoutBreak: null,
  rest: null,
  driving: null,
};

export const shippedRuleSets: readonly RuleSet[] = [
  // Averaging over six months (§ 3 Satz 2) needs a longer history than 14 days: the authority keeps that account.
  {
    id: "ArbZG",
    version: "2026-08-19",
    norm: "§§ 3–6 ArbZG",
    maxWork: 10 * HOUR,
    breaks: [
      { over: 6 * HOUR, total: 30 * MINUTE },
      { over: 9 * HOUR, total: 45 * MINUTE },
    ],
    minPiece: 15 * MINUTE,
    maxWithoutBreak: 6 * HOUR,
    rest: 11 * HOUR,
    driving: null,
  },
  // Figures from memory of the regulation ([M] in transport.md 1.4): configuration, to be confirmed before use.
  {
    id: "EU-561",
    version: "2026-11-23",
    norm: "Art. 6–8 Verordnung (EG) Nr. 561/2006",
    maxWork: null,
    breaks: [],
    minPiece: 15 * MINUTE,
    maxWithoutBreak: null,
    rest: 11 * HOUR,
    driving: {
      maxDay: 9 * HOUR,
      maxWeek: 56 * HOUR,
      maxFortnight: 90 * HOUR,
      breakAfter: 4.5 * HOUR,
      breakLength: 45 * MINUTE,
    },
  },
  noRules,
];

export const ruleSetOf = (id: string, sets: readonly RuleSet[]): RuleSet | undefined =>
  sets.find((set) => set.id === id);

const drivenSince = (history: readonly WorkPeriod[], from: number): number =>
  history.reduce((sum, period) => (period.from >= from ? sum + period.driving : sum), 0);

/** Driving time left on the planning day, `Infinity` when the rule set does not limit it. */
export function drivingLeft(rules: RuleSet, history: readonly WorkPeriod[]): number {
  if (!rules.driving) return Infinity;
  const { maxDay, maxWeek, maxFortnight } = rules.driving;
  return Math.min(maxDay, maxWeek - drivenSince(history, -6 * DAY), maxFortnight - drivenSince(history, -13 * DAY));
}

/** Earliest lawful begin of work after the last shift in the history. */
export const earliestBegin = (rules: RuleSet, history: readonly WorkPeriod[]): number =>
  rules.rest === null
    ? -Infinity
    : history.reduce((latest, p) => Math.max(latest, p.to + (rules.rest ?? 0)), -Infinity);

function hoursKept(rules: RuleSet, shift: Shift): boolean {
  const pieces = shift.breaks.filter((b) => b.to - b.from >= rules.minPiece);
  const paused = pieces.reduce((sum, b) => sum + b.to - b.from, 0);
  const work = shift.end - shift.start - paused;
  if (rules.maxWork !== null && work > rules.maxWork) return false;
  if (rules.breaks.some((b) => work > b.over && paused < b.total)) return false;
  if (rules.maxWithoutBreak === null) return true;
  const edges = [shift.start, ...pieces.flatMap((b) => [b.from, b.to]), shift.end];
  for (let k = 0; k < edges.length; k += 2)
    if ((edges[k + 1] ?? 0) - (edges[k] ?? 0) > rules.maxWithoutBreak) return false;
  return true;
}

function drivingKept(rules: RuleSet, shift: Shift, left: number): boolean {
  if (!rules.driving) return true;
  const { breakAfter, breakLength } = rules.driving;
  let total = 0;
  let since = 0;
  let before = shift.start;
  for (const drive of shift.drives) {
    if (shift.breaks.some((b) => b.from >= before && b.to <= drive.from && b.to - b.from >= breakLength)) since = 0;
    total += drive.to - drive.from;
    since += drive.to - drive.from;
    if (since > breakAfter) return false;
    before = drive.to;
  }
  return total <= left;
}

/** German term: Verstöße gegen das Regelwerk, empty when the shift is lawful. */
export function crewViolations(rules: RuleSet, history: readonly WorkPeriod[], shift: Shift): CrewViolation[] {
  const found: CrewViolation[] = [];
  if (shift.start < earliestBegin(rules, history)) found.push("rest");
  if (!hoursKept(rules, shift)) found.push("crewHours");
  if (!drivingKept(rules, shift, drivingLeft(rules, history))) found.push("drivingTime");
  return found;
}
