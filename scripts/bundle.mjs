// Bundles the program into dist/: one file an entry point (process, command, worker threads, browser scripts).
// Packages stay in node_modules. Takes about 0.2 s, so a start builds what it runs when a source has changed.
import { build, stop } from "esbuild";
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";

const shared = {
  bundle: true,
  format: "esm",
  logLevel: "warning",
  jsx: "automatic",
  jsxImportSource: "hono/jsx",
};

/** @param {string[]} entries TypeScript files to run with Node @param {string} outdir */
export const bundleForNode = (entries, outdir, sourcemap = true) =>
  build({
    ...shared,
    sourcemap,
    entryPoints: entries,
    outdir,
    outbase: ".",
    platform: "node",
    target: "node24",
    packages: "external",
    // Hundreds of small files that every start would look up one by one; a relative path is bundled.
    alias: { kysely: "./node_modules/kysely/dist/index.js" },
    splitting: true,
    chunkNames: "chunk-[hash]",
  });

/** The custom elements of src/ui/browser, one module each, minified. */
const bundleForBrowser = (outdir) =>
  build({
    ...shared,
    entryPoints: globSync("src/ui/browser/*.ts"),
    outdir,
    platform: "browser",
    target: "es2022",
    minify: true,
  });

/** Worker threads (`*.worker.ts`) are entry points of their own. */
export const workerThreads = () => globSync("src/**/*.worker.ts");

/**
 * Builds the whole product, unless dist/ was made from exactly these sources: a command must not take the files away
 * under a server that runs.
 */
export async function bundleProduct() {
  const made = sourcesAsTheyAre();
  if (existsSync(mark) && readFileSync(mark, "utf8") === made) return;
  rmSync("dist", { recursive: true, force: true });
  const program = bundleForNode(["src/cli.ts", ...workerThreads()], "dist", false);
  await Promise.all([program, bundleForBrowser("dist/browser")]);
  await stop();
  writeFileSync(mark, made);
}

const mark = "dist/made-from";

/** One line that changes with each source, each package and this program. */
function sourcesAsTheyAre() {
  const sources = globSync(["src/**/*.{ts,tsx}", "data/*.json", "data/demo/*.json"]).toSorted();
  const files = ["package-lock.json", "scripts/bundle.mjs", ...sources];
  const hash = createHash("sha256").update(process.version);
  for (const file of files) hash.update(`${file} ${statSync(file).mtimeMs}\n`);
  return hash.digest("hex");
}
