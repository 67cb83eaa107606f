/** A table of counts with its totals. Counts only: nothing here leads back to a measure or a person. */

/** Tabelle mit Anzahlen je Zeile und Spalte (Statistik ohne Personenbezug, § 86 AufenthG; domain.md 4.17). */
export type CountTable = {
  rows: readonly string[];
  columns: readonly string[];
  counts: readonly (readonly number[])[];
};

/** Veröffentlichtes Feld: eine Zahl oder ein unterdrückter Wert (statistische Geheimhaltung; domain.md 4.17). */
export type ShownCount = number | "suppressed";

/** Tabelle mit Summen, wie sie gezeigt wird, mit oder ohne unterdrückte Felder (domain.md 4.17). */
export type ShownTable = {
  rows: readonly string[];
  columns: readonly string[];
  cells: readonly (readonly ShownCount[])[];
  rowTotals: readonly ShownCount[];
  columnTotals: readonly ShownCount[];
  total: ShownCount;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** The counts with a last column of row totals and a last row of column totals. */
export function withTotals({ columns, counts }: CountTable): number[][] {
  const rows = counts.map((row) => [...row, sum(row)]);
  const last = [...columns, ""].map((_, column) => sum(rows.map((row) => row[column] ?? 0)));
  return [...rows, last];
}

/** Shows a table; `isHidden` says which field of the table with its totals is suppressed. */
export function show(table: CountTable, isHidden: (row: number, column: number) => boolean): ShownTable {
  const shown = withTotals(table).map((line, row) =>
    line.map((count, column): ShownCount => (isHidden(row, column) ? "suppressed" : count)),
  );
  const totals = shown.at(-1) ?? [];
  return {
    rows: table.rows,
    columns: table.columns,
    cells: shown.slice(0, -1).map((line) => line.slice(0, -1)),
    rowTotals: shown.slice(0, -1).map((line) => line.at(-1) ?? 0),
    columnTotals: totals.slice(0, -1),
    total: totals.at(-1) ?? 0,
  };
}

/** For the own authority: all figures as they are. */
export const showAll = (table: CountTable): ShownTable => show(table, () => false);
