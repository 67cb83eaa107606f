/**
 * Unpacks parts of an archive and packs parts anew. The reader of workbooks only ever sees an archive that was packed
 * here, so a file cannot show one content to the checks and another one to the reader.
 */
import { promisify } from "node:util";
import { crc32, inflateRaw } from "node:zlib";
import { ok, refused, type Result } from "../../../kernel/result.ts";
import type { FileRefusal } from "./file-refusal.ts";
import type { ZipPart } from "./zip-directory.ts";

const inflate = promisify(inflateRaw);
const headerSignature = 0x04034b50;
const damaged = refused<FileRefusal>({ kind: "damaged" });

/** The content of one part; never more bytes than the directory announced. */
export async function unpackPart(bytes: Uint8Array, part: ZipPart): Promise<Result<Uint8Array, FileRefusal>> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = part.headerAt;
  if (at + 30 > bytes.length || view.getUint32(at, true) !== headerSignature) return damaged;
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const packed = bytes.subarray(from, from + part.packedSize);
  if (packed.length !== part.packedSize) return damaged;

  const content = part.isCompressed ? await inflateAtMost(packed, part.unpackedSize) : ok(packed);
  if (!content.ok) return content;
  const isWhole = content.value.length === part.unpackedSize && crc32(content.value) === part.checksum;
  return isWhole ? content : damaged;
}

async function inflateAtMost(packed: Uint8Array, most: number): Promise<Result<Uint8Array, FileRefusal>> {
  try {
    return ok(await inflate(packed, { maxOutputLength: Math.max(1, most) }));
  } catch (error) {
    const isOverflow = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    return isOverflow ? refused({ kind: "unpacksTooLarge" }) : damaged;
  }
}

/** An archive of these parts, stored without compression. */
export function packStored(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of parts) {
    const nameBytes = Buffer.from(name);
    const fields = entryFields(nameBytes.length, content);
    const local = Buffer.concat([signed(headerSignature), fields, nameBytes]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([signed(0x02014b50), Buffer.from([20, 0]), fields, rest, nameBytes]));
    chunks.push(local, Buffer.from(content.buffer, content.byteOffset, content.byteLength));
    at += local.length + content.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.size, 4);
  end.writeUInt16LE(parts.size, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...chunks, entries, signed(0x06054b50), end]);
}

function signed(signature: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
}

/** The 26 bytes that the header of a part and its entry in the directory have in common. */
function entryFields(nameLength: number, content: Uint8Array): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(0x0800, 2);
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(content.length, 14);
  fields.writeUInt32LE(content.length, 18);
  fields.writeUInt16LE(nameLength, 22);
  return fields;
}
