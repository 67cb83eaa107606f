/** After a failed measure: a new attempt, or a reasoned decision not to. The day comes from law or configuration only. */
import { sql } from "kysely";
import { day } from "../../../kernel/day.ts";
import { endOfDay, type WorkItem } from "../domain/work-item.ts";
import { also, daysAfter, inCases, type Order, undatedAfter, type WorkAsk, type WorkSource } from "../work-source.ts";

type Row = { id: string; case_id: string; arose_on: string; due_on: string | null; number: string };

const order: Order = { due: sql`d.due_on`, sub: [{ column: sql`d.id`, type: "uuid" }] };

export const dutyWork: WorkSource = {
  kind: "duties",
  read: async ({ db }, ask) => {
    if (ask.side === "waiting") return [];
    const arrived = ask.arrivedSince && sql`d.arose_on >= ${ask.arrivedSince}::date`;
    const open = sql`d.owner_id = ${ask.actor.authorityId} and d.resolved_on is null
      ${also(arrived, inCases(sql`d.case_id`, ask))}`;
    const { rows } = await sql<Row>`
      with due as (select d.* from reattempt_duty d where ${open} and d.due_on is not null ${also(daysAfter(order, ask))}
          order by d.due_on, d.id limit ${ask.limit}),
        undated as (select d.* from reattempt_duty d where ${open} and d.due_on is null ${also(undatedAfter(order, ask))}
          order by d.id limit ${ask.limit})
      select d.id, d.case_id, d.arose_on, d.due_on, m.number
      from (select * from due union all select * from undated) d join measure m on m.id = d.measure_id
      order by coalesce(d.due_on, ${ask.today.toString()}::date), d.id limit ${ask.limit}`.execute(db as never);
    return rows.map((row) => itemOf(row, ask));
  },
};

function itemOf(row: Row, { today }: WorkAsk): WorkItem {
  const due = row.due_on ? day(row.due_on) : undefined;
  return {
    kind: "duties",
    place: endOfDay(due ?? today),
    sub: [row.id],
    due,
    caseId: row.case_id,
    task: `Erneut versuchen oder begründet absehen: nach ${row.number}`,
    href: `/faelle/${row.case_id}`,
    counterpart: "–",
    status: "offen",
    why: due
      ? "Ein Versuch ist gescheitert. Der Tag ist das Ende der Überstellungsfrist oder die eingestellte Frist der Behörde (Art. 46 VO (EU) 2024/1351)."
      : "Ein Versuch ist gescheitert. Weder Gesetz noch Einstellung nennen einen Tag; ohne Frist ist zügig zu handeln (§ 10 Satz 2 VwVfG).",
  };
}
