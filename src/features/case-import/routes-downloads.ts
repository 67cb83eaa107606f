/** Files made from an import: the rejected rows for correcting, and the list as shown. */
import { Hono } from "hono";
import { allow } from "../../platform/http/access.ts";
import { csvAnswer } from "../../platform/http/csv.ts";
import type { AppEnv } from "../../platform/http/env.ts";
import { type Batch, isVerdict, verdictLabels } from "./batch.ts";
import { rejectedRowsCsv } from "./domain/rejected-rows.ts";
import { noteRows, openBatch } from "./open-batch-page.ts";
import { type ImportedRow, listRows } from "./queries.ts";
import { fileNumberOf } from "./row-words.ts";
import { defaultLimits } from "./spreadsheet/limits.ts";

export const downloadRoutes = () =>
  new Hono<AppEnv>()
    .get("/import/:id/abgewiesen.csv", allow("caseworker"), async (c) => {
      const batch = await openBatch(c);
      const rows = await listRows(c.var.context, batch.id, { verdict: "error", limit: defaultLimits.rows });
      noteRows(c, "Import: abgewiesene Zeilen", rows.length);
      return c.body(rejectedRowsCsv(batch.header, rows), 200, {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="abgewiesene-zeilen.csv"',
      });
    })
    .get("/import/:id/zeilen.csv", allow("caseworker"), async (c) => {
      const batch = await openBatch(c);
      const wanted = c.req.query("ergebnis") ?? "";
      const verdict = isVerdict(wanted) ? wanted : undefined;
      const rows = await listRows(c.var.context, batch.id, { verdict, limit: defaultLimits.rows });
      noteRows(c, "Import: Zeilen (Export)", rows.length);
      return csvAnswer("import-zeilen.csv", [
        ["Zeile", "Aktenzeichen", "Ergebnis", "Übernommen", "Gründe und Hinweise"],
        ...rows.map((row) => lineOf(batch, row)),
      ]);
    });

const lineOf = (batch: Batch, row: ImportedRow): unknown[] => [
  row.rowNo,
  fileNumberOf(batch, row),
  row.verdict ? verdictLabels[row.verdict].text : "noch nicht geprüft",
  row.appliedAt ? "ja" : "nein",
  [...row.errors.map(({ column, reason }) => `${column}: ${reason}`), row.question?.text ?? "", ...row.notes]
    .filter(Boolean)
    .join(" | "),
];
