/**
 * Reads one sheet of an XLSX workbook. The only file that knows the package behind it (hucre); what comes out is plain
 * text, and nothing in the workbook is ever executed or evaluated.
 */
import { HucreError } from "hucre";
import { readXlsx, type Sheet } from "hucre/xlsx";
import { ok, refused, type Result } from "../../../kernel/result.ts";
import type { SheetRow } from "../domain/sheet-row.ts";
import { cellText } from "./cell-text.ts";
import { spareRows } from "./csv.ts";
import type { FileRefusal } from "./file-refusal.ts";
import type { Limits } from "./limits.ts";
import { columnLetters, sheetBounds } from "./sheet-bounds.ts";
import { outlineWorkbook, type WorkbookSheet } from "./workbook-sheets.ts";
import { openWorkbook } from "./xlsx-parts.ts";
import { packStored } from "./zip-content.ts";

export type XlsxTable = { rows: SheetRow[]; sheetName: string; sheetNames: string[] };

/** The named sheet, or the first visible one that holds a value. */
export async function readXlsxTable(
  bytes: Uint8Array,
  limits: Limits,
  wanted?: string,
): Promise<Result<XlsxTable, FileRefusal>> {
  const parts = await openWorkbook(bytes, limits);
  if (!parts.ok) return parts;
  const { sheets, countsFrom1904 } = outlineWorkbook(parts.value);
  if (countsFrom1904) return refused({ kind: "dates1904" });

  const sheetNames = sheets.map(({ name }) => name);
  const asked = wanted === undefined ? sheets.filter(({ isHidden }) => !isHidden) : sheets.filter(isNamed(wanted));
  if (wanted !== undefined && asked.length === 0) return refused({ kind: "unknownSheet", sheetNames });

  const bounds = asked.map((sheet) => ({ sheet, ...sheetBounds(markupOf(parts.value, sheet)) }));
  const chosen = bounds.find(({ rows }) => rows > 0) ?? bounds[0];
  if (!chosen) return refused({ kind: "noTable" });
  if (chosen.columns > limits.columns) return refused({ kind: "tooManyColumns", limit: limits.columns });
  if (chosen.rows > limits.rows + spareRows) return refused({ kind: "tooManyRows", limit: limits.rows });

  const rows = await readRows(parts.value, chosen.sheet, limits);
  return rows.ok ? ok({ rows: rows.value, sheetName: chosen.sheet.name, sheetNames }) : rows;
}

const isNamed = (wanted: string) => (sheet: WorkbookSheet) => sheet.name === wanted;
const markupOf = (parts: ReadonlyMap<string, Uint8Array>, { part }: WorkbookSheet): string =>
  new TextDecoder().decode(parts.get(part));

async function readRows(
  parts: ReadonlyMap<string, Uint8Array>,
  { index }: WorkbookSheet,
  limits: Limits,
): Promise<Result<SheetRow[], FileRefusal>> {
  // One row and column more than allowed: cells without an address show up there when they are too many.
  const range = `A1:${columnLetters(limits.columns + 1)}${limits.rows + spareRows + 1}`;
  try {
    const { sheets } = await readXlsx(packStored(parts), { sheets: [index], readStyles: true, range });
    const sheet = sheets[0];
    if (!sheet) return refused({ kind: "damaged" });
    if (sheet.rows.length > limits.rows + spareRows) return refused({ kind: "tooManyRows", limit: limits.rows });
    if ((sheet.rows[0]?.length ?? 0) > limits.columns)
      return refused({ kind: "tooManyColumns", limit: limits.columns });
    return ok(textRows(sheet));
  } catch (error) {
    if (error instanceof HucreError) return refused({ kind: "damaged" });
    throw error;
  }
}

const textRows = (sheet: Sheet): SheetRow[] =>
  sheet.rows.map((values, row) => ({
    rowNo: row + 1,
    cells: values.map((value, column) => cellText(value, sheet.cells?.get(`${row},${column}`))),
  }));
