/** Running deadlines as work: ours to meet, or of others to watch. Each rule is read in date order by its own index range. */
import { sql } from "kysely";
import { day, isBefore } from "../../../kernel/day.ts";
import { type DeadlineTask, deadlineTasks, rulesOf } from "../../deadline/index.ts";
import { endOfDay, type WorkItem } from "../domain/work-item.ts";
import { also, daysAfter, firstRows, type Order, type WorkAsk, type WorkSource } from "../work-source.ts";

type Row = {
  case_id: string;
  key: string;
  rule: string;
  title: string;
  operational_end: string;
  legal_end: string;
  norm: string | null;
};

const order: Order = {
  due: sql`t.operational_end`,
  sub: [
    { column: sql`t.case_id`, type: "uuid" },
    { column: sql`t.key`, type: "text" },
  ],
};

export const deadlineWork: WorkSource = {
  kind: "deadlines",
  found: (ask) => {
    // The file does not record when a period came in, so nothing of it is „neu“.
    if (ask.arrivedSince) return undefined;
    const rules = rulesOf(ask.side === "own" ? "ours" : "watched");
    // What others had to do until yesterday is over; what follows is a task of another source.
    const open = ask.side === "waiting" ? sql`t.operational_end >= ${ask.today.toString()}::date` : undefined;
    return firstRows(ask, {
      table: "case_deadline",
      by: { column: "rule", values: rules },
      where: sql`t.status = 'running' ${also(open)}`,
      when: daysAfter(order, ask),
      order: sql`t.operational_end, t.case_id, t.key`,
    });
  },
  read: async ({ db }, ask) => {
    const found = deadlineWork.found(ask);
    if (!found) return [];
    const { rows } = await sql<Row>`
      select d.case_id, d.key, d.rule, d.title, d.operational_end, d.legal_end, d.details->'norm'->>'norm' as norm
      from ${found} d order by d.operational_end, d.case_id, d.key`.execute(db as never);
    return rows.map((row) => itemOf(row, ask));
  },
};

/** „Gewahrsam prüfen: besteht der Grund fort? – Ausreisegewahrsam“; a title that says the same is not said twice. */
function taskText({ title }: Row, task: DeadlineTask | undefined): string {
  if (!task) return title;
  return task.whose === "watched" || task.task.startsWith(title) ? task.task : `${task.task} – ${title}`;
}

function itemOf(row: Row, { today }: WorkAsk): WorkItem {
  const task = deadlineTasks[row.rule];
  const [due, legal] = [day(row.operational_end), day(row.legal_end)];
  const planned = due.equals(legal) ? "" : " Geplant wird auf den letzten Werktag davor.";
  return {
    kind: "deadlines",
    place: endOfDay(due),
    sub: [row.case_id, row.key],
    due,
    caseId: row.case_id,
    task: taskText(row, task),
    href: `/fristen/${row.case_id}/${encodeURIComponent(row.key)}`,
    counterpart: task?.counterpart ?? "–",
    status: task?.whose === "watched" ? "läuft, beobachten" : isBefore(due, today) ? "überfällig" : "läuft",
    why: `Regel ${row.rule}: ${row.title}${row.norm ? ` (${row.norm})` : ""}, abgeleitet aus den Rechtsereignissen des Falls.${planned}`,
  };
}
