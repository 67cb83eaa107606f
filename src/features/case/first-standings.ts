/**
 * Standing and deadlines of cases that were just opened. A case without any event has nothing to derive from but is
 * derived all the same: the row says so, and lists read it.
 */
import type { Day } from "../../kernel/day.ts";
import type { Change } from "../../platform/change.ts";
import { firstDeadlines } from "../deadline/index.ts";
import { deriveEnforceability } from "./domain/enforceability.ts";
import type { EnforceabilityState } from "./domain/enforceability-state.ts";
import { calendarOf, periodsOf } from "./periods.ts";
import { listEventsOf } from "./queries.ts";

/** Derives each case from its stored events; gives the state by case. */
export async function firstStandings(
  change: Change,
  ownerId: string,
  cases: readonly { id: string }[],
  today: Day,
): Promise<Map<string, EnforceabilityState>> {
  const calendar = await calendarOf(change, ownerId);
  const periods = periodsOf(calendar);
  const recorded = await listEventsOf(
    change,
    cases.map(({ id }) => id),
  );
  const derived = cases.map(({ id }) => {
    const events = recorded.get(id) ?? [];
    return { id, events, derivation: deriveEnforceability(events, today, periods) };
  });
  await change.trx
    .insertInto("case_standing")
    .values(
      derived.map(({ id, derivation }) => ({
        case_id: id,
        owner_id: ownerId,
        state: derivation.state,
        since: derivation.since?.toString() ?? null,
        until: derivation.until?.toString() ?? null,
        derivation: JSON.stringify(derivation),
        derived_on: today.toString(),
      })),
    )
    .execute();
  const withEvents = derived.filter(({ events }) => events.length > 0);
  await firstDeadlines(
    change,
    withEvents.map(({ id, events }) => ({ caseId: id, ownerId, calendar, events, today })),
  );
  return new Map(derived.map(({ id, derivation }) => [id, derivation.state]));
}
