/**
 * Sets and closes resubmissions (Wiedervorlagen). A reminder only: it never hides a legal deadline, and closing it has no
 * legal effect. Cases of others and reminders that are closed already are passed over; the count says what happened.
 */
import type { Day } from "../../kernel/day.ts";
import { newId } from "../../kernel/id.ts";
import type { Context } from "../../platform/context.ts";

type Wanted = { caseIds: readonly string[]; dueOn: Day; note: string };

export const setResubmissions = (context: Context, { caseIds, dueOn, note }: Wanted): Promise<number> =>
  context.change(async (change) => {
    const { authorityId, officerId } = change.actor;
    const cases = await change.trx
      .selectFrom("case_file")
      .select("id")
      .where("id", "in", [...caseIds])
      .where("owner_id", "=", authorityId)
      .execute();
    for (const { id: caseId } of cases) {
      const id = newId();
      const row = { id, case_id: caseId, owner_id: authorityId, due_on: dueOn.toString(), note, created_by: officerId };
      await change.trx.insertInto("resubmission").values(row).execute();
      const data = { dueOn: dueOn.toString() };
      change.record({ subject: `resubmission:${id}`, caseId, event: "resubmissionSet", data });
      change.announce(`case:${caseId}`);
    }
    return cases.length;
  });

export const closeResubmissions = (
  context: Context,
  { ids, result }: { ids: readonly string[]; result: string },
): Promise<number> =>
  context.change(async (change) => {
    const closed = await change.trx
      .updateTable("resubmission")
      .set({ closed_at: context.now, closed_by: change.actor.officerId, result })
      .where("id", "in", [...ids])
      .where("closed_at", "is", null)
      .returning(["id", "case_id"])
      .execute();
    for (const { id, case_id: caseId } of closed) {
      change.record({ subject: `resubmission:${id}`, caseId, event: "resubmissionClosed" });
      change.announce(`case:${caseId}`);
    }
    return closed.length;
  });
