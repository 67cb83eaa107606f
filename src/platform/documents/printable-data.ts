/**
 * Looks through everything that will be printed before it is. A character that the font lacks, or that would hide or
 * reorder text, stops the sheet and is named: a name is never printed with a gap.
 */
import { DocumentError } from "./document-error.ts";
import type { Coverage } from "./glyph-coverage.ts";
import type { Json } from "./json.ts";

/** Control characters except line break and tab; marks that reorder text; line and paragraph separators; byte order mark. */
const misleading =
  // oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/u;

/** The same data with line breaks as `\n` and tabs as spaces; throws a DocumentError at the first character it refuses. */
export function printableData(data: Json, covers: Coverage, path = ""): Json {
  if (typeof data === "string") return printableText(data, covers, path);
  if (Array.isArray(data)) return data.map((item: Json, index) => printableData(item, covers, `${path}[${index + 1}]`));
  if (typeof data !== "object" || data === null) return data;
  const entries = Object.entries(data).map(([key, value]): [string, Json] => [
    key,
    printableData(value, covers, path ? `${path}.${key}` : key),
  ]);
  return Object.fromEntries(entries);
}

function printableText(text: string, covers: Coverage, path: string): string {
  const clean = text.replace(/\r\n?/g, "\n").replaceAll("\t", " ");
  for (const character of clean) {
    const code = character.codePointAt(0) ?? 0;
    if (character === "\n") continue;
    if (misleading.test(character)) throw unprintable(`Das unsichtbare Zeichen ${name(code)}`, path);
    if (!covers(code)) throw unprintable(`Das Zeichen „${character}“ (${name(code)})`, path);
  }
  return clean;
}

const name = (code: number): string => `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;

const unprintable = (what: string, path: string): DocumentError =>
  new DocumentError(
    `Das Dokument wurde nicht erstellt. ${what} im Feld „${path}“ kann nicht gedruckt werden. ` +
      "Bitte die Angabe ohne dieses Zeichen schreiben, Namen in lateinischer Umschrift (DIN 91379).",
  );
