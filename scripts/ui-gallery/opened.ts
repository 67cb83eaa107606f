/** What only appears on request (menus, lists, dialogs, messages): picture and axe-core of each, open. */
import type { Browser, Page } from "playwright-core";
import { axe } from "./browser.ts";

type Opened = { name: string; page: string; width: number; open: (page: Page) => Promise<void> };

const opened: Opened[] = [
  { name: "help", page: "queue", width: 1280, open: (page) => page.keyboard.press("F1") },
  { name: "officer-menu", page: "queue", width: 1280, open: (page) => page.locator(".aw-officer summary").click() },
  { name: "phone-menu", page: "queue", width: 360, open: (page) => page.locator(".aw-menu-button").click() },
  {
    name: "combobox",
    page: "form",
    width: 1280,
    open: async (page) => {
      await page.locator("#place").fill("Lün");
      await page.locator("[role=option]").first().waitFor();
      await page.locator("#place").press("ArrowDown");
    },
  },
  {
    name: "preview",
    page: "queue",
    width: 1280,
    open: async (page) => {
      await page.locator("tr.aw-row a").first().focus();
      await page.keyboard.press("x");
      await page.keyboard.press("Space");
    },
  },
  {
    name: "upload",
    page: "form",
    width: 1280,
    open: (page) =>
      page.locator("#file").setInputFiles({ name: "bild.png", mimeType: "image/png", buffer: Buffer.alloc(10) }),
  },
];

export async function lookAtOpened(browser: Browser, origin: string, folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const { name, page: path, width, open } of opened) {
    const context = await browser.newContext({ viewport: { width, height: 800 }, reducedMotion: "reduce" });
    const page = await context.newPage();
    await page.goto(`${origin}/${path}`);
    await open(page);
    await page.screenshot({ path: `${folder}/opened-${name}.png` });
    found.push(...(await axe(page, `opened-${name}`)));
    await context.close();
  }
  return found;
}
