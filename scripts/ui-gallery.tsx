/**
 * Renders every component in its states to /tmp/gallery, takes screenshots in Chromium and runs axe-core on each.
 * `node scripts/run.mjs scripts/ui-gallery.tsx [--no-browser]`; fails when axe finds a violation.
 */
import { build } from "esbuild";
import { mkdirSync, writeFileSync } from "node:fs";
import { programFile } from "../src/platform/root.ts";
import { loadAssets, type Settings } from "../src/ui/index.ts";
import { checkInBrowser, type GalleryPage } from "./ui-gallery/browser.ts";
import { caseFile } from "./ui-gallery/case-file.tsx";
import { checkPage, requestForm, signIn, wrongForm } from "./ui-gallery/request-form.tsx";
import { emptyQueue, workQueue } from "./ui-gallery/work-queue.tsx";

const folder = "/tmp/gallery";
const dark: Settings = { theme: "dark" };
const compact: Settings = { density: "compact" };

await build({
  entryPoints: [programFile("src", "ui", "browser", "main.ts")],
  outdir: `${folder}/browser`,
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
});
loadAssets(programFile(), `${folder}/browser`);
const pages: GalleryPage[] = [
  { name: "queue", html: String(workQueue()) },
  { name: "queue-compact", html: String(workQueue(compact)) },
  { name: "queue-dark", html: String(workQueue(dark)) },
  { name: "queue-empty", html: String(emptyQueue()) },
  { name: "case", html: String(caseFile()) },
  { name: "case-dark", html: String(caseFile(dark)) },
  { name: "form", html: String(requestForm()) },
  { name: "form-compact", html: String(requestForm(undefined, compact)) },
  { name: "form-wrong", html: String(wrongForm()) },
  { name: "form-wrong-dark", html: String(wrongForm(dark)) },
  { name: "check-page", html: String(checkPage()) },
  { name: "sign-in", html: String(signIn()) },
];

mkdirSync(folder, { recursive: true });
for (const { name, html } of pages) writeFileSync(`${folder}/${name}.html`, html);
if (!process.argv.includes("--no-browser")) {
  const violations = await checkInBrowser(pages, folder);
  for (const violation of violations) process.stdout.write(`${violation}\n`);
  process.stdout.write(`${pages.length} pages, ${violations.length} violations; pictures in ${folder}\n`);
  process.exitCode = violations.length === 0 ? 0 : 1;
}
