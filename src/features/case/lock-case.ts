/** Locks a case for a change: one writer at a time, and only from the version that the form was made from. */
import { sql } from "kysely";
import type { Change } from "../../platform/change.ts";
import { changedMeanwhile, notFound } from "../../platform/http/problem.ts";

export type LockedCase = { id: string; ownerId: string; fileNumber: string };

/** Raises the version. `seenVersion` undefined: the change does not depend on what the page showed. */
export async function lockCase({ trx }: Change, id: string, seenVersion?: number): Promise<LockedCase> {
  const seen = seenVersion ?? sql<number>`version`;
  const row = await trx
    .updateTable("case_file")
    .set((eb) => ({ version: eb("version", "+", 1) }))
    .where("id", "=", id)
    .where("version", "=", seen)
    .returning(["id", "owner_id", "file_number"])
    .executeTakeFirst();
  if (row) return { id: row.id, ownerId: row.owner_id, fileNumber: row.file_number };
  const known = await trx.selectFrom("case_file").select("id").where("id", "=", id).executeTakeFirst();
  throw known ? changedMeanwhile() : notFound();
}
