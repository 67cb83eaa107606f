/** Locks a case for a change: one writer at a time, and only from the version that the form was made from. */
import type { Change } from "../../platform/change.ts";
import { changedMeanwhile, notFound } from "../../platform/http/problem.ts";

export type LockedCase = { id: string; ownerId: string; fileNumber: string };

/** Raises the version. `seenVersion` undefined: the change does not depend on what the page showed. */
export async function lockCase({ trx }: Change, id: string, seenVersion?: number): Promise<LockedCase> {
  const row = await trx
    .selectFrom("case_file")
    .select(["id", "owner_id", "file_number", "version"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
  if (seenVersion !== undefined && row.version !== seenVersion) throw changedMeanwhile();
  await trx
    .updateTable("case_file")
    .set({ version: row.version + 1 })
    .where("id", "=", id)
    .execute();
  return { id: row.id, ownerId: row.owner_id, fileNumber: row.file_number };
}
