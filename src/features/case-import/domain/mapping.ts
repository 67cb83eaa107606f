/**
 * Which column means what. The proposal is shown and can be changed column by column; no field is ever taken from two
 * columns, and a column nobody assigned is not read.
 */
import { fold } from "./fold.ts";
import type { Certainty, ColumnMapping, Mapping } from "./column-mapping.ts";
import { describeField, requiredFields, type Field } from "./field.ts";
import { recogniseHeader } from "./recognise-header.ts";
import { doubtBySample, preferBySample } from "./sample-check.ts";
import type { SheetRow } from "./sheet-row.ts";

const order: Record<Certainty, number> = { sicher: 0, vermutet: 1, keine: 2 };

/** A proposal for every column by its heading, checked against some rows of the sheet. */
export function proposeMapping(header: string[], sampleRows: SheetRow[]): Mapping {
  const recognised = header.map((text, column): ColumnMapping => {
    const name = columnName(text, column);
    return { column, header: name, ...recogniseHeader(text) };
  });
  const hasGivenNames = recognised.some(({ field }) => field === "givenNames");
  const checked = recognised.map((entry): ColumnMapping => {
    const sample = sampleRows.map(({ cells }) => (cells[entry.column] ?? "").trim()).filter((text) => text !== "");
    if (entry.field === "familyName" && fold(entry.header) === "name" && hasGivenNames)
      return { ...entry, certainty: "sicher" };
    return doubtBySample(preferBySample(entry, sample), sample);
  });
  return withoutDoubles(checked);
}

/** Headings are shown as they are; a column without one gets the letter of spreadsheet programs. */
const columnName = (header: string, column: number): string => header.trim() || `Spalte ${columnLetter(column)}`;

const columnLetter = (column: number): string =>
  (column >= 26 ? columnLetter(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));

/** Of two columns for one field the surer one wins, then the one further left. */
function withoutDoubles(mapping: Mapping): Mapping {
  const winners = new Map<Field, ColumnMapping>();
  for (const entry of mapping.toSorted((a, b) => order[a.certainty] - order[b.certainty])) {
    if (entry.field && !winners.has(entry.field)) winners.set(entry.field, entry);
  }
  if (winners.has("familyName") && winners.has("givenNames")) winners.delete("fullName");
  return mapping.map((entry) => {
    if (!entry.field || winners.get(entry.field) === entry) return entry;
    const winner = winners.get(entry.field)?.header ?? "Familienname";
    return {
      ...unassigned(entry),
      note: `„${describeField(entry.field).label}“ kommt schon aus der Spalte „${winner}“.`,
    };
  });
}

const unassigned = ({ column, header }: ColumnMapping): ColumnMapping => ({
  column,
  header,
  field: null,
  certainty: "keine",
});

/** The mapping after the clerk gave a column a meaning, or none; a field given to it is taken from other columns. */
export const assignField = (mapping: Mapping, column: number, field: Field | null): Mapping =>
  mapping.map((entry) => {
    if (entry.column === column) return { ...unassigned(entry), field, certainty: field ? "sicher" : "keine" };
    return field && entry.field === field ? unassigned(entry) : entry;
  });

/** German names of what is still missing before rows can be judged. */
export function missingFields(mapping: Mapping): string[] {
  const assigned = new Set(mapping.map(({ field }) => field));
  return requiredFields
    .filter((group) => !group.some((field) => assigned.has(field)))
    .map((group) => group.map((field) => describeField(field).label).join(" oder "));
}
