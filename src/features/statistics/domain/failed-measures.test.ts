import { describe, expect, test } from "vitest";
import { day } from "../../../kernel/day.ts";
import { completenessText } from "./definition.ts";
import { byScheme, phaseByCause, reportFailures, type FailedMeasure } from "./failed-measures.ts";

const phases = { booked: "nach der Buchung", pickup: "Abholung", airport: "Übergabe am Flughafen" };
const causes = {
  notEncountered: "nicht angetroffen",
  medical: "gesundheitlich nicht reisefähig",
  receivingStateRefusal: "Aufnahme verweigert",
  transferPeriodExpired: "Überstellungsfrist abgelaufen",
  unknown: "Grund nicht bekannt",
};
type Cause = keyof typeof causes;

const failures = (
  number: number,
  failedOn: string,
  phase: keyof typeof phases,
  cause: Cause,
  closedOn: string | undefined = failedOn,
): FailedMeasure[] =>
  Array.from({ length: number }, () => ({
    failedOn: day(failedOn),
    closedOn: closedOn === undefined ? undefined : day(closedOn),
    phase,
    cause,
  }));

/** A fictional city with the figures of AW/0048/2025, no. 3 b: 13 in 2024, 12 in 2025 up to the day of the answer. */
const city: FailedMeasure[] = [
  ...failures(6, "2024-03-11", "pickup", "notEncountered"),
  ...failures(3, "2024-05-02", "booked", "transferPeriodExpired"),
  ...failures(2, "2024-09-17", "airport", "medical"),
  ...failures(2, "2024-11-20", "booked", "receivingStateRefusal"),
  ...failures(7, "2025-02-04", "pickup", "notEncountered"),
  ...failures(2, "2025-03-13", "booked", "transferPeriodExpired"),
  ...failures(2, "2025-05-06", "booked", "receivingStateRefusal"),
  ...failures(1, "2025-06-02", "pickup", "unknown"),
  ...failures(4, "2025-07-01", "pickup", "notEncountered"),
  ...failures(5, "2025-06-10", "pickup", "medical", "2025-06-20"),
];
const options = {
  asOf: day("2025-06-16"),
  grouping: phaseByCause(phases, causes, "unknown"),
  audience: "own",
  unknownCause: "unknown",
  source: "Musterstadt, fiktiver Bestand",
} as const;

describe("failed measures by year, phase and cause", () => {
  test("give 13 for 2024 and 12 for 2025 up to the day of the answer", () => {
    const { years } = reportFailures(city, options);
    expect(years.map(({ year, table }) => [year, table.total])).toEqual([
      [2024, 13],
      [2025, 12],
    ]);
    expect(years[0]?.table).toMatchObject({ rowTotals: [5, 6, 2], columnTotals: [6, 2, 2, 3, 0] });
  });

  test("count a measure only once it is closed, and only what had failed by then", () => {
    const later = reportFailures(city, { ...options, asOf: day("2025-12-31") });
    expect(later.years.map(({ table }) => table.total)).toEqual([13, 21]);
    const open = failures(3, "2024-03-11", "pickup", "medical").map((row) => ({ ...row, closedOn: undefined }));
    expect(reportFailures(open, options).years).toEqual([]);
  });

  test("carry their definition, their day and how many have no stated cause", () => {
    const { definition } = reportFailures(city, options);
    expect(definition).toMatchObject({
      asOf: day("2025-06-16"),
      completeness: { stated: 24, all: 25 },
      source: "Musterstadt, fiktiver Bestand",
    });
    expect(completenessText(definition.completeness)).toBe("Vollständigkeit 96,0 % (1 ohne Grund)");
  });

  test("show to others the totals of the years, and no field below five", () => {
    const { years, definition } = reportFailures(city, { ...options, audience: "outside" });
    expect(years.map(({ table }) => table.total)).toEqual([13, 12]);
    for (const { table } of years) {
      const fields = [...table.cells.flat(), ...table.rowTotals, ...table.columnTotals];
      expect(fields.filter((field) => field !== "suppressed" && field < 5)).toEqual([]);
    }
    expect(completenessText(definition.completeness)).toBe("Vollständigkeit nicht ausgewiesen (kleine Anzahl)");
  });

  test("tell others how complete they are only where the tables tell it anyway", () => {
    const many = [
      ...failures(20, "2024-04-01", "pickup", "notEncountered"),
      ...failures(19, "2024-04-01", "pickup", "unknown"),
    ];
    const grouping = phaseByCause(
      { pickup: phases.pickup },
      { notEncountered: causes.notEncountered, unknown: causes.unknown },
      "unknown",
    );
    const { definition } = reportFailures(many, { ...options, grouping, audience: "outside" });
    expect(completenessText(definition.completeness)).toBe("Vollständigkeit 51,3 % (19 ohne Grund)");
  });

  test("appear in a published scheme with the same total, also with a line the scheme does not list", () => {
    const scheme = byScheme(
      (_, cause) => (cause === "notEncountered" ? "untergetaucht" : "sonstige"),
      ["untergetaucht", "Kirchenasyl"],
    );
    const { years, definition } = reportFailures(city, { ...options, grouping: scheme });
    expect(years[0]?.table).toMatchObject({
      rows: ["untergetaucht", "Kirchenasyl", "sonstige"],
      rowTotals: [6, 0, 7],
      total: 13,
    });
    expect(definition.completeness).toEqual({ stated: 24, all: 25 });
    expect(reportFailures(city, { ...options, grouping: scheme, audience: "outside" }).definition.completeness).toBe(
      "suppressed",
    );
  });

  test("have no table over all years, which would let a reader subtract", () => {
    expect(Object.keys(reportFailures(city, options))).toEqual(["definition", "years"]);
  });
});

test.each([
  [{ stated: 981, all: 1000 }, "Vollständigkeit 98,1 % (19 ohne Grund)"],
  [{ stated: 10, all: 10 }, "Vollständigkeit 100 %"],
  [{ stated: 0, all: 0 }, "Vollständigkeit 100 %"],
])("the completeness %j reads as „%s“", (completeness, text) => {
  expect(completenessText(completeness)).toBe(text);
});
