/**
 * Failed measures by year, phase and cause (domain.md 4.17, screen 11): one table per year, from closed measures only.
 * No table over all years: it would let a reader subtract one year from another.
 */
import { compareDays, type Day } from "../../../kernel/day.ts";
import { showAll, type CountTable, type ShownTable } from "./count-table.ts";
import type { Completeness, FigureDefinition } from "./definition.ts";
import { protect } from "./suppression.ts";

/** Gescheiterte Maßnahme als bloße Zeile für die Statistik, ohne Person und ohne Aktenzeichen (BT-Drs. 21/1532). */
export type FailedMeasure = {
  failedOn: Day;
  /** Undefined while the measure is not closed; it is not counted then. */
  closedOn: Day | undefined;
  phase: string;
  cause: string;
};

/** Gliederung einer Tabelle: Zeilen und Spalten in ihrer Reihenfolge, auch nach einem veröffentlichten Schema (LT-Drs. MV 7/3066). */
export type Grouping = {
  rows: readonly string[];
  columns: readonly string[];
  rowOf: (failure: FailedMeasure) => string;
  columnOf: (failure: FailedMeasure) => string;
  /** The column of measures without a stated cause, where the grouping keeps them apart. */
  unknownColumn: string | undefined;
};

/** Auswertung "nicht vollzogene Maßnahmen" mit Definition und einer Tabelle je Jahr (AW/0048/2025, Nr. 3 b). */
export type FailureReport = { definition: FigureDefinition; years: readonly { year: number; table: ShownTable }[] };

/** Phase by cause, in the order of the given codes, shown with their labels. */
export function phaseByCause(
  phases: Record<string, string>,
  causes: Record<string, string>,
  unknownCause: string,
): Grouping {
  return {
    rows: Object.values(phases),
    columns: Object.values(causes),
    rowOf: ({ phase }) => phases[phase] ?? phase,
    columnOf: ({ cause }) => causes[cause] ?? cause,
    unknownColumn: causes[unknownCause],
  };
}

/** One line per category of a published scheme; categories that occur without being listed are added at the end. */
export const byScheme = (
  categoryOf: (phase: string, cause: string) => string,
  listed: readonly string[],
): Grouping => ({
  rows: listed,
  columns: ["Anzahl"],
  rowOf: ({ phase, cause }) => categoryOf(phase, cause),
  columnOf: () => "Anzahl",
  unknownColumn: undefined,
});

function countTable(failures: readonly FailedMeasure[], grouping: Grouping): CountTable {
  // A value that the grouping does not list gets its own line: nothing is dropped, the table always adds up.
  const rows = [...new Set([...grouping.rows, ...failures.map(grouping.rowOf)])];
  const columns = [...new Set([...grouping.columns, ...failures.map(grouping.columnOf)])];
  const counts = rows.map(() => columns.map(() => 0));
  for (const failure of failures) {
    const line = counts[rows.indexOf(grouping.rowOf(failure))];
    const column = columns.indexOf(grouping.columnOf(failure));
    if (line) line[column] = (line[column] ?? 0) + 1;
  }
  return { rows, columns, counts };
}

type Options = {
  asOf: Day;
  grouping: Grouping;
  audience: "own" | "outside";
  unknownCause: string;
  source: string;
};

/** What the shown tables tell anyway: a remainder that a table hides must not be read off the definition. */
function shownCompleteness(tables: readonly ShownTable[], unknownColumn: string | undefined): Completeness {
  let stated = 0;
  let all = 0;
  for (const { columns, columnTotals, total } of tables) {
    const unknown = unknownColumn === undefined ? undefined : columnTotals[columns.indexOf(unknownColumn)];
    if (typeof unknown !== "number" || total === "suppressed") return "suppressed";
    stated += total - unknown;
    all += total;
  }
  return { stated, all };
}

/** Counts what had failed and was closed on the day of the report; outside the own authority small cells are hidden. */
export function reportFailures(rows: readonly FailedMeasure[], options: Options): FailureReport {
  const { asOf, grouping, audience, unknownCause, source } = options;
  const counted = rows.filter(
    ({ failedOn, closedOn }) => closedOn && compareDays(closedOn, asOf) <= 0 && compareDays(failedOn, asOf) <= 0,
  );
  const years = [...new Set(counted.map(({ failedOn }) => failedOn.year))]
    .toSorted((a, b) => a - b)
    .map((year) => {
      const ofYear = counted.filter(({ failedOn }) => failedOn.year === year);
      const table = countTable(ofYear, grouping);
      return { year, table: audience === "own" ? showAll(table) : protect(table) };
    });
  const exact = { stated: counted.filter(({ cause }) => cause !== unknownCause).length, all: counted.length };
  const tables = years.map(({ table }) => table);
  const completeness = audience === "own" ? exact : shownCompleteness(tables, grouping.unknownColumn);
  return { definition: { ...wording, asOf, completeness, source }, years };
}

const wording = {
  title: "Nicht vollzogene Maßnahmen nach Jahr, Phase und Grund",
  definition:
    "Gezählt werden abgeschlossene Maßnahmen, die nicht vollzogen wurden, im Jahr des Scheiterns. Jeder Versuch zählt einmal, auch wenn er mehrere Personen betrifft.",
};
