/**
 * Reads an uploaded table in a thread of its own, so that no page waits and a hostile file can exhaust only the memory
 * and the time given to it. Two at a time; further ones wait.
 */
import { Worker } from "node:worker_threads";
import { refused, type Result } from "../../../kernel/result.ts";
import { programFile } from "../../../platform/root.ts";
import { fileKind } from "./file-kind.ts";
import type { FileRefusal } from "./file-refusal.ts";
import { defaultLimits } from "./limits.ts";
import type { Spreadsheet } from "./read-spreadsheet.ts";

type Reading = Result<Spreadsheet, FileRefusal>;

const maxMs = 60_000;
const maxMemoryMb = 1024;
const maxAtOnce = 2;

let running = 0;
const waiting: (() => void)[] = [];

/** What can be told by the first bytes is answered at once; the rest is read in the thread. */
export async function readInThread(bytes: Uint8Array, fileName: string): Promise<Reading> {
  if (bytes.length > defaultLimits.fileBytes) return refused({ kind: "tooLarge", limitBytes: defaultLimits.fileBytes });
  const kind = fileKind(bytes);
  if (kind === "empty" || kind === "encrypted") return refused({ kind });
  if (kind !== "zip" && kind !== "text") return refused({ kind: "wrongType", found: kind });
  if (running >= maxAtOnce) await new Promise<void>((turn) => waiting.push(turn));
  running++;
  try {
    return await readOne(bytes, fileName);
  } finally {
    running--;
    waiting.shift()?.();
  }
}

function readOne(bytes: Uint8Array, fileName: string): Promise<Reading> {
  const worker = new Worker(workerFile(), {
    workerData: { bytes, fileName },
    resourceLimits: { maxOldGenerationSizeMb: maxMemoryMb },
  });
  return new Promise<Reading>((done) => {
    const giveUp = setTimeout(() => done(refused({ kind: "unpacksTooLarge" })), maxMs);
    const answer = (reading: Reading): void => {
      clearTimeout(giveUp);
      done(reading);
    };
    worker.once("message", answer);
    worker.once("error", (error) => answer(refused({ kind: isOutOfMemory(error) ? "unpacksTooLarge" : "damaged" })));
  }).finally(() => void worker.terminate());
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";

/** Beside this file in the sources; in dist/ under the same path when the program is bundled. */
const workerFile = (): URL | string =>
  import.meta.url.endsWith(".ts")
    ? new URL("./read-spreadsheet.worker.ts", import.meta.url)
    : programFile("dist", "src", "features", "case-import", "spreadsheet", "read-spreadsheet.worker.js");
