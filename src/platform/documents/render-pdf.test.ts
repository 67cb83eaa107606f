/** Letters are checked with the programs of poppler and qpdf: apt-get install -y poppler-utils qpdf */
import { describe, expect, test } from "vitest";
import { DocumentError } from "./document-error.ts";
import { emptySection } from "./document-section.ts";
import { normCharacters, normLetters as letters } from "./norm-characters.testing.ts";
import { checkOf, fontsOf, infoOf, packed, runPdfTool, structureOf, textOf, wordsOf } from "./pdf-tools.testing.ts";
import { type PlainLetter, renderPlainLetter } from "./plain-letter.ts";
import { renderPdf } from "./render-pdf.ts";
import { sampleFrame } from "./sample-frame.testing.ts";

const letter: PlainLetter = { ...sampleFrame, paragraphs: ["guten Tag."], sections: [], enclosures: [] };

describe("the letters of DIN 91379", () => {
  test("all 649 are in the file", () => expect(new Set(letters).size).toBe(649));

  const oneCharacter = letters.filter((one) => [...one.normalize("NFC")].length === 1);
  const sequences = letters.filter((one) => !oneCharacter.includes(one));

  test("each of them is printed, in text, in bold and in the subject", async () => {
    const pdf = await renderPlainLetter({
      ...letter,
      subject: `Alphabet ${letters.join(" ")}`,
      paragraphs: [letters.join(" ")],
      sections: [{ ...emptySection(letters.join(" ")), list: letters.map((one) => `x${one}x`) }],
    });
    const text = textOf(pdf).normalize("NFC");
    expect(oneCharacter.filter((one) => !text.includes(`x${one.normalize("NFC")}x`))).toEqual([]);
    expect(sequences.filter((one) => !text.includes(one.normalize("NFC")))).toEqual([]);
    expect(oneCharacter.filter((one) => text.split(one.normalize("NFC")).length < 5)).toEqual([]);
  });

  /** Typst lifts a mark as a text run of its own and repeats the letter in the copied text: see ADR 0007. */
  test("a letter of several code points is drawn once, whatever the copied text says", async () => {
    const pdf = await renderPlainLetter({ ...letter, paragraphs: ["xf\u0304x"] });
    expect(textOf(pdf)).toMatch(/x(f\u0304){1,2}x/);
    expect(wordsOf(pdf).filter(({ text }) => text.startsWith("xf"))).toHaveLength(1);
  });

  test("the other printable characters of the norm are printed too, but for three signs the font lacks", async () => {
    const others = normCharacters
      .filter(({ gruppe }) => !["bll", "bnlnot", "dc"].includes(gruppe))
      .map(({ zeichen }) => zeichen.trim())
      .filter((one) => one !== "");
    const printed = others.filter((one) => !["∞", "≤", "≥"].includes(one));
    expect(others.length - printed.length).toBe(3);
    const pdf = await renderPlainLetter({ ...letter, sections: [{ ...emptySection("Zeichen"), list: printed }] });
    const text = textOf(pdf).normalize("NFC");
    expect(printed.filter((one) => !text.includes(one.normalize("NFC")))).toEqual([]);
    await expect(renderPlainLetter({ ...letter, paragraphs: ["≤"] })).rejects.toThrow("„≤“ (U+2264)");
  });
});

describe("the file", () => {
  test("is tagged, has a title, and passes qpdf", async () => {
    const pdf = await renderPlainLetter(letter);
    expect(infoOf(pdf)).toMatch(/^Tagged:\s+yes$/m);
    expect(infoOf(pdf)).toContain(`Title:           ${letter.subject}`);
    expect(checkOf(pdf)).toContain("No syntax or stream encoding errors found");
    expect(runPdfTool("qpdf", ["--json", "FILE"], pdf)).toMatch(/"\/Lang": "u:de(-DE)?"/);
    expect(Buffer.from(pdf).toString("latin1")).toContain("pdfuaid:part");
  });

  test("embeds its fonts, and only the two cuts of Noto Sans", async () => {
    const rows = fontsOf(await renderPlainLetter(letter))
      .trim()
      .split("\n")
      .slice(2);
    expect(rows.map((row) => row.replace(/^\w+\+(\S+).*?(yes|no) (yes|no) (yes|no).*$/, "$1 $2")).sort()).toEqual([
      "NotoSans-Bold yes",
      "NotoSans-Regular yes",
    ]);
  });

  test("has one heading of the first level, sections below it, and label-value pairs as a list", async () => {
    const section = { ...emptySection("Fristen"), facts: [{ label: "Beginn", value: "heute" }] };
    const structure = structureOf(await renderPlainLetter({ ...letter, sections: [section] }));
    expect(structure.match(/^\s+H1 /gm)).toHaveLength(1);
    expect(structure).toContain('H2 "Fristen"');
    expect(structure).toMatch(/Lbl \(block\)\s+Span \(inline\)\s+"Beginn"\s+LBody \(block\)\s+"heute"/);
  });

  test("shows file number, page number and marks on every page", async () => {
    const pdf = await renderPlainLetter({ ...letter, paragraphs: ["Absatz.\n\n".repeat(150)] });
    const pages = textOf(pdf).split("\f").slice(0, -1);
    expect(pages.length).toBeGreaterThan(3);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`Seite ${index + 1} von ${pages.length}`);
      expect(page).toContain("Aktenzeichen 32.1-2026/0398-Mu");
      expect(page).toContain("Geheim: § 97a AufenthG");
      expect(page).toContain("TESTBETRIEB – erfundene Daten");
    }
  });

  test("carries no mark that is not set", async () => {
    const text = textOf(await renderPlainLetter({ ...letter, isSecret: false, isTestData: false }));
    expect(text).not.toMatch(/Geheim|TESTBETRIEB/);
  });

  test("is the same, byte for byte, for the same data and time", async () => {
    const createdAt = new Date("2026-11-20T13:31:00Z");
    const first = await renderPlainLetter(letter, { createdAt });
    const second = await renderPlainLetter(letter, { createdAt });
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
  });

  test.each(["ua-1", "a-2a", "a-3a"] as const)("can be made as %s", async (standard) => {
    const pdf = await renderPlainLetter(letter, { standard });
    expect(checkOf(pdf)).toContain("No syntax");
    const part = { "ua-1": "pdfuaid:part>1", "a-2a": "pdfaid:part>2", "a-3a": "pdfaid:part>3" }[standard];
    expect(Buffer.from(pdf).toString("latin1")).toContain(part);
  });

  test("carries the XML record as a-3a, and as nothing else", async () => {
    const attachXml = { name: "ersuchen.xml", xml: "<ersuchen>Țvetana &amp; Muster</ersuchen>" };
    const pdf = await renderPlainLetter(letter, { standard: "a-3a", attachXml });
    expect(runPdfTool("qpdf", ["--list-attachments", "FILE"], pdf)).toContain("ersuchen.xml");
    expect(runPdfTool("qpdf", ["--show-attachment=ersuchen.xml", "FILE"], pdf)).toBe(attachXml.xml);
    await expect(renderPlainLetter(letter, { attachXml })).rejects.toThrow("Nur PDF/A-3");
  });
});

