/** The one Typst compiler of the process. It reads nothing outside `templates/` and is never handed user text as source. */
import { createRequire } from "node:module";
import type { NodeCompiler as Compiler } from "@myriaddreamin/typst-ts-node-compiler";
import { programFile } from "../root.ts";
import { DocumentError } from "./document-error.ts";
import { loadFonts } from "./fonts.ts";

let compiler: Promise<Compiler> | undefined;

export const getCompiler = (): Promise<Compiler> => (compiler ??= start());

async function start(): Promise<Compiler> {
  const fontBlobs = [...(await loadFonts())];
  // Loaded at the first letter, not at start: the native program is 52 MB and most processes print nothing.
  const { NodeCompiler } = createRequire(import.meta.url)(
    "@myriaddreamin/typst-ts-node-compiler",
  ) as typeof import("@myriaddreamin/typst-ts-node-compiler");
  return NodeCompiler.create({ workspace: programFile("templates"), fontArgs: [{ fontBlobs }] });
}

export type Job = { file: string; inputs: Record<string, string>; standard: string; createdAt: Date };

/** Compiles without a pause, so that two letters never meet in the compiler. Warnings (a missing font) are errors. */
export function compile(typst: Compiler, job: Job): Uint8Array {
  const result = typst.compile({ mainFilePath: job.file, inputs: job.inputs });
  const trouble = result.takeDiagnostics();
  if (trouble || !result.result) throw failed(trouble ? messages(typst.fetchDiagnostics(trouble)) : "kein Ergebnis");
  try {
    return typst.pdf(result.result, {
      pdfStandard: job.standard,
      creationTimestamp: Math.floor(job.createdAt.getTime() / 1000),
    });
  } catch (error) {
    throw failed(error instanceof Error ? exportMessages(error.message) : String(error));
  } finally {
    typst.evictCache(10);
  }
}

const messages = (diagnostics: unknown[]): string =>
  diagnostics.map((entry) => String((entry as { message?: unknown }).message)).join("; ");

/** The exporter reports its refusals in Rust's debug notation; only the messages help the reader. */
function exportMessages(text: string): string {
  const found = [...text.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map((match) => match[1]?.replaceAll('\\"', '"'));
  return found.length > 0 ? [...new Set(found)].join("; ") : text;
}

const failed = (reason: string): DocumentError =>
  new DocumentError(`Das Dokument wurde nicht erstellt. Die Vorlage meldet: ${reason}`);
