/**
 * The folder that belongs to one embedded database: `cluster/` (PostgreSQL's own), `socket/`, lock, log.
 * Must never touch a folder that holds anything else, and never widen more than the right to pass through.
 */
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readdirSync, realpathSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Account, accountFor, barredAbove, mayEnter } from "./account.ts";
import { EmbeddedPostgresError, systemCode } from "./embedded-postgres-error.ts";

export type DataFolder = { path: string; cluster: string; account: Account };

export const LOCK_FILE = "amtsweg.lock";

export function clusterIn(folder: string): string {
  return join(folder, "cluster");
}

/** Makes the folder if need be and checks that it is ours, that we may write in it and the server may reach it. */
export function prepareDataFolder(dataDir: string): DataFolder {
  const path = makeFolder(resolve(dataDir));
  assertOurs(path);
  const cluster = clusterIn(path);
  const account = accountFor(cluster);
  if (!mayEnter(account, path)) chmodSync(path, statSync(path).mode | 0o011);
  const barrier = barredAbove(account, path);
  if (barrier) throw unreachable(path, barrier);
  return { path, cluster, account };
}

function makeFolder(folder: string): string {
  try {
    makeMissing(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return realpathSync(folder);
  } catch (cause) {
    throw notWritable(folder, cause);
  }
}

/**
 * Level by level: Node's recursive mkdir never returns where the system answers ENOENT below an existing folder (/proc).
 * Under root the server's account has to pass through every folder just made, whatever the umask.
 */
function makeMissing(folder: string): void {
  if (existsSync(folder)) return;
  makeMissing(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
  if (process.getuid?.() === 0) chmodSync(folder, 0o711);
}

function assertOurs(folder: string): void {
  const entries = readdirSync(folder).filter((name) => name !== "lost+found");
  if (entries.length === 0 || entries.includes(LOCK_FILE) || existsSync(clusterIn(folder))) return;
  throw new EmbeddedPostgresError(
    "folder-foreign",
    `Der Ordner ${folder} ist nicht leer und kein Datenordner von Amtsweg (gefunden: ${entries.slice(0, 3).join(", ")}). ` +
      "Geben Sie einen leeren oder noch nicht vorhandenen Ordner an.",
  );
}

export function notWritable(folder: string, cause: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    "folder-not-writable",
    `Amtsweg darf im Datenordner ${folder} nicht lesen und schreiben (${systemCode(cause)}). ` +
      "Geben Sie einen anderen Ordner an, oder starten Sie Amtsweg unter dem Konto, dem der Ordner gehört.",
    cause,
  );
}

function unreachable(folder: string, barrier: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    "folder-unreachable",
    `Amtsweg läuft als root und startet die Datenbank deshalb unter einem Konto ohne Rechte. Dieses Konto erreicht den ` +
      `Datenordner ${folder} nicht, weil ${barrier} für andere gesperrt ist. ` +
      "Geben Sie einen Ordner wie /var/lib/amtsweg an, oder starten Sie Amtsweg unter einem eigenen Konto.",
  );
}
