/** Sets one row aside that the database does not take, with a reason; the rows after it go on. */
import type { Context } from "../../platform/context.ts";
import type { RowError } from "./domain/row-cells.ts";
import { lockBatch } from "./lock-batch.ts";

const reason =
  "Die Datenbank hat die Zeile abgelehnt. Bitte die Angaben prüfen oder den Fall von Hand anlegen; alle anderen Zeilen sind davon nicht betroffen.";

/** The first open row of the import. */
export const refuseRow = (context: Context, batchId: string): Promise<void> =>
  context.change(async (change) => {
    const { status } = await lockBatch(change, batchId);
    if (status !== "running") return;
    const row = await change.db
      .selectFrom("import_row")
      .select("row_no")
      .where("batch_id", "=", batchId)
      .where("verdict", "in", ["new", "update"])
      .where("applied_at", "is", null)
      .orderBy("row_no")
      .limit(1)
      .executeTakeFirst();
    if (!row) return;
    const error: RowError = { column: "ganze Zeile", field: null, reason };
    await change.trx
      .updateTable("import_row")
      .set({ verdict: "error", errors: JSON.stringify([error]) })
      .where("batch_id", "=", batchId)
      .where("row_no", "=", row.row_no)
      .execute();
    change.record({ subject: `import:${batchId}`, event: "importRowRefused", data: { row: row.row_no } });
  });
