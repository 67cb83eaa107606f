import { describe, expect, test } from "vitest";
import { csvFile, fictionalTable, xlsxFile, type FictionalTable } from "../../../../test/fixtures/spreadsheets.ts";
import { day } from "../../../kernel/day.ts";
import type { CaseDraft } from "../domain/case-draft.ts";
import { findDuplicates } from "../domain/file-number.ts";
import { judgeRow, type RowVerdict } from "../domain/judge-row.ts";
import { proposeMapping } from "../domain/mapping.ts";
import { rejectedRowsCsv } from "../domain/rejected-rows.ts";
import { loadReference } from "./load-reference.ts";
import { readSpreadsheet, type Spreadsheet } from "./read-spreadsheet.ts";

const reference = loadReference();
const today = day("2026-11-23");

async function read(bytes: Uint8Array): Promise<Spreadsheet> {
  const result = await readSpreadsheet(bytes, "faelle");
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

function judgeAll({ header, rows }: Spreadsheet, imported = new Map<string, CaseDraft>()): RowVerdict[] {
  const mapping = proposeMapping(header, rows.slice(0, 50));
  const duplicates = findDuplicates(rows, mapping);
  return rows.map((row) =>
    judgeRow(row, mapping, { today, reference, duplicates, known: (number) => imported.get(number) }),
  );
}

const draftsOf = (verdicts: RowVerdict[]): CaseDraft[] =>
  verdicts.flatMap((verdict) => (verdict.verdict === "error" ? [] : [verdict.draft]));
const byNumber = (verdicts: RowVerdict[]) => new Map(draftsOf(verdicts).map((draft) => [draft.fileNumber, draft]));
const count = (verdicts: RowVerdict[], wanted: RowVerdict["verdict"]): number =>
  verdicts.filter(({ verdict }) => verdict === wanted).length;

describe("from the file to the drafts", () => {
  const table = fictionalTable(300);

  test("CSV and XLSX of one table give the same drafts, whatever the order of columns", async () => {
    const fromCsv = draftsOf(judgeAll(await read(csvFile(table))));
    const turned: FictionalTable = {
      header: table.header.toReversed(),
      rows: table.rows.map((row) => row.toReversed()),
    };
    expect(fromCsv).toHaveLength(300);
    expect(draftsOf(judgeAll(await read(await xlsxFile(turned, { typed: true }))))).toEqual(fromCsv);
  });

  test("importing the same file again changes nothing; a changed row is an update", async () => {
    const sheet = await read(csvFile(table));
    const imported = byNumber(judgeAll(sheet));
    expect(count(judgeAll(sheet, imported), "unchanged")).toBe(300);

    const changed = { ...table, rows: table.rows.map((row, at) => (at === 7 ? row.with(1, "Beispiel-Probe") : row)) };
    const again = judgeAll(await read(csvFile(changed)), imported);
    expect([count(again, "unchanged"), count(again, "update")]).toEqual([299, 1]);
    expect(again[7]).toMatchObject({ rowNo: 9, verdict: "update" });
  });
});

describe("rejected rows", () => {
  const table = fictionalTable(20);
  const broken = [
    table.rows[0]?.with(3, "31.02.1990") ?? [],
    table.rows[1]?.with(1, "=cmd|'/C calc'!A0") ?? [],
    table.rows[2]?.with(15, '@Muster; "so"\nneue Zeile').with(0, "") ?? [],
    table.rows[3]?.with(15, "-").with(9, "31.02.2026") ?? [],
  ];

  /** What the clerk downloads after an import. */
  function rejectedOf(sheet: Spreadsheet): string {
    const verdicts = judgeAll(sheet);
    const rejected = sheet.rows.flatMap(({ cells }, at) => {
      const verdict = verdicts[at];
      return verdict?.verdict === "error" ? [{ cells, errors: verdict.errors }] : [];
    });
    return rejectedRowsCsv(sheet.header, rejected);
  }

  test("the file names column and reason, and no cell can start a formula", async () => {
    const csv = rejectedOf(await read(csvFile({ header: table.header, rows: broken })));
    const sheet = await read(Buffer.from(csv));
    expect(csv.startsWith("\uFEFFAktenzeichen;")).toBe(true);
    expect(sheet.header).toEqual([...table.header, "Fehler"]);
    expect(sheet.rows.map(({ cells }) => cells[16])).toEqual([
      "Geburtsdatum: Diesen Tag gibt es nicht im Kalender. Angegeben ist „31.02.1990“.",
      "Familienname: Formel: Die Zelle enthält eine Formel ohne Wert. Tragen Sie den Wert selbst ein.",
      "Aktenzeichen: Das Aktenzeichen fehlt.",
      "Bescheid vom: Den 31.02.2026 gibt es nicht im Kalender.",
    ]);
    for (const cell of csv.split(/[;\n]/)) expect(cell).not.toMatch(/^"?[=+@-]/);
  });

  test("the original cells survive the way out and back", async () => {
    const csv = rejectedOf(await read(csvFile({ header: table.header, rows: broken })));
    const sheet = await read(Buffer.from(csv));
    expect(sheet.rows.map(({ cells }) => cells.slice(0, 16).map((cell) => cell.trim()))).toEqual(broken);
  });

  test("corrected rows are imported; the column with the faults is passed over and never doubled", async () => {
    const first = await read(csvFile({ header: table.header, rows: broken }));
    const sheet = await read(Buffer.from(rejectedOf(first)));
    const corrected = sheet.rows.map((row, at) => ({
      ...row,
      cells: row.cells.map((cell, column) => (column < 16 ? (table.rows[at]?.[column] ?? "") : cell)),
    }));
    expect(count(judgeAll({ ...sheet, rows: corrected }), "new")).toBe(4);
    expect((await read(Buffer.from(rejectedOf(sheet)))).header).toEqual(sheet.header);
  });

  test("a value behind the last column stays visible", async () => {
    const csv = rejectedRowsCsv(
      ["Az.", "Name"],
      [{ cells: ["1", "Muster", "Rest"], errors: [{ column: "x", reason: "y" }] }],
    );
    expect(csv).toBe("\uFEFFAz.;Name;Fehler\r\n1;Muster;x: y;Rest\r\n");
  });
});
