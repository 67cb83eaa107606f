/** The published reference data, read from CSV files whose provenance is in data/reference/README.md. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { programFile } from "../../platform/root.ts";

export type ReferenceFile = {
  /** Takes a quarter of a second for the long files. */
  rows: () => Record<string, string>[];
  checksum: string;
};

/** Reads one CSV file below data/; all values stay text, keys keep their leading zeros. */
export function readReferenceFile(...path: string[]): ReferenceFile {
  const bytes = readFileSync(programFile("data", ...path));
  return {
    rows: () => parse(bytes, { columns: true, bom: true }),
    checksum: createHash("sha256").update(bytes).digest("hex"),
  };
}
