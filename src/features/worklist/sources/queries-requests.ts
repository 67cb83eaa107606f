/** Requests in which somebody is to act: we (question, conditions, refusal), or the other side. Silence is never a consent. */
import { sql } from "kysely";
import { dayInGermany } from "../../../kernel/day.ts";
import { formatDay } from "../../../ui/index.ts";
import { requestStatusLabels, type RequestStatus } from "../../request/index.ts";
import { endOfDay, type WorkItem } from "../domain/work-item.ts";
import {
  allOf,
  firstRows,
  instantsAfter,
  type Order,
  undatedAfter,
  type WorkAsk,
  type WorkSource,
} from "../work-source.ts";

type Row = {
  id: string;
  number: string;
  case_id: string;
  status: RequestStatus;
  waiting_for: "owner" | "addressee" | "mediator";
  waiting_since: Date | null;
  answer_due_at: Date | null;
  other: string;
};

const order: Order = { due: sql`t.answer_due_at`, sub: [{ column: sql`t.id`, type: "uuid" }] };

export const requestWork: WorkSource = {
  kind: "requests",
  found: (ask) => {
    const parties = ask.side === "own" ? ["owner"] : ["addressee", "mediator"];
    const arrived = ask.arrivedSince && sql`t.waiting_since >= ${ask.arrivedSince}`;
    const open = sql`t.waiting_for is not null and t.closed_at is null`;
    const by = { column: "waiting_for", values: parties };
    const dated = firstRows(ask, {
      table: "request",
      part: "dated",
      by,
      where: sql`${open} and t.answer_due_at is not null`,
      when: allOf(arrived, instantsAfter(order, ask)),
      order: sql`t.answer_due_at, t.id`,
    });
    const undated = firstRows(ask, {
      table: "request",
      part: "undated",
      by,
      where: sql`${open} and t.answer_due_at is null`,
      when: allOf(arrived, undatedAfter(order, ask)),
      // All of them null here; named because the index has it.
      order: sql`t.answer_due_at, t.id`,
    });
    return sql`(select * from ${dated} d union all select * from ${undated} u)`;
  },
  read: async ({ db }, ask) => {
    const found = requestWork.found(ask);
    if (!found) return [];
    const { rows } = await sql<Row>`
      select r.id, r.number, r.case_id, r.status, r.waiting_for, r.waiting_since, r.answer_due_at, a.name as other
      from ${found} r
      join authority a on a.id = case r.waiting_for when 'mediator' then r.mediator_id else r.addressee_id end
      order by coalesce(r.answer_due_at, ${endOfDay(ask.today)}::timestamptz), r.id limit ${sql.lit(ask.limit)}`.execute(
      db as never,
    );
    return rows.map((row) => itemOf(row, ask));
  },
};

const ownTasks: Partial<Record<RequestStatus, string>> = {
  question: "Rückfrage beantworten",
  acceptedWithConditions: "Auflagen prüfen und zustimmen",
  declined: "Ablehnung bearbeiten: neuer Termin oder Vermittlung",
};

function itemOf(row: Row, { side, today }: WorkAsk): WorkItem {
  const task = side === "own" ? (ownTasks[row.status] ?? "Ersuchen bearbeiten") : "Antwort abwarten";
  return {
    kind: "requests",
    place: row.answer_due_at ?? endOfDay(today),
    sub: [row.id],
    due: row.answer_due_at ?? undefined,
    caseId: row.case_id,
    task: `${task}: ${row.number}`,
    href: `/ersuchen/${row.id}`,
    counterpart: row.other,
    status: requestStatusLabels[row.status],
    why: whyOf(row, side),
    ...(row.waiting_since ? { since: row.waiting_since } : {}),
  };
}

function whyOf({ answer_due_at: due, waiting_since: since }: Row, side: WorkAsk["side"]): string {
  const who = side === "own" ? "Das Ersuchen wartet auf Ihre Behörde" : "Das Ersuchen liegt bei der anderen Seite";
  const from = since ? ` seit ${formatDay(dayInGermany(since))}` : "";
  const until = due
    ? "Die Zeit hat gesetzt, wer gefragt hat."
    : "Eine Zeit hat niemand gesetzt; ohne Frist ist zügig zu handeln (§ 10 Satz 2 VwVfG).";
  const next = side === "own" ? "" : " Nächste Stufe: anrufen und den Anruf vermerken, dann Vermittlung anfordern.";
  return `${who}${from}. ${until} Schweigen ist keine Zustimmung.${next}`;
}
