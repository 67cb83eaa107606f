/** What a file is, by its first bytes. The name and the browser's word about the type are never trusted. */

export type MediaType = "application/pdf" | "image/png" | "image/jpeg";

export const allowedTypes: Record<MediaType, { name: string; endings: readonly string[] }> = {
  "application/pdf": { name: "PDF", endings: ["pdf"] },
  "image/png": { name: "PNG-Bild", endings: ["png"] },
  "image/jpeg": { name: "JPEG-Bild", endings: ["jpg", "jpeg"] },
};

const starts: readonly (readonly [MediaType, RegExp])[] = [
  ["application/pdf", /^%PDF-[12]\.\d/],
  // oxlint-disable-next-line no-control-regex -- the signature holds control characters
  ["image/png", /^\x89PNG\r\n\x1a\n\0\0\0\rIHDR/],
  ["image/jpeg", /^\xff\xd8\xff/],
];

export function detectMediaType(bytes: Uint8Array): MediaType | undefined {
  const start = Buffer.from(bytes.subarray(0, 32)).toString("latin1");
  return starts.find(([, pattern]) => pattern.test(start))?.[0];
}
