import { describe, expect, test } from "vitest";
import { archive, workbook, zipBomb } from "../../../../test/fixtures/archives.ts";
import { csvFile, encodeText, fictionalTable, xlsxFile } from "../../../../test/fixtures/spreadsheets.ts";
import { describeFileRefusal } from "./file-refusal.ts";
import { readSpreadsheet, type ReadOptions } from "./read-spreadsheet.ts";

const hex = (text: string): Uint8Array => Buffer.from(text.replaceAll(" ", ""), "hex");
const part = (name: string, text = "x"): { name: string; content: Uint8Array } => ({
  name,
  content: Buffer.from(text),
});
const cell = (address: string): string =>
  `<row r="${address.replace(/\D/g, "")}"><c r="${address}" t="str"><v>x</v></c></row>`;

/** The German sentence for a file that is refused. */
async function refusalOf(bytes: Uint8Array, fileName = "faelle.xlsx", options: ReadOptions = {}): Promise<string> {
  const result = await readSpreadsheet(bytes, fileName, options);
  return result.ok ? "gelesen" : describeFileRefusal(result.refusal);
}

describe("files that are no table are refused by their content, whatever they are called", () => {
  test.each<[string, Uint8Array, string]>([
    ["an empty file", new Uint8Array(), "Die Datei ist leer."],
    ["a PDF", Buffer.from("%PDF-1.7 Muster"), "Die Datei ist ein PDF-Dokument."],
    ["an old .xls", hex("d0cf11e0a1b11ae1 0000"), "Die Datei ist eine alte Excel-Datei (.xls)"],
    ["a PNG", hex("89504e470d0a1a0a 00"), "Die Datei ist ein Bild."],
    ["a JPEG", hex("ffd8ffe0 00"), "Die Datei ist ein Bild."],
    [
      "an HTML page",
      Buffer.from("\uFEFF\n<!DOCTYPE html><table><tr><td>1</td></tr></table>"),
      "eine Internetseite (HTML)",
    ],
    ["an HTML table in UTF-16", encodeText("<html><table>", "utf16le"), "eine Internetseite (HTML)"],
    ["an Excel 2003 XML file", Buffer.from('<?xml version="1.0"?><Workbook/>'), "eine XML-Datei"],
    ["a rich text", Buffer.from("{\\rtf1 Muster}"), "ein Textdokument (RTF)"],
    ["a Windows program", hex("4d5a9000 03000000"), "ein Programm"],
    ["random bytes", hex("0001020304050607 08090a0b"), "keine Tabelle"],
    ["a ZIP of other things", archive([part("brief.txt")]), "ein gepacktes Archiv"],
    [
      "a Word document",
      archive([part("[Content_Types].xml"), part("word/document.xml")]),
      "ein Word- oder PowerPoint-Dokument",
    ],
    ["a binary workbook", archive([part("xl/workbook.bin")]), "eine binäre Excel-Datei (.xlsb)"],
  ])("%s", async (_, bytes, sentence) => {
    expect(await refusalOf(bytes)).toContain(sentence);
  });

  test("an OpenDocument sheet", async () => {
    const name = "mimetype";
    const content = "application/vnd.oasis.opendocument.spreadsheet";
    const start = Buffer.concat([
      hex("504b0304 1400 0000 0000 00000000 00000000 2e000000 2e000000 0800 0000"),
      Buffer.from(name + content),
    ]);
    const rest = archive([part("content.xml")]);
    const end = Buffer.from(rest.subarray(rest.length - 22));
    end.writeUInt32LE(end.readUInt32LE(16) + start.length, 16);
    expect(await refusalOf(Buffer.concat([start, rest.subarray(0, -22), end]))).toContain("eine OpenDocument-Datei");
  });
});

