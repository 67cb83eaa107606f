import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { runPdfTool } from "./pdf-tools.testing.ts";
import { findPdfDanger } from "./pdf-safety.ts";
import { renderPlainLetter } from "./plain-letter.ts";
import { sampleFrame } from "./sample-frame.testing.ts";

const limit = 10 * 2 ** 20;
const dangerOf = (pdf: string | Uint8Array, most = limit): string | undefined =>
  findPdfDanger(typeof pdf === "string" ? Buffer.from(pdf, "latin1") : pdf, most);

/** A small PDF with one more object, written as text. */
const pdfWith = (object: string): string =>
  `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n${object}\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`;

/** A container of objects, packed with the given filter. */
function objectStream(content: string, options: { entries?: string; body?: Buffer } = {}): string {
  const { entries = "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", body = deflateSync(content) } = options;
  return `7 0 obj\n<< ${entries} /Length ${body.length} >>\nstream\n${body.toString("latin1")}\nendstream\nendobj`;
}

const script = "5 0 << /S /JavaScript /JS (app.alert\\(1\\)) >>";

describe("written openly", () => {
  test.each([
    ["a script action", "5 0 obj\n<< /S /JavaScript /JS (x) >>\nendobj", "script"],
    ["a script without its long name", "5 0 obj\n<< /JS 6 0 R >>\nendobj", "script"],
    ["a script whose name hides letters", "5 0 obj\n<< /S /J#61vaScr#69pt >>\nendobj", "script"],
    ["a name without a space around it", "5 0 obj<</S/JavaScript/JS(x)>>endobj", "script"],
    ["a form with a script language (XFA)", "5 0 obj\n<< /AcroForm << /XFA 6 0 R >> >>\nendobj", "script"],
    ["a rendition", "5 0 obj\n<< /S /Rendition >>\nendobj", "script"],
    ["a program start", "5 0 obj\n<< /S /Launch /F (cmd.exe) >>\nendobj", "launch"],
    ["a form that sends data", "5 0 obj\n<< /S /SubmitForm >>\nendobj", "launch"],
    ["an embedded file", "5 0 obj\n<< /Type /EmbeddedFile >>\nendobj", "embeddedFile"],
    ["a list of embedded files", "5 0 obj\n<< /Names << /EmbeddedFiles 6 0 R >> >>\nendobj", "embeddedFile"],
    ["a file specification", "5 0 obj\n<< /EF << /F 6 0 R >> >>\nendobj", "embeddedFile"],
    ["an attachment on a page", "5 0 obj\n<< /Subtype /FileAttachment >>\nendobj", "embeddedFile"],
    ["encryption", "5 0 obj\n<< /Encrypt 6 0 R >>\nendobj", "encrypted"],
  ])("%s is found", (_, object, danger) => expect(dangerOf(pdfWith(object))).toBe(danger));

  test.each([
    ["a plain file", ""],
    ["a link", "5 0 obj\n<< /S /URI /URI (https://amtsweg.example/) >>\nendobj"],
    ["names that only begin alike", "5 0 obj\n<< /JSON 1 /Launcher 2 /EFoo 3 /EncryptMetadata true >>\nendobj"],
    ["a document title about scripts", "5 0 obj\n<< /Title (JavaScript und JS) >>\nendobj"],
    ["a text in a dictionary", "5 0 obj\n<< /PTEX.FileName (./plan \\(1\\).pdf) >>\nstream\nBT ET\nendstream\nendobj"],
    [
      "short names by chance in the data of a picture",
      "5 0 obj\n<< /Subtype /Image >>\nstream\n\x01/JS (\x02/EF \nendstream\nendobj",
    ],
  ])("%s is harmless", (_, object) => expect(dangerOf(pdfWith(object))).toBeUndefined());
});

