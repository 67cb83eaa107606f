/**
 * Makes a PDF from a template and plain data: tagged, fonts embedded, the same bytes for the same input and time.
 * Text of users is data for the template and never becomes part of its source.
 */
import { existsSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { programFile } from "../root.ts";
import { compile, getCompiler } from "./compiler.ts";
import { DocumentError } from "./document-error.ts";
import { loadFonts } from "./fonts.ts";
import { type Coverage, readCoverage } from "./glyph-coverage.ts";
import type { Json } from "./json.ts";
import { printableData } from "./printable-data.ts";

/** `ua-1` (PDF/UA-1) for letters and prints, `a-2a` for the archive, `a-3a` for the archive with the XML record inside. */
type PdfStandard = "ua-1" | "a-2a" | "a-3a";

export type PdfOptions = {
  standard?: PdfStandard;
  /** Put into the file as an attachment; only `a-3a` may carry one. */
  attachXml?: { name: string; xml: string };
  createdAt?: Date;
};

/** Renders `templates/<template>.typ`. Throws a DocumentError that names the character or the reason. */
export async function renderPdf(template: string, data: Json, options: PdfOptions = {}): Promise<Uint8Array> {
  const { standard = "ua-1", attachXml, createdAt = new Date() } = options;
  if (attachXml && standard !== "a-3a")
    throw new DocumentError(`Nur PDF/A-3 darf eine XML-Datei enthalten, nicht »${standard}«.`);
  const printable = printableData(data, await fontCoverage());
  const inputs: Record<string, string> = { data: JSON.stringify(printable) };
  if (attachXml) Object.assign(inputs, { attachment: attachXml.xml, "attachment-name": attachXml.name });
  const typst = await getCompiler();
  // One turn of the event loop: other requests get in, and Node frees the native memory of the letters before (1.2 MB each).
  await setImmediate();
  return compile(typst, { file: templateFile(template), inputs, standard, createdAt });
}

function templateFile(template: string): string {
  const file = programFile("templates", `${template}.typ`);
  if (!/^[a-z0-9-]+$/.test(template) || !existsSync(file))
    throw new DocumentError(`Die Vorlage »${template}« gibt es nicht.`);
  return file;
}

let coverage: Promise<Coverage> | undefined;

/** A character counts only when both cuts have it: any text may appear in bold. */
const fontCoverage = (): Promise<Coverage> =>
  (coverage ??= loadFonts().then((fonts) => {
    const cuts = fonts.map(readCoverage);
    return (codePoint) => cuts.every((covers) => covers(codePoint));
  }));
