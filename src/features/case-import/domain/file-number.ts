/** File numbers (Aktenzeichen) by which a case is recognised again. Two rows with one number are both refused. */
import type { Mapping } from "./column-mapping.ts";
import { addFault, addMissing, type RowReading } from "./row-cells.ts";
import type { SheetRow } from "./sheet-row.ts";

const longestFileNumber = 50;

/** Spelling by which file numbers are compared: without spaces, in capitals. */
const fileNumberKey = (text: string): string => text.normalize("NFC").replace(/\s+/gu, "").toUpperCase();

/** File numbers that stand in more than one row (doppelte Aktenzeichen), with their row numbers. */
export type Duplicates = ReadonlyMap<string, number[]>;

/** Looks through the whole sheet; run it before rows are judged, also when they are judged in parts. */
export function findDuplicates(rows: Iterable<SheetRow>, mapping: Mapping): Duplicates {
  const column = mapping.find(({ field }) => field === "fileNumber")?.column;
  const places = new Map<string, number[]>();
  if (column === undefined) return places;
  for (const { rowNo, cells } of rows) {
    const key = fileNumberKey(cells[column] ?? "");
    const known = places.get(key);
    if (known) known.push(rowNo);
    else if (key !== "") places.set(key, [rowNo]);
  }
  return new Map([...places].filter(([, rowNos]) => rowNos.length > 1));
}

/** The file number of a row in its own spelling, or undefined with the faults noted. */
export function readFileNumber(row: RowReading, duplicates: Duplicates): string | undefined {
  const cell = row.cells.get("fileNumber");
  if (!cell) {
    addMissing(row, "fileNumber", "Das Aktenzeichen fehlt.");
    return undefined;
  }
  const text = cell.text.normalize("NFC").replace(/\s+/gu, " ");
  const reason = refuseFileNumber(text) ?? refuseDuplicate(duplicates.get(fileNumberKey(text)), row.rowNo);
  if (reason === undefined) return text;
  addFault(row, cell, reason);
  return undefined;
}

function refuseFileNumber(text: string): string | undefined {
  if ([...text].length > longestFileNumber) return `Das Aktenzeichen ist länger als ${longestFileNumber} Zeichen.`;
  if (/^-?\d(,\d+)?E\+\d+$/.test(text)) {
    return "Das Aktenzeichen ist als Zahl gespeichert und hat dabei Stellen verloren. Formatieren Sie die Spalte als Text.";
  }
  if (/^-?\d+,\d+$/.test(text)) {
    return "Das Aktenzeichen ist als Kommazahl gespeichert. Formatieren Sie die Spalte als Text.";
  }
  const wrong = /[^\p{Script=Latin}\d ./:_()+-]/u.exec(text)?.[0];
  if (wrong !== undefined) return `Zeichen ‚${wrong}‘ ist im Aktenzeichen nicht zulässig.`;
  if (!/\d/.test(text)) return "Das Aktenzeichen enthält keine Ziffer.";
  return /^[\p{L}\d(]/u.test(text)
    ? undefined
    : "Das Aktenzeichen muss mit einem Buchstaben oder einer Ziffer beginnen.";
}

function refuseDuplicate(rowNos: number[] | undefined, ownRowNo: number): string | undefined {
  if (!rowNos) return undefined;
  const others = rowNos.filter((rowNo) => rowNo !== ownRowNo).slice(0, 10);
  return `Das Aktenzeichen steht mehrfach in der Datei, auch in Zeile ${others.join(", ")}.`;
}
