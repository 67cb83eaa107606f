/**
 * Sets and closes resubmissions (Wiedervorlagen). A reminder only: it never hides a legal deadline, and closing it has no
 * legal effect. Cases of others and reminders that are closed already are passed over; the count says what happened.
 */
import type { Day } from "../../kernel/day.ts";
import { newId } from "../../kernel/id.ts";
import type { Change } from "../../platform/change.ts";
import type { Context } from "../../platform/context.ts";

type Wanted = { caseIds: readonly string[]; dueOn: Day; note: string };

/** Runs in the same transaction, with the resubmissions that were set or closed. */
type Kept = (change: Change, done: readonly { id: string }[]) => Promise<unknown>;

const nothingMore: Kept = async () => undefined;

export const setResubmissions = (
  context: Context,
  { caseIds, dueOn, note }: Wanted,
  kept: Kept = nothingMore,
): Promise<number> =>
  context.change(async (change) => {
    const { authorityId, officerId } = change.actor;
    const cases = await change.trx
      .selectFrom("case_file")
      .select("id")
      .where("id", "in", [...caseIds])
      .where("owner_id", "=", authorityId)
      .execute();
    const ids = cases.map(({ id: caseId }) => ({ id: newId(), caseId }));
    for (const { id, caseId } of ids) {
      const row = { id, case_id: caseId, owner_id: authorityId, due_on: dueOn.toString(), note, created_by: officerId };
      await change.trx.insertInto("resubmission").values(row).execute();
      const data = { dueOn: dueOn.toString() };
      change.record({ subject: `resubmission:${id}`, caseId, event: "resubmissionSet", data });
      change.announce(`case:${caseId}`);
    }
    await kept(
      change,
      ids.map(({ id }) => ({ id })),
    );
    return ids.length;
  });

export const closeResubmissions = (
  context: Context,
  { ids, result }: { ids: readonly string[]; result: string },
  kept: Kept = nothingMore,
): Promise<number> =>
  context.change(async (change) => {
    const closed = await close(change, ids, { result, at: context.now });
    await kept(change, closed);
    return closed.length;
  });

/** Undoes setting: it leaves the work queue, and stays with who took it back. */
export const withdrawResubmissions = async (change: Change, ids: readonly string[], at: Date): Promise<number> =>
  (await close(change, ids, { result: "zurückgenommen", at })).length;

async function close(
  change: Change,
  ids: readonly string[],
  { result, at }: { result: string; at: Date },
): Promise<{ id: string }[]> {
  const closed = await change.trx
    .updateTable("resubmission")
    .set({ closed_at: at, closed_by: change.actor.officerId, result })
    .where("id", "in", [...ids])
    .where("closed_at", "is", null)
    .returning(["id", "case_id"])
    .execute();
  return recorded(change, closed, "resubmissionClosed");
}

/** Undoes „Erledigt“: open again, unless it was somebody else who closed it. */
export async function reopenResubmissions(change: Change, ids: readonly string[]): Promise<number> {
  const opened = await change.trx
    .updateTable("resubmission")
    .set({ closed_at: null, closed_by: null, result: null })
    .where("id", "in", [...ids])
    .where("closed_by", "=", change.actor.officerId)
    .returning(["id", "case_id"])
    .execute();
  return recorded(change, opened, "resubmissionReopened").length;
}

type Row = { id: string; case_id: string };

function recorded(change: Change, rows: readonly Row[], event: string): { id: string }[] {
  for (const { id, case_id: caseId } of rows) {
    change.record({ subject: `resubmission:${id}`, caseId, event });
    change.announce(`case:${caseId}`);
  }
  return rows.map(({ id }) => ({ id }));
}
