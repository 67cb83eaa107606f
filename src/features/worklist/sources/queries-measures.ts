/** Measures that need a step or an approval. Who asked for a measure never approves it; for that person it waits for others. */
import { sql } from "kysely";
import { statusLabels, type MeasureStatus } from "../../measure/index.ts";
import { endOfDay, type WorkItem } from "../domain/work-item.ts";
import { also, inCases, type Order, undatedAfter, type WorkAsk, type WorkSource } from "../work-source.ts";

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
    { column: sql`m.status_at`, type: "timestamptz" },
    { column: sql`m.id`, type: "uuid" },
  ],
};

export const measureWork: WorkSource = {
  kind: "measures",
  read: async ({ db }, ask) => {
    const own = ask.side === "own";
    const statuses = own ? Object.keys(steps) : ["gateCheck", "bookingRequested"];
    const arrived = ask.arrivedSince && sql`m.status_at >= ${ask.arrivedSince}`;
    // In gateCheck: mine to approve, unless I asked for it or have approved already.
    const done = sql`(m.requested_by = ${ask.actor.officerId} or exists (select from measure_approval a
      where a.measure_id = m.id and a.officer_id = ${ask.actor.officerId} and a.round = m.approval_round))`;
    const side = own ? sql`(m.status <> 'gateCheck' or not ${done})` : sql`(m.status <> 'gateCheck' or ${done})`;
    const { rows } = await sql<Row>`
      select e.id, e.number, e.case_id, e.status, e.status_at, e.status_at::text as at
      from unnest(${statuses}::text[]) wanted(status) cross join lateral (
        select m.* from measure m where m.owner_id = ${ask.actor.authorityId} and m.status = wanted.status
          ${also(side, arrived, undatedAfter(order, ask), inCases(sql`m.case_id`, ask))}
        order by m.status_at, m.id limit ${ask.limit}) e
      order by e.status_at, e.id limit ${ask.limit}`.execute(db as never);
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
        ? "Vier Augen (Prüfpunkt G30): zwei verschiedene Personen geben frei, nicht die beantragende. Ohne Frist ist zügig zu handeln (§ 10 Satz 2 VwVfG)."
        : `Die Maßnahme steht auf »${statusLabels[row.status]}« und braucht den nächsten Schritt. Ohne Frist ist zügig zu handeln (§ 10 Satz 2 VwVfG).`,
    since: row.status_at,
  };
}
