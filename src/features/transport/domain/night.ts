/**
 * Night at homes: between 21 and 6 h nobody stops at a home unless two decisions are recorded (§ 58 Abs. 7 und 8 AufenthG;
 * hours as in § 104 Abs. 3 StPO). The planner cannot weigh or relax this; planning convenience is no reason.
 */
import type { DayRules, Stop } from "./model.ts";

/** Time window (Zeitfenster), in time units of the instance. */
export type Window = { earliest: number; latest: number };

/** The parts of the window in which the whole stop (begin to end of service) lies outside the night. */
export function daytimeParts(stop: Stop, night: DayRules["night"]): Window[] {
  if (!night) return [{ earliest: stop.earliest, latest: stop.latest }];
  const parts: Window[] = [];
  const first = Math.floor(stop.earliest / night.day) - 1;
  const last = Math.floor(stop.latest / night.day) + 1;
  for (let day = first; day <= last; day++) {
    const earliest = Math.max(stop.earliest, day * night.day + night.to);
    const latest = Math.min(stop.latest, day * night.day + night.from - stop.service);
    if (earliest <= latest) parts.push({ earliest, latest });
  }
  return parts;
}

/** True when the stop may use its window as it stands. */
export const nightAllowed = (stop: Stop, decisions: readonly unknown[]): boolean =>
  stop.kind !== "home" || decisions.length === 2;
