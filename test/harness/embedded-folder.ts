/**
 * For tests of the embedded database: folders that are cleared afterwards together with every server left on them,
 * queries on a server's address, and child processes that hold a database (`hold-database.ts`) and may be killed.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { Pool } from "pg";
import { onTestFinished } from "vitest";
import { endOrphan } from "../../src/platform/embedded-postgres/orphan.ts";
import { processBirth } from "../../src/platform/embedded-postgres/process-birth.ts";

/** An empty folder for one test. */
export function emptyFolder(name = "amtsweg-launcher-"): string {
  const folder = mkdtempSync(join(tmpdir(), name));
  onTestFinished(() => clear(folder));
  return folder;
}

async function clear(folder: string): Promise<void> {
  const cluster = join(folder, "cluster");
  if (existsSync(cluster)) await endOrphan(cluster, () => undefined);
  rmSync(folder, { recursive: true, force: true });
}

export async function ask(url: string, sql: string): Promise<unknown[]> {
  const pool = new Pool({ connectionString: url, max: 1 });
  pool.on("error", () => undefined);
  try {
    return (await pool.query(sql)).rows;
  } finally {
    await pool.end();
  }
}

export type Held = {
  process: ChildProcess;
  answer: { pid?: number; url?: string; refused?: string; message?: string };
};

/** Starts a process that holds the database of this folder; resolves with what it printed. */
export async function holdDatabase(folder: string, ...words: string[]): Promise<Held> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.resolve("./hold-database.ts")), folder, ...words], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const lines = createInterface({ input: child.stdout });
  const [line] = (await Promise.race([once(lines, "line"), once(child, "exit").then(() => ["{}"])])) as [string];
  return { process: child, answer: JSON.parse(line) as Held["answer"] };
}

export async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = once(child, "exit");
  child.kill(signal);
  await gone;
}

export function isAlive(pid: number): boolean {
  return processBirth(pid) !== undefined;
}
