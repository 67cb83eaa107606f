/** What a proposal for the columns of a sheet consists of; plain data that can be stored and shown. */
import type { Field } from "./field.ts";

/** How sure a proposal is (Sicherheit des Vorschlags). */
export type Certainty = "sicher" | "vermutet" | "keine";

/** One column with its meaning (Spaltenzuordnung). `column` counts from 0. */
export type ColumnMapping = {
  column: number;
  header: string;
  field: Field | null;
  certainty: Certainty;
  note?: string;
};

/** Meaning of all columns of a sheet, in their order (Spaltenzuordnung). */
export type Mapping = ColumnMapping[];
