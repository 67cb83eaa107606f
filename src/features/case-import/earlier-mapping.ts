/** The columns of a new table: as the authority confirmed them for the same heading before, otherwise as proposed. */
import type { Mapping } from "./domain/column-mapping.ts";
import { assignField, proposeMapping } from "./domain/mapping.ts";
import type { Spreadsheet } from "./spreadsheet/read-spreadsheet.ts";

const rejectedHeading = "Fehler";
const sampleSize = 50;

/** Heading without the column that the file of rejected rows adds at its end. */
export const ownHeader = (header: readonly string[]): string[] =>
  header.at(-1)?.trim() === rejectedHeading ? header.slice(0, -1) : [...header];

export function mappingFor({ header, rows }: Spreadsheet, earlier: Mapping | undefined): Mapping {
  const proposed = proposeMapping(header, rows.slice(0, sampleSize));
  if (!earlier) return proposed;
  const note = "Wie beim letzten Import mit diesen Überschriften.";
  return earlier
    .filter(({ column }) => column < header.length)
    .reduce((mapping, { column, field }) => {
      if (mapping[column]?.field === field) return mapping;
      return assignField(mapping, column, field).map((entry) => (entry.column === column ? { ...entry, note } : entry));
    }, proposed);
}
