/**
 * Duty after a failure (domain.md 6.2, R10: one failed attempt, then the period lapsed): a new attempt, or a reasoned
 * decision not to. It proposes nothing and decides nothing; a person resolves it.
 */
import { compareDays, daysBetween, type Day } from "../../../kernel/day.ts";
import { ok, refused, type Result } from "../../../kernel/result.ts";
import type { Failure } from "./outcome.ts";

/** Pflicht "Erneuter Versuch oder begründet absehen" nach einem gescheiterten Versuch (Art. 46 VO (EU) 2024/1351). */
export type ReattemptDuty = {
  title: "Erneuter Versuch oder begründet absehen";
  owner: string;
  arose: Day;
  due: { on: Day; because: "configuration" | "transferPeriod" } | undefined;
};

/** Erledigung der Pflicht: neuer Versuch oder begründetes Absehen (Art. 46 VO (EU) 2024/1351; domain.md R10). */
export type DutyResolution = { kind: "newAttempt"; measure: string } | { kind: "refrained"; reason: string };

type Sources = {
  owner: string;
  failedOn: Day;
  /** Operational end of the transfer period, where one runs. */
  transferPeriodEnd: Day | undefined;
  /** Configuration of the authority; empty by default. */
  daysToDecide: number | undefined;
};

/** No duty only where the person has left on their own: there is nothing left to attempt (§ 50 Abs. 2 AufenthG). */
export function reattemptDuty({ cause }: Failure, sources: Sources): ReattemptDuty | undefined {
  if (cause === "voluntaryDeparture") return undefined;
  const { owner, failedOn } = sources;
  return { title: "Erneuter Versuch oder begründet absehen", owner, arose: failedOn, due: dueDay(sources) };
}

function dueDay({ failedOn, transferPeriodEnd, daysToDecide }: Sources): ReattemptDuty["due"] {
  const configured = daysToDecide === undefined ? undefined : failedOn.add({ days: daysToDecide });
  if (transferPeriodEnd && (!configured || compareDays(transferPeriodEnd, configured) <= 0))
    return { on: transferPeriodEnd, because: "transferPeriod" };
  return configured && { on: configured, because: "configuration" };
}

/** Days until the duty is due, negative when it is overdue, undefined when it has no date. */
export const daysLeft = ({ due }: ReattemptDuty, today: Day): number | undefined => due && daysBetween(today, due.on);

export const resolveDuty = (resolution: DutyResolution): Result<DutyResolution, "reasonMissing"> =>
  resolution.kind === "refrained" && resolution.reason.trim().length < 3 ? refused("reasonMissing") : ok(resolution);
