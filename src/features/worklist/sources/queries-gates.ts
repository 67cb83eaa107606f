/**
 * Answers to gates that expire while the measure is open. An answer that was replaced by a newer one is no work; one that
 * ran out more than thirty days ago is seen at the measure itself, whose step it blocks.
 */
import { sql } from "kysely";
import { day } from "../../../kernel/day.ts";
import { endedStatuses } from "../../measure/index.ts";
import { endOfDay, type WorkItem } from "../domain/work-item.ts";
import { also, daysAfter, firstRows, type Order, type WorkSource } from "../work-source.ts";

type Row = {
  id: string;
  case_id: string;
  measure_id: string;
  gate: string;
  expires_on: string;
  number: string;
  title: string;
  norm: string;
};

const shownAfterExpiry = 30;
const order: Order = { due: sql`t.expires_on`, sub: [{ column: sql`t.id`, type: "uuid" }] };

export const gateWork: WorkSource = {
  kind: "gates",
  found: (ask) => {
    if (ask.side === "waiting" || ask.arrivedSince) return undefined;
    const since = ask.today.subtract({ days: shownAfterExpiry }).toString();
    // Scalar subqueries, asked row by row in date order: as joins they would read every answer of every measure first.
    const latest = sql`t.id = (select n.id from gate_answer n where n.measure_id = t.measure_id and n.gate = t.gate
      order by n.answered_at desc, n.id desc limit 1)`;
    const open = sql`(select m.status from measure m where m.id = t.measure_id) <> all(${endedStatuses}::text[])`;
    return firstRows(ask, {
      table: "gate_answer",
      where: sql`t.expires_on >= ${since}::date
        ${also(open, latest)}`,
      when: daysAfter(order, ask),
      order: sql`t.expires_on, t.id`,
    });
  },
  read: async ({ db }, ask) => {
    const found = gateWork.found(ask);
    if (!found) return [];
    const { rows } = await sql<Row>`
      select g.id, g.case_id, g.measure_id, g.gate, g.expires_on, c.title, c.norm,
        (select m.number from measure m where m.id = g.measure_id) as number
      from ${found} g join gate c on c.id = g.gate
      order by g.expires_on, g.id`.execute(db as never);
    return rows.map(itemOf);
  },
};

function itemOf(row: Row): WorkItem {
  const due = day(row.expires_on);
  return {
    kind: "gates",
    place: endOfDay(due),
    sub: [row.id],
    due,
    caseId: row.case_id,
    task: `Prüfpunkt erneut beantworten: ${row.gate} ${row.title}`,
    href: `/massnahmen/${row.measure_id}/pruefpunkte/${row.gate}`,
    counterpart: "–",
    status: "läuft ab",
    why: `Die Antwort zu ${row.gate} (${row.norm}) in ${row.number} gilt bis zu diesem Tag; danach ist der Prüfpunkt wieder geschlossen.`,
  };
}
