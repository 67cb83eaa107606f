/**
 * The rows that were not taken over, as a CSV file for correcting and importing again. No cell can start a formula in the
 * program that opens the file.
 */
import type { RowError } from "./row-cells.ts";

/** A row that was not taken over (abgewiesene Zeile), with its own cells and the reasons. */
export type RejectedRow = { cells: string[]; errors: Pick<RowError, "column" | "reason">[] };

/** Heading of the added column; the import passes it over. */
const errorHeading = "Fehler";

/** The original columns and the reasons: UTF-8 with byte order mark, semicolons, as German spreadsheet programs expect. */
export function rejectedRowsCsv(header: string[], rows: RejectedRow[]): string {
  const kept = header.map((_, column) => column).filter((column) => header[column]?.trim() !== errorHeading);
  const widest = rows.reduce((most, { cells }) => Math.max(most, cells.length), header.length);
  // Values without heading stay visible behind the last column, where they made the row fail.
  const surplus = Array.from({ length: widest - header.length }, (_, at) => header.length + at);
  const lines = [
    [...kept.map((column) => header[column] ?? ""), errorHeading],
    ...rows.map(({ cells, errors }) => [
      ...kept.map((column) => cells[column] ?? ""),
      errors.map(({ column, reason }) => `${column}: ${reason}`).join(" | "),
      ...surplus.map((column) => cells[column] ?? ""),
    ]),
  ];
  return `\uFEFF${lines.map((line) => line.map(quote).join(";")).join("\r\n")}\r\n`;
}

function quote(cell: string): string {
  const safe = /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell;
  return /["\r\n;,\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
