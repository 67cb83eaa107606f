import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { archive, zipBomb } from "../../../test/fixtures/archives.ts";
import { csvFile, fictionalTable, xlsxFile } from "../../../test/fixtures/spreadsheets.ts";
import { startTestApp } from "../../../test/harness/app.ts";
import {
  caseCount,
  confirmColumns,
  fileOf,
  numbered,
  takeOver,
  upload,
  type Uploaded,
} from "./import-steps.test-support.ts";

const app = await startTestApp();
afterAll(app.close);
const official = await app.as("witten-beispiel");
const megabyte = 1024 * 1024;
const table = fictionalTable(2);

describe("a file that cannot be read is refused at its field, and nothing is stored", () => {
  test.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
    ["an empty file", () => new Uint8Array(), "Die Datei ist leer."],
    ["a PDF called .xlsx", () => Buffer.from("%PDF-1.7 Muster"), "Die Datei ist ein PDF-Dokument."],
    ["11 MB", () => new Uint8Array(11 * megabyte).fill(65), "Die Datei ist größer als 10 MB."],
    ["a zip bomb", () => zipBomb(300), "ungewöhnlich stark gepackt"],
    ["a password", () => xlsxFile(table, { password: "geheim" }), "mit einem Kennwort geschützt"],
    ["macros", () => xlsxFile(table, { macros: true }), "Die Datei enthält Makros"],
    ["another archive", () => archive([{ name: "x.txt", content: Buffer.from("x") }]), "ein gepacktes Archiv"],
    ["half a workbook", async () => (await xlsxFile(table)).subarray(0, 900), "beschädigt"],
    ["only headings", () => csvFile({ header: table.header, rows: [] }), "enthält nur Überschriften"],
  ])("%s", async (_, bytes, sentence) => {
    const response = await official.post("/import", { datei: fileOf(await bytes(), "faelle.xlsx") });
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html).toContain('id="datei-fehler"');
    expect(html).toContain(sentence);
    expect(await app.all("import_batch")).toEqual([]);
  });

  test("no file at all", async () => {
    const response = await official.post("/import", {});
    expect([response.status, (await response.text()).includes("Wählen Sie eine Datei aus.")]).toEqual([422, true]);
  });

  test("200 MB get a page that says so, with the way back", async () => {
    const response = await official.post("/import", { datei: fileOf(new Uint8Array(200 * megabyte), "riesig.csv") });
    const html = await response.text();
    expect(response.status).toBe(413);
    expect(html).toContain("Datei zu groß");
    expect(html).toContain('href="/import"');
  });
});

describe("a row that cannot be a case is named with row, column and reason", () => {
  const header = ["Aktenzeichen", "Familienname", "Vorname", "Geburtsdatum", "Bescheid vom"];
  const row = (number: string, more: Record<string, string> = {}): string[] =>
    header.map(
      (name) =>
        more[name] ??
        { Aktenzeichen: number, Familienname: "Muster", Vorname: "Max", Geburtsdatum: "03.02.1990" }[name] ??
        "",
    );
  const rows = [
    row("X-2"),
    row("X-3", { Geburtsdatum: "31.02.1990" }),
    row("X-4", { Geburtsdatum: "01.01.2030" }),
    row("X-5", { Familienname: "Muster❤" }),
    row("X-6", { "Bescheid vom": "=HEUTE()" }),
    row("X-7"),
    row("X-7"),
    row(""),
    row("X-10", { Familienname: "Đurić-Muster", Vorname: "Țvetana" }),
    row("X-11", { "Bescheid vom": "31.02.2026" }),
  ];
  let uploaded: Uploaded;

  beforeAll(async () => {
    uploaded = await upload(official, fileOf(csvFile({ header, rows })));
    await confirmColumns(app, official, uploaded);
  });

  test.each([
    [3, "Geburtsdatum", "31.02.1990"],
    [4, "Geburtsdatum", "Zukunft"],
    [5, "Familienname", "❤"],
    [6, "Bescheid vom", "Formel: Die Zelle enthält eine Formel ohne Wert."],
    [7, "Aktenzeichen", "Das Aktenzeichen steht mehrfach in der Datei, auch in Zeile 8."],
    [8, "Aktenzeichen", "Das Aktenzeichen steht mehrfach in der Datei, auch in Zeile 7."],
    [9, "Aktenzeichen", "Das Aktenzeichen fehlt."],
    [11, "Bescheid vom", "31.02.2026"],
  ])("row %i, column %s: %s", async (rowNo, column, reason) => {
    const [found] = await app.sql("select verdict, errors from import_row where batch_id = $1 and row_no = $2", [
      uploaded.id,
      rowNo,
    ]);
    expect(found?.["verdict"]).toBe("error");
    expect(found?.["errors"]).toEqual([expect.objectContaining({ column, reason: expect.stringContaining(reason) })]);
    const html = await official.page(`${uploaded.path}?ergebnis=error`);
    expect(html).toContain(`<strong>${column}:</strong>`);
  });

  test("the good rows are taken over, the others stay; the list of rows can be exported", async () => {
    await takeOver(app, official, uploaded);
    expect(await caseCount(app)).toBe(2);
    const csv = await (await official.get(`${uploaded.path}/zeilen.csv?ergebnis=error`)).text();
    expect(csv).toContain("X-3;Fehler;nein;Geburtsdatum:");
  });
});

test("formula cells of a workbook count with their stored value, and without one they are an error", async () => {
  const plain = numbered(fictionalTable(2), "F");
  const withoutDates = { ...plain, rows: plain.rows.map((row) => row.with(9, "")) };
  const cells = new Map([
    ["1,9", { formula: "A1", formulaResult: "01.03.2026", value: "01.03.2026", type: "formula" as const }],
    ["2,9", { formula: "TODAY()", type: "formula" as const }],
  ]);
  const uploaded = await upload(official, fileOf(await xlsxFile(withoutDates, { cells }), "faelle.xlsx"));
  await confirmColumns(app, official, uploaded);
  const rows = await app.sql("select verdict, errors from import_row where batch_id = $1 order by row_no", [
    uploaded.id,
  ]);
  expect(rows[0]).toMatchObject({ verdict: "new" });
  expect(rows[1]).toMatchObject({ verdict: "error", errors: [{ column: "Bescheid vom" }] });
});

describe("columns", () => {
  test("a missing required field is named, and so is a field given twice", async () => {
    const uploaded = await upload(official, fileOf("Nummer;Wer;Wann\r\n1;Muster;03.02.1990\r\n"));
    const action = `${uploaded.path}/zuordnung`;
    expect(await official.page(action)).toContain("Noch nicht zugeordnet");
    const response = await official.post(action, { version: "1", "spalte-1": "familyName", "spalte-2": "familyName" });
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html).toContain("Noch nicht zugeordnet: Aktenzeichen, ");
    expect(html).toContain("„Familienname“ ist schon der Spalte „Wer“ zugeordnet.");
    expect(await app.sql("select status from import_batch where id = $1", [uploaded.id])).toEqual([
      { status: "mapping" },
    ]);
  });

  test("a form from before somebody else's step is refused", async () => {
    const uploaded = await upload(official, fileOf(csvFile(table)));
    const first = await confirmColumns(app, official, uploaded);
    const late = await official.post(`${uploaded.path}/zuordnung`, { version: "1", "spalte-0": "fileNumber" });
    expect([first.status, late.status]).toEqual([303, 409]);
  });
});
