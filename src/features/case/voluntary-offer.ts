/** Reads the offer of voluntary return of a case, for its own feature and for the next steps. One row a case at most counts. */
import { day } from "../../kernel/day.ts";
import type { Db } from "../../platform/change.ts";
import type { VoluntaryReturn } from "./domain/voluntary-return.ts";

/** Days are ISO text in the stored state. */
type StoredState = Record<string, unknown> & { on?: string; validUntil?: string; departureOn?: string };

function offerOf(status: string, offeredOn: string, state: StoredState): VoluntaryReturn {
  const { validUntil, departureOn } = state;
  return {
    ...state,
    status,
    on: day(state.on ?? offeredOn),
    ...(validUntil && { validUntil: day(validUntil) }),
    ...(departureOn && { departureOn: day(departureOn) }),
    // Written from a state of the domain only.
  } as VoluntaryReturn;
}

export type StoredOffer = { id: string; offer: VoluntaryReturn };

export async function findOffer({ db }: { db: Db }, caseId: string): Promise<StoredOffer | undefined> {
  const row = await db
    .selectFrom("voluntary_return")
    .select(["id", "status", "offered_on", "state"])
    .where("case_id", "=", caseId)
    .orderBy("offered_on", "desc")
    .orderBy("id", "desc")
    .executeTakeFirst();
  return row && { id: row.id, offer: offerOf(row.status, row.offered_on, row.state) };
}
