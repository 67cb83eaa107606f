/** How a row is named to the clerk: by its draft, or by its cells as long as it has none. */
import type { Batch } from "./batch.ts";
import type { Field } from "./domain/field.ts";
import type { ImportedRow } from "./queries.ts";

/** The text of a field as the table has it; empty once a row was taken over. */
const cellOf = ({ mapping }: Batch, row: ImportedRow, field: Field): string =>
  row.cells[mapping.find((entry) => entry.field === field)?.column ?? -1] ?? "";

export const fileNumberOf = (batch: Batch, row: ImportedRow): string =>
  row.draft?.fileNumber ?? cellOf(batch, row, "fileNumber");

export function nameOf(batch: Batch, row: ImportedRow): string {
  const { draft } = row;
  if (draft) return [draft.person.familyName, draft.person.givenNames].filter(Boolean).join(", ");
  const parts = [cellOf(batch, row, "familyName"), cellOf(batch, row, "givenNames")].filter(Boolean).join(", ");
  return parts || cellOf(batch, row, "fullName");
}
