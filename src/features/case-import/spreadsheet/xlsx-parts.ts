/** Opens a workbook archive and keeps only the parts that hold values: no macros, links, pictures or connections. */
import { ok, refused, type Result } from "../../../kernel/result.ts";
import type { FileRefusal } from "./file-refusal.ts";
import type { Limits } from "./limits.ts";
import { unpackPart } from "./zip-content.ts";
import { readZipDirectory, type ZipPart } from "./zip-directory.ts";

const valueParts =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|sharedStrings|styles)\d*\.xml|xl\/_rels\/workbook\d*\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/i;

/** The parts of a workbook that the reader may see. A document type could make markup grow without end: refused. */
export async function openWorkbook(
  bytes: Uint8Array,
  limits: Limits,
): Promise<Result<Map<string, Uint8Array>, FileRefusal>> {
  const directory = readZipDirectory(bytes, limits);
  if (!directory.ok) return directory;
  const foreign = foreignContent(directory.value, bytes);
  if (foreign) return refused(foreign);

  const parts = new Map<string, Uint8Array>();
  for (const part of directory.value.filter(({ name }) => valueParts.test(name))) {
    const content = await unpackPart(bytes, part);
    if (!content.ok) return content;
    const text = Buffer.from(content.value.buffer, content.value.byteOffset, content.value.byteLength);
    if (text.includes("<!DOCTYPE") || text.includes("<!ENTITY")) return refused({ kind: "damaged" });
    parts.set(part.name, content.value);
  }
  return ok(parts);
}

function foreignContent(parts: ZipPart[], bytes: Uint8Array): FileRefusal | undefined {
  const has = (pattern: RegExp): boolean => parts.some(({ name }) => pattern.test(name));
  if (has(/vbaProject\.bin$/i) || has(/^xl\/macrosheets\//i)) return { kind: "macros" };
  if (has(/^xl\/workbook\d*\.xml$/i)) return undefined;
  if (has(/^xl\/workbook\.bin$/i)) return { kind: "wrongType", found: "xlsb" };
  if (has(/^(word|ppt)\//i)) return { kind: "wrongType", found: "word" };
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 200)).toString("latin1");
  if (start.includes("mimetypeapplication/vnd.oasis")) return { kind: "wrongType", found: "ods" };
  return has(/^\[Content_Types\]\.xml$/i) ? { kind: "damaged" } : { kind: "wrongType", found: "archive" };
}
