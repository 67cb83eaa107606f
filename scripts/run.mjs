// Runs one TypeScript (or TSX) script: `node scripts/run.mjs scripts/generate.ts --check`.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { bundleForNode, workerThreads } from "./bundle.mjs";

const [script, ...rest] = process.argv.slice(2);
if (!script) throw new Error("usage: node scripts/run.mjs FILE.ts [arguments]");
await bundleForNode([script, ...workerThreads()], "dist");
const file = resolve("dist", script.replace(/\.tsx?$/, ".js"));
process.argv = [process.argv[0], file, ...rest];
await import(pathToFileURL(file).href);
