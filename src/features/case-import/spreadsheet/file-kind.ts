/** What a file is by its first bytes. Names and endings are claims and play no part here. */
import type { ForeignKind } from "./file-refusal.ts";

export type FileKind = "empty" | "zip" | "text" | "encrypted" | ForeignKind;

const signatures: [string, FileKind][] = [
  ["504b0304", "zip"],
  ["504b0506", "archive"],
  ["25504446", "pdf"],
  ["d0cf11e0a1b11ae1", "xls"],
  ["89504e470d0a1a0a", "image"],
  ["ffd8ff", "image"],
  ["474946383961", "image"],
  ["474946383761", "image"],
  ["49492a00", "image"],
  ["4d4d002a", "image"],
  ["7b5c727466", "rtf"],
  ["377abcaf271c", "archive"],
  ["526172211a07", "archive"],
  ["1f8b08", "archive"],
  ["7f454c46", "program"],
];

const textStarts: [RegExp, FileKind][] = [
  [/^\s*<!doctype html|^\s*<(html|head|body|table|meta)\b/i, "html"],
  [/^\s*<\?xml|^\s*<[a-z:]+[\s>]/i, "xml"],
];

/** The kind of the file; everything that is not known as something else counts as text. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return "empty";
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024));
  const hex = start.subarray(0, 8).toString("hex");
  const found = signatures.find(([signature]) => hex.startsWith(signature))?.[1];
  if (found) return found === "xls" && holdsEncryptedPackage(bytes) ? "encrypted" : found;
  if (/^RIFF....WEBP/s.test(start.toString("latin1"))) return "image";
  if (start.subarray(0, 2).toString("latin1") === "MZ" && start.includes(0)) return "program";
  const text = textStart(start);
  return textStarts.find(([pattern]) => pattern.test(text))?.[1] ?? "text";
}

/** Excel wraps a workbook with password into the container of the old formats, under this name. */
function holdsEncryptedPackage(bytes: Uint8Array): boolean {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return all.includes(Buffer.from("EncryptedPackage", "utf16le"));
}

/** Good enough to see markup: zero bytes of UTF-16 and byte order marks are dropped. */
const textStart = (start: Buffer): string =>
  start
    .toString("latin1")
    .replaceAll("\0", "")
    .replace(/^(\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)/, "");
