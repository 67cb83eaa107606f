/** Debian's Chromium for journeys and screenshots; sign-in goes through the real provider of the demo. */
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

export const openChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: "/usr/bin/chromium",
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

export type View = { width?: number; height?: number; dark?: boolean; zoom?: number; javaScript?: boolean };

export const openView = (browser: Browser, baseURL: string, view: View = {}): Promise<BrowserContext> =>
  browser.newContext({
    baseURL,
    locale: "de-DE",
    timezoneId: "Europe/Berlin",
    viewport: { width: Math.round((view.width ?? 1280) / (view.zoom ?? 1)), height: view.height ?? 900 },
    deviceScaleFactor: view.zoom ?? 1,
    colorScheme: view.dark ? "dark" : "light",
    javaScriptEnabled: view.javaScript ?? true,
  });

/** Signs a demo account in as a person would: start page, its link, back. */
export async function signIn(context: BrowserContext, account: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto("/");
  await page.locator(`a[href^="/anmelden?konto=${account}"]`).click();
  await page.waitForSelector("main");
  return page;
}
