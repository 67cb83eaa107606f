/**
 * The last row and column that hold a value, read from the markup of a sheet. The workbook reader keeps the whole
 * rectangle in memory, so a single cell in a far corner must be seen before it starts.
 */

export type SheetBounds = { rows: number; columns: number };

/** A cell with its address. The bounded gaps keep the search linear, whatever the markup holds. */
const addressedCell = /<(?:\w{1,20}:)?c\s(?:[^<>]{0,300}?\s)?r=["']([A-Z]{1,4})(\d{1,9})["'][^<>]{0,300}?(\/?)>(<\/)?/g;

/** The far corner of all cells with a value; cells that are only formatted are passed over. */
export function sheetBounds(markup: string): SheetBounds {
  const bounds = { rows: 0, columns: 0 };
  for (const [, letters = "", number, closed, emptied] of markup.matchAll(addressedCell)) {
    if (closed === "/" || emptied !== undefined) continue;
    bounds.rows = Math.max(bounds.rows, Number(number));
    bounds.columns = Math.max(bounds.columns, columnNumber(letters));
  }
  return bounds;
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

/** "A" for the first column, as spreadsheet programs name it. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnLetters(rest) : "") + String.fromCharCode(65 + ((column - 1) % 26));
}
