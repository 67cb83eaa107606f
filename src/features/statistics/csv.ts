/** The report as CSV with its definition; hidden cells are words, so that nobody sums them up. */
import { csvText } from "../../platform/http/csv.ts";
import type { ShownCount } from "./domain/count-table.ts";
import type { StoredReport } from "./queries.ts";

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
  return csvText(lines);
}
