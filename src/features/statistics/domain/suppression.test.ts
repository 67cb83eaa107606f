import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Reader } from "./circulation.ts";
import { showAll, withTotals, type CountTable, type ShownCount, type ShownTable } from "./count-table.ts";
import { protect } from "./suppression.ts";

const tableOf = (counts: number[][]): CountTable => ({
  rows: counts.map((_, row) => `Zeile ${row}`),
  columns: (counts[0] ?? []).map((_, column) => `Spalte ${column}`),
  counts,
});
const shownFields = (table: ShownTable): ShownCount[][] => [
  ...table.cells.map((line, row) => [...line, table.rowTotals[row] ?? 0]),
  [...table.columnTotals, table.total],
];

describe("a published table", () => {
  test("without small counts is shown as it is", () => {
    const table = tableOf([
      [10, 12],
      [8, 9],
    ]);
    expect(protect(table)).toEqual(showAll(table));
  });

  test("hides with a small count the fields it could be worked out from, and keeps the totals", () => {
    const shown = protect(
      tableOf([
        [3, 20, 40],
        [15, 30, 60],
        [25, 70, 80],
      ]),
    );
    expect(shownFields(shown)).toEqual([
      ["suppressed", "suppressed", 40, 63],
      ["suppressed", "suppressed", 60, 105],
      [25, 70, 80, 175],
      [43, 120, 180, 343],
    ]);
  });

  test("hides a total that is small itself", () => {
    const shown = protect(
      tableOf([
        [1, 1],
        [30, 40],
      ]),
    );
    expect(shown.rowTotals[0]).toBe("suppressed");
    expect(shown.total).toBe(72);
  });

  test("of fewer than five measures shows nothing at all", () => {
    const shown = protect(
      tableOf([
        [1, 0],
        [2, 0],
      ]),
    );
    expect(
      shownFields(shown)
        .flat()
        .every((field) => field === "suppressed"),
    ).toBe(true);
  });

  test("hides zeros too: a visible zero would tell where the hidden ones are", () => {
    const fields = shownFields(
      protect(
        tableOf([
          [3, 0, 0],
          [9, 9, 9],
        ]),
      ),
    );
    expect(fields[0]?.slice(0, 3)).toEqual(["suppressed", "suppressed", "suppressed"]);
  });

  test("hides a real count from a reader who knows which combinations cannot occur", () => {
    const shown = protect(
      tableOf([
        [3, 0, 20],
        [9, 30, 30],
      ]),
    );
    // 23 − 20 would be 3 for whoever knows that the field of the zero cannot be filled.
    expect([shown.cells[0]?.[2], shown.rowTotals[0]]).toContain("suppressed");
  });

  test("can be of one row, of one column, or empty", () => {
    expect(shownFields(protect(tableOf([[7, 9]])))).toEqual([
      [7, 9, 16],
      [7, 9, 16],
    ]);
    expect(protect(tableOf([[7], [2]])).rowTotals).toEqual(["suppressed", "suppressed"]);
    expect(protect({ rows: [], columns: [], counts: [] }).total).toBe("suppressed");
  });
});

/** Which values each hidden field could have, for a reader who tries every table between `lowest` and `highest`. */
function possibleValues(
  truth: CountTable,
  shown: ShownTable,
  reader: Reader,
  range: (value: number) => [number, number],
) {
  const real = withTotals(truth);
  const fields = shownFields(shown);
  const lastRow = real.length - 1;
  const lastColumn = truth.columns.length;
  const possible = fields.map((line) => line.map(() => new Set<number>()));
  const at = (row: number, column: number): number => real[row]?.[column] ?? 0;
  const admits = (row: number, column: number, value: number): boolean => {
    const field = fields[row]?.[column] ?? 0;
    if (field !== "suppressed") return field === value;
    if (reader === "naive") return value >= 0;
    return at(row, column) === 0 ? value === 0 : value >= 1;
  };
  const sums = (counts: number[][]): void => {
    const candidate = withTotals({ ...truth, counts });
    if (!candidate.every((line, row) => line.every((value, column) => admits(row, column, value)))) return;
    candidate.forEach((line, row) => line.forEach((value, column) => possible[row]?.[column]?.add(value)));
  };
  const inner = Array.from(
    { length: lastRow * lastColumn },
    (_, index) => [Math.floor(index / lastColumn), index % lastColumn] as const,
  );
  const counts = truth.counts.map((line) => [...line]);
  const tryFrom = (index: number): void => {
    const field = inner[index];
    if (!field) return sums(counts);
    const [row, column] = field;
    const value = at(row, column);
    const [low, high] = fields[row]?.[column] === "suppressed" ? range(value) : [value, value];
    for (let each = low; each <= high; each++) {
      if (!admits(row, column, each)) continue;
      (counts[row] ?? [])[column] = each;
      tryFrom(index + 1);
    }
    (counts[row] ?? [])[column] = value;
  };
  tryFrom(0);
  return { possible, fields, real };
}