describe("text of users", () => {
  test.each([
    ["an import", '#import "/etc/passwd": *'],
    ["code", '#{ panic() } #sys.inputs #read("letter.typ")'],
    ["formulas", "$x^2$ und $ alles $"],
    ["emphasis", "*fett* _kursiv_ `roh` ~ --- ..."],
    ["backslashes and quotes", "\\ \\n \\u{41} \"doppelt\" 'einfach'"],
    ["comments, labels, references", "// weg /* weg */ <label> @verweis"],
    ["markup at the start of a line", "= Titel\n- Punkt\n+ Nummer\n/ Wort: Wert"],
    ["HTML", "<script>alert(1)</script> &amp;"],
  ])("is printed literally: %s", async (_, text) => {
    const pdf = await renderPlainLetter({
      ...letter,
      subject: text.replaceAll("\n", " "),
      paragraphs: [text],
      sections: [
        { ...emptySection(text.replaceAll("\n", " ")), facts: [{ label: "Wert", value: text }], list: [text] },
      ],
    });
    expect(packed(textOf(pdf)).split(packed(text)).length - 1).toBe(5);
  });

  test.each([
    ["Chinese", "Name 中", /„中“ \(U\+4E2D\) im Feld „paragraphs\[2\]“/],
    ["Arabic", "ﻢ", /U\+FEE2/],
    ["an emoji", "😀", /„😀“ \(U\+1F600\)/],
    ["NUL", "a\u0000b", /unsichtbare Zeichen U\+0000/],
    ["reversed order of reading", "Muster\u202Egpj", /unsichtbare Zeichen U\+202E/],
    ["a byte order mark", "\uFEFFMuster", /unsichtbare Zeichen U\+FEFF/],
  ])("with a character that cannot be printed stops the letter and names it: %s", async (_, text, message) => {
    const attempt = renderPlainLetter({ ...letter, paragraphs: ["gut", text] });
    await expect(attempt).rejects.toThrow(DocumentError);
    await expect(attempt).rejects.toThrow(message);
  });

  test("keeps its line breaks, whatever system they come from", async () => {
    const text = textOf(await renderPlainLetter({ ...letter, paragraphs: ["eins\r\nzwei\rdrei\nvier\tfünf"] }));
    expect(text).toContain("eins\nzwei\ndrei\nvier fünf");
  });
});

describe("rendering", () => {
  test("keeps letters apart that are made at the same time", async () => {
    const numbers = Array.from({ length: 25 }, (_, index) => `Nr. ${index}x`);
    const pdfs = await Promise.all(numbers.map((number) => renderPlainLetter({ ...letter, paragraphs: [number] })));
    const found = pdfs.map((pdf) => /Nr\. \d+x/.exec(textOf(pdf))?.[0]);
    expect(found).toEqual(numbers);
  });

  test("gives the memory of each letter back (1.2 MB each, were they kept)", async () => {
    const paragraphs = ["Ein Satz zum Sachverhalt. ".repeat(20)];
    await renderPlainLetter(letter);
    const before = process.memoryUsage().rss;
    for (let index = 0; index < 250; index++)
      await renderPlainLetter({ ...letter, subject: `Nr. ${index}`, paragraphs });
    expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(150);
  });

  test.each(["nope", "../package", "parts/page", "letter.typ"])("knows no template „%s“", async (template) => {
    await expect(renderPdf(template, {})).rejects.toThrow(`Die Vorlage »${template}« gibt es nicht.`);
  });

  test("says what the template misses", async () => {
    await expect(renderPdf("letter", { title: "x" })).rejects.toThrow(/Die Vorlage meldet: .*does not contain key/);
  });

  test("fails with the command to install when a tool of the check is missing", () => {
    expect(() => runPdfTool("pdftotext", [], new Uint8Array(), { search: "/nonexistent" })).toThrow(
      "apt-get install -y poppler-utils qpdf",
    );
  });
});
