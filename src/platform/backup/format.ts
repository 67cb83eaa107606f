/**
 * The backup file: gzip over JSON lines. First the header, then for each table its name and its rows in COPY text
 * format, last the sums. Readable without this program, independent of the PostgreSQL version.
 */
import { z } from "zod";

export const headerSchema = z.object({
  amtsweg: z.literal("backup"),
  format: z.literal(1),
  version: z.string(),
  schema: z.number().int(),
  madeAt: z.string(),
});

export type BackupHeader = z.infer<typeof headerSchema>;

/** Work that was asked for and not done yet. */
const jobSchema = z.object({
  name: z.string(),
  payload: z.unknown(),
  runAt: z.string(),
  maxAttempts: z.number().int(),
  key: z.string().nullable(),
});

export type WaitingJob = z.infer<typeof jobSchema>;

const sumsSchema = z.object({
  tables: z.record(z.string(), z.number()),
  heads: z.record(z.string(), z.string()),
  jobs: z.number().int(),
});

export type BackupSums = z.infer<typeof sumsSchema>;

const lineSchema = z.union([
  z.object({ table: z.string(), columns: z.array(z.string()) }),
  z.object({ rows: z.array(z.string()) }),
  z.object({ sequence: z.string(), value: z.number(), called: z.boolean() }),
  z.object({ job: jobSchema }),
  z.object({ end: sumsSchema }),
]);

export type BackupLine = z.infer<typeof lineSchema>;

/** A file that is no backup of ours, or a damaged one, in words for the operator. */
export class BackupError extends Error {}

export function parseLine(text: string): BackupLine {
  try {
    return lineSchema.parse(JSON.parse(text));
  } catch {
    throw new BackupError("Die Sicherung ist beschädigt oder keine Sicherung von Amtsweg.");
  }
}
