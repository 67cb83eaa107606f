/**
 * The departure period (Ausreisefrist) of a removal threat: when it runs, is interrupted, begins anew, is over.
 * "Over" is never stored: each derivation counts again, because a late fact may interrupt it (§ 59 Abs. 1 Satz 6–7 AufenthG).
 */
import { compareDays, type Day, daysBetween, isAfter, isBefore } from "../../../kernel/day.ts";
import type { DepartureTerms } from "./departure-terms.ts";
import type { Bar, PeriodCalculator } from "./enforceability-state.ts";
import { later } from "./span.ts";

/** One run of the period (Lauf der Ausreisefrist), from the event that starts it; a bar may interrupt it. */
export type PeriodRun = { start: Day; end: Day; isWaived: boolean; interruptedOn?: Day };

/** Where the period stands on a day (Stand der Ausreisefrist). */
export type PeriodStanding = { standing: "notStarted" | "running" | "interrupted" | "over"; runs: PeriodRun[] };

/** A threat with the standing of its departure period (Abschiebungsandrohung mit Stand der Ausreisefrist). */
export type Threat = { terms: DepartureTerms; standing: PeriodStanding };

type Block = { from: Day; to?: Day };

const dayAfter = (day: Day): Day => day.add({ days: 1 });
const reaches = (block: Block, day: Day): boolean => block.to === undefined || !isBefore(block.to, day);

/** Bars of this threat that touch or overlap are one time without enforceability. */
function blocksOf(terms: DepartureTerms, bars: readonly Bar[]): Block[] {
  const own = bars.filter(
    ({ restarts, act }) =>
      restarts === "all" || restarts === terms.procedure || (act !== undefined && terms.acts.includes(act)),
  );
  const blocks: Block[] = [];
  for (const { from, to } of own.toSorted((a, b) => compareDays(a.from, b.from))) {
    const last = blocks.at(-1);
    if (!last || !(last.to === undefined || !isAfter(from, dayAfter(last.to))))
      blocks.push({ from, ...(to && { to }) });
    else if (last.to && to) last.to = later(last.to, to);
    else delete last.to;
  }
  return blocks;
}

/** Days that a grant means, so that a restart gives the full length again. A fixed end counts from the act or the running period. */
function grantedDays(terms: DepartureTerms, start: Day, grant: DepartureTerms["grants"][number]): number {
  if (grant.days !== undefined) return Math.max(grant.days, terms.minimumDays);
  const isOfThisRun = terms.procedure === "asylum" || isAfter(grant.on, start);
  const from = isOfThisRun ? start : later(terms.threatOn, grant.on);
  return grant.until ? Math.max(daysBetween(from, grant.until), terms.minimumDays) : 0;
}

function endOfRun(
  terms: DepartureTerms,
  run: { start: Day; carried: number; grants: DepartureTerms["grants"] },
  periods: PeriodCalculator,
): Day {
  const { start, carried, grants } = run;
  const count = (days: number): Day => periods(terms.rule, start, `P${days}D`);
  const ends = [terms.isStatutory ? periods(terms.rule, start) : count(terms.minimumDays)];
  if (carried > 0) ends.push(count(carried));
  for (const grant of grants) {
    if (grant.until) ends.push(grant.until);
    // A fixed end assumed a period that began with the act; where it began later, the full length counts from then.
    const isDelayed = terms.procedure === "residence" && isAfter(start, later(terms.threatOn, grant.on));
    if (grant.days !== undefined || isDelayed) ends.push(count(grantedDays(terms, start, grant)));
  }
  return ends.reduce(later);
}

function waivedEnd(terms: DepartureTerms, start: Day, end: Day): Day {
  if (!terms.waiver) return end;
  const { from } = terms.waiver;
  return from === undefined || !isAfter(from, start) ? start : isBefore(from, end) ? from : end;
}

/** § 59 Abs. 1 Satz 6–7 AufenthG; §§ 38 Abs. 1, 2 AsylG for the start. Also after its end the period begins anew: the reading that protects. */
export function periodStanding(
  terms: DepartureTerms,
  bars: readonly Bar[],
  today: Day,
  periods: PeriodCalculator,
): PeriodStanding {
  const blocks = blocksOf(terms, bars);
  const runs: PeriodRun[] = [];
  let start = terms.threatOn;
  let grantsFrom: Day | undefined;
  let carried = 0;
  for (;;) {
    const covering = blocks.find((block) => !isAfter(block.from, dayAfter(start)) && reaches(block, start));
    if (covering?.to === undefined ? covering : !isBefore(covering.to, today)) {
      return { standing: runs.at(-1)?.interruptedOn ? "interrupted" : "notStarted", runs };
    }
    if (covering?.to) start = covering.to;
    const next = blocks.find(({ from }) => isAfter(from, start));
    const grants = terms.grants.filter(
      ({ on }) => !(grantsFrom && isBefore(on, grantsFrom)) && !(next && !isBefore(on, next.from)),
    );
    const full = endOfRun(terms, { start, carried, grants }, periods);
    const end = waivedEnd(terms, start, full);
    const run = { start, end, isWaived: isBefore(end, full) };
    if (!next) {
      runs.push(run);
      return { standing: isAfter(today, end) ? "over" : "running", runs };
    }
    runs.push({ ...run, interruptedOn: next.from });
    carried = Math.max(carried, ...grants.map((grant) => grantedDays(terms, start, grant)));
    grantsFrom = next.from;
    start = next.from;
  }
}
