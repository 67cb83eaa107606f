/** After a failed measure: a new attempt, or a reasoned decision not to. The day comes from law or configuration only. */
import { sql } from "kysely";
import { day } from "../../../kernel/day.ts";
import { endOfDay, type WorkItem } from "../domain/work-item.ts";
import {
  allOf,
  daysAfter,
  firstRows,
  type Order,
  undatedAfter,
  type WorkAsk,
  type WorkSource,
} from "../work-source.ts";

type Row = { id: string; case_id: string; arose_on: string; due_on: string | null; number: string };

const order: Order = { due: sql`t.due_on`, sub: [{ column: sql`t.id`, type: "uuid" }] };

export const dutyWork: WorkSource = {
  kind: "duties",
  found: (ask) => {
    if (ask.side === "waiting") return undefined;
    const arrived = ask.arrivedSince && sql`t.arose_on >= ${ask.arrivedSince}::date`;
    const open = sql`t.resolved_on is null`;
    const table = "reattempt_duty";
    const dated = firstRows(ask, {
      table,
      part: "dated",
      where: sql`${open} and t.due_on is not null`,
      when: allOf(arrived, daysAfter(order, ask)),
      order: sql`t.due_on, t.id`,
    });
    const undated = firstRows(ask, {
      table,
      part: "undated",
      where: sql`${open} and t.due_on is null`,
      when: allOf(arrived, undatedAfter(order, ask)),
      // All of them null here; named because the index has it.
      order: sql`t.due_on, t.id`,
    });
    return sql`(select * from ${dated} a union all select * from ${undated} b)`;
  },
  read: async ({ db }, ask) => {
    const found = dutyWork.found(ask);
    if (!found) return [];
    const { rows } = await sql<Row>`
      select d.id, d.case_id, d.arose_on, d.due_on,
        (select m.number from measure m where m.id = d.measure_id) as number
      from ${found} d
      order by coalesce(d.due_on, ${ask.today.toString()}::date), d.id limit ${sql.lit(ask.limit)}`.execute(
      db as never,
    );
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
