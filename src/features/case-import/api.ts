/** The import in the JSON API: the same services as the pages. A file is sent as multipart/form-data, like from a form. */
import { createRoute, z } from "@hono/zod-openapi";
import { allow } from "../../platform/http/access.ts";
import {
  createApiRouter,
  decodeCursor,
  encodeCursor,
  idParams,
  invalid,
  jsonAnswer,
  jsonBody,
  pageOf,
  pageQuery,
  problemResponses,
  seenVersion,
  withVersion,
} from "../../platform/http/api.ts";
import type { Http } from "../../platform/http/env.ts";
import { notFound } from "../../platform/http/problem.ts";
import { answerQuestion } from "./answer-question.ts";
import { startApplying } from "./apply-batch.ts";
import {
  answerSchema,
  batchSchema,
  batchView,
  fileSchema,
  mappingSchema,
  rowSchema,
  rowView,
  verdictSchema,
} from "./api-schemas.ts";
import { discardBatch } from "./discard-batch.ts";
import { noteRows, openBatch } from "./open-batch-page.ts";
import { countVerdicts, listRows } from "./queries.ts";
import { saveMapping } from "./save-mapping.ts";
import { describeFileRefusal } from "./spreadsheet/file-refusal.ts";
import { uploadFile } from "./upload-file.ts";

const middleware = [allow("caseworker")];
const rowParams = idParams.extend({ rowNo: z.coerce.number().int().min(1) });

const uploadRoute = createRoute({
  method: "post",
  path: "/imports",
  summary: "Eine Tabelle hochladen (CSV oder XLSX, höchstens 10 MB)",
  middleware,
  request: { body: { required: true, content: { "multipart/form-data": { schema: fileSchema } } } },
  responses: { 201: jsonAnswer(batchSchema, "Gelesen; die Spalten sind vorgeschlagen"), ...problemResponses },
});

const readRoute = createRoute({
  method: "get",
  path: "/imports/{id}",
  summary: "Stand eines Imports lesen",
  middleware,
  request: { params: idParams },
  responses: { 200: jsonAnswer(batchSchema, "Der Import, seine Version als ETag"), ...problemResponses },
});

const mappingRoute = createRoute({
  method: "put",
  path: "/imports/{id}/mapping",
  summary: "Bedeutung der Spalten festlegen; danach werden die Zeilen geprüft (If-Match nötig)",
  middleware,
  request: { params: idParams, ...jsonBody(mappingSchema) },
  responses: { 202: jsonAnswer(batchSchema, "Die Prüfung läuft"), ...problemResponses },
});

const rowsRoute = createRoute({
  method: "get",
  path: "/imports/{id}/rows",
  summary: "Zeilen mit Ergebnis und Gründen",
  middleware,
  request: { params: idParams, query: pageQuery.extend({ verdict: verdictSchema.optional() }) },
  responses: { 200: jsonAnswer(pageOf(rowSchema), "Zeilen in der Reihenfolge der Tabelle"), ...problemResponses },
});

const answerRoute = createRoute({
  method: "put",
  path: "/imports/{id}/rows/{rowNo}/municipality",
  summary: "Die Rückfrage einer Zeile beantworten",
  middleware,
  request: { params: rowParams, ...jsonBody(answerSchema) },
  responses: { 200: jsonAnswer(z.object({ answered: z.int() }), "Zahl der beantworteten Zeilen"), ...problemResponses },
});

const applyRoute = createRoute({
  method: "post",
  path: "/imports/{id}/apply",
  summary: "Geprüfte Zeilen in Fälle übernehmen (If-Match nötig)",
  middleware,
  request: { params: idParams },
  responses: { 202: jsonAnswer(batchSchema, "Die Übernahme läuft"), ...problemResponses },
});

const discardRoute = createRoute({
  method: "delete",
  path: "/imports/{id}",
  summary: "Einen Import verwerfen; übernommene Fälle bleiben",
  middleware,
  request: { params: idParams },
  responses: { 204: { description: "Verworfen" }, ...problemResponses },
});

/** The import as it stands after the request. */
async function show(c: Http, id?: string) {
  const batch = await openBatch(c, id);
  const counts = (await countVerdicts(c.var.context, [batch.id])).get(batch.id);
  withVersion(c, batch.version);
  return batchView(batch, counts);
}

const router = () =>
  createApiRouter()
    .openapi(uploadRoute, async (c) => {
      const { file } = c.req.valid("form");
      const bytes = new Uint8Array(await file.arrayBuffer());
      const result = await uploadFile(c.var.context, { name: file.name, bytes });
      if (!result.ok) throw invalid([{ field: "file", message: describeFileRefusal(result.refusal) }]);
      return c.json(await show(c, result.value), 201);
    })
    .openapi(readRoute, async (c) => c.json(await show(c), 200))
    .openapi(mappingRoute, async (c) => {
      const { id } = await openBatch(c);
      const { columns } = c.req.valid("json");
      const assignment = new Map(columns.flatMap(({ column, field }) => (field ? [[column, field] as const] : [])));
      const result = await saveMapping(c.var.context, id, assignment, { seenVersion: seenVersion(c) });
      if (!result.ok)
        throw invalid([
          ...result.refusal.missing.map((name) => ({ field: "columns", message: `Noch nicht zugeordnet: ${name}.` })),
          ...result.refusal.doubles.map(({ column, message }) => ({ field: `columns.${column}`, message })),
        ]);
      return c.json(await show(c), 202);
    });

export const importApi = () =>
  router()
    .openapi(rowsRoute, async (c) => {
      const batch = await openBatch(c);
      const { limit, cursor, verdict } = c.req.valid("query");
      const after = decodeCursor(cursor, z.tuple([z.int()]))?.[0];
      const filter = { verdict, limit: limit + 1, ...(after === undefined ? {} : { after }) };
      const rows = await listRows(c.var.context, batch.id, filter);
      const items = rows.slice(0, limit).map((row) => rowView(batch, row));
      noteRows(c, "Import: Zeilen (API)", items.length);
      const last = items.at(-1);
      return c.json({ items, next: rows.length > limit && last ? encodeCursor([last.rowNo]) : null }, 200);
    })
    .openapi(answerRoute, async (c) => {
      const { id } = await openBatch(c);
      const { rowNo } = c.req.valid("param");
      const { ags, forAllAlike } = c.req.valid("json");
      const result = await answerQuestion(c.var.context, id, { rowNo, ags, forAllAlike });
      if (!result.ok && result.refusal === "unknownRow") throw notFound();
      if (!result.ok) throw invalid([{ field: "ags", message: "Diese Gemeinde steht nicht zur Auswahl." }]);
      return c.json({ answered: result.value }, 200);
    })
    .openapi(applyRoute, async (c) => {
      const { id } = await openBatch(c);
      await startApplying(c.var.context, id, { seenVersion: seenVersion(c) });
      return c.json(await show(c), 202);
    })
    .openapi(discardRoute, async (c) => {
      const { id } = await openBatch(c);
      await discardBatch(c.var.context, id);
      return c.body(null, 204);
    });
