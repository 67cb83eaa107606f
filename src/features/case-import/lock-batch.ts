/** Locks an import for a change: one writer at a time, and only from the version that the page showed. */
import type { Change } from "../../platform/change.ts";
import { changedMeanwhile, HttpProblem, notFound } from "../../platform/http/problem.ts";
import type { Batch } from "./batch.ts";
import { findBatch } from "./queries.ts";

/** `seenVersion` undefined: the change does not depend on what a page showed (jobs). */
export async function lockBatch(change: Change, id: string, seenVersion?: number): Promise<Batch> {
  await change.trx.selectFrom("import_batch").select("id").where("id", "=", id).forUpdate().execute();
  const batch = await findBatch(change, id);
  if (!batch) throw notFound();
  if (seenVersion !== undefined && batch.version !== seenVersion) throw changedMeanwhile();
  return batch;
}

/** The step does not fit the state of the import, for example taking over what is discarded. */
export const wrongState = (detail: string): HttpProblem => new HttpProblem(409, "Schritt nicht möglich", detail);

type Decision = { status: Batch["status"]; mapping?: string; judged_count?: number };

/** A step that pages show: raises the version, so that forms made before it are refused. */
export const saveBatch = ({ trx }: Change, { id, version }: Batch, values: Decision): Promise<unknown> =>
  trx
    .updateTable("import_batch")
    .set({ ...values, version: version + 1 })
    .where("id", "=", id)
    .execute();

/** Progress of a job; open forms stay valid. */
export const saveProgress = (
  { trx }: Change,
  { id }: Batch,
  counts: { judged_count: number } | { applied_count: number },
): Promise<unknown> => trx.updateTable("import_batch").set(counts).where("id", "=", id).execute();
