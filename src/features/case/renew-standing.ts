/**
 * Derives enforceability anew inside a change: after every legal event, and when a period ends. Nobody types it in.
 * The stored row is a cache for lists; the events are the truth.
 */
import type { Day } from "../../kernel/day.ts";
import type { Change } from "../../platform/change.ts";
import { renewDeadlines } from "../deadline/index.ts";
import { deriveEnforceability } from "./domain/enforceability.ts";
import type { Derivation } from "./domain/enforceability-state.ts";
import { calendarOf, periodsOf } from "./periods.ts";
import { listEvents } from "./queries.ts";

type StandingOf = { id: string; ownerId: string };

/** Renews standing and deadlines of a case; gives the derivation. */
export async function renewStanding(change: Change, { id, ownerId }: StandingOf, today: Day): Promise<Derivation> {
  const calendar = await calendarOf(change, ownerId);
  const events = await listEvents(change, id);
  const derivation = deriveEnforceability(events, today, periodsOf(calendar));
  const row = {
    state: derivation.state,
    since: derivation.since?.toString() ?? null,
    until: derivation.until?.toString() ?? null,
    derivation: JSON.stringify(derivation),
    derived_on: today.toString(),
  };
  await change.trx
    .insertInto("case_standing")
    .values({ case_id: id, owner_id: ownerId, ...row })
    .onConflict((conflict) => conflict.column("case_id").doUpdateSet(row))
    .execute();
  await renewDeadlines(change, { caseId: id, ownerId, calendar, events, today });
  return derivation;
}
