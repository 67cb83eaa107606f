// `npm run bench [-- NAME …]`: runs bench/NAME.ts in a process of its own; each prints JSON. Without a name: all of them.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bundleForNode, workerThreads } from "./bundle.mjs";

const all = ["app", "deadlines", "stop-latency", "tours"];
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`Unknown benchmark ${unknown.join(", ")}. There are: ${all.join(", ")}.`);
  process.exit(2);
}
const names = (asked.length > 0 ? asked : all).filter((name) => existsSync(`bench/${name}.ts`));

// Not dist/: a program that starts meanwhile builds there, and a benchmark runs for minutes.
const out = join("node_modules", ".cache", `amtsweg-bench-${process.pid}`);
mkdirSync(out, { recursive: true });
try {
  await bundleForNode([...names.map((name) => `bench/${name}.ts`), ...workerThreads()], out);
  let failed = 0;
  for (const name of names) {
    const run = spawnSync(process.execPath, ["--enable-source-maps", join(out, "bench", `${name}.js`)], {
      stdio: "inherit",
    });
    if (run.status !== 0) failed++;
  }
  process.exitCode = failed > 0 ? 1 : 0;
} finally {
  rmSync(out, { recursive: true, force: true });
}
