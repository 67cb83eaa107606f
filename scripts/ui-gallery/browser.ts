/** Chromium over the gallery: pictures in several sizes, a print, and axe-core. Nothing leaves the machine. */
import { readFileSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { programFile } from "../../src/platform/root.ts";
import type { GalleryPage } from "./server.ts";

type View = { name: string; width: number; height: number; scale?: number; forced?: boolean; dark?: boolean };

const views: View[] = [
  { name: "1280", width: 1280, height: 900 },
  { name: "360", width: 360, height: 780 },
  // 200 % zoom of a 1280 pixel screen
  { name: "zoom200", width: 640, height: 450, scale: 2 },
  // 400 % zoom of a 1280 pixel screen
  { name: "320", width: 320, height: 256 },
  { name: "forced-colours", width: 1280, height: 900, forced: true },
  { name: "system-dark", width: 1280, height: 900, dark: true },
];

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
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

type AxeResult = { violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[] };

export async function axe(page: Page, label: string, forced = false): Promise<string[]> {
  await page.evaluate(readFileSync(programFile("node_modules", "axe-core", "axe.min.js"), "utf8"));
  const result = await page.evaluate<AxeResult>(
    // With forced colours axe still reads the colours of the style sheet, not those on the screen.
    `axe.run({ resultTypes: ["violations"], rules: { "color-contrast": { enabled: ${!forced} } } })`,
  );
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${label}: ${id}: ${node.html.slice(0, 160)} – ${node.failureSummary?.split("\n")[1] ?? ""}`),
  );
}

const overflow = `document.documentElement.scrollWidth - document.documentElement.clientWidth`;

/** Controls smaller than 24 × 24 px; links inside running text are exempt (WCAG 2.5.8). */
const tooSmall = `[...document.querySelectorAll("button, summary, input:not([type=hidden]), select, textarea, nav a, .kern-btn, .aw-chip")]
  .filter((each) => each.checkVisibility() && !each.closest(".aw-skip, .kern-sr-only"))
  .filter((each) => { const box = each.getBoundingClientRect(); return box.height < 23.5 || box.width < 23.5; })
  .map((each) => each.outerHTML.slice(0, 100))`;

export async function lookAtPages(
  browser: Browser,
  origin: string,
  pages: readonly GalleryPage[],
  folder: string,
): Promise<string[]> {
  const found: string[] = [];
  for (const view of views) {
    const context = await browser.newContext({
      viewport: { width: view.width, height: view.height },
      deviceScaleFactor: view.scale ?? 1,
      forcedColors: view.forced ? "active" : "none",
      colorScheme: view.dark ? "dark" : "light",
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    page.on("console", (message) => message.type() === "error" && found.push(`console: ${message.text()}`));
    page.on("pageerror", (error) => found.push(`script: ${error.message}`));
    for (const { name } of pages) {
      const label = `${name}-${view.name}`;
      await page.goto(`${origin}/${name}`);
      await page.screenshot({ path: `${folder}/${label}.png`, fullPage: true });
      found.push(...(await axe(page, label, view.forced === true)));
      const wider = await page.evaluate<number>(overflow);
      if (wider > 0) found.push(`${label}: ${wider} px wider than the screen`);
      for (const control of await page.evaluate<string[]>(tooSmall)) found.push(`${label}: below 24 px: ${control}`);
      if (view.name === "1280") await page.pdf({ path: `${folder}/${name}.pdf`, preferCSSPageSize: true });
    }
    await context.close();
  }
  return found;
}
