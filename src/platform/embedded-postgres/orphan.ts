/**
 * Ends a server that outlived its Amtsweg (killed hard) on a folder whose lock we hold. Must never signal a process
 * that is not provably PostgreSQL on this very cluster: numbers get reused.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { EmbeddedPostgresError, systemCode } from "./embedded-postgres-error.ts";

/** Fast shutdown, then immediate (recovery follows at start), then the hard way. */
const STEPS: readonly { signal: NodeJS.Signals; seconds: number }[] = [
  { signal: "SIGINT", seconds: 60 },
  { signal: "SIGQUIT", seconds: 10 },
  { signal: "SIGKILL", seconds: 5 },
];

export async function endOrphan(cluster: string, log: (line: string) => void): Promise<void> {
  const pid = postmasterOf(cluster);
  if (pid !== undefined && runsOn(pid, cluster)) {
    log(`Eine Datenbank aus einem abgebrochenen Lauf läuft noch (Prozess ${pid}) und wird geordnet beendet.`);
    await end(pid, cluster, STEPS);
  }
  // Without their postmaster these can do no more than finish a query; a new server would wait for them.
  for (const rest of processesOn(cluster)) await end(rest, cluster, STEPS.slice(1));
  rmSync(join(cluster, "postmaster.pid"), { force: true });
}

function postmasterOf(cluster: string): number | undefined {
  const file = join(cluster, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const pid = Math.abs(Number.parseInt(readFileSync(file, "utf8"), 10));
  return Number.isSafeInteger(pid) && pid > 1 ? pid : undefined;
}

/** A server works inside its cluster folder; elsewhere than on Linux its command line names the folder. */
function runsOn(pid: number, cluster: string): boolean {
  if (!existsSync("/proc/self/cwd")) return commandOf(pid).includes(cluster);
  const here = statSync(cluster);
  try {
    const there = statSync(`/proc/${pid}/cwd`);
    return there.ino === here.ino && there.dev === here.dev && nameOf(pid) === "postgres";
  } catch {
    return false;
  }
}

function nameOf(pid: number): string {
  return readFileSync(`/proc/${pid}/comm`, "utf8").trim();
}

function commandOf(pid: number): string {
  return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? "";
}

function processesOn(cluster: string): number[] {
  if (!existsSync("/proc/self/cwd")) return [];
  const pids = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  return pids.filter((pid) => runsOn(pid, cluster));
}

async function end(pid: number, cluster: string, steps: typeof STEPS): Promise<void> {
  for (const { signal, seconds } of steps) {
    send(pid, signal);
    for (let waited = 0; waited < seconds * 1000; waited += 20) {
      if (!runsOn(pid, cluster)) return;
      await pause(20);
    }
  }
  throw new EmbeddedPostgresError(
    "orphan-unstoppable",
    `Eine frühere Datenbank auf ${cluster} läuft noch (Prozess ${pid}) und lässt sich nicht beenden. Beenden Sie diesen Prozess.`,
  );
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (systemCode(error) !== "ESRCH" && systemCode(error) !== "EPERM") throw error;
  }
}
