/**
 * Renders every component in its states to /tmp/gallery, tries the browser scripts, takes screenshots and runs axe-core.
 * `node scripts/run.mjs scripts/ui-gallery.tsx [--no-browser | --behaviour]`; fails when something is found.
 */
import { build } from "esbuild";
import { mkdirSync, writeFileSync } from "node:fs";
import { programFile } from "../src/platform/root.ts";
import { loadAssets, type Settings } from "../src/ui/index.ts";
import { checkBehaviour } from "./ui-gallery/behaviour.ts";
import { lookAtPages, openBrowser } from "./ui-gallery/browser.ts";
import { caseFile } from "./ui-gallery/case-file.tsx";
import { checkPage, requestForm, signIn, wrongForm } from "./ui-gallery/request-form.tsx";
import { lookAtOpened } from "./ui-gallery/opened.ts";
import { type GalleryPage, serveGallery } from "./ui-gallery/server.ts";
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
  const server = await serveGallery(pages);
  const browser = await openBrowser();
  const found = await checkBehaviour(browser, server);
  if (!process.argv.includes("--behaviour")) {
    found.push(...(await lookAtOpened(browser, server.origin, folder)));
    found.push(...(await lookAtPages(browser, server.origin, pages, folder)));
  }
  await browser.close();
  server.close();
  for (const line of found) process.stdout.write(`${line}\n`);
  process.stdout.write(`${pages.length} pages, ${found.length} findings; pictures in ${folder}\n`);
  process.exitCode = found.length === 0 ? 0 : 1;
}
