/** How much a file may hold before it is refused. Every limit is checked before the memory for it is spent. */

export type Limits = {
  fileBytes: number;
  /** All parts of a workbook together, unpacked. */
  unpackedBytes: number;
  /** Unpacked to packed size; a real sheet stays far below. */
  packingRatio: number;
  /** Parts of a workbook archive. */
  parts: number;
  rows: number;
  columns: number;
};

const megabyte = 1024 * 1024;

export const defaultLimits: Limits = {
  fileBytes: 10 * megabyte,
  unpackedBytes: 100 * megabyte,
  packingRatio: 200,
  parts: 2_000,
  rows: 50_000,
  columns: 100,
};
