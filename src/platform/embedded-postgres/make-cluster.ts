/**
 * Makes a new cluster: UTF-8, German ICU order, no passwords (the socket folder is the door). Built under another name
 * and renamed when complete, so that an interrupted first start never leaves half a cluster behind.
 */
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { giveTo } from "./account.ts";
import { SUPERUSER } from "./address.ts";
import type { DataFolder } from "./data-folder.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { runProgram } from "./run-program.ts";

/** macOS has no C.UTF-8. Only character classes depend on it; order and case come from ICU. */
const CHARACTER_TYPE = process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8";

const ARGUMENTS = [
  ["-U", SUPERUSER],
  ["-E", "UTF8"],
  ["--locale=C", `--lc-ctype=${CHARACTER_TYPE}`],
  ["--locale-provider=icu", "--icu-locale=de-DE"],
  ["--auth=trust", "--no-instructions"],
].flat();

export async function makeCluster(folder: DataFolder, initdb: string, durable: boolean): Promise<void> {
  for (const name of readdirSync(folder.path)) if (name.startsWith("cluster.new")) remove(join(folder.path, name));
  const fresh = join(folder.path, `cluster.new-${process.pid}`);
  mkdirSync(fresh, { mode: 0o700 });
  giveTo(folder.account, fresh);
  const made = await runProgram(initdb, ["-D", fresh, ...ARGUMENTS, ...(durable ? [] : ["--no-sync"])], folder.account);
  if (!made.succeeded) {
    remove(fresh);
    throw new EmbeddedPostgresError(
      "start-failed",
      `Die Datenbank in ${folder.path} ließ sich nicht anlegen:\n${made.output}`,
    );
  }
  renameSync(fresh, folder.cluster);
  if (durable) flush(folder.path);
}

function remove(path: string): void {
  rmSync(path, { recursive: true, force: true });
}

/** The new name must survive a power cut as the data below it does. */
function flush(folder: string): void {
  const handle = openSync(folder, "r");
  fsyncSync(handle);
  closeSync(handle);
}
