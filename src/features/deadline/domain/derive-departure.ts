/**
 * The life of one departure period: begins when nothing bars it, is interrupted when enforceability falls away, begins anew in full
 * afterwards (§ 59 Abs. 1 Satz 6 und 7 AufenthG), is extended. "Expired" is never final here.
 */
import { type Day, daysBetween } from "../../../kernel/day.ts";
import { type Book, notBefore } from "./case-book.ts";
import type { CaseEvent } from "./case-events.ts";
import type { Deadline } from "./deadline.ts";
import type { Bar } from "./departure-bars.ts";
import type { Act } from "./served-acts.ts";
import { writtenDay } from "./german-day.ts";
import { nextDay, order } from "./day-number.ts";

/** § 59 Abs. 1 Satz 1 AufenthG: the shortest period without a special ground. */
const shortestDays = 7;

type Run = { on: Day; startedBy: string; notes: string[]; carriedDays: number; grants: readonly CaseEvent[] };

export function addDeparture(book: Book, threat: Act, bars: readonly Bar[]): void {
  const rule = threat.procedure === "residence" ? "D07" : threat.regime === "shortened" ? "D04" : "D05";
  const grants = book.of("departurePeriodSet", "departurePeriodExtended").filter(({ on }) => order(on, threat.on) >= 0);
  const base = { slot: "departurePeriod", rule, startedBy: threat.event.id };
  const dispensed = dispensation(book, threat, grants);
  if (dispensed === threat.event.id) return;
  if (dispensed) return book.add({ ...base, state: "ended", endedBy: dispensed });
  if (rule === "D07" && grants.length === 0)
    return book.add({ ...base, state: "waiting", waitingFor: "Festsetzung der Ausreisefrist" });
  let run: Run = { on: threat.on, startedBy: threat.event.id, notes: [], carriedDays: 0, grants };
  const blocks = merged(bars);
  let interruptedBy: string | undefined;
  for (;;) {
    const covering = blocks.find(
      (block) => order(block.from, nextDay(run.on)) <= 0 && (!block.to || order(block.to, run.on) >= 0),
    );
    if (covering && !covering.to) return addWaiting(book, base, covering, run, interruptedBy);
    if (covering?.to) run = { ...run, on: covering.to, startedBy: covering.endedBy ?? covering.by };
    const next = blocks.find(({ from }) => order(from, run.on) > 0);
    const current = {
      ...run,
      grants: next ? run.grants.filter(({ on }) => order(on, next.from) < 0) : run.grants,
    };
    const deadline = longest(book, threat, rule, current);
    if (!next) return addRun(book, base, current, deadline);
    run = interrupted(run, current, threat, next, deadline);
    interruptedBy = next.by;
  }
}

/** The event by which no period is granted, unless one was granted afterwards. */
function dispensation(book: Book, { event }: Act, grants: readonly CaseEvent[]): string | undefined {
  const waived = book.of("departurePeriodDispensed").findLast(({ on }) => order(on, event.on) >= 0);
  if (waived && !grants.some(({ on }) => order(on, waived.on) >= 0)) return waived.id;
  return event.noDeparturePeriodReason !== undefined && grants.length === 0 ? event.id : undefined;
}

/** Bars that touch or overlap are one time without enforceability. */
function merged(bars: readonly Bar[]): Bar[] {
  const blocks: Bar[] = [];
  for (const bar of bars.toSorted((a, b) => order(a.from, b.from))) {
    const last = blocks.at(-1);
    const touches = last && (!last.to || order(bar.from, nextDay(last.to)) <= 0);
    if (!touches) blocks.push({ ...bar });
    else if (last.to && (!bar.to || order(bar.to, last.to) >= 0))
      blocks[blocks.length - 1] = { ...bar, from: last.from };
  }
  return blocks;
}

type Candidate = { rule: string; on: Day; length?: string };

