/**
 * Reads the table that an authority keeps its cases in, from CSV or XLSX. The file is read completely or refused with
 * a reason; no row is dropped without being counted.
 */
import { ok, refused, type Result } from "../../../kernel/result.ts";
import type { SheetRow } from "../domain/sheet-row.ts";
import { readCsv } from "./csv.ts";
import type { Delimiter } from "./delimiter.ts";
import { fileKind } from "./file-kind.ts";
import type { FileRefusal } from "./file-refusal.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import { cutTable, type Table } from "./table.ts";
import type { Encoding } from "./text-encoding.ts";
import { readXlsxTable } from "./xlsx.ts";

/** The table with what the clerk should know about how it was read. */
export type Spreadsheet = Table & {
  format: "csv" | "xlsx";
  sheetNames: string[];
  sheetName?: string;
  encoding?: Encoding;
  delimiter?: Delimiter;
  /** German sentences for the preview. */
  notes: string[];
};

export type ReadOptions = { limits?: Partial<Limits>; sheetName?: string };

/** The only door for uploaded tables. Runs in one go: call it in a job or a worker thread, not while a page waits. */
export async function readSpreadsheet(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions = {},
): Promise<Result<Spreadsheet, FileRefusal>> {
  const limits = { ...defaultLimits, ...options.limits };
  if (bytes.length > limits.fileBytes) return refused({ kind: "tooLarge", limitBytes: limits.fileBytes });
  const kind = fileKind(bytes);
  if (kind === "empty" || kind === "encrypted") return refused({ kind });
  if (kind === "zip") return readWorkbook(bytes, limits, options.sheetName);
  if (kind === "text") return readText(bytes, limits, fileName);
  return refused({ kind: "wrongType", found: kind });
}

async function readWorkbook(
  bytes: Uint8Array,
  limits: Limits,
  wanted: string | undefined,
): Promise<Result<Spreadsheet, FileRefusal>> {
  const read = await readXlsxTable(bytes, limits, wanted);
  if (!read.ok) return read;
  const { sheetName, sheetNames } = read.value;
  const others = sheetNames.filter((name) => name !== sheetName);
  const notes =
    others.length > 0 ? [`Gelesen wurde das Blatt „${sheetName}“, nicht gelesen: ${others.join(", ")}.`] : [];
  return finish(read.value.rows, limits, { format: "xlsx", sheetNames, sheetName, notes });
}

function readText(bytes: Uint8Array, limits: Limits, fileName: string): Result<Spreadsheet, FileRefusal> {
  const read = readCsv(bytes, limits);
  if (!read.ok) return read;
  const { rows, encoding, delimiter } = read.value;
  const notes: string[] = [];
  if (/\.(xlsx?|ods)$/i.test(fileName))
    notes.push("Die Datei ist dem Namen nach eine Arbeitsmappe, dem Inhalt nach eine CSV-Datei.");
  if (encoding === "Windows-1252")
    notes.push("Zeichensatz Windows-1252 erkannt. Bitte prüfen Sie Umlaute und Sonderzeichen.");
  return finish(rows, limits, { format: "csv", sheetNames: [], encoding, delimiter, notes });
}

function finish(
  rows: SheetRow[],
  limits: Limits,
  description: Omit<Spreadsheet, keyof Table>,
): Result<Spreadsheet, FileRefusal> {
  const table = cutTable(rows, limits);
  if (!table.ok) return table;
  const { titleRows } = table.value;
  const above =
    titleRows > 0 ? [`Nicht gelesen, weil über den Überschriften: ${titleRows} Zeile${titleRows > 1 ? "n" : ""}.`] : [];
  return ok({ ...table.value, ...description, notes: [...description.notes, ...above] });
}
