/**
 * The strict check of a sequence for units with more than windows and loads: driving time, separation on board, waiting
 * with persons on board, breaks. It uses the same pure crew rules as the independent check, and never relaxes one.
 */
import { crewViolations, type Shift } from "../crew-rules.ts";
import type { PlannedBreak } from "../model.ts";
import type { Problem } from "./problem.ts";
import {
  compactTimes,
  greatestTimes,
  leastTimes,
  newTimetable,
  openTimetable,
  resetBounds,
  type Timetable,
} from "./timetable.ts";

export type StrictBench = Timetable;
export const newStrictBench = newTimetable;

export function strictlyFeasible(
  problem: Problem,
  bench: StrictBench,
  seq: Int32Array,
  last: number,
  cls: number,
): boolean {
  if (last === 1) return true;
  openTimetable(problem, bench, seq, last);
  const unit = problem.classes[cls]!;
  if (unit.drivingLeft < Infinity && drivingTime(problem, bench) > unit.drivingLeft) return false;
  if (!apartOnBoard(problem, bench)) return false;
  resetBounds(problem, bench, cls);
  if (!leastTimes(problem, bench, unit.maxDuration)) return false;
  const duration = bench.begin[last]! - bench.begin[0]!;
  if (duration <= unit.freeDuration) return true;
  // The earliest times may wait where a later start would not: the shortest duration decides.
  resetBounds(problem, bench, cls);
  bench.high[last] = bench.begin[last]!;
  greatestTimes(problem, bench, unit.maxDuration);
  if (bench.high[last]! - bench.high[0]! <= unit.freeDuration) return true;
  return withBreaks(problem, bench, cls);
}

function drivingTime(problem: Problem, bench: StrictBench): number {
  let sum = 0;
  for (let k = 1; k <= bench.last; k++) {
    const from = bench.seq[k - 1]!;
    sum += problem.go[from * problem.nodes + bench.seq[k]!]! - problem.service[from]!;
  }
  return sum;
}

function apartOnBoard(problem: Problem, bench: StrictBench): boolean {
  if (!problem.conflicts?.onBoardOnly) return true;
  const { words, bits } = problem.conflicts;
  const { seq, last, position } = bench;
  for (let k = 1; k < last; k++) {
    const r = seq[k]!;
    if (r >= problem.n) continue;
    for (let j = 1; j < last; j++) {
      const o = seq[j]!;
      if (o >= problem.n || o === r || !((bits[r * words + (o >>> 5)]! >>> (o & 31)) & 1)) continue;
      if (j < k && position[o + problem.n]! > k) return false;
    }
  }
  return true;
}

/** Finds times and breaks that the rule set accepts; on success they stand in the bench (`begin`, `pause`). */
export function withBreaks(problem: Problem, bench: StrictBench, cls: number): boolean {
  const { rules } = problem.classes[cls]!;
  if (timesFit(problem, bench, cls, [])) return true;
  if (rules.breaks.length === 0 && !rules.driving) return false;
  resetBounds(problem, bench, cls);
  bench.pause.fill(0, 0, bench.last + 1);
  if (!compactTimes(problem, bench, Infinity)) return false;
  const lengths = [
    ...new Set([...rules.breaks.map((b) => b.total), ...(rules.driving ? [rules.driving.breakLength] : [])]),
  ];
  const places: number[] = [];
  for (let k = 1; k < bench.last; k++) if (!bench.occupied[k + 1]) places.push(k);
  for (const length of lengths) for (const k of places) if (timesFit(problem, bench, cls, [[k, length]])) return true;
  const pieces = [rules.minPiece, ...lengths];
  for (const a of places.slice(0, 8))
    for (const b of places.slice(0, 8))
      if (a < b)
        for (const first of pieces)
          for (const second of pieces)
            if (
              timesFit(problem, bench, cls, [
                [a, first],
                [b, second],
              ])
            )
              return true;
  return false;
}

/** True when the sequence has times with these breaks and the shift keeps the rule set. */
function timesFit(
  problem: Problem,
  bench: StrictBench,
  cls: number,
  pauses: readonly (readonly [number, number])[],
): boolean {
  const { rules, history, maxDuration } = problem.classes[cls]!;
  bench.pause.fill(0, 0, bench.last + 1);
  for (const [k, length] of pauses) bench.pause[k] = length;
  resetBounds(problem, bench, cls);
  if (!compactTimes(problem, bench, maxDuration)) return false;
  if (rules.maxWork === null && rules.driving === null && rules.rest === null) return true;
  return crewViolations(rules, history, shiftOf(problem, bench)).length === 0;
}

/** The tour as its crew lives it. */
export function shiftOf(problem: Problem, bench: StrictBench): Shift {
  const { seq, last, begin, pause } = bench;
  const drives: { from: number; to: number }[] = [];
  const breaks: PlannedBreak[] = [];
  for (let k = 0; k < last; k++) {
    const leave = begin[k]! + problem.service[seq[k]!]!;
    const from = leave + pause[k]!;
    if (pause[k]! > 0) breaks.push({ afterStop: k, from: leave, to: from });
    drives.push({ from, to: begin[k]! + pause[k]! + problem.go[seq[k]! * problem.nodes + seq[k + 1]!]! });
  }
  return { start: begin[0]!, end: begin[last]!, drives, breaks };
}
