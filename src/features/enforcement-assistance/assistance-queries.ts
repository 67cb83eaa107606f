/** SQL of police assistance beside the envelope: the lock that keeps two clicks from making two drafts. */
import type { Change } from "../../platform/change.ts";
import { notFound } from "../../platform/http/problem.ts";

export async function lockMeasureRow({ trx }: Change, measureId: string): Promise<void> {
  const row = await trx.selectFrom("measure").select("id").where("id", "=", measureId).forUpdate().executeTakeFirst();
  if (!row) throw notFound();
}