describe("packed into a container of objects", () => {
  const hex = Buffer.from(deflateSync(script).toString("hex"));
  test.each([
    ["a script", objectStream(script), "script"],
    ["a short name alone", objectStream("5 0 << /JS 6 0 R >>"), "script"],
    ["an embedded file", objectStream("5 0 << /EF << /F 6 0 R >> >>"), "embeddedFile"],
    ["hidden letters", objectStream("5 0 << /S /#4Aava#53cript >>"), "script"],
    ["a container without its type", objectStream(script, { entries: "/N 1 /First 4 /Filter /FlateDecode" }), "script"],
    [
      "a container that calls itself a picture",
      objectStream("5 0 << /JS 6 0 R >>", { entries: "/Subtype /Image /N 1 /First 4 /Filter [/Fl]" }),
      "script",
    ],
    [
      "a hidden type",
      objectStream("5 0 << /JS 6 0 R >>", { entries: "/Type /Obj#53tm /Filter /FlateDecode" }),
      "script",
    ],
    [
      "no filter",
      objectStream("", { entries: "/Type /ObjStm /N 1 /First 4", body: Buffer.from("5 0 << /JS 6 0 R >>") }),
      "script",
    ],
    [
      "a stream cut short",
      objectStream("", { body: deflateSync(script + " ".repeat(500)).subarray(0, -6) }),
      "unreadable",
    ],
    [
      "two filters",
      objectStream("", { entries: "/Type /ObjStm /Filter [/ASCIIHexDecode /FlateDecode]", body: hex }),
      "unreadable",
    ],
    ["a filter named elsewhere", objectStream(script, { entries: "/Type /ObjStm /Filter 9 0 R" }), "unreadable"],
    [
      "a filter named twice",
      objectStream(script, { entries: "/Type /ObjStm /Filter /Crypt /Filter /FlateDecode" }),
      "unreadable",
    ],
    [
      "a predictor",
      objectStream(script, { entries: "/Type /ObjStm /Filter /FlateDecode /DecodeParms << /Predictor 12 >>" }),
      "unreadable",
    ],
    ["broken data", objectStream("", { body: Buffer.from("no zlib") }), "unreadable"],
    [
      "a false beginning in a text",
      objectStream("", { entries: "/Type /ObjStm /Filter /ASCIIHexDecode /X (1 0 obj << )", body: hex }),
      "unreadable",
    ],
    [
      "a false beginning and a comment",
      objectStream("", { entries: "/Type /ObjStm /Filter /ASCIIHexDecode /X (1 0 obj << ) % (\n", body: hex }),
      "unreadable",
    ],
  ])("%s does not pass", (_, object, danger) => expect(dangerOf(pdfWith(object))).toBe(danger));

  test("ordinary objects pass", () => {
    expect(dangerOf(pdfWith(objectStream("5 0 << /Type /Page >>")))).toBeUndefined();
  });

  test("what would fill the memory is refused", () => {
    const bomb = objectStream("", { body: deflateSync(Buffer.alloc(2 * limit)) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(dangerOf(pdfWith(bomb))).toBe("unreadable");
  });

  test("the limit counts for all streams together", () => {
    const quarter = `8 0 obj\n<< /Filter /FlateDecode >>\nstream\n${deflateSync(Buffer.alloc(400)).toString("latin1")}\nendstream\nendobj\n`;
    expect(dangerOf(pdfWith(quarter.repeat(4)), 2_000)).toBeUndefined();
    expect(dangerOf(pdfWith(quarter.repeat(4)), 1_500)).toBe("unreadable");
  });
});

describe("files made to cost time", () => {
  const mebibyte = 2 ** 20;
  test.each([
    ["beginnings of streams without an end", "stream\n".repeat(2.8 * mebibyte), "unreadable"],
    ["hidden letters everywhere", "/J#61v(".repeat(2.8 * mebibyte), undefined],
    ["objects that open and never close", "1 0 obj<<stream\n".repeat(1.2 * mebibyte), undefined],
    ["many streams in one object", `1 0 obj<<stream\n${"x stream\n".repeat(2 * mebibyte)}`, "unreadable"],
    ["long dictionaries", `1 0 obj<< ${" <a".repeat(20_000)} stream\n`.repeat(330), undefined],
    ["filters without an end", `1 0 obj<< /ObjStm ${"/Filter[".repeat(7_000)} stream\n`.repeat(350), "unreadable"],
    [
      "data that swell and then break",
      `1 0 obj<< /Filter /Fl >>\nstream\n${deflateSync(Buffer.alloc(9 * mebibyte))
        .toString("latin1")
        .slice(0, -9)}\xff\xff\nendstream\n`.repeat(500),
      "unreadable",
    ],
    ["open texts", `1 0 obj<< ${"(".repeat(60_000)} stream\n`.repeat(330), "unreadable"],
  ])("are judged all the same, within the time of a test: %s", (_, text, expected) => {
    expect(dangerOf(pdfWith(text))).toBe(expected);
  });
});

describe("files of real programs", () => {
  const letter = { ...sampleFrame, paragraphs: ["Text."], sections: [], enclosures: [] };

  test("our own letters pass, also rewritten by qpdf with containers of objects", async () => {
    const pdf = await renderPlainLetter(letter);
    expect(dangerOf(pdf)).toBeUndefined();
    const args = ["--object-streams=generate", "--deterministic-id", "FILE", "-"];
    expect(dangerOf(Buffer.from(runPdfTool("qpdf", args, pdf, { encoding: "latin1" }), "latin1"))).toBeUndefined();
  });

  test("our own archive file with an XML record is refused, openly and packed", async () => {
    const pdf = await renderPlainLetter(letter, { standard: "a-3a", attachXml: { name: "a.xml", xml: "<a/>" } });
    expect(dangerOf(pdf)).toBe("embeddedFile");
    const args = ["--object-streams=generate", "FILE", "-"];
    expect(dangerOf(Buffer.from(runPdfTool("qpdf", args, pdf, { encoding: "latin1" }), "latin1"))).toBe("embeddedFile");
  });

  test("a file that qpdf has encrypted is refused", async () => {
    const args = ["--encrypt", "", "geheim", "256", "--", "FILE", "-"];
    const pdf = runPdfTool("qpdf", args, await renderPlainLetter(letter), { encoding: "latin1" });
    expect(dangerOf(Buffer.from(pdf, "latin1"))).toBe("encrypted");
  });
});
