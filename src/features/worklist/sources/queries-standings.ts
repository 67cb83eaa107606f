/** Standings whose period has ended: nobody types the new one in, it is derived anew by one step from the list. */
import { sql } from "kysely";
import { day } from "../../../kernel/day.ts";
import { enforceabilityStates, type EnforceabilityState } from "../../case/index.ts";
import { endOfDay, type WorkItem } from "../domain/work-item.ts";
import { daysAfter, firstRows, type Order, type WorkSource } from "../work-source.ts";

type Row = { case_id: string; state: EnforceabilityState; until: string };

const order: Order = { due: sql`t.until`, sub: [{ column: sql`t.case_id`, type: "uuid" }] };

export const standingWork: WorkSource = {
  kind: "standings",
  found: (ask) => {
    if (ask.side === "waiting" || ask.arrivedSince) return undefined;
    return firstRows(ask, {
      table: "case_standing",
      where: sql`t.until < ${ask.today.toString()}::date`,
      when: daysAfter(order, ask),
      order: sql`t.until, t.case_id`,
    });
  },
  read: async ({ db }, ask) => {
    const found = standingWork.found(ask);
    if (!found) return [];
    const { rows } = await sql<Row>`select s.case_id, s.state, s.until from ${found} s
      order by s.until, s.case_id`.execute(db as never);
    return rows.map(itemOf);
  },
};

function itemOf(row: Row): WorkItem {
  const due = day(row.until);
  return {
    kind: "standings",
    place: endOfDay(due),
    sub: [row.case_id],
    due,
    caseId: row.case_id,
    task: "Vollziehbarkeit neu ableiten",
    href: `/faelle/${row.case_id}`,
    counterpart: "–",
    status: enforceabilityStates[row.state],
    why: "Der abgeleitete Stand galt längstens bis zu diesem Tag (§ 58 Abs. 2 AufenthG). Neu ableiten rechnet aus den Rechtsereignissen; es löst keine Maßnahme aus.",
    action: { label: "Neu ableiten", path: `/faelle/${row.case_id}/neu-ableiten` },
  };
}
