/** Every template, with invented data, with hostile text in each field, and with far too much of everything. */
import { describe, expect, test } from "vitest";
import { renderCaseSheet } from "./case-sheet.ts";
import { renderEnforcementAssistance } from "./enforcement-assistance-letter.ts";
import { renderInternalOrder } from "./internal-order.ts";
import type { Json } from "./json.ts";
import { a4, checkOf, packed, rawTextOf, structureOf, textOf, unreadableWords, wordsOf } from "./pdf-tools.testing.ts";
import { renderReportTable } from "./report-table.ts";
import { sampleAssistance } from "./sample-assistance.testing.ts";
import { sampleCaseSheet, sampleOrder, sampleReport, sampleStop } from "./samples.testing.ts";
import { renderStopConfirmation } from "./stop-confirmation.ts";

const templates = [
  { name: "enforcement assistance", sample: sampleAssistance, render: renderEnforcementAssistance as Render },
  { name: "stop confirmation", sample: sampleStop, render: renderStopConfirmation as Render },
  { name: "case sheet", sample: sampleCaseSheet, render: renderCaseSheet as Render },
  { name: "internal order", sample: sampleOrder, render: renderInternalOrder as Render },
  { name: "report", sample: sampleReport, render: renderReportTable as Render },
];
type Render = (data: Json) => Promise<Uint8Array>;

/** Strings that choose a form and are no text of anybody. */
const forms = new Set(["align", "status", "mode"]);

/** The same document with another text in every field. */
function withTexts(data: Json, text: (old: string) => string, key = ""): Json {
  if (typeof data === "string") return forms.has(key) ? data : text(data);
  if (Array.isArray(data)) return data.map((item: Json) => withTexts(item, text, key));
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, withTexts(value as Json, text, name)]));
}

/** Shown only where something else is missing, or (version of a norm) never. */
const unshown = new Set(["empty", "noCourtOrder", "version"]);

/** Texts of the document in a flat list. */
function textsOf(data: Json, key = ""): string[] {
  if (typeof data === "string") return forms.has(key) || unshown.has(key) ? [] : [data];
  if (Array.isArray(data)) return data.flatMap((item: Json) => textsOf(item, key));
  if (typeof data !== "object" || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) => textsOf(value as Json, name));
}

describe.each(templates)("the template for $name", ({ sample, render }) => {
  test("shows everything it is given, with nothing cut off or covered", async () => {
    const pdf = await render(sample);
    // Without hyphens, because a word of prose may be divided at the end of a line.
    const text = packed(rawTextOf(pdf)).replaceAll(/[-\u00AD]/g, "");
    expect(textsOf(sample).filter((one) => !text.includes(packed(one).replaceAll("-", "")))).toEqual([]);
    expect(unreadableWords(wordsOf(pdf), a4)).toEqual([]);
    expect(checkOf(pdf)).toContain("No syntax or stream encoding errors found");
  });

  test("has headings and header cells", async () => {
    const structure = structureOf(await render(sample));
    expect(structure.match(/^\s+H1 /gm)).toHaveLength(1);
    expect(structure).toMatch(/THead\s+TR\s+TH/);
  });

  test("prints markup of its language literally in every field", async () => {
    const hostile = '#import "x" $y$ *z* \\ "q"';
    const pdf = await render(withTexts(sample, () => hostile));
    const found = packed(textOf(pdf)).split(packed(hostile)).length - 1;
    expect(found).toBeGreaterThan(10);
    expect(unreadableWords(wordsOf(pdf), a4)).toEqual([]);
  });

  test("breaks long words in every field instead of letting them run out of the sheet", async () => {
    const pdf = await render(withTexts(sample, (old) => `${old} ${"W".repeat(90)}`));
    expect(unreadableWords(wordsOf(pdf), a4)).toEqual([]);
  });
});
