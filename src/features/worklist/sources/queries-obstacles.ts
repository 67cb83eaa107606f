/** Open obstacles whose review date comes: look again whether the reason still stands. */
import { sql } from "kysely";
import { day } from "../../../kernel/day.ts";
import { obstacleTypes } from "../../case/index.ts";
import { endOfDay, type WorkItem } from "../domain/work-item.ts";
import { daysAfter, firstRows, type Order, type WorkSource } from "../work-source.ts";

type Row = { id: string; case_id: string; type: string; blocking: boolean; review_on: string };

const order: Order = { due: sql`t.review_on`, sub: [{ column: sql`t.id`, type: "uuid" }] };

export const obstacleWork: WorkSource = {
  kind: "obstacles",
  found: (ask) => {
    if (ask.side === "waiting" || ask.arrivedSince) return undefined;
    return firstRows(ask, {
      table: "obstacle",
      where: sql`t.closed_on is null and t.review_on is not null`,
      when: daysAfter(order, ask),
      order: sql`t.review_on, t.id`,
    });
  },
  read: async ({ db }, ask) => {
    const found = obstacleWork.found(ask);
    if (!found) return [];
    const { rows } = await sql<Row>`select o.id, o.case_id, o.type, o.blocking, o.review_on from ${found} o
      order by o.review_on, o.id`.execute(db as never);
    return rows.map(itemOf);
  },
};

const definitionOf = (type: string) => obstacleTypes[type as keyof typeof obstacleTypes];

function itemOf(row: Row): WorkItem {
  const due = day(row.review_on);
  const definition = definitionOf(row.type);
  return {
    kind: "obstacles",
    place: endOfDay(due),
    sub: [row.id],
    due,
    caseId: row.case_id,
    task: `Hindernis erneut prüfen: ${definition?.task ?? row.type}`,
    href: `/faelle/${row.case_id}`,
    counterpart: "–",
    status: row.blocking ? "offen, sperrt" : "offen",
    why: definition
      ? `»${definition.label}« (${definition.norm.norm}) ist offen; die Wiedervorlage wurde beim Eintragen gesetzt. Endet durch: ${definition.endsBy}.`
      : "Die Wiedervorlage wurde beim Eintragen des Hindernisses gesetzt.",
  };
}
