/** Reads of resubmissions (Wiedervorlagen): the open ones of a case. */
import { day, type Day } from "../../kernel/day.ts";
import type { Db } from "../../platform/change.ts";

/** Wiedervorlage: eine Akte kommt an einem Tag mit Grund zurück (kein Rechtsbegriff; Geschäftsordnung der Behörde). */
export type Resubmission = { id: string; dueOn: Day; note: string; setBy: string };

export async function openResubmissions({ db }: { db: Db }, caseId: string): Promise<Resubmission[]> {
  const rows = await db
    .selectFrom("resubmission as r")
    .innerJoin("officer as o", "o.id", "r.created_by")
    .select(["r.id", "r.due_on", "r.note", "o.display_name"])
    .where("r.case_id", "=", caseId)
    .where("r.closed_at", "is", null)
    .orderBy("r.due_on")
    .orderBy("r.id")
    .execute();
  return rows.map(({ id, due_on, note, display_name }) => ({ id, dueOn: day(due_on), note, setBy: display_name }));
}
