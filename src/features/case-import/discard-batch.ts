/** Discards an import (Import verwerfen): what is not taken over is forgotten with all its cells. Cases stay as they are. */
import type { Context } from "../../platform/context.ts";
import { lockBatch, saveBatch, wrongState } from "./lock-batch.ts";

/** A job that is still at work notices and stops. */
export const discardBatch = (context: Context, batchId: string): Promise<void> =>
  context.change(async (change) => {
    const batch = await lockBatch(change, batchId);
    if (batch.status === "discarded") throw wrongState("Dieser Import ist schon verworfen.");
    await change.trx.deleteFrom("import_row").where("batch_id", "=", batchId).where("applied_at", "is", null).execute();
    await saveBatch(change, batch, { status: "discarded" });
    change.record({
      subject: `import:${batchId}`,
      event: "importDiscarded",
      data: { rows: batch.rowCount, applied: batch.appliedCount },
    });
    change.announce(`import:${batchId}`);
  });
