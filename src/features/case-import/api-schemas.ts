/** What the API shows of an import and takes for it; from these schemas the OpenAPI description is made. */
import { z } from "@hono/zod-openapi";
import { type Batch, type BatchStatus, type Counts, verdicts } from "./batch.ts";
import { type Field, fieldNames } from "./domain/field.ts";
import { fileNumberOf, nameOf } from "./row-words.ts";
import type { ImportedRow } from "./queries.ts";

const fieldSchema = z.enum(fieldNames as [Field, ...Field[]]);
export const verdictSchema = z.enum(verdicts);
const statuses = ["mapping", "judging", "judged", "running", "done", "discarded"] as const satisfies BatchStatus[];

export const fileSchema = z.object({
  file: z.instanceof(File).openapi({ type: "string", format: "binary", description: "CSV oder XLSX" }),
});

export const batchSchema = z
  .object({
    id: z.uuid(),
    fileName: z.string(),
    status: z.enum(statuses),
    version: z.int(),
    rows: z.int(),
    judged: z.int(),
    applied: z.int(),
    counts: z.object({ new: z.int(), update: z.int(), unchanged: z.int(), question: z.int(), error: z.int() }),
    columns: z.array(
      z.object({
        column: z.int(),
        header: z.string(),
        field: fieldSchema.nullable(),
        certainty: z.enum(["sicher", "vermutet", "keine"]),
        note: z.string().nullable(),
      }),
    ),
    notes: z.array(z.string()),
  })
  .openapi("Import");

export const mappingSchema = z
  .object({ columns: z.array(z.object({ column: z.int().min(0).max(999), field: fieldSchema.nullable() })) })
  .openapi("ImportMapping", { example: { columns: [{ column: 0, field: "fileNumber" }] } });

export const answerSchema = z
  .object({ ags: z.string().regex(/^\d{8}$/), forAllAlike: z.boolean().default(false) })
  .openapi("ImportAnswer", { example: { ags: "05954036", forAllAlike: true } });

const candidateSchema = z.object({ ags: z.string(), name: z.string(), district: z.string(), land: z.string() });

export const rowSchema = z
  .object({
    rowNo: z.int(),
    verdict: verdictSchema.nullable(),
    fileNumber: z.string().nullable(),
    name: z.string().nullable(),
    errors: z.array(z.object({ column: z.string(), field: fieldSchema.nullable(), reason: z.string() })),
    notes: z.array(z.string()),
    question: z.object({ text: z.string(), candidates: z.array(candidateSchema) }).nullable(),
    caseId: z.uuid().nullable(),
  })
  .openapi("ImportRow");

export const batchView = (batch: Batch, counts: Counts | undefined): z.input<typeof batchSchema> => ({
  id: batch.id,
  fileName: batch.fileName,
  status: batch.status,
  version: batch.version,
  rows: batch.rowCount,
  judged: batch.judgedCount,
  applied: batch.appliedCount,
  counts: {
    new: counts?.new ?? 0,
    update: counts?.update ?? 0,
    unchanged: counts?.unchanged ?? 0,
    question: counts?.question ?? 0,
    error: counts?.error ?? 0,
  },
  columns: batch.mapping.map(({ column, header, field, certainty, note }) => ({
    column,
    header,
    field,
    certainty,
    note: note ?? null,
  })),
  notes: batch.notes,
});

export const rowView = (batch: Batch, row: ImportedRow): z.input<typeof rowSchema> => ({
  rowNo: row.rowNo,
  verdict: row.verdict,
  fileNumber: fileNumberOf(batch, row) || null,
  name: nameOf(batch, row) || null,
  errors: row.errors,
  notes: row.notes,
  question: row.question && { text: row.question.text, candidates: row.question.candidates },
  caseId: row.caseId,
});
