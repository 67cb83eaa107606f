#!/usr/bin/env node
// The command `amtsweg`. Started by any Node from 20 on; continues in the Node that the project pins through npm,
// and builds dist/ first where a source has changed (0.2 s), so that what runs is what is on disk.
import { existsSync } from "node:fs";
import module from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { continueIn, endWithStarter } from "./starter.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const major = Number(process.versions.node.split(".")[0]);
const pinned = join(root, "node_modules", ".bin", process.platform === "win32" ? "node.cmd" : "node");

if (major < 24) {
  if (!existsSync(pinned)) {
    console.error("Amtsweg braucht Node 24. Bitte zuerst »npm ci« ausführen oder Node 24 installieren.");
    process.exit(1);
  }
  process.exitCode = await continueIn(pinned, fileURLToPath(import.meta.url), process.argv.slice(2));
} else {
  endWithStarter();
  await run();
}

async function run() {
  process.env.AMTSWEG_ROOT ??= root;
  module.enableCompileCache(join(root, "dist", "compile-cache"));
  if (existsSync(join(root, "src", "cli.ts")) && !process.env.AMTSWEG_PREBUILT) {
    const cwd = process.cwd();
    process.chdir(root);
    const { bundleProduct } = await import(pathToFileURL(join(root, "scripts", "bundle.mjs")).href);
    await bundleProduct();
    process.chdir(cwd);
  }
  await import(pathToFileURL(join(root, "dist", "src", "cli.js")).href);
}
