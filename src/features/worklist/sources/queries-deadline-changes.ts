/** Deadlines that somebody else's entry, a correction or new holidays have moved: to be read once, by whoever works on the case. */
import { sql } from "kysely";
import { endOfDay, type WorkItem } from "../domain/work-item.ts";
import { allOf, firstRows, type Order, undatedAfter, type WorkAsk, type WorkSource } from "../work-source.ts";

type Row = { id: string; case_id: string; title: string; text: string; cause: string; changed_at: Date };

// Identifiers grow with time, so they are the order of recording.
const order: Order = { due: sql`t.id`, sub: [{ column: sql`t.id`, type: "uuid" }] };

export const deadlineChangeWork: WorkSource = {
  kind: "deadlineChanges",
  found: (ask) => {
    if (ask.side === "waiting") return undefined;
    const arrived = ask.arrivedSince && sql`t.changed_at >= ${ask.arrivedSince}`;
    return firstRows(ask, {
      table: "deadline_change",
      where: sql`t.notify and t.acknowledged_at is null`,
      when: allOf(arrived, undatedAfter(order, ask)),
      order: sql`t.id`,
    });
  },
  read: async ({ db }, ask) => {
    const found = deadlineChangeWork.found(ask);
    if (!found) return [];
    const { rows } = await sql<Row>`select d.id, d.case_id, d.title, d.text, d.cause, d.changed_at from ${found} d
      order by d.id`.execute(db as never);
    return rows.map((row) => itemOf(row, ask));
  },
};

const itemOf = ({ id, case_id: caseId, title, text, cause, changed_at: since }: Row, { today }: WorkAsk): WorkItem => ({
  kind: "deadlineChanges",
  place: endOfDay(today),
  sub: [id],
  due: undefined,
  caseId,
  task: `Geänderte Frist zur Kenntnis nehmen: ${title} ${text}`,
  href: `/faelle/${caseId}/ansicht/fristen`,
  counterpart: "–",
  status: "nicht gelesen",
  why:
    cause === "event"
      ? "Ein nachgetragenes oder berichtigtes Ereignis hat diese Frist geändert (§ 31 VwVfG)."
      : "Rechenregeln oder Feiertage wurden erneuert; alle laufenden Fristen sind neu gerechnet (§ 31 VwVfG).",
  since,
  action: { label: "Gelesen", path: `/faelle/${caseId}/fristaenderungen/${id}/gesehen` },
});
