/**
 * The periods for claim, urgent motion and grounds against one served act. A remedy that came too late is a finding and does not
 * stop the clock; whether it is heard is for the court.
 */
import type { Day } from "../../../kernel/day.ts";
import type { Book } from "./case-book.ts";
import type { CaseEvent } from "./case-events.ts";
import type { Deadline } from "./deadline.ts";
import type { Act, RemedyRegime } from "./served-acts.ts";
import { writtenDay } from "./german-day.ts";
import { order } from "./day-number.ts";

const claimRules: Readonly<Record<RemedyRegime, string | undefined>> = {
  standard: "D01",
  shortened: "D02",
  transfer: "D02",
  security: "D08",
  // Objection and claim of the Aufenthaltsgesetz are not in the catalogue; the act waits for its finality instead.
  residence: undefined,
};

/** Klagefrist eines Bescheids, nach dessen Kennung (§ 74 AsylG). */
export type Windows = ReadonlyMap<string, Deadline>;

function claimRule({ regime, event }: Act): string | undefined {
  if (event.instructionOnRemedies !== "missing") return claimRules[regime];
  if (regime === "residence") return undefined;
  return regime === "security" ? "D01.uninstructedGeneral" : "D01.uninstructed";
}

export function addClaimPeriod(book: Book, act: Act, acts: readonly Act[]): Deadline | undefined {
  const rule = claimRule(act);
  const deadline = rule === undefined ? undefined : book.compute(act.event, { rule, on: act.on });
  if (rule === undefined || !deadline) return undefined;
  const remedies = book.of("claimFiled", "urgentMotionFiled").filter((event) => attackedAct(acts, event) === act);
  const [inTime] = remedies.filter((event) => isInTime(event, deadline));
  for (const event of remedies) if (!isInTime(event, deadline)) book.find(lateRemedy(event, deadline.legalEnd));
  const endedBy = inTime?.id ?? act.annulledBy;
  const startedBy = act.event.id;
  book.add({
    slot: "claimPeriod",
    rule,
    startedBy,
    deadline,
    ...(endedBy === undefined ? { state: "running" } : { state: "ended", endedBy }),
  });
  addGrounds(book, act);
  return deadline;
}

function addGrounds(book: Book, act: Act): void {
  if (act.procedure === "security") return;
  const deadline = book.compute(act.event, { rule: "D03", on: act.on });
  const over =
    act.annulledBy === undefined ? { state: "running" as const } : { state: "ended" as const, endedBy: act.annulledBy };
  if (deadline) book.add({ slot: "groundsOfClaim", rule: "D03", startedBy: act.event.id, deadline, ...over });
}

/** The act a remedy is directed at: the last one served by then in its procedure; an older remedy belongs to the first. */
export function attackedAct(acts: readonly Act[], { on, procedure }: CaseEvent): Act | undefined {
  const own = acts.filter((act) => procedure === undefined || act.procedure === procedure);
  return own.findLast((act) => order(act.on, on) <= 0) ?? own[0];
}

export const isInTime = ({ on }: CaseEvent, window: Deadline): boolean => order(on, window.planOn) <= 0;

const lateRemedy = (event: CaseEvent, end: Day) => ({
  event: event.id,
  code: "remedyAfterPeriod",
  text: `Rechtsbehelf nach Ablauf der Frist (${writtenDay(end)}) eingegangen. Ob er zulässig ist, entscheidet das Gericht; vor einem Vollzug ist es zu fragen.`,
});
