/**
 * The letters' font: KERN's Noto Sans, the same as on screen, as TTF in memory.
 * It never comes from the system or from a network, so a letter looks alike on every machine.
 */
import { readFile } from "node:fs/promises";
import wawoff2 from "wawoff2";
import { programFile } from "../root.ts";

const files = ["NotoSans-Regular.woff2", "NotoSans-Bold.woff2"];
const fontFile = (file: string): string =>
  programFile("node_modules", "@kern-ux", "native", "dist", "fonts", "noto-sans", file);

let fonts: Promise<readonly Buffer[]> | undefined;

/** The two cuts (regular, bold), made once a process. */
export const loadFonts = (): Promise<readonly Buffer[]> => (fonts ??= unpack());

async function unpack(): Promise<readonly Buffer[]> {
  const cuts: Buffer[] = [];
  // One after the other, and copied: wawoff2 answers with a view on memory that its next call overwrites.
  for (const file of files) cuts.push(Buffer.from(await wawoff2.decompress(await readFile(fontFile(file)))));
  return cuts;
}
