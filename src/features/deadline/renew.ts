/**
 * Derives the deadlines of a case anew inside a change and stores them for lists. The events stay the truth; a corrected
 * event therefore changes every deadline that hangs on it, in the same transaction.
 */
import type { Day } from "../../kernel/day.ts";
import type { Change } from "../../platform/change.ts";
import type { CaseEvent } from "./domain/case-events.ts";
import { deriveDeadlines } from "./domain/derive.ts";
import { type DeadlineChange, difference } from "./domain/difference.ts";
import type { DerivedDeadline } from "./domain/case-book.ts";
import { hasLapsed } from "./domain/deadline-tasks.ts";

export type CaseForDeadlines = {
  caseId: string;
  ownerId: string;
  calendar: string;
  events: readonly CaseEvent[];
  today: Day;
};

/** Replaces the stored deadlines; gives what is different now ("war …, ist jetzt …, weil …"). */
export async function renewDeadlines(
  { trx }: Change,
  { caseId, ownerId, calendar, events, today }: CaseForDeadlines,
  before: readonly CaseEvent[] = events,
): Promise<DeadlineChange[]> {
  const facts = (list: readonly CaseEvent[]) => ({ events: list, calendars: { authority: calendar } });
  const { deadlines } = deriveDeadlines(facts(events));
  await trx.deleteFrom("case_deadline").where("case_id", "=", caseId).execute();
  const rows = deadlines.flatMap((deadline) => rowOf(deadline, { caseId, ownerId, today }));
  if (rows.length > 0) await trx.insertInto("case_deadline").values(rows).execute();
  return before === events ? [] : difference(deriveDeadlines(facts(before)).deadlines, deadlines);
}

/** The same for cases that were just opened and have no stored deadlines yet: derived one by one, stored together. */
export async function firstDeadlines({ trx }: Change, cases: readonly CaseForDeadlines[]): Promise<void> {
  const rows = cases.flatMap(({ caseId, ownerId, calendar, events, today }) =>
    deriveDeadlines({ events, calendars: { authority: calendar } }).deadlines.flatMap((deadline) =>
      rowOf(deadline, { caseId, ownerId, today }),
    ),
  );
  for (let at = 0; at < rows.length; at += rowsAtOnce)
    await trx
      .insertInto("case_deadline")
      .values(rows.slice(at, at + rowsAtOnce))
      .execute();
}

const rowsAtOnce = 1000;

/** A deadline without a day (its start is unknown) is shown on the case, but is no line of a list by days. */
function rowOf(
  derived: DerivedDeadline,
  { caseId, ownerId, today }: Pick<CaseForDeadlines, "caseId" | "ownerId" | "today">,
) {
  const { deadline } = derived;
  if (!deadline) return [];
  const { legalEnd, planOn, norm, steps, missed } = deadline;
  return [
    {
      case_id: caseId,
      owner_id: ownerId,
      key: derived.key,
      rule: derived.rule,
      title: derived.title,
      start_event_id: null,
      legal_end: legalEnd.toString(),
      operational_end: planOn.toString(),
      status: statusOf(derived, planOn, today),
      details: JSON.stringify({
        norm,
        steps,
        missed,
        notes: derived.notes,
        state: derived.state,
        planned: derived.planned,
      }),
    },
  ];
}

function statusOf({ rule, planned, state }: DerivedDeadline, planOn: Day, today: Day): "running" | "lapsed" | "ended" {
  if (!planned || state !== "running") return "ended";
  return hasLapsed(rule, planOn, today) ? "lapsed" : "running";
}
