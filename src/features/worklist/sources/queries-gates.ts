/**
 * Answers to gates that expire while the measure is open. An answer that was replaced by a newer one is no work; one that
 * ran out more than thirty days ago is seen at the measure itself, whose step it blocks.
 */
import { sql } from "kysely";
import { day } from "../../../kernel/day.ts";
import { endOfDay, type WorkItem } from "../domain/work-item.ts";
import { also, daysAfter, inCases, type Order, type WorkSource } from "../work-source.ts";

type Row = {
  id: string;
  case_id: string;
  measure_id: string;
  gate: string;
  expires_on: string;
  number: string;
  title: string;
  norm: string;
  answered_at: Date;
};

const shownAfterExpiry = 30;
const order: Order = { due: sql`g.expires_on`, sub: [{ column: sql`g.id`, type: "uuid" }] };
const over = sql`('abortedInExecution', 'departed', 'arrived', 'outcomeRecorded', 'notificationsSent', 'closed', 'stopped')`;

export const gateWork: WorkSource = {
  kind: "gates",
  read: async ({ db }, ask) => {
    if (ask.side === "waiting" || ask.arrivedSince) return [];
    const since = ask.today.subtract({ days: shownAfterExpiry }).toString();
    const { rows } = await sql<Row>`
      select g.id, g.case_id, g.measure_id, g.gate, g.expires_on, g.answered_at, m.number, t.title, t.norm
      from gate_answer g join measure m on m.id = g.measure_id join gate t on t.id = g.gate
      where g.owner_id = ${ask.actor.authorityId} and g.expires_on >= ${since}::date and m.status not in ${over}
        ${also(daysAfter(order, ask), inCases(sql`g.case_id`, ask))}
        and not exists (select from gate_answer n where n.measure_id = g.measure_id and n.gate = g.gate
          and (n.answered_at, n.id) > (g.answered_at, g.id))
      order by g.expires_on, g.id limit ${ask.limit}`.execute(db as never);
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
