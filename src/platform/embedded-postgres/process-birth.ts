/**
 * Tells a living process from another one that later got the same number. A number alone must never be trusted:
 * in a container the numbers repeat at every start.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** When the process began, as a text that no other process of this machine has with this number; undefined = no such process. */
export function processBirth(pid: number): string | undefined {
  return existsSync("/proc/self/stat") ? birthFromProc(pid) : birthFromPs(pid);
}

function birthFromProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // Field 2 is the name in brackets and may itself hold blanks and brackets; field 22 is the start in clock ticks.
    const [state, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (state === "Z" || state === "X") return undefined;
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}/${fields[18]}`;
  } catch {
    return undefined;
  }
}

export function birthFromPs(pid: number): string | undefined {
  const asked = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8", env: { LC_ALL: "C" } });
  return asked.status === 0 ? asked.stdout.trim() || undefined : undefined;
}
