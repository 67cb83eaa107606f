/** Reads the table of contents of a workbook archive and refuses zip bombs by what it claims, before anything is unpacked. */
import { ok, refused, type Result } from "../../../kernel/result.ts";
import type { FileRefusal } from "./file-refusal.ts";
import type { Limits } from "./limits.ts";

export type ZipPart = {
  name: string;
  isCompressed: boolean;
  checksum: number;
  packedSize: number;
  unpackedSize: number;
  headerAt: number;
};

const endSignature = 0x06054b50;
const directorySignature = 0x02014b50;
const encryptedFlag = 1;
const largest32 = 0xffff_ffff;
const zip64Extra = 1;
/** Small parts may be packed well by nature; the ratio counts from here on. */
const smallPart = 1024 * 1024;

const damaged = refused<FileRefusal>({ kind: "damaged" });
const tooLarge = refused<FileRefusal>({ kind: "unpacksTooLarge" });

/** All parts as the central directory lists them, within the limits. */
export function readZipDirectory(bytes: Uint8Array, limits: Limits): Result<ZipPart[], FileRefusal> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const endAt = findEnd(view);
  if (endAt === undefined) return damaged;
  const count = view.getUint16(endAt + 10, true);
  if (count > limits.parts) return tooLarge;

  const parts: ZipPart[] = [];
  let at = view.getUint32(endAt + 16, true);
  for (let entry = 0; entry < count; entry++) {
    const read = readEntry(view, at);
    if (!read.ok) return read;
    parts.push(read.value.part);
    at = read.value.next;
  }
  return checkParts(parts, bytes.length, limits);
}

function findEnd(view: DataView): number | undefined {
  const earliest = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= earliest; at--) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  return undefined;
}

function readEntry(view: DataView, at: number): Result<{ part: ZipPart; next: number }, FileRefusal> {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== directorySignature) return damaged;
  if (view.getUint16(at + 8, true) & encryptedFlag) return refused({ kind: "encrypted" });
  const method = view.getUint16(at + 10, true);
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  if (next > view.byteLength || (method !== 0 && method !== 8)) return damaged;

  const sizes = readSizes(view, at, { from: at + 46 + nameLength, to: at + 46 + nameLength + extraLength });
  if (!sizes) return damaged;
  const name = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength));
  const part = { name, isCompressed: method === 8, checksum: view.getUint32(at + 16, true), ...sizes };
  return ok({ part, next });
}

type Sizes = Pick<ZipPart, "packedSize" | "unpackedSize" | "headerAt">;

/** Sizes of 32 bits, or of 64 bits where the program that wrote the file used the ZIP64 field. */
function readSizes(view: DataView, at: number, extra: { from: number; to: number }): Sizes | undefined {
  const wanted = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  if (wanted.includes(largest32)) {
    const field = findExtra(view, extra);
    if (field === undefined) return undefined;
    let from = field.from;
    for (const [index, size] of wanted.entries()) {
      if (size !== largest32) continue;
      if (from + 8 > field.to) return undefined;
      wanted[index] = Number(view.getBigUint64(from, true));
      from += 8;
    }
  }
  const [unpackedSize = 0, packedSize = 0, headerAt = 0] = wanted;
  return { unpackedSize, packedSize, headerAt };
}

function findExtra(
  view: DataView,
  { from, to }: { from: number; to: number },
): { from: number; to: number } | undefined {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    const end = at + 4 + view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === zip64Extra && end <= to) return { from: at + 4, to: end };
  }
  return undefined;
}

function checkParts(parts: ZipPart[], fileSize: number, limits: Limits): Result<ZipPart[], FileRefusal> {
  const sum = (sizes: number[]): number => sizes.reduce((total, size) => total + size, 0);
  const unpacked = sum(parts.map((part) => part.unpackedSize));
  if (unpacked > limits.unpackedBytes || unpacked > fileSize * limits.packingRatio) return tooLarge;
  const isBomb = (part: ZipPart): boolean =>
    part.unpackedSize > smallPart && part.unpackedSize > part.packedSize * limits.packingRatio;
  // Parts that share packed bytes claim more than the file holds: the trick of bombs without nesting.
  if (parts.some(isBomb) || sum(parts.map((part) => part.packedSize)) > fileSize) return tooLarge;
  return new Set(parts.map((part) => part.name)).size === parts.length ? ok(parts) : damaged;
}
