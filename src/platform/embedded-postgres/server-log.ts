/**
 * The server's own log, `postgres.log` in the data folder: opened as a file, so that a server whose Amtsweg died can
 * still write. Set aside by size at start; nothing of it is deleted below four files.
 */
import { closeSync, constants, existsSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";

const MAX_BYTES = 10 * 1024 * 1024;
const KEPT = 3;

export type ServerLog = { handle: number; close(): void; lastLines(count: number): string };

export function openServerLog(folder: string, maxBytes = MAX_BYTES): ServerLog {
  const path = join(folder, "postgres.log");
  rotate(path, maxBytes);
  const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW;
  const handle = openSync(path, flags, 0o600);
  const begin = statSync(path).size;
  return {
    handle,
    close: () => closeSync(handle),
    lastLines: (count) =>
      readFileSync(path).subarray(begin).toString("utf8").trim().split("\n").slice(-count).join("\n"),
  };
}

function rotate(path: string, maxBytes: number): void {
  if (!existsSync(path) || statSync(path).size < maxBytes) return;
  for (let number = KEPT; number > 1; number -= 1) {
    if (existsSync(`${path}.${number - 1}`)) renameSync(`${path}.${number - 1}`, `${path}.${number}`);
  }
  renameSync(path, `${path}.1`);
}
