/**
 * One cell of a workbook as the text that the clerk sees in it. It must never evaluate a formula, and never hide that a
 * number has lost digits.
 */
import type { Cell, CellValue } from "hucre/xlsx";

/** What stands in for a formula whose text the workbook does not repeat. */
const unnamedFormula = "FORMEL";

/** The stored value as text; a formula without stored value becomes its own text, beginning with "=". */
export function cellText(value: CellValue | undefined, cell: Cell | undefined): string {
  if (cell?.formula !== undefined && (value === null || value === undefined)) {
    return `=${cell.formula === "" ? unnamedFormula : cell.formula}`;
  }
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "WAHR" : "FALSCH";
  return value instanceof Date ? dateText(value) : numberText(value, cell?.style?.numFmt);
}

const two = (number: number): string => String(number).padStart(2, "0");

function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return "#DATUM!";
  const time =
    date.getUTCHours() || date.getUTCMinutes() ? `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}` : "";
  const year = date.getUTCFullYear();
  if (year < 1900) return time;
  return `${two(date.getUTCDate())}.${two(date.getUTCMonth() + 1)}.${year}${time && ` ${time}`}`;
}

/** Formats such as 00000 and 0.00 carry digits of file numbers and postcodes, so they are kept. */
function numberText(value: number, format: string | undefined): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) {
    const digits = /^(0+)$/.exec(format ?? "")?.[1]?.length ?? 0;
    return String(value).padStart(digits, "0");
  }
  // Excel keeps 15 digits; a longer file number stored as a number is lost, and its comma and plus sign show that.
  const decimals = /^0\.(0+)$/.exec(format ?? "")?.[1]?.length;
  const text = Math.abs(value) >= 1e15 ? value.toExponential(4) : decimals ? value.toFixed(decimals) : String(value);
  return text.replace(".", ",").replace("e", "E");
}
