/** Resubmissions (Wiedervorlagen): a case comes back on the day that somebody has set, with the reason in their words. */
import { sql } from "kysely";
import { day } from "../../../kernel/day.ts";
import { formatDay } from "../../../ui/index.ts";
import { dayInGermany } from "../../../kernel/day.ts";
import { endOfDay, type WorkItem } from "../domain/work-item.ts";
import { allOf, daysAfter, firstRows, type Order, type WorkSource } from "../work-source.ts";

type Row = { id: string; case_id: string; due_on: string; note: string; created_at: Date; set_by: string };

const order: Order = { due: sql`t.due_on`, sub: [{ column: sql`t.id`, type: "uuid" }] };

export const resubmissionWork: WorkSource = {
  kind: "resubmissions",
  found: (ask) => {
    if (ask.side === "waiting") return undefined;
    const arrived = ask.arrivedSince && sql`t.created_at >= ${ask.arrivedSince}`;
    return firstRows(ask, {
      table: "resubmission",
      where: sql`t.closed_at is null`,
      when: allOf(arrived, daysAfter(order, ask)),
      order: sql`t.due_on, t.id`,
    });
  },
  read: async ({ db }, ask) => {
    const found = resubmissionWork.found(ask);
    if (!found) return [];
    const { rows } = await sql<Row>`select r.id, r.case_id, r.due_on, r.note, r.created_at,
        (select o.display_name from officer o where o.id = r.created_by) as set_by
      from ${found} r order by r.due_on, r.id`.execute(db as never);
    return rows.map(itemOf);
  },
};

function itemOf(row: Row): WorkItem {
  const due = day(row.due_on);
  return {
    kind: "resubmissions",
    place: endOfDay(due),
    sub: [row.id],
    due,
    caseId: row.case_id,
    task: `Wiedervorlage: ${row.note}`,
    href: `/faelle/${row.case_id}`,
    counterpart: "–",
    status: "offen",
    why: `${row.set_by} hat am ${formatDay(dayInGermany(row.created_at))} um Wiedervorlage gebeten. Erledigt löst rechtlich nichts aus.`,
    since: row.created_at,
    closes: row.id,
  };
}
