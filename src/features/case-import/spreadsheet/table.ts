/** Finds header and rows in what a file holds: titles above, blank lines and empty columns at the edge are common. */
import { ok, refused, type Result } from "../../../kernel/result.ts";
import type { SheetRow } from "../domain/sheet-row.ts";
import type { FileRefusal } from "./file-refusal.ts";
import type { Limits } from "./limits.ts";

export type Table = {
  header: string[];
  rows: SheetRow[];
  /** Rows with text above the header; they are no cases. */
  titleRows: number;
  blankRows: number;
};

/** Title lines are looked for no further down than this. */
const furthestHeader = 20;

const width = ({ cells }: SheetRow): number => cells.findLastIndex((cell) => cell.trim() !== "") + 1;
const filled = ({ cells }: SheetRow): number => cells.filter((cell) => cell.trim() !== "").length;

/** A title such as "Fallliste; Stand 01.11.2026" fills far fewer cells than the header of the same sheet. */
function findHeader(rows: SheetRow[]): number {
  const counts = rows.slice(0, furthestHeader).map(filled);
  const fullest = Math.max(0, ...counts);
  return counts.findIndex((count) => count >= 2 && count >= fullest * 0.6);
}

/** Every row below the header that has a value is kept with its number. */
export function cutTable(all: SheetRow[], limits: Limits): Result<Table, FileRefusal> {
  const headerAt = findHeader(all);
  const headerRow = all[headerAt];
  if (!headerRow) return refused({ kind: "noTable" });
  const below = all.slice(headerAt + 1);
  const rows = below.filter((row) => filled(row) > 0);
  if (rows.length > limits.rows) return refused({ kind: "tooManyRows", limit: limits.rows });
  const columns = rows.reduce((widest, row) => Math.max(widest, width(row)), width(headerRow));
  if (columns > limits.columns) return refused({ kind: "tooManyColumns", limit: limits.columns });
  if (rows.length === 0) return refused({ kind: "noRows" });

  const above = all.slice(0, headerAt);
  return ok({
    header: headerRow.cells.slice(0, width(headerRow)).map((cell) => storable(cell).trim()),
    rows: rows.map((row) => ({ rowNo: row.rowNo, cells: row.cells.slice(0, width(row)).map(storable) })),
    titleRows: above.filter((row) => filled(row) > 0).length,
    blankRows: above.filter((row) => filled(row) === 0).length + below.length - rows.length,
  });
}

/** Control signs and halves of characters cannot be stored; the replacement sign makes the row's check refuse them. */
const storable = (cell: string): string =>
  // oxlint-disable-next-line no-control-regex -- control characters are what is replaced
  cell.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, "\uFFFD");
