/** Expired transfer periods and custody maxima that nobody has acknowledged. The watch raised them; here they are work. */
import { sql } from "kysely";
import { day } from "../../../kernel/day.ts";
import { endOfDay, type WorkItem } from "../domain/work-item.ts";
import { allOf, daysAfter, firstRows, type Order, type WorkSource } from "../work-source.ts";

type Row = {
  id: string;
  case_id: string;
  title: string;
  rule: string;
  norm: string | null;
  legal_end: string;
  noticed_at: Date;
};

const order: Order = { due: sql`t.legal_end`, sub: [{ column: sql`t.id`, type: "uuid" }] };

export const alertWork: WorkSource = {
  kind: "alerts",
  found: (ask) => {
    if (ask.side === "waiting") return undefined;
    const arrived = ask.arrivedSince && sql`t.noticed_at >= ${ask.arrivedSince}`;
    return firstRows(ask, {
      table: "deadline_notice",
      where: sql`t.level = 'alert' and t.acknowledged_at is null`,
      when: allOf(arrived, daysAfter(order, ask)),
      order: sql`t.legal_end, t.id`,
    });
  },
  read: async ({ db }, ask) => {
    const found = alertWork.found(ask);
    if (!found) return [];
    const { rows } = await sql<Row>`select a.id, a.case_id, a.title, a.rule, a.norm, a.legal_end, a.noticed_at
      from ${found} a order by a.legal_end, a.id`.execute(db as never);
    return rows.map(itemOf);
  },
};

function itemOf({ id, case_id, title, rule, norm, legal_end, noticed_at }: Row): WorkItem {
  const due = day(legal_end);
  return {
    kind: "alerts",
    place: endOfDay(due),
    sub: [id],
    due,
    caseId: case_id,
    task: `Ablauf prüfen und bestätigen: ${title}`,
    href: `/fristalarme/${id}`,
    counterpart: "–",
    status: "nicht bestätigt",
    why: `Die Frist ${rule}${norm ? ` (${norm})` : ""} ist abgelaufen. Das Programm hat nichts entschieden.`,
    since: noticed_at,
  };
}
