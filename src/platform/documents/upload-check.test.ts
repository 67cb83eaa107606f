import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { renderPlainLetter } from "./plain-letter.ts";
import { sampleFrame } from "./sample-frame.testing.ts";
import { checkUpload, uploadLimits } from "./upload-check.ts";
import { cleanFileName } from "./upload-name.ts";

const pdf = Buffer.from("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n");
const png = Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01", "latin1");
const jpeg = Buffer.from("\xff\xd8\xff\xe0\0\x10JFIF", "latin1");
const kindOf = (bytes: Uint8Array, name: string): string => {
  const result = checkUpload(bytes, name);
  return result.ok ? result.value.mediaType : result.refusal.kind;
};

describe("the kind of file", () => {
  test.each([
    ["a PDF", pdf, "beschluss.pdf", "application/pdf"],
    ["a PDF with a capital ending", pdf, "BESCHLUSS.PDF", "application/pdf"],
    ["a PNG", png, "skizze.png", "image/png"],
    ["a JPEG", jpeg, "foto.jpg", "image/jpeg"],
    ["a JPEG with the long ending", jpeg, "foto.jpeg", "image/jpeg"],
    ["an empty file", Buffer.alloc(0), "leer.pdf", "empty"],
    ["a text that calls itself PDF", Buffer.from("Hallo"), "brief.pdf", "typeNotAllowed"],
    ["a web page", Buffer.from("<html>"), "seite.html", "typeNotAllowed"],
    ["a program", Buffer.from("MZ\x90\0"), "setup.exe", "typeNotAllowed"],
    ["a ZIP that calls itself PDF", Buffer.from("PK\x03\x04"), "x.pdf", "typeNotAllowed"],
    ["a PDF that begins with something else", Buffer.concat([Buffer.from("<html>"), pdf]), "x.pdf", "typeNotAllowed"],
    ["a PDF that calls itself PNG", pdf, "bild.png", "endingDoesNotFit"],
    ["a PNG that calls itself PDF", png, "brief.pdf", "endingDoesNotFit"],
    ["a PDF without ending", pdf, "beschluss", "endingDoesNotFit"],
    ["a PDF with a second ending", pdf, "beschluss.pdf.exe", "endingDoesNotFit"],
    ["a picture with the start of a PNG only", png.subarray(0, 6), "x.png", "typeNotAllowed"],
    ["a PDF with a script", Buffer.concat([pdf, Buffer.from("<< /JavaScript 1 0 R >>")]), "x.pdf", "script"],
  ])("%s", (_, bytes, name, expected) => expect(kindOf(bytes, name)).toBe(expected));
});

test("an accepted file has its hash, size and clean name", async () => {
  const letter = await renderPlainLetter({ ...sampleFrame, paragraphs: ["x"], sections: [], enclosures: [] });
  expect(checkUpload(letter, "C:\\Users\\muster\\Beschluss .pdf")).toEqual({
    ok: true,
    value: {
      fileName: "Beschluss.pdf",
      mediaType: "application/pdf",
      sha256: createHash("sha256").update(letter).digest("hex"),
      size: letter.length,
    },
  });
});

test("20 MiB are accepted, one byte more is not, and the message says how much is allowed", () => {
  const most = Buffer.concat([png, Buffer.alloc(uploadLimits.maxBytes - png.length)]);
  expect(kindOf(most, "x.png")).toBe("image/png");
  const result = checkUpload(Buffer.concat([most, Buffer.alloc(1)]), "x.png");
  expect(result).toMatchObject({ refusal: { kind: "tooLarge" } });
  expect(JSON.stringify(result)).toContain("Sie ist 20,1 MiB groß, erlaubt sind 20 MiB.");
});

test.each([
  ["encrypted", "/Encrypt", "Kennwort"],
  ["launch", "/Launch", "Programme starten"],
  ["embeddedFile", "/EmbeddedFiles", "weitere Dateien"],
])("the refusal of %s says what to do", (kind, name, words) => {
  const result = checkUpload(Buffer.concat([pdf, Buffer.from(`<< ${name} 1 0 R >>`)]), "antrag.pdf");
  expect(result).toMatchObject({ ok: false, refusal: { kind } });
  const message = result.ok ? "" : result.refusal.message;
  expect(message).toMatch(/^Die Datei „antrag\.pdf“ wurde nicht angenommen\. /);
  expect(message).toContain(words);
  expect(message).toContain("Bitte");
});

describe("the name of a file", () => {
  test.each([
    ["keeps German and foreign letters", "Beschluss Țvetana Müller ß.pdf", "Beschluss Țvetana Müller ß.pdf"],
    ["loses its path (Windows)", "C:\\Temp\\..\\brief.pdf", "brief.pdf"],
    ["loses its path (Unix)", "../../etc/passwd.pdf", "passwd.pdf"],
    ["loses control characters", "a\u0000b\nc\u007F.pdf", "ab c.pdf"],
    ["loses marks that turn the ending round", "gpj.\u202Efdp.pdf", "gpj.fdp.pdf"],
    ["loses invisible characters", "zw\u200Bei\uFEFF.pdf", "zwei.pdf"],
    ["loses characters that file systems refuse", 'a<b>:"c"|d?e*.pdf', "a_b___c__d_e_.pdf"],
    ["does not begin with dots", "...versteckt.pdf", "versteckt.pdf"],
    ["gets a stem when it has none", ".pdf", "Dokument.pdf"],
    ["gets a stem when nothing is left", "/", "Dokument"],
    ["is no device of Windows", "con.pdf", "_con.pdf"],
    ["is composed (NFC)", "Mu\u0308ller.pdf", "Müller.pdf"],
  ])("%s", (_, given, expected) => expect(cleanFileName(given)).toBe(expected));

  test("has at most 200 characters, keeps its ending, and is cut between letters", () => {
    const name = cleanFileName(`${"k\u0304".repeat(300)}.pdf`);
    expect(name.length).toBeLessThanOrEqual(200);
    expect(name).toMatch(/k\u0304\.pdf$/);
  });
});
