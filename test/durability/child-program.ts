/**
 * Programs of ours as real processes that a test may kill. They are bundled once a test run into a folder of their own,
 * never dist/: a test must not build over a program that runs.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { build } from "esbuild";
import { afterAll } from "vitest";

const root = join(import.meta.dirname, "..", "..");

/** A test that fails must leave no process and no folder behind. Here, because a hook inside a hook would not run. */
const started = new Set<ChildProcess>();
const made: string[] = [];
afterAll(() => {
  for (const child of started) child.kill("SIGKILL");
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** Bundles these sources (paths from the root); gives the folder, laid out like the sources. Removed after the tests. */
export async function bundled(...sources: string[]): Promise<string> {
  const out = join(root, "node_modules", ".cache", `amtsweg-durability-${process.pid}-${Date.now()}`);
  mkdirSync(out, { recursive: true });
  made.push(out);
  await build({
    entryPoints: sources.map((source) => join(root, source)),
    outdir: out,
    outbase: root,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node24",
    packages: "external",
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    logLevel: "warning",
  });
  return out;
}

export type Ended = { code: number | null; out: string; err: string };
export type Child = {
  process: ChildProcess;
  /** The first line of output that fits; fails when the process ends before. */
  line: (fits: RegExp) => Promise<string>;
  ended: Promise<Ended>;
  kill: (signal: NodeJS.Signals) => Promise<Ended>;
};

type Env = Record<string, string>;

/** Starts a bundled program with these settings only: nothing of the tester's environment decides the result. */
export function start(program: string, args: readonly string[], env: Env): Child {
  const child = spawn(process.execPath, [program, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "", AMTSWEG_ROOT: root, ...env },
  });
  started.add(child);
  child.once("close", () => started.delete(child));
  const lines: string[] = [];
  let err = "";
  const reader = createInterface({ input: child.stdout });
  reader.on("line", (line) => lines.push(line));
  child.stderr.on("data", (data: Buffer) => (err += data.toString()));
  const ended = once(child, "close").then(([code]): Ended => ({
    code: code as number | null,
    out: lines.join("\n"),
    err,
  }));
  const line = (fits: RegExp): Promise<string> =>
    new Promise((found, failed) => {
      const look = (): void => {
        const hit = lines.find((each) => fits.test(each));
        if (hit !== undefined) found(hit);
      };
      look();
      reader.on("line", look);
      void ended.then(({ code }) => failed(new Error(`ended with ${code}: ${lines.join("\n")}\n${err}`)));
    });
  return {
    process: child,
    line,
    ended,
    kill: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}
