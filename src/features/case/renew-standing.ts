/**
 * Derives enforceability anew inside a change: after every legal event, and when a period ends. Nobody types it in.
 * The stored row is a cache for lists; the events are the truth.
 */
import type { Day } from "../../kernel/day.ts";
import type { Change } from "../../platform/change.ts";
import { computeDeadline, renewDeadlines } from "../deadline/index.ts";
import { deriveEnforceability } from "./domain/enforceability.ts";
import type { Derivation, PeriodCalculator } from "./domain/enforceability-state.ts";
import { listEvents } from "./queries.ts";

/** Counts periods with the deadline engine; the calendar is that of the authority's Land (§ 31 Abs. 3 VwVfG). */
const periodsOf =
  (calendar: string): PeriodCalculator =>
  (rule, start, length) => {
    const deadline = computeDeadline({ rule, on: start, calendar, ...(length ? { length } : {}) }, { explain: false });
    if (!deadline.ok) throw new Error(`period ${rule} refused: ${JSON.stringify(deadline.refusal)}`);
    return deadline.value.legalEnd;
  };

type StandingOf = { id: string; ownerId: string };

/** Renews standing and deadlines of a case; gives the derivation. */
export async function renewStanding(change: Change, { id, ownerId }: StandingOf, today: Day): Promise<Derivation> {
  const owner = await change.db
    .selectFrom("authority")
    .select("land")
    .where("id", "=", ownerId)
    .executeTakeFirstOrThrow();
  const calendar = `DE-${owner.land}`;
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
  await renewDeadlines(change, { caseId: id, ownerId, calendar, events });
  return derivation;
}