describe("workbooks that are refused", () => {
  test("a workbook with password", async () => {
    const bytes = await xlsxFile(fictionalTable(2), { password: "geheim" });
    expect(await refusalOf(bytes)).toMatch(/^Die Datei ist mit einem Kennwort geschützt\./);
  });

  test("a workbook with macros", async () => {
    expect(await refusalOf(await xlsxFile(fictionalTable(2), { macros: true }))).toMatch(/^Die Datei enthält Makros/);
  });

  test.each<[string, Uint8Array]>([
    ["a zip bomb that admits its size", zipBomb(150)],
    ["a zip bomb that claims to be small", zipBomb(150, false)],
    ["a part that is packed more than 200 to 1", zipBomb(20)],
    ["more parts than a workbook has", archive(Array.from({ length: 2001 }, (_, at) => part(`xl/${at}`)))],
  ])("%s", async (_, bytes) => {
    expect(await refusalOf(bytes)).toMatch(/^Die Datei ist ungewöhnlich stark gepackt/);
  });

  test.each<[string, Uint8Array]>([
    ["a truncated file", workbook(cell("A1")).subarray(0, 900)],
    ["a wrong checksum", workbook(cell("A1"), { sheet: { checksum: 1 } })],
    ["a document type that defines entities", workbook('</sheetData><!DOCTYPE x [<!ENTITY a "b">]><sheetData>')],
    ["the same part twice", workbook(cell("A1"), { parts: [part("xl/workbook.xml")] })],
    [
      "markup that ends too early",
      workbook("", { sheet: { content: Buffer.from('<worksheet><sheetData><row><c r="A') } }),
    ],
  ])("%s", async (_, bytes) => {
    expect(await refusalOf(bytes)).toMatch(/^(Die Datei ist beschädigt|In der Datei ist keine Tabelle)/);
  });

  test("a part with password", async () => {
    expect(await refusalOf(workbook(cell("A1"), { sheet: { flags: 1 } }))).toMatch(/Kennwort/);
  });

  test.each([
    ["a cell far to the right", workbook(cell("XFD1")), "Die Tabelle hat mehr als 100 Spalten."],
    ["a cell far below", workbook(cell("A1048576")), "Die Tabelle hat mehr als 50\u202F000 Zeilen."],
    ["many cells without address", workbook(`<row>${"<c><v>1</v></c>".repeat(101)}</row>`), "mehr als 100 Spalten"],
    ["dates counted from 1904", workbook(cell("A1"), { settings: '<workbookPr date1904="1"/>' }), "ab 1904"],
  ])("%s", async (_, bytes, sentence) => {
    expect(await refusalOf(bytes)).toContain(sentence);
  });
});

describe("tables that are too large or broken", () => {
  test("a file of 200 MB is refused before it is looked at", async () => {
    expect(await refusalOf(new Uint8Array(200 * 1024 * 1024))).toBe(
      "Die Datei ist größer als 10 MB. Teilen Sie die Tabelle in mehrere Dateien auf.",
    );
  });

  test("limits can be set", async () => {
    const bytes = csvFile(fictionalTable(20));
    expect(await refusalOf(bytes, "x.csv", { limits: { fileBytes: 1000 } })).toContain("größer als 0 MB");
    expect(await refusalOf(bytes, "x.csv", { limits: { rows: 19 } })).toContain("mehr als 19 Zeilen");
    expect(await refusalOf(bytes, "x.csv", { limits: { rows: 20 } })).toBe("gelesen");
    expect(await refusalOf(bytes, "x.csv", { limits: { columns: 15 } })).toContain("mehr als 15 Spalten");
    const book = await xlsxFile(fictionalTable(20));
    expect(await refusalOf(book, "x.xlsx", { limits: { rows: 19 } })).toContain("mehr als 19 Zeilen");
  });

  test.each([
    ["50,001 rows", `Az;Name\n${"1;Muster\n".repeat(50_001)}`, "mehr als 50\u202F000 Zeilen"],
    ["101 columns", `${"x;".repeat(100)}x\n1;2\n`, "mehr als 100 Spalten"],
    ["only a header", "Az;Name\n\n", "nur Überschriften"],
    ["one column", "Az\n1\n2\n", "keine Tabelle erkennbar"],
    ["only blanks", " \n \n", "keine Tabelle erkennbar"],
    ["a quote that is never closed", 'Az;Name\n1;Muster\n2;"Probe\n3;Test\n', "In Zeile 3 der Datei"],
    ["text after a closing quote", 'Az;Name\r\n1;Muster\r\n2;"Probe"x\r\n', "In Zeile 3 der Datei"],
    ["a quote inside a value", 'Az;Name\n1;Max "M" Muster\n', "In Zeile 2 der Datei"],
    ["a broken quote below sep=", 'sep=;\nAz;Name\n1;Max "M" Muster\n', "In Zeile 3 der Datei"],
    ["umlauts that were broken before", "Az;Name\n1;MÃ¼ller\n", "Die Umlaute in der Datei sind beschädigt"],
  ])("%s", async (_, text, sentence) => {
    expect(await refusalOf(Buffer.from(text), "x.csv")).toContain(sentence);
  });

  test("the character set of old DOS programs is refused, not guessed", async () => {
    expect(await refusalOf(Buffer.from("Az;Name\n1;M\x81ller\n", "latin1"))).toContain(
      "Zeichensatz der Datei ist nicht erkennbar",
    );
  });

  test("UTF-16 that is cut in the middle of a character", async () => {
    expect(await refusalOf(encodeText("Az;Name\n1;Muster", "utf16le").subarray(0, 21))).toContain("beschädigt");
  });
});
