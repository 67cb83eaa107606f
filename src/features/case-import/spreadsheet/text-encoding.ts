/** Turns the bytes of a text file into text, or refuses: a wrongly guessed character set would misspell people's names. */
import { ok, refused, type Result } from "../../../kernel/result.ts";
import type { FileRefusal } from "./file-refusal.ts";

export type Encoding = "UTF-8" | "UTF-16LE" | "UTF-16BE" | "Windows-1252";
export type DecodedText = { text: string; encoding: Encoding };

const labels: Record<Encoding, string> = {
  "UTF-8": "utf-8",
  "UTF-16LE": "utf-16le",
  "UTF-16BE": "utf-16be",
  "Windows-1252": "windows-1252",
};

/** Reads UTF-8 and UTF-16 with or without byte order mark, and otherwise Windows-1252. */
export function decodeText(bytes: Uint8Array): Result<DecodedText, FileRefusal> {
  const encoding = unicodeEncoding(bytes);
  const text = encoding && decode(bytes, encoding);
  if (encoding && text !== undefined) return checkText({ text, encoding });
  if (encoding?.startsWith("UTF-16")) return refused({ kind: "damaged" });
  return checkText({ text: decode(bytes, "Windows-1252") ?? "", encoding: "Windows-1252" });
}

function unicodeEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "UTF-16LE";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "UTF-16BE";
  const sample = bytes.subarray(0, 1000);
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  // German text in UTF-16 has a zero in nearly every second byte, all on the same side.
  if (odd > sample.length * 0.3 && even < odd / 10) return "UTF-16LE";
  if (even > sample.length * 0.3 && odd < even / 10) return "UTF-16BE";
  return "UTF-8";
}

function decode(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(labels[encoding], { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function checkText(decoded: DecodedText): Result<DecodedText, FileRefusal> {
  const { text, encoding } = decoded;
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u0008\u000E-\u001F]/.test(text)) return refused({ kind: "wrongType", found: "binary" });
  // Bytes that Windows-1252 leaves open arrive as C1 controls: the file is in another set, such as CP850.
  // oxlint-disable-next-line no-control-regex -- as above
  if (encoding === "Windows-1252" && /[\u0080-\u009F]/.test(text)) return refused({ kind: "unknownEncoding" });
  if (/Ã[¤¶¼Ÿ„–œ]/.test(text)) return refused({ kind: "brokenUmlauts" });
  return ok(decoded);
}
