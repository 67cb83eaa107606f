/** `npm run screenshots -- URL [folder]`: pictures of the main screens of a running demo, to be looked at. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { openChromium, openView, signIn, type View } from "../test/harness/chromium.ts";

const [url = "http://localhost:8080", folder = "artifacts/screenshots", only] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

const views: Record<string, View> = {
  desktop: {},
  phone: { width: 360, height: 780 },
  dark: { dark: true },
  zoom: { zoom: 2 },
};

/** Account, and how to come to each screen from its start page. */
const screens: [account: string, name: string, path: string][] = [
  ["witten-beispiel", "arbeitsvorrat", "/arbeitsvorrat"],
  ["witten-beispiel", "faelle", "/faelle"],
  ["witten-beispiel", "fall", "first:/faelle"],
  ["witten-beispiel", "import", "/import"],
  ["witten-beispiel", "fristen", "/fristen"],
  ["witten-beispiel", "ersuchen", "/ersuchen"],
  ["witten-beispiel", "fristen-wochenblatt", "/fristen?zeit=wochenblatt"],
  ["witten-muster", "freigaben", "/arbeitsvorrat?art=measures"],
  ["witten-muster", "team", "/arbeitsvorrat?ansicht=team"],
  ["witten-muster", "fristalarme", "/fristalarme"],
  ["witten-muster", "ueberwachung", "/fristalarme/einstellungen"],
  ["witten-muster", "vorlaufzeiten", "/vorlaufzeiten"],
  ["bochum-wache", "polizei-eingang", "/ersuchen"],
  ["bochum-wache", "polizei-ersuchen", "first:/ersuchen"],
  ["arnsberg-mittler", "vermittlung", "first:/ersuchen"],
  ["bochum-fremd", "arbeitsvorrat-bochum", "/arbeitsvorrat"],
  ["koblenz-leitung", "arbeitsvorrat-koblenz", "/arbeitsvorrat"],
  ["koblenz-statistik", "bericht", "/berichte/nicht-vollzogen"],
  ["witten-schutz", "zugriffe", "/zugriffe"],
  ["witten-schutz", "protokoll", "/protokoll"],
];

const browser = await openChromium();
for (const [viewName, view] of Object.entries(views)) {
  for (const [account, name, path] of screens) {
    if (only && !name.includes(only)) continue;
    const context = await openView(browser, url, view);
    const page = await signIn(context, account);
    if (path.startsWith("first:")) {
      await page.goto(path.slice(6));
      await page.locator("main table tbody a").first().click();
    } else await page.goto(path);
    await page.screenshot({ path: join(folder, `${name}-${viewName}.png`), fullPage: true });
    await context.close();
  }
}
await browser.close();
