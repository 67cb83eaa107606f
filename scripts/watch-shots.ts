import { mkdirSync } from "node:fs";
import { openChromium, openView, signIn, type View } from "../test/harness/chromium.ts";
const url = "http://localhost:8137";
const M = "01a221ae-aaaa-7a2a-9ce6-992cda6f3132";
const only = process.argv[2];
mkdirSync("/tmp/watch-shots", { recursive: true });
const views: Record<string, View & { print?: boolean }> = {
  desktop: {},
  phone: { width: 390, height: 844 },
  dark: { dark: true },
  zoom: { zoom: 2 },
  print: { print: true },
};
const calc = "/fristen/rechner?regel=D35&tag=19.10.2026&land=DE-NW&dauer=&einheit=D";
const screens: [string | undefined, string, string][] = [
  ["witten-beispiel", "alarme", "/fristalarme"],
  ["witten-beispiel", "alarm", "first:/fristalarme"],
  ["witten-beispiel", "hinweise", "/fristalarme?ansicht=hinweise"],
  ["witten-muster", "einstellungen", "/fristalarme/einstellungen"],
  ["witten-beispiel", "fristen", "/fristen"],
  ["witten-beispiel", "monat", "/fristen?zeit=monatsblatt&tag=2026-12-01"],
  ["witten-beispiel", "woche", "/fristen?zeit=wochenblatt&tag=2026-12-21"],
  ["witten-beispiel", "pfad", `/massnahmen/${M}/kritischer-pfad`],
  ["witten-muster", "vorlauf", "/vorlaufzeiten"],
  [undefined, "rechner", "/fristen/rechner"],
  [undefined, "rechner-ergebnis", calc],
];
const browser = await openChromium();
for (const [viewName, view] of Object.entries(views))
  for (const [account, name, path] of screens) {
    if (only && !`${name}-${viewName}`.match(new RegExp(only))) continue;
    const context = await openView(browser, url, view);
    const page = account ? await signIn(context, account) : await context.newPage();
    if (view.print) await page.emulateMedia({ media: "print" });
    await page.goto(path.replace("first:", ""));
    if (path.startsWith("first:")) {
      const href = await page.locator("main table tbody a").first().getAttribute("href");
      await page.goto(href ?? "/");
    }
    if (view.print) await page.pdf({ path: `/tmp/watch-shots/${name}.pdf`, format: "A4" });
    else await page.screenshot({ path: `/tmp/watch-shots/${name}-${viewName}.png`, fullPage: true });
    await context.close();
  }
await browser.close();
