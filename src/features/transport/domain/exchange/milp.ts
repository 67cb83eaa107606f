/** Port to a solver of packing problems: which columns to take so that no row is overfull. Implemented outside the domain. */
export type PackingModel = {
  /** Gain a column, to be maximised. */
  gain: Float64Array;
  /** Rows of each column: `rows[start[j] … start[j+1]-1]` with their amounts. */
  start: Int32Array;
  rows: Int32Array;
  amounts: Float64Array;
  /** Least and greatest sum a row. */
  lower: Float64Array;
  upper: Float64Array;
  /** A solution that is known to be feasible, as column numbers: the answer is never worse. */
  known: readonly number[];
};

/** Chosen bundles of the exchange (Auswahl der Restplatzbörse), with the bound that was proven. */
export type PackingAnswer = { chosen: readonly number[]; proven: boolean; bound: number };

/** Chooses bundles of the exchange (Auswahl der Restplatzbörse) by integer programming. */
export type MilpSolver = (model: PackingModel) => PackingAnswer;
