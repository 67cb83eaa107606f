// Bundles the program into dist/: one file an entry point (process, command, worker threads, browser scripts).
// Packages stay in node_modules. Takes about 0.2 s, so every start builds what it runs.
import { build } from "esbuild";
import { globSync, rmSync } from "node:fs";

const shared = {
  bundle: true,
  format: "esm",
  sourcemap: true,
  logLevel: "warning",
  jsx: "automatic",
  jsxImportSource: "hono/jsx",
};

/** @param {string[]} entries TypeScript files to run with Node @param {string} outdir */
export const bundleForNode = (entries, outdir) =>
  build({
    ...shared,
    entryPoints: entries,
    outdir,
    outbase: ".",
    platform: "node",
    target: "node24",
    packages: "external",
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
    sourcemap: false,
  });

/** Worker threads (`*.worker.ts`) are entry points of their own. */
export const workerThreads = () => globSync("src/**/*.worker.ts");

/** Builds the whole product. */
export async function bundleProduct() {
  rmSync("dist", { recursive: true, force: true });
  await bundleForNode(["src/cli.ts", ...workerThreads()], "dist");
  if (globSync("src/ui/browser/*.ts").length > 0) await bundleForBrowser("dist/browser");
}
