/** Parts that sheets are made of: label and value, table, section. Order and wording come from the caller. */

export type Fact = { label: string; value: string };

export type TableColumn = {
  title: string;
  /** Share of the width, relative to the other columns. */
  share: number;
  align: "left" | "right";
  /** Running text may be hyphenated; names, numbers and file numbers never are. */
  prose: boolean;
};

export type DataTable = {
  caption: string | null;
  columns: readonly TableColumn[];
  rows: readonly (readonly string[])[];
  /** Shown instead of the table when it has no rows, for example "Keine Maßnahmen." */
  empty: string;
};

export type Section = {
  heading: string;
  paragraphs: readonly string[];
  facts: readonly Fact[];
  list: readonly string[];
  tables: readonly DataTable[];
};

/** A section without content, to be filled with `{ ...emptySection("Fristen"), facts }`. */
export const emptySection = (heading: string): Section => ({
  heading,
  paragraphs: [],
  facts: [],
  list: [],
  tables: [],
});

export const column = (title: string, share: number, options: Partial<TableColumn> = {}): TableColumn => ({
  title,
  share,
  align: "left",
  prose: false,
  ...options,
});
