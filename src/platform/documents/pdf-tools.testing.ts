/** Looks at a finished PDF with poppler and qpdf, as an official's programs do. Without them the tests fail, never skip. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type ToolOptions = { search?: string; encoding?: "utf8" | "latin1" };

/** Runs one tool on the file (argument `FILE`); a missing tool is an error that names the command to install it. */
export function runPdfTool(tool: string, args: readonly string[], pdf: Uint8Array, options: ToolOptions = {}): string {
  const { search = process.env["PATH"], encoding = "utf8" } = options;
  const folder = mkdtempSync(join(tmpdir(), "amtsweg-pdf-"));
  try {
    const file = join(folder, "document.pdf");
    writeFileSync(file, pdf);
    const full = args.map((argument) => (argument === "FILE" ? file : argument));
    const env = { ...process.env, PATH: search, LC_ALL: "C.UTF-8" };
    const run = spawnSync(tool, full, { encoding, maxBuffer: 64 << 20, env });
    if (run.error) throw new Error(`${tool} fehlt. Bitte installieren: apt-get install -y poppler-utils qpdf`);
    if (run.status !== 0) throw new Error(`${tool}: ${run.stdout}${run.stderr}`);
    return run.stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const textOf = (pdf: Uint8Array): string => runPdfTool("pdftotext", ["-enc", "UTF-8", "FILE", "-"], pdf);
/** The text in the order it was written: cell by cell, where `textOf` mixes the lines of neighbouring cells. */
export const rawTextOf = (pdf: Uint8Array): string =>
  runPdfTool("pdftotext", ["-raw", "-enc", "UTF-8", "FILE", "-"], pdf);
export const infoOf = (pdf: Uint8Array): string => runPdfTool("pdfinfo", ["FILE"], pdf);
export const structureOf = (pdf: Uint8Array): string => runPdfTool("pdfinfo", ["-struct-text", "FILE"], pdf);
export const fontsOf = (pdf: Uint8Array): string => runPdfTool("pdffonts", ["FILE"], pdf);
export const checkOf = (pdf: Uint8Array): string => runPdfTool("qpdf", ["--check", "FILE"], pdf);

/** The text without any white space: lines, columns and pages no longer matter, the order does. */
export const packed = (text: string): string => text.replaceAll(/\s/g, "");

export type Word = { page: number; text: string; xMin: number; yMin: number; xMax: number; yMax: number };

/** Every word with its place in points. */
export function wordsOf(pdf: Uint8Array): Word[] {
  const words: Word[] = [];
  let page = 0;
  for (const line of runPdfTool("pdftotext", ["-bbox", "-enc", "UTF-8", "FILE", "-"], pdf).split("\n")) {
    if (line.includes("<page ")) page++;
    const found = /xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)<\/word>/.exec(line);
    if (!found) continue;
    const [xMin, yMin, xMax, yMax] = found.slice(1, 5).map(Number) as [number, number, number, number];
    words.push({ page, text: found[5] ?? "", xMin, yMin, xMax, yMax });
  }
  return words;
}

/** Words that leave the sheet's edge strip of 10 mm, or lie on top of another word. Both mean that somebody cannot read. */
export function unreadableWords(words: readonly Word[], sheet: { width: number; height: number }): string[] {
  const edge = 28;
  const outside = words.filter(
    ({ xMin, xMax, yMin, yMax }) =>
      xMin < edge || xMax > sheet.width - edge + 0.5 || yMin < edge - 4 || yMax > sheet.height - 20,
  );
  const covered = words.filter((word, index) => words.slice(index + 1).some((other) => overlap(word, other)));
  return [...outside.map((word) => `outside: ${word.text}`), ...covered.map((word) => `covered: ${word.text}`)];
}

/** Boxes of pdftotext hold ascent and descent, so neighbouring lines touch: only a deep overlap counts. */
function overlap(a: Word, b: Word): boolean {
  if (a.page !== b.page) return false;
  const across = Math.min(a.xMax, b.xMax) - Math.max(a.xMin, b.xMin);
  const down = Math.min(a.yMax, b.yMax) - Math.max(a.yMin, b.yMin);
  return across > 1 && down > 0.6 * Math.min(a.yMax - a.yMin, b.yMax - b.yMin);
}

export const a4 = { width: 595.28, height: 841.89 };
export const a4Landscape = { width: 841.89, height: 595.28 };
