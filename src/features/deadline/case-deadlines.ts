/** All deadlines of one case with the events behind them. Derived when asked for, so that they are never older than the events. */
import type { Db } from "../../platform/change.ts";
import type { CaseEvent } from "./domain/case-events.ts";
import { type Derivation, deriveDeadlines } from "./domain/derive.ts";
import { calendarOf } from "./queries.ts";

/** The events of a case in the order of their recording; the case gives them, this feature does not know the case. */
export type EventsOf = (reader: { db: Db }, caseId: string) => Promise<readonly CaseEvent[]>;

export type CaseDeadlines = Derivation & { events: readonly CaseEvent[]; calendar: string };

export async function deadlinesOfCase(
  reader: { db: Db },
  { id, ownerId }: { id: string; ownerId: string },
  eventsOf: EventsOf,
): Promise<CaseDeadlines> {
  const events = await eventsOf(reader, id);
  const calendar = await calendarOf(reader, ownerId);
  return { ...deriveDeadlines({ events, calendars: { authority: calendar } }), events, calendar };
}
