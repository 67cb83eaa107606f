/**
 * One running postgres process as our child: spawned, awaited until it takes connections, stopped in an orderly way.
 * It gets a session of its own, so that Ctrl-C reaches Amtsweg only and requests can finish before their database goes.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { DataFolder } from "./data-folder.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { PROGRAM_ENVIRONMENT } from "./run-program.ts";
import { openServerLog, type ServerLog } from "./server-log.ts";
import { guardChild } from "./shutdown-guard.ts";

export type Server = {
  pid: number;
  /** Resolves when the server has ended without anybody here asking for it. */
  crashed: Promise<void>;
  stop(): Promise<void>;
};

export async function startServer(folder: DataFolder, postgres: string, args: readonly string[]): Promise<Server> {
  const log = openServerLog(folder.path);
  const options = { ...folder.account, env: PROGRAM_ENVIRONMENT, cwd: folder.cluster, detached: true };
  const child = spawn(postgres, args, { ...options, stdio: ["ignore", log.handle, log.handle] });
  log.close();
  const ended = endOf(child);
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= stopChild(child, ended));
  const unguard = guardChild({ endNow: () => child.kill("SIGINT"), stop });
  void ended.then(unguard);
  await untilReady(child, folder, log);
  const crashed = new Promise<void>((done) => void ended.then(() => (stopping ? undefined : done())));
  return { pid: child.pid ?? 0, crashed, stop };
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    child.once("exit", () => done());
    child.once("error", () => done());
  });
}

function isGone(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

/** Recovery after a hard stop may take its time: we wait as long as the server lives. */
async function untilReady(child: ChildProcess, folder: DataFolder, log: ServerLog): Promise<void> {
  while (!isReady(child, folder.cluster)) {
    if (isGone(child)) {
      throw new EmbeddedPostgresError(
        "start-failed",
        `Die Datenbank in ${folder.path} ist nicht gestartet. Letzte Zeilen aus postgres.log:\n${log.lastLines(15)}`,
      );
    }
    await pause(5);
  }
}

/** The server itself writes its state into line 8 of postmaster.pid. */
function isReady(child: ChildProcess, cluster: string): boolean {
  try {
    const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
    return Number(lines[0]) === child.pid && lines[7]?.trim() === "ready";
  } catch {
    return false;
  }
}

/** Fast shutdown ends open connections and flushes; past a minute the server is cut off and recovers at the next start. */
async function stopChild(child: ChildProcess, ended: Promise<void>): Promise<void> {
  for (const [signal, seconds] of [
    ["SIGINT", 60],
    ["SIGQUIT", 10],
    ["SIGKILL", 10],
  ] as const) {
    if (isGone(child)) return;
    child.kill(signal);
    const patience = new AbortController();
    await Promise.race([ended, pause(seconds * 1000, undefined, { signal: patience.signal }).catch(() => undefined)]);
    patience.abort();
  }
}
