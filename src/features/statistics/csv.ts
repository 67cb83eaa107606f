/** The report as CSV: semicolon, byte order mark for Excel, hidden cells as "<5", no formula can hide in a cell. */
import type { ShownCount } from "./domain/count-table.ts";
import type { StoredReport } from "./queries.ts";

const cell = (value: string): string => {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[";\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

export const shownText = (count: ShownCount): string => (count === "suppressed" ? "<5 oder geschützt" : String(count));

export function reportCsv(report: StoredReport, asOf: string): string {
  const lines: string[][] = [
    [report.title],
    [report.definition],
    [`Datenstand ${asOf}`],
    [report.completeness],
    [report.source],
  ];
  for (const { year, table } of report.years) {
    lines.push([], [String(year), ...table.columns, "Summe"]);
    table.rows.forEach((row, index) => {
      const cells = table.cells[index] ?? [];
      lines.push([row, ...cells.map(shownText), shownText(table.rowTotals[index] ?? 0)]);
    });
    lines.push(["Summe", ...table.columnTotals.map(shownText), shownText(table.total)]);
  }
  return `\ufeff${lines.map((line) => line.map(cell).join(";")).join("\r\n")}\r\n`;
}