function expectProtected(truth: CountTable, range: (value: number) => [number, number]): number {
  const shown = protect(truth);
  let hidden = 0;
  for (const reader of ["naive", "informed"] as const) {
    const { possible, fields, real } = possibleValues(truth, shown, reader, range);
    fields.forEach((line, row) =>
      line.forEach((field, column) => {
        const value = real[row]?.[column] ?? 0;
        if (field !== "suppressed") return expect(value).toBeGreaterThanOrEqual(5);
        if (reader === "informed" && value === 0) return undefined;
        hidden += 1;
        expect(possible[row]?.[column]?.size).toBeGreaterThan(1);
      }),
    );
  }
  return hidden;
}

const count = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 4 }) },
  { weight: 3, arbitrary: fc.integer({ min: 5, max: 9 }) },
);
const table = (rows: number, columns: number) =>
  fc
    .array(fc.array(count, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows })
    .map(tableOf);

describe("no reader can work out a hidden field", () => {
  test("of a table of two by two, trying all values", () => {
    let hidden = 0;
    fc.assert(
      fc.property(table(2, 2), (truth) => void (hidden += expectProtected(truth, () => [0, 12]))),
      { numRuns: 50 },
    );
    expect(hidden).toBeGreaterThan(100);
  });

  test("of a list of four, trying all values", () => {
    fc.assert(
      fc.property(table(4, 1), (truth) => void expectProtected(truth, () => [0, 12])),
      { numRuns: 100 },
    );
  });

  // A field that is not fixed can move by one (the sums are a circulation), so the neighbours are enough to try.
  test.each([
    [2, 3],
    [3, 3],
    [2, 5],
  ])("of a table of %s by %s, trying the neighbours", (rows, columns) => {
    fc.assert(
      fc.property(
        table(rows, columns),
        (truth) => void expectProtected(truth, (value) => [Math.max(0, value - 1), value + 1]),
      ),
      { numRuns: 40 },
    );
  });
});

test("a table as large as phase by cause is protected quickly, and its total stays", () => {
  const counts = Array.from({ length: 8 }, (_, row) =>
    Array.from({ length: 19 }, (__, column) => ((row * 7 + column * 5) % 11) * (column % 3)),
  );
  const shown = protect(tableOf(counts));
  expect(shown.total).toBe(counts.flat().reduce((sum, each) => sum + each, 0));
  expect(
    shownFields(shown)
      .flat()
      .filter((field) => field !== "suppressed" && field < 5),
  ).toEqual([]);
});

test.each([
  ["all hidden counts of a row are the largest small one", [[4, 4, 5]]],
  ["the same in a column", [[4], [4], [7]]],
  [
    "a single hidden pair in a larger table",
    [
      [4, 4, 9],
      [8, 8, 8],
    ],
  ],
])("the threshold itself gives no count away: %s", (_, counts) => {
  const table = {
    rows: counts.map((_, index) => `r${index}`),
    columns: (counts[0] ?? []).map((_, index) => `c${index}`),
    counts,
  };
  const shown = protect(table);
  const lines = [
    ...shown.cells.map((cells, row) => ({ cells, total: shown.rowTotals[row], values: counts[row] ?? [] })),
    ...table.columns.map((_, column) => ({
      cells: shown.cells.map((row) => row[column]),
      total: shown.columnTotals[column],
      values: counts.map((row) => row[column] ?? 0),
    })),
  ];
  for (const { cells, total, values } of lines.filter((line) => typeof line.total === "number")) {
    const hidden = values.filter((_, index) => cells[index] === "suppressed");
    expect(hidden.length === 0 || hidden.some((value) => value !== 4), JSON.stringify([cells, total])).toBe(true);
  }
});
