/** Reads the records of a CSV file. Broken quotes are refused with their line: guessing would shift values between columns. */
import { CsvError, parse } from "csv-parse/sync";
import { ok, refused, type Result } from "../../../kernel/result.ts";
import type { SheetRow } from "../domain/sheet-row.ts";
import { detectDelimiter, separatorLine, type Delimiter } from "./delimiter.ts";
import type { FileRefusal } from "./file-refusal.ts";
import type { Limits } from "./limits.ts";
import { decodeText, type Encoding } from "./text-encoding.ts";

export type CsvTable = { rows: SheetRow[]; encoding: Encoding; delimiter: Delimiter };

/** Blank lines and titles above the table do not count as rows, so a few more records are read than rows allowed. */
export const spareRows = 1_000;

export function readCsv(bytes: Uint8Array, limits: Limits): Result<CsvTable, FileRefusal> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const { text, encoding } = decoded.value;
  const announced = separatorLine.exec(text);
  const body = announced ? text.slice(announced[0].length) : text;
  const delimiter = (announced?.[1] as Delimiter | undefined) ?? detectDelimiter(body);
  const linesAbove = announced ? 1 : 0;
  const records = parseRecords(body, delimiter, { most: limits.rows + spareRows + 1, linesAbove });
  if (!records.ok) return records;
  if (records.value.length > limits.rows + spareRows) return refused({ kind: "tooManyRows", limit: limits.rows });
  const rows = records.value.map((cells, at) => ({ rowNo: at + 1 + linesAbove, cells: cells.map(unescapeFormula) }));
  return ok({ rows, encoding, delimiter });
}

type ParseBounds = { most: number; linesAbove: number };

function parseRecords(text: string, delimiter: Delimiter, bounds: ParseBounds): Result<string[][], FileRefusal> {
  try {
    const records = parse(text, {
      delimiter,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      skip_empty_lines: false,
      to: bounds.most,
    });
    return ok(records);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = error.code === "CSV_QUOTE_NOT_CLOSED" ? openQuoteLine(text) : lineOf(error);
    return refused({ kind: "brokenQuotes", line: line + bounds.linesAbove });
  }
}

function lineOf(error: CsvError): number {
  const reached: unknown = error["lines"];
  return typeof reached === "number" ? reached : 1;
}

/** The parser notices an unclosed quote at the end of the file; the clerk needs the line where it was opened. */
function openQuoteLine(text: string): number {
  const lastQuote = text.lastIndexOf('"');
  return text.slice(0, lastQuote).split(/\r\n|\n|\r/).length;
}

/** Undoes the apostrophe that our own list of rejected rows puts before signs that start a formula. */
const unescapeFormula = (cell: string): string => (/^'[=+\-@\t\r\n]/.test(cell) ? cell.slice(1) : cell);
