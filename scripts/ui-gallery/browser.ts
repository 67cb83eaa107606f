/** Chromium over the gallery: pictures in several sizes, a print, and axe-core. Nothing leaves the machine. */
import { readFileSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { programFile } from "../../src/platform/root.ts";
import { assetResponse } from "../../src/ui/index.ts";

export type GalleryPage = { name: string; html: string };
type View = { name: string; width: number; height: number; scale?: number };

const views: View[] = [
  { name: "1280", width: 1280, height: 900 },
  { name: "360", width: 360, height: 780 },
  // 200 % zoom of a 1280 pixel screen
  { name: "zoom200", width: 640, height: 450, scale: 2 },
  // 400 % zoom of a 1280 pixel screen
  { name: "320", width: 320, height: 256 },
];

const origin = "http://amtsweg.test";
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'";

async function serve(page: Page, pages: readonly GalleryPage[]): Promise<void> {
  await page.route(`${origin}/**`, async (route) => {
    const path = new URL(route.request().url()).pathname;
    const asset = assetResponse(path);
    if (asset) return route.fulfill({ status: 200, headers: asset.headers, body: asset.body ?? "" });
    const found = pages.find(({ name }) => path === `/${name}`);
    if (!found) return route.fulfill({ status: 404, body: "" });
    return route.fulfill({
      contentType: "text/html; charset=utf-8",
      headers: { "content-security-policy": policy },
      body: found.html,
    });
  });
}

type AxeResult = { violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[] };

async function axe(page: Page, label: string): Promise<string[]> {
  await page.evaluate(readFileSync(programFile("node_modules", "axe-core", "axe.min.js"), "utf8"));
  const result = await page.evaluate<AxeResult>("axe.run({ resultTypes: ['violations'] })");
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${label}: ${id}: ${node.html.slice(0, 160)} – ${node.failureSummary?.split("\n")[1] ?? ""}`),
  );
}

const overflow = `document.documentElement.scrollWidth - document.documentElement.clientWidth`;

async function look(browser: Browser, view: View, pages: readonly GalleryPage[], folder: string): Promise<string[]> {
  const found: string[] = [];
  const context = await browser.newContext({
    viewport: { width: view.width, height: view.height },
    deviceScaleFactor: view.scale ?? 1,
  });
  const page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && found.push(`console: ${message.text()}`));
  await serve(page, pages);
  for (const { name } of pages) {
    await page.goto(`${origin}/${name}`);
    await page.screenshot({ path: `${folder}/${name}-${view.name}.png`, fullPage: true });
    found.push(...(await axe(page, `${name}-${view.name}`)));
    const wider = await page.evaluate<number>(overflow);
    if (wider > 0) found.push(`${name}-${view.name}: ${wider} px wider than the screen`);
    if (view.name === "1280") await page.pdf({ path: `${folder}/${name}.pdf`, preferCSSPageSize: true });
  }
  await context.close();
  return found;
}

/** Gives one line for each violation, console error and sideways scroll. */
export async function checkInBrowser(pages: readonly GalleryPage[], folder: string): Promise<string[]> {
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  const found: string[] = [];
  for (const view of views) found.push(...(await look(browser, view, pages, folder)));
  await browser.close();
  return found;
}
