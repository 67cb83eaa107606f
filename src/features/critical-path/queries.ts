/** Lead times of an authority: reads and writes of one small table. */
import type { Actor } from "../../platform/actor.ts";
import type { Change, Db } from "../../platform/change.ts";
import type { LeadUnit } from "./steps.ts";

type Reader = { db: Db };

/** `source`: the in-house rule, agreement or letter that the number comes from. */
export type StoredLeadTime = {
  step: string;
  days: number;
  unit: LeadUnit;
  source: string;
  changedBy: string;
  changedAt: Date;
};

export async function listLeadTimes({ db }: Reader, { authorityId }: Actor): Promise<StoredLeadTime[]> {
  const rows = await db
    .selectFrom("lead_time as l")
    .innerJoin("officer as o", "o.id", "l.changed_by")
    .selectAll("l")
    .select("o.display_name")
    .where("l.owner_id", "=", authorityId)
    .orderBy("l.step")
    .execute();
  return rows.map((row) => ({
    step: row.step,
    days: row.days,
    // The check constraint knows the two units.
    unit: row.unit as LeadUnit,
    source: row.source,
    changedBy: row.display_name,
    changedAt: row.changed_at,
  }));
}

type NewLeadTime = Pick<StoredLeadTime, "step" | "days" | "unit" | "source">;

export async function saveLeadTime({ trx, actor }: Change, { step, days, unit, source }: NewLeadTime, at: Date) {
  const row = { days, unit, source, changed_by: actor.officerId, changed_at: at };
  await trx
    .insertInto("lead_time")
    .values({ owner_id: actor.authorityId, step, ...row })
    .onConflict((conflict) => conflict.columns(["owner_id", "step"]).doUpdateSet(row))
    .execute();
}

export async function removeLeadTime({ trx, actor }: Change, step: string): Promise<void> {
  await trx.deleteFrom("lead_time").where("owner_id", "=", actor.authorityId).where("step", "=", step).execute();
}
