/**
 * Measures that need a step or an approval. Only supervisors approve, and never who asked for the measure; for everybody
 * else it waits for others.
 */
import { sql } from "kysely";
import { statusLabels, type MeasureStatus } from "../../measure/index.ts";
import { endOfDay, type WorkItem } from "../domain/work-item.ts";
import { allOf, firstRows, type Order, undatedAfter, type WorkAsk, type WorkSource } from "../work-source.ts";

type Row = { id: string; number: string; case_id: string; status: MeasureStatus; at: string; status_at: Date };

/** What comes next in each status, as verb and object. */
const steps: Partial<Record<MeasureStatus, string>> = {
  draft: "Prüfung beginnen",
  gateCheck: "Prüfen und freigeben",
  approved: "Buchung und Unterstützung klären",
  booked: "Unterstützung vereinbaren",
  supportArranged: "Schlussprüfung beginnen",
  finalCheck: "Zum Vollzug freigeben",
  released: "Beginn festhalten",
  inExecution: "Verlauf festhalten",
  abortedInExecution: "Ergebnis erfassen",
  departed: "Ankunft festhalten",
  arrived: "Ergebnis erfassen",
  outcomeRecorded: "Mitteilungen versenden",
  notificationsSent: "Maßnahme abschließen",
};

const order: Order = {
  due: sql`null`,
  sub: [
    { column: sql`t.status_at`, type: "timestamptz" },
    { column: sql`t.id`, type: "uuid" },
  ],
};

export const measureWork: WorkSource = {
  kind: "measures",
  found: (ask) => {
    const own = ask.side === "own";
    const statuses = own ? Object.keys(steps) : ["gateCheck", "bookingRequested"];
    const arrived = ask.arrivedSince && sql`t.status_at >= ${ask.arrivedSince}`;
    // In gateCheck: mine to approve as supervisor, unless I asked for it or have approved already.
    const mayApprove = ask.actor.role === "supervisor";
    const decided = sql`(t.requested_by = ${ask.actor.officerId} or exists (select from measure_approval a
      where a.measure_id = t.id and a.officer_id = ${ask.actor.officerId} and a.round = t.approval_round))`;
    const done = mayApprove ? decided : sql`true`;
    const side = own ? sql`(t.status <> 'gateCheck' or not ${done})` : sql`(t.status <> 'gateCheck' or ${done})`;
    return firstRows(ask, {
      table: "measure",
      by: { column: "status", values: statuses },
      where: sql`${side}`,
      when: allOf(arrived, undatedAfter(order, ask)),
      order: sql`t.status_at, t.id`,
    });
  },
  read: async ({ db }, ask) => {
    const found = measureWork.found(ask);
    if (!found) return [];
    const { rows } = await sql<Row>`
      select m.id, m.number, m.case_id, m.status, m.status_at, m.status_at::text as at
      from ${found} m order by m.status_at, m.id`.execute(db as never);
    return rows.map((row) => itemOf(row, ask));
  },
};

function itemOf(row: Row, { side, today }: WorkAsk): WorkItem {
  const waiting = row.status === "gateCheck" ? "Freigabe durch andere abwarten" : "Buchung abwarten";
  const task = side === "own" ? (steps[row.status] ?? "Maßnahme bearbeiten") : waiting;
  return {
    kind: "measures",
    place: endOfDay(today),
    sub: [row.at, row.id],
    due: undefined,
    caseId: row.case_id,
    task: `${task}: ${row.number}`,
    href: `/massnahmen/${row.id}`,
    counterpart: row.status === "bookingRequested" ? "ZFA" : "–",
    status: statusLabels[row.status],
    why:
      row.status === "gateCheck"
        ? "Vier Augen (Prüfpunkt G30): zwei verschiedene Personen der Leitung geben frei, nicht die beantragende. Ohne Frist ist zügig zu handeln (§ 10 Satz 2 VwVfG)."
        : `Die Maßnahme steht auf »${statusLabels[row.status]}« und braucht den nächsten Schritt. Ohne Frist ist zügig zu handeln (§ 10 Satz 2 VwVfG).`,
    since: row.status_at,
  };
}
