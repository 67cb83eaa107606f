import { describe, expect, test } from "vitest";
import { workbook } from "../../../../test/fixtures/archives.ts";
import {
  csvFile,
  encodeText,
  fictionalTable,
  xlsxFile,
  type CsvOptions,
} from "../../../../test/fixtures/spreadsheets.ts";
import { readSpreadsheet, type Spreadsheet } from "./read-spreadsheet.ts";

const table = fictionalTable(50);

async function read(bytes: Uint8Array, fileName = "faelle.csv", sheetName?: string): Promise<Spreadsheet> {
  const result = await readSpreadsheet(bytes, fileName, sheetName === undefined ? {} : { sheetName });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

const cellsOf = ({ header, rows }: Spreadsheet): string[][] =>
  rows.map(({ cells }) => header.map((_, column) => cells[column] ?? ""));

describe("CSV files", () => {
  const encodings: [CsvOptions["encoding"], string][] = [
    ["utf8", "UTF-8"],
    ["utf8-bom", "UTF-8"],
    ["utf16le", "UTF-16LE"],
    ["utf16be", "UTF-16BE"],
  ];
  const delimiters: CsvOptions["delimiter"][] = [";", ",", "\t"];
  test.each(encodings.flatMap(([written, seen]) => delimiters.map((delimiter) => ({ written, seen, delimiter }))))(
    "written as $written with delimiter $delimiter every value arrives",
    async ({ written, seen, delimiter }) => {
      const options = { ...(written ? { encoding: written } : {}), ...(delimiter ? { delimiter } : {}) };
      const sheet = await read(csvFile(table, options));
      expect(sheet).toMatchObject({ format: "csv", encoding: seen, delimiter, header: table.header, notes: [] });
      expect(cellsOf(sheet)).toEqual(table.rows);
      expect(sheet.rows.map(({ rowNo }) => rowNo)).toEqual(table.rows.map((_, at) => at + 2));
    },
  );

  test("Windows-1252 is recognised, German letters arrive, and the clerk is asked to look", async () => {
    const german = { header: ["Aktenzeichen", "Name", "Straße"], rows: [["1", "Müller-Weiß", "Österstraße"]] };
    const sheet = await read(csvFile(german, { encoding: "windows-1252" }));
    expect(sheet.encoding).toBe("Windows-1252");
    expect(cellsOf(sheet)).toEqual(german.rows);
    expect(sheet.notes).toEqual(["Zeichensatz Windows-1252 erkannt. Bitte prüfen Sie Umlaute und Sonderzeichen."]);
  });

  test("UTF-16 without byte order mark is recognised", async () => {
    const sheet = await read(csvFile(table, { encoding: "utf16le" }).subarray(2));
    expect(sheet.encoding).toBe("UTF-16LE");
    expect(cellsOf(sheet)).toEqual(table.rows);
  });

  test.each<[string, string, [number, ...string[]][]]>([
    ["the announcement sep=,", "sep=,\nAz,Name\n1,Muster", [[3, "1", "Muster"]]],
    [
      "a mix of line ends",
      "Az;N\r\n1;Muster\n2;Probe\r3;Test",
      [
        [2, "1", "Muster"],
        [3, "2", "Probe"],
        [4, "3", "Test"],
      ],
    ],
    [
      "a line break inside quotes",
      'Az;N\n1;"eins\nzwei"\n2;x',
      [
        [2, "1", "eins\nzwei"],
        [3, "2", "x"],
      ],
    ],
    ["a doubled quote", 'Az;N\n1;"Muster ""M"""', [[2, "1", 'Muster "M"']]],
    [
      "a blank line",
      "\nAz;N\n\n1;Muster\n;\n2;Probe\n",
      [
        [4, "1", "Muster"],
        [6, "2", "Probe"],
      ],
    ],
    [
      "an apostrophe before a formula sign",
      "Az;N\n1;'-\n2;'t Muster",
      [
        [2, "1", "-"],
        [3, "2", "'t Muster"],
      ],
    ],
  ])("%s does not disturb", async (_, text, rows) => {
    expect((await read(Buffer.from(text))).rows).toEqual(rows.map(([rowNo, ...cells]) => ({ rowNo, cells })));
  });

  test("names with commas do not mislead the search for the delimiter", async () => {
    const sheet = await read(
      Buffer.from("Name, Vorname;Az;Bemerkung\nMuster, Max;1;a, b, c\nProbe, Eva;2;d, e, f, g\n"),
    );
    expect(sheet).toMatchObject({ delimiter: ";", header: ["Name, Vorname", "Az", "Bemerkung"] });
  });

  test("titles above the header are counted, blank lines too, and row numbers stay those of the file", async () => {
    const sheet = await read(
      Buffer.from("Fallliste;Stand 01.11.2026;;;\n;;;;\nAz;Name;Vorname;Ort;PLZ\n\n1;Muster;Max;Bonn;53111\n"),
    );
    expect(sheet).toMatchObject({ titleRows: 1, blankRows: 2, header: ["Az", "Name", "Vorname", "Ort", "PLZ"] });
    expect(sheet.rows).toEqual([{ rowNo: 5, cells: ["1", "Muster", "Max", "Bonn", "53111"] }]);
    expect(sheet.notes).toEqual(["Nicht gelesen, weil über den Überschriften: 1 Zeile."]);
  });

  test("a CSV file named .xlsx is read by its content, and that is said", async () => {
    const sheet = await read(encodeText("Az;Name\n1;Muster\n", "utf8"), "liste.xlsx");
    expect(sheet.notes).toEqual(["Die Datei ist dem Namen nach eine Arbeitsmappe, dem Inhalt nach eine CSV-Datei."]);
  });
});

describe("workbooks", () => {
  test.each([[false], [true]])("every value arrives as the clerk sees it (typed cells: %s)", async (typed) => {
    const sheet = await read(await xlsxFile(table, { typed }), "faelle.xlsx");
    expect(sheet).toMatchObject({ format: "xlsx", sheetName: "Fälle", sheetNames: ["Fälle"], header: table.header });
    expect(cellsOf(sheet)).toEqual(table.rows);
  });

  test("formulas give their stored value; one without stays visible as a formula", async () => {
    const cells = new Map([
      [
        "1,1",
        { formula: 'CONCATENATE("Mus","ter")', formulaResult: "Muster", value: "Muster", type: "formula" as const },
      ],
      ["2,1", { formula: "B2", type: "formula" as const }],
    ]);
    const rows = [
      ["1", ""],
      ["2", ""],
      ["3", "=A1"],
    ];
    const sheet = await read(await xlsxFile({ header: ["Az", "Name"], rows }, { cells }));
    expect(cellsOf(sheet).map(([, name]) => name)).toEqual(["Muster", "=B2", "=A1"]);
  });

  test("the first visible sheet with values is read; another one on demand", async () => {
    const bytes = await xlsxFile(table, { otherSheets: ["Kosten"] });
    const sheet = await read(bytes);
    expect(sheet).toMatchObject({ sheetName: "Fälle", sheetNames: ["Fälle", "Kosten"] });
    expect(sheet.notes).toEqual(["Gelesen wurde das Blatt „Fälle“, nicht gelesen: Kosten."]);
    expect(await readSpreadsheet(bytes, "x", { sheetName: "Kosten" })).toEqual({
      ok: false,
      refusal: { kind: "noTable" },
    });
    const missing = await readSpreadsheet(bytes, "x", { sheetName: "Fehlt" });
    expect(missing).toEqual({ ok: false, refusal: { kind: "unknownSheet", sheetNames: ["Fälle", "Kosten"] } });
  });

  test("cells that are only formatted do not make the sheet wide", async () => {
    const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
    const far = '<c r="XFD1" s="1"/><c r="XFC1" s="1"></c>';
    const bytes = workbook(
      `<row r="1">${text("Az")}${text("Name")}${far}</row><row>${text("1")}${text("Muster")}</row>`,
    );
    const sheet = await read(bytes);
    expect(sheet).toMatchObject({ sheetName: "Fälle & mehr", header: ["Az", "Name"] });
    expect(sheet.rows).toEqual([{ rowNo: 2, cells: ["1", "Muster"] }]);
  });

  test("control signs inside a cell cannot reach the database", async () => {
    const bytes = workbook(
      '<row r="1"><c r="A1" t="str"><v>Az</v></c><c r="B1" t="str"><v>Name</v></c></row>' +
        '<row r="2"><c r="A2" t="str"><v>1</v></c><c r="B2" t="str"><v>Mus_x0000_ter</v></c></row>',
    );
    expect((await read(bytes)).rows[0]?.cells).toEqual(["1", "Mus\uFFFDter"]);
  });
});
