/**
 * „Rückgängig“: the last act of an officer in the work queue is taken back, as long as nobody has acted on it since. Only
 * for acts without legal effect; taking back is an act of its own in the journal, nothing is deleted there.
 */
import { ok, refused, type Result } from "../../kernel/result.ts";
import type { Change, Db } from "../../platform/change.ts";
import type { Context } from "../../platform/context.ts";
import { handBack } from "../case/index.ts";
import { reopenResubmissions, withdrawResubmissions } from "../resubmission/index.ts";

const undoneWithinMs = 10 * 60_000;

type Entry = { id: string; from?: string | null };

/** Letzte Handlung im Arbeitsvorrat ohne Rechtswirkung (ux-and-data.md 4.9: Rückgängig). */
export type LastAct =
  | { kind: "assigned"; entries: readonly { id: string; from: string | null }[]; to: string }
  | { kind: "resubmissionSet" | "resubmissionClosed"; entries: readonly { id: string }[] };

/** Kept with the act itself, in its transaction; an act that changed nothing leaves the one before. */
export async function rememberAct({ trx, actor }: Change, act: LastAct, now: Date): Promise<void> {
  if (act.entries.length === 0) return;
  const row = {
    kind: act.kind,
    entries: JSON.stringify(act.entries),
    assigned_to: act.kind === "assigned" ? act.to : null,
    done_at: now,
  };
  await trx
    .insertInto("last_act")
    .values({ officer_id: actor.officerId, ...row })
    .onConflict((conflict) => conflict.column("officer_id").doUpdateSet(row))
    .execute();
}

export type Undoable = { act: LastAct; at: Date };

/** What the officer may still take back. */
export async function undoable({ db }: { db: Db }, officerId: string, now: Date): Promise<Undoable | undefined> {
  const row = await db
    .selectFrom("last_act")
    .selectAll()
    .where("officer_id", "=", officerId)
    .where("done_at", ">", new Date(now.getTime() - undoneWithinMs))
    .executeTakeFirst();
  if (!row) return undefined;
  // Written by rememberAct alone; the check constraints know the same shapes.
  const entries = row.entries as unknown as Entry[];
  const act =
    row.kind === "assigned"
      ? { kind: row.kind, entries: entries.map(({ id, from = null }) => ({ id, from })), to: row.assigned_to ?? "" }
      : { kind: row.kind as "resubmissionSet" | "resubmissionClosed", entries };
  return { act: act as LastAct, at: row.done_at };
}

/** Gives how many lines are again as they were. */
export const undoLastAct = (context: Context): Promise<Result<number, "nothingToUndo">> =>
  context.change(async (change) => {
    const found = await undoable(change, change.actor.officerId, context.now);
    if (!found) return refused("nothingToUndo");
    const count = await takeBack(change, found.act, context.now);
    await change.trx.deleteFrom("last_act").where("officer_id", "=", change.actor.officerId).execute();
    return ok(count);
  });

function takeBack(change: Change, act: LastAct, now: Date): Promise<number> {
  const ids = act.entries.map(({ id }) => id);
  if (act.kind === "assigned") return handBack(change, act.entries, act.to);
  return act.kind === "resubmissionSet" ? withdrawResubmissions(change, ids, now) : reopenResubmissions(change, ids);
}
