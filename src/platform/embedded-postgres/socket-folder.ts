/**
 * The folder of the unix socket, mode 0700: whoever may enter it is let in without a password, so nobody else ever may.
 * Below the data folder, or, where that path is too long for a socket, a fresh one in the system's temporary folder.
 */
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { giveTo, barredAbove } from "./account.ts";
import { PORT } from "./address.ts";
import type { DataFolder } from "./data-folder.ts";

/** Linux takes 107 bytes, macOS 103; PostgreSQL puts its own lock file beside the socket under a longer name. */
const MAX_BYTES = 100;
const PREFIX = "amtsweg-socket-";

export type SocketFolder = { path: string; remove(): void };

export function makeSocketFolder(folder: DataFolder): SocketFolder {
  removeRecorded(folder);
  const path = fits(join(folder.path, "socket")) ? folderInside(folder) : temporaryFolder(folder);
  giveTo(folder.account, path);
  return { path, remove: () => remove(folder, path) };
}

function fits(path: string): boolean {
  return Buffer.byteLength(join(path, `.s.PGSQL.${PORT}`)) <= MAX_BYTES;
}

function folderInside(folder: DataFolder): string {
  const path = join(folder.path, "socket");
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { mode: 0o700 });
  return path;
}

function temporaryFolder(folder: DataFolder): string {
  const usual = mkdtempSync(join(tmpdir(), PREFIX));
  const suits = fits(usual) && barredAbove(folder.account, usual) === undefined;
  if (!suits) rmSync(usual, { recursive: true });
  const path = suits ? usual : mkdtempSync(join("/tmp", PREFIX));
  writeFileSync(recordIn(folder), path, { mode: 0o600 });
  return path;
}

function recordIn(folder: DataFolder): string {
  return join(folder.path, "socket-folder");
}

/** What a hard-killed process left in the temporary folder. Deletes only a folder of ours, never a link or another's. */
function removeRecorded(folder: DataFolder): void {
  if (!existsSync(recordIn(folder))) return;
  const path = readFileSync(recordIn(folder), "utf8");
  const found = lstatSync(path, { throwIfNoEntry: false });
  const owner = folder.account.uid ?? process.getuid?.();
  if (basename(path).startsWith(PREFIX) && found?.isDirectory() && found.uid === owner) remove(folder, path);
  else rmSync(recordIn(folder));
}

function remove(folder: DataFolder, path: string): void {
  rmSync(path, { recursive: true, force: true });
  rmSync(recordIn(folder), { force: true });
}
