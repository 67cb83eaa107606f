/** The cells of one row under the field that their column was given, with the checks that every cell must pass. */
import type { Mapping } from "./column-mapping.ts";
import { describeField, type Field } from "./field.ts";
import type { SheetRow } from "./sheet-row.ts";

/** One fault of a row (Fehler einer Zeile), with the heading of its column and the German reason. */
export type RowError = { column: string; field: Field | null; reason: string };

/** A filled cell (ausgefüllte Zelle) with the heading of its column. */
export type FieldCell = { field: Field; column: string; text: string };

/**
 * A row while it is judged (Zeile in Prüfung): its filled cells by field, the faults that stop it, and the notes that
 * are only shown. Empty and unassigned columns have no cell.
 */
export type RowReading = {
  rowNo: number;
  cells: ReadonlyMap<Field, FieldCell>;
  mapping: Mapping;
  errors: RowError[];
  notes: string[];
};

/** Longest value that is taken over. */
const longestCell = 2_000;

/** Excel's error values, in its German and English spelling. */
const errorValue =
  /^#(REF!|BEZUG!|NAME\?|NV|N\/A|DIV\/0!|VALUE!|WERT!|NUM!|ZAHL!|NULL!|DATUM!|SPILL!|ÜBERLAUF!|CALC!|KALK!|#+)?$/i;

/** Sorts the cells by field; formulas, broken signs and values of undue length become faults. */
export function readRow(row: SheetRow, mapping: Mapping): RowReading {
  const cells = new Map<Field, FieldCell>();
  const errors: RowError[] = [];
  for (const { column: index, header: column, field } of mapping) {
    const text = (row.cells[index] ?? "").trim();
    if (!field || text === "") continue;
    const reason = refuseText(text);
    if (reason) errors.push({ column, field, reason });
    else cells.set(field, { field, column, text });
  }
  const surplus = row.cells.slice(mapping.length).find((cell) => cell.trim() !== "");
  if (surplus !== undefined) errors.push(surplusFault(surplus.trim()));
  return { rowNo: row.rowNo, cells, mapping, errors, notes: [] };
}

const surplusFault = (value: string): RowError => ({
  column: "hinter der letzten Spalte",
  field: null,
  reason: `Die Zeile hat mehr Werte als die Tabelle Überschriften („${value.slice(0, 40)}“). Wahrscheinlich sind Werte verrutscht.`,
});

function refuseText(text: string): string | undefined {
  if (text.startsWith("=")) return "Formel: Die Zelle enthält eine Formel ohne Wert. Tragen Sie den Wert selbst ein.";
  if (errorValue.test(text)) return `Formel: Die Zelle enthält den Fehlerwert ${text}. Tragen Sie den Wert selbst ein.`;
  if (text.includes("\uFFFD")) return "Die Zelle enthält ein unlesbares Zeichen.";
  if (text.length > longestCell) return `Der Wert ist länger als ${longestCell} Zeichen.`;
  return undefined;
}

/** Notes a fault of a cell. */
export const addFault = (row: RowReading, { column, field }: FieldCell, reason: string): void => {
  row.errors.push({ column, field, reason });
};

/** Notes that a field is empty, unless its cell was already refused. */
export function addMissing(row: RowReading, field: Field, reason: string): void {
  if (row.errors.some((error) => error.field === field)) return;
  const column = row.mapping.find((entry) => entry.field === field)?.header ?? describeField(field).label;
  row.errors.push({ column, field, reason });
}

/** The text of a field with single spaces, or undefined; too long a text is a fault. */
export function textOf(row: RowReading, field: Field, most: number): string | undefined {
  const cell = row.cells.get(field);
  if (!cell) return undefined;
  const text = cell.text.normalize("NFC").replace(/\s+/gu, " ");
  if ([...text].length <= most) return text;
  addFault(row, cell, `Der Wert ist länger als ${most} Zeichen.`);
  return undefined;
}
