/**
 * Derives enforceability anew inside a change: after every legal event, and when a period ends. Nobody types it in.
 * The stored row is a cache for lists; the events are the truth.
 */
import type { Day } from "../../kernel/day.ts";
import type { Change } from "../../platform/change.ts";
import { type DeadlineChange, renewDeadlines } from "../deadline/index.ts";
import { deriveEnforceability } from "./domain/enforceability.ts";
import type { Derivation } from "./domain/enforceability-state.ts";
import { calendarOf, periodsOf } from "./periods.ts";
import { listEvents } from "./queries.ts";

type StandingOf = { id: string; ownerId: string };
export type Renewed = { derivation: Derivation; changes: readonly DeadlineChange[] };

/** Renews standing and deadlines of a case; gives the derivation and what the event changed about the deadlines. */
export async function renewStanding(
  change: Change,
  { id, ownerId }: StandingOf,
  today: Day,
  eventId?: string,
): Promise<Renewed> {
  const [calendar, events] = await Promise.all([calendarOf(change, ownerId), listEvents(change, id)]);
  const derivation = deriveEnforceability(events, today, periodsOf(calendar));
  const row = {
    state: derivation.state,
    since: derivation.since?.toString() ?? null,
    until: derivation.until?.toString() ?? null,
    derivation: JSON.stringify(derivation),
    derived_on: today.toString(),
  };
  change.send(
    change.trx
      .insertInto("case_standing")
      .values({ case_id: id, owner_id: ownerId, ...row })
      .onConflict((conflict) => conflict.column("case_id").doUpdateSet(row)),
  );
  const changes = await renewDeadlines(change, { caseId: id, ownerId, calendar, events, today }, eventId);
  return { derivation, changes };
}
