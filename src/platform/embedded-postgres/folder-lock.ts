/**
 * One Amtsweg process per data folder. The kernel holds the lock (SQLite's lock on an empty file) and drops it with the
 * process, so it can neither go stale nor be taken by two at once. `holder.json` names the holder for the message and
 * is a second barrier. The lock file must never be opened by other code of this process: closing it would drop the lock.
 */
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import { LOCK_FILE, notWritable } from "./data-folder.ts";
import { EmbeddedPostgresError, systemCode } from "./embedded-postgres-error.ts";
import { processBirth } from "./process-birth.ts";

export type FolderLock = { release(): void };
export type Holder = { pid: number; birth: string; host: string; since: string; folder: string };

const SQLITE_BUSY = 5;
/** Keeps the connections from the garbage collector, which would close them and drop the locks. */
const held = new Set<DatabaseSync>();

export async function lockFolder(folder: string): Promise<FolderLock> {
  const lock = kernelLock(folder);
  if (!lock) throw refusal(folder, await awaitHolder(folder));
  const other = livingHolder(folder);
  if (other) {
    lock.close();
    throw refusal(folder, other);
  }
  held.add(lock);
  writeHolder(folder);
  return {
    release: () => {
      if (!held.delete(lock)) return;
      rmSync(join(folder, "holder.json"), { force: true });
      lock.close();
    },
  };
}

function kernelLock(folder: string): DatabaseSync | undefined {
  const path = join(folder, LOCK_FILE);
  makeLockFile(folder, path);
  let database: DatabaseSync | undefined;
  try {
    // The waiting time lets exactly one of two simultaneous starts win; without it both could lose.
    database = new DatabaseSync(path, { timeout: 500 });
    database.exec("pragma journal_mode = memory; pragma locking_mode = exclusive; begin exclusive");
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY) return undefined;
    throw notWritable(folder, error);
  }
}

function makeLockFile(folder: string, path: string): void {
  try {
    closeSync(openSync(path, "wx", 0o600));
  } catch (error) {
    if (systemCode(error) !== "EEXIST") throw notWritable(folder, error);
  }
}

/** A copy of a folder must not be refused because the original is in use. */
function identityOf(folder: string): string {
  const { dev, ino } = statSync(folder);
  return `${dev}:${ino}`;
}

function writeHolder(folder: string): void {
  const me: Holder = {
    pid: process.pid,
    birth: processBirth(process.pid) ?? "",
    host: hostname(),
    since: new Date().toISOString(),
    folder: identityOf(folder),
  };
  const fresh = join(folder, "holder.json.new");
  writeFileSync(fresh, JSON.stringify(me), { mode: 0o600 });
  renameSync(fresh, join(folder, "holder.json"));
}

/** The living process that says it holds the folder; not yet written in the first moments of a lock. */
export function livingHolder(folder: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(join(folder, "holder.json"), "utf8")) as Holder;
    const lives = holder.birth !== "" && processBirth(holder.pid) === holder.birth;
    return lives && holder.folder === identityOf(folder) ? holder : undefined;
  } catch {
    return undefined;
  }
}

/** The winner of the lock writes its name a moment later. */
async function awaitHolder(folder: string): Promise<Holder | undefined> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const holder = livingHolder(folder);
    if (holder) return holder;
    await pause(20);
  }
  return undefined;
}

function refusal(folder: string, holder: Holder | undefined): EmbeddedPostgresError {
  const who = holder
    ? `Prozess ${holder.pid} auf ${holder.host}, seit ${new Date(holder.since).toLocaleString("de-DE", { timeZone: "Europe/Berlin" })}`
    : "ein Prozess, dessen Nummer hier nicht zu ermitteln ist";
  return new EmbeddedPostgresError(
    "already-running",
    `Der Datenordner ${folder} wird schon von einem laufenden Amtsweg benutzt (${who}). ` +
      "Beenden Sie es zuerst, oder geben Sie einen anderen Datenordner an.",
  );
}
