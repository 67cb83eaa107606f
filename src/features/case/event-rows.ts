/** How legal events lie in the database: one table a compartment (domain report 5.5). Append-only; nothing here decides who may see what. */
import { sql } from "kysely";
import { newId } from "../../kernel/id.ts";
import type { Change, Db } from "../../platform/change.ts";
import { compartmentOf, type EventCompartment, type LegalEventDraft } from "./domain/legal-event.ts";

export const eventTables = {
  legal: "legal_event",
  custody: "custody_event",
  schedule: "schedule_event",
} as const satisfies Record<EventCompartment, string>;

export type EventRow = {
  id: string;
  case_id: string;
  type: string;
  happened_on: string;
  recorded_at: Date;
  facts: Record<string, unknown>;
  compartment: EventCompartment;
  display_name: string | null;
};

const columns = sql`id, case_id, type, happened_on, recorded_at, facts, recorded_by`;

/** The events of all compartments that the reader may see, in the order of recording. */
export async function readEvents({ db }: { db: Db }, caseIds: readonly string[]): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`
    select e.id, e.case_id, e.type, e.happened_on, e.recorded_at, e.facts, e.compartment, o.display_name
    from (select ${columns}, 'legal' as compartment from legal_event where case_id = any(${caseIds}::uuid[])
      union all select ${columns}, 'custody' from custody_event where case_id = any(${caseIds}::uuid[])
      union all select ${columns}, 'schedule' from schedule_event where case_id = any(${caseIds}::uuid[])) e
    left join officer o on o.id = e.recorded_by
    order by e.recorded_at, e.id`.execute(db as never);
  return rows;
}

export type EventOf = { caseId: string; ownerId: string; draft: LegalEventDraft };

/** Stores events of any compartment; a counter-event lies with the event that it corrects. Gives their ids in the same order. */
export function insertEvents(change: Change, events: readonly EventOf[], corrected?: EventCompartment): string[] {
  const rows = events.map(({ caseId, ownerId, draft }) => ({
    table: eventTables[draft.type === "eventCorrected" ? (corrected ?? "legal") : compartmentOf(draft.type)],
    row: rowOf(change.actor.officerId, { caseId, ownerId, draft }),
  }));
  for (const table of Object.values(eventTables)) {
    const own = rows.flatMap((each) => (each.table === table ? each.row : []));
    if (own.length > 0) change.send(change.trx.insertInto(table).values(own));
  }
  return rows.map(({ row }) => row.id);
}

function rowOf(officerId: string, { caseId, ownerId, draft }: EventOf) {
  const { type, on, ...facts } = draft;
  return {
    id: newId(),
    case_id: caseId,
    owner_id: ownerId,
    type,
    happened_on: on.toString(),
    recorded_by: officerId,
    facts: JSON.stringify(facts),
    corrects_id: draft.type === "eventCorrected" ? draft.corrects : null,
  };
}