/** Of the period by law, what was carried over and every grant, the one that ends last. */
function longest(book: Book, threat: Act, rule: string, run: Run): Deadline | undefined {
  const candidates: Candidate[] = rule === "D07" ? [] : [{ rule, on: run.on }];
  if (run.carriedDays > 0) candidates.push(byDays(rule, run.on, run.carriedDays));
  for (const grant of run.grants) {
    if (grant.until) candidates.push({ rule: "authority.date", on: grant.until });
    const delayed = rule === "D07" && order(run.on, laterOf(threat.on, grant.on)) > 0;
    if (!grant.until || delayed) candidates.push(byDays(rule, run.on, grantedDays(threat, run.on, grant)));
    if (grant.days !== undefined && grant.days < shortestDays && rule === "D07") book.find(tooShort(grant));
  }
  if (candidates.length === 0) candidates.push(byDays(rule, run.on, shortestDays));
  const computed = candidates.flatMap((candidate) => book.compute(threat.event, candidate) ?? []);
  return computed.toSorted((a, b) => order(a.legalEnd, b.legalEnd)).at(-1);
}

const byDays = (rule: string, on: Day, days: number): Candidate => ({
  rule: rule === "D07" && days >= shortestDays && days <= 30 ? "D07" : "D07.extended",
  on,
  length: `P${days}D`,
});

/** Days that a grant means, so that a restart gives the full length again. */
function grantedDays(threat: Act, start: Day, { days, until, on }: CaseEvent): number {
  const least = threat.procedure === "residence" ? shortestDays : 1;
  const from = threat.procedure === "asylum" || order(on, start) > 0 ? start : laterOf(threat.on, on);
  return Math.max(days ?? (until ? daysBetween(from, until) : 0), least);
}

const laterOf = (a: Day, b: Day): Day => (order(a, b) >= 0 ? a : b);

const tooShort = (grant: CaseEvent) => ({
  event: grant.id,
  code: "departurePeriodTooShort",
  text: "Die Ausreisefrist ist kürzer als sieben Tage: Welcher Grund nach § 59 Abs. 1 Satz 2 AufenthG liegt vor? Bis dahin gelten sieben Tage.",
});

function interrupted(run: Run, current: Run, threat: Act, next: Bar, deadline: Deadline | undefined): Run {
  const expired = deadline !== undefined && order(next.from, deadline.legalEnd) > 0;
  const notes = [
    ...run.notes,
    `Unterbrochen am ${writtenDay(next.from)}; beginnt danach in voller Länge neu (§ 59 Abs. 1 Satz 6 und 7 AufenthG).`,
  ];
  if (expired)
    notes.push(
      "Die frühere Frist war bei der Unterbrechung schon abgelaufen. Zum Schutz der Person wird der Neubeginn angenommen.",
    );
  const carriedDays = Math.max(run.carriedDays, ...current.grants.map((grant) => grantedDays(threat, run.on, grant)));
  return {
    on: next.from,
    startedBy: next.by,
    notes,
    carriedDays,
    grants: run.grants.filter(({ on }) => order(on, next.from) >= 0),
  };
}

type Base = { slot: string; rule: string; startedBy: string };

/** Departure fulfils the duty to leave; title, nationality and death end it (§ 50 AufenthG). */
const endOfDuty = (book: Book, from: Day): CaseEvent | undefined =>
  notBefore(book.of("departed", "residenceTitleGranted", "naturalised", "died"), from);

function addWaiting(book: Book, base: Base, { waitingFor }: Bar, run: Run, interruptedBy: string | undefined): void {
  const over = endOfDuty(book, run.on);
  if (over) return book.add({ ...base, notes: run.notes, state: "ended", endedBy: over.id });
  if (interruptedBy === undefined) return book.add({ ...base, state: "waiting", waitingFor });
  book.add({ ...base, state: "interrupted", endedBy: interruptedBy, waitingFor, notes: run.notes });
}

function addRun(book: Book, base: Base, run: Run, deadline: Deadline | undefined): void {
  const { startedBy, notes } = run;
  if (!deadline) return book.add({ ...base, startedBy, notes, state: "refused" });
  const over = endOfDuty(book, run.on);
  const state = over ? { state: "ended" as const, endedBy: over.id } : { state: "running" as const };
  book.add({ ...base, rule: deadline.rule, startedBy, notes, deadline, ...state });
}
