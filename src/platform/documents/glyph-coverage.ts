/** Which characters a TrueType font can draw: reads its `cmap` table (formats 4 and 12), nothing else of the font. */

export type Coverage = (codePoint: number) => boolean;

/** Throws where the font has no Unicode `cmap`: a font that cannot be asked must not print names. */
export function readCoverage(font: Buffer): Coverage {
  const cmap = findTable(font, "cmap");
  const covered = new Set<number>();
  for (const table of unicodeSubtables(font, cmap)) {
    const format = font.readUInt16BE(table);
    if (format === 4) addFormat4(font, table, covered);
    if (format === 12) addFormat12(font, table, covered);
  }
  if (covered.size === 0) throw new Error("font without a Unicode character map");
  return (codePoint) => covered.has(codePoint);
}

function findTable(font: Buffer, tag: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const entry = 12 + 16 * index;
    if (font.toString("latin1", entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`font without table ${tag}`);
}

function unicodeSubtables(font: Buffer, cmap: number): number[] {
  const tables: number[] = [];
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index++) {
    const entry = cmap + 4 + 8 * index;
    const platform = font.readUInt16BE(entry);
    if (platform === 0 || platform === 3) tables.push(cmap + font.readUInt32BE(entry + 4));
  }
  return tables;
}

function addFormat4(font: Buffer, table: number, covered: Set<number>): void {
  const segments = font.readUInt16BE(table + 6) / 2;
  const ends = table + 14;
  const starts = ends + 2 * segments + 2;
  const deltas = starts + 2 * segments;
  const offsets = deltas + 2 * segments;
  for (let segment = 0; segment < segments; segment++) {
    const start = font.readUInt16BE(starts + 2 * segment);
    const offset = font.readUInt16BE(offsets + 2 * segment);
    for (let code = start; code <= font.readUInt16BE(ends + 2 * segment) && code < 0xffff; code++) {
      const glyph =
        offset === 0
          ? (code + font.readUInt16BE(deltas + 2 * segment)) & 0xffff
          : font.readUInt16BE(offsets + 2 * segment + offset + 2 * (code - start));
      if (glyph !== 0) covered.add(code);
    }
  }
}

function addFormat12(font: Buffer, table: number, covered: Set<number>): void {
  for (let group = 0; group < font.readUInt32BE(table + 12); group++) {
    const entry = table + 16 + 12 * group;
    const [start, end, glyph] = [0, 4, 8].map((shift) => font.readUInt32BE(entry + shift)) as [number, number, number];
    for (let code = start; code <= end; code++) if (glyph + code - start !== 0) covered.add(code);
  }
}
