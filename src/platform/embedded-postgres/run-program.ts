/** Runs a program of the package to its end under the server's account and returns what it said. */
import { spawn } from "node:child_process";
import type { Account } from "./account.ts";
import { guardChild } from "./shutdown-guard.ts";

export type ProgramResult = { succeeded: boolean; output: string };

/** Nothing of the caller's environment: a stray PGDATA, PGPORT or LD_LIBRARY_PATH must not reach the server. */
export const PROGRAM_ENVIRONMENT = { PATH: "/usr/local/bin:/usr/bin:/bin", LANG: "C" };

export function runProgram(file: string, args: readonly string[], account: Account): Promise<ProgramResult> {
  return new Promise((done) => {
    let output = "";
    const child = spawn(file, args, {
      ...account,
      env: PROGRAM_ENVIRONMENT,
      cwd: "/",
      stdio: ["ignore", "pipe", "pipe"],
    });
    const unguard = guardChild({ endNow: () => child.kill("SIGTERM"), stop: async () => void child.kill("SIGTERM") });
    const finish = (succeeded: boolean): void => {
      unguard();
      done({ succeeded, output: output.trim() });
    };
    child.stdout.on("data", (chunk) => (output += String(chunk)));
    child.stderr.on("data", (chunk) => (output += String(chunk)));
    child.once("error", (error) => {
      output += error.message;
      finish(false);
    });
    child.once("close", (code) => finish(code === 0));
  });
}
