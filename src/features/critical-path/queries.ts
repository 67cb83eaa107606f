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
  version: number;
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
    version: row.version,
  }));
}

/** `version`: the one that the form was made from, 0 where none was set. */
type NewLeadTime = Pick<StoredLeadTime, "step" | "days" | "unit" | "source" | "version">;

/** Gives false where somebody was faster. */
export async function saveLeadTime(
  { trx, actor }: Change,
  { step, days, unit, source, version }: NewLeadTime,
  at: Date,
): Promise<boolean> {
  const row = { days, unit, source, changed_by: actor.officerId, changed_at: at, version: version + 1 };
  const isNew = version === 0;
  if (isNew) {
    const added = trx.insertInto("lead_time").values({ owner_id: actor.authorityId, step, ...row });
    return Number((await added.onConflict((c) => c.doNothing()).executeTakeFirst()).numInsertedOrUpdatedRows) > 0;
  }
  const changed = trx.updateTable("lead_time").set(row).where("owner_id", "=", actor.authorityId);
  const done = await changed.where("step", "=", step).where("version", "=", version).executeTakeFirst();
  return Number(done.numUpdatedRows) > 0;
}

/** Gives false where another one was set meanwhile. */
export async function removeLeadTime(
  { trx, actor }: Change,
  { step, version }: Pick<NewLeadTime, "step" | "version">,
): Promise<boolean> {
  const gone = trx.deleteFrom("lead_time").where("owner_id", "=", actor.authorityId).where("step", "=", step);
  return Number((await gone.where("version", "=", version).executeTakeFirst()).numDeletedRows) > 0;
}
