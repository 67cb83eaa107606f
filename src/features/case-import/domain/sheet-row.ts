/** One row of the sheet that an authority keeps: always text, with the row number that its spreadsheet program shows. */

/**
 * Row of a sheet (Tabellenzeile). Cells are text in every format, so that they can be stored, shown and handed back
 * unchanged. Dates of a workbook arrive as "23.11.2026"; a formula without stored value arrives as its own text,
 * beginning with "=".
 */
export type SheetRow = { rowNo: number; cells: string[] };
