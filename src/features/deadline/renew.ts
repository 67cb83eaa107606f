/**
 * Derives the deadlines of a case anew inside a change, stores them for lists and keeps what is different now. The events stay
 * the truth; a corrected event therefore changes every deadline that hangs on it, in the same transaction.
 */
import type { Day } from "../../kernel/day.ts";
import type { Change } from "../../platform/change.ts";
import { keepChanges } from "./changes.ts";
import type { DerivedDeadline } from "./domain/case-book.ts";
import type { CaseEvent } from "./domain/case-events.ts";
import { hasLapsed } from "./domain/deadline-tasks.ts";
import { deriveDeadlines } from "./domain/derive.ts";
import { type DeadlineChange, difference } from "./domain/difference.ts";
import { storedDifference } from "./domain/stored-difference.ts";
import { storedDeadlines } from "./queries.ts";

export type CaseForDeadlines = {
  caseId: string;
  ownerId: string;
  calendar: string;
  events: readonly CaseEvent[];
  today: Day;
};

/**
 * Replaces the stored deadlines; gives what is different now ("war …, ist jetzt …, weil …"). With an event: by that event.
 * Without: against what was stored, because rules or holidays have changed.
 */
export async function renewDeadlines(
  change: Change,
  of: CaseForDeadlines,
  eventId?: string,
): Promise<DeadlineChange[]> {
  const { caseId, calendar, events } = of;
  const facts = (list: readonly CaseEvent[]) => ({ events: list, calendars: { authority: calendar } });
  const { deadlines } = deriveDeadlines(facts(events));
  const changes =
    eventId === undefined
      ? storedDifference(await storedDeadlines(change, caseId), deadlines)
      : difference(deriveDeadlines(facts(events.filter(({ id }) => id !== eventId))).deadlines, deadlines);
  const { trx } = change;
  const rows = deadlines.flatMap((deadline) => rowOf(deadline, of));
  change.send(trx.deleteFrom("case_deadline").where("case_id", "=", caseId));
  if (rows.length > 0) change.send(trx.insertInto("case_deadline").values(rows));
  await keepChanges(change, of, changes, eventId);
  return changes;
}

/** The same for cases that were just opened and have no stored deadlines yet: derived one by one, stored together. */
export async function firstDeadlines({ trx }: Change, cases: readonly CaseForDeadlines[]): Promise<void> {
  const rows = cases.flatMap((of) =>
    deriveDeadlines({ events: of.events, calendars: { authority: of.calendar } }).deadlines.flatMap((deadline) =>
      rowOf(deadline, of),
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
  const { deadline, key, rule, title, notes, state, planned, regime } = derived;
  if (!deadline) return [];
  const { legalEnd, planOn, norm, steps, missed, calendar } = deadline;
  return [
    {
      case_id: caseId,
      owner_id: ownerId,
      key,
      rule,
      title,
      start_event_id: null,
      legal_end: legalEnd.toString(),
      operational_end: planOn.toString(),
      status: statusOf(derived, planOn, today),
      details: JSON.stringify({ norm, steps, missed, notes, state, planned, calendar, regime }),
    },
  ];
}

function statusOf({ rule, planned, state }: DerivedDeadline, planOn: Day, today: Day): "running" | "lapsed" | "ended" {
  if (!planned || state !== "running") return "ended";
  return hasLapsed(rule, planOn, today) ? "lapsed" : "running";
}
