/** What the browser scripts promise, tried in Chromium. Gives one line for each broken promise. */
import type { Browser, Page } from "playwright-core";
import type { GalleryServer } from "./server.ts";

type Check = { what: string; run: (page: Page, server: GalleryServer) => Promise<boolean> };

const focusedText = (page: Page): Promise<string> => page.evaluate(`document.activeElement.textContent.trim()`);

const checks: Check[] = [
  {
    what: "j and k move through the rows, x ticks, space opens the preview",
    run: async (page, { origin }) => {
      await page.goto(`${origin}/queue`);
      await page.locator("tr.aw-row a").first().focus();
      await page.keyboard.press("j");
      const second = (await focusedText(page)).startsWith("noch 3 Std.");
      await page.keyboard.press("x");
      await page.keyboard.press("Space");
      const previews = await page.locator("tr.aw-preview:visible").count();
      return second && previews === 1 && (await page.locator(".aw-selected").textContent()) === "1 ausgewählt";
    },
  },
  {
    what: "a single key does nothing outside of a list",
    run: async (page, { origin }) => {
      await page.goto(`${origin}/queue`);
      await page.keyboard.press("2");
      await page.keyboard.press("?");
      return page.url() === `${origin}/queue` && (await page.locator("dialog").count()) === 0;
    },
  },
  {
    what: "F1 opens the help, Escape closes it; Strg+K goes to the search",
    run: async (page, { origin }) => {
      await page.goto(`${origin}/queue`);
      await page.keyboard.press("F1");
      const opened = await page.locator("dialog[open] dt").count();
      await page.keyboard.press("Escape");
      await page.keyboard.press("Control+k");
      await page.locator("dialog").waitFor({ state: "detached" });
      const onSearch = await page.evaluate(`document.activeElement.id === "suche"`);
      return opened > 8 && onSearch === true;
    },
  },
  {
    what: "the combobox finds, chooses by key and forgets the key when the words change",
    run: async (page, { origin }) => {
      await page.goto(`${origin}/form`);
      const field = page.locator("#place");
      await field.fill("Lün");
      await page.locator("[role=option]").first().waitFor();
      await field.press("ArrowDown");
      await field.press("ArrowDown");
      await field.press("Enter");
      const chosen = await page.locator("[name=place]").inputValue();
      const text = await field.inputValue();
      await field.fill("Lünen-Süd");
      return chosen === "05978020" && text === "Lünern" && (await page.locator("[name=place]").inputValue()) === "";
    },
  },
  {
    what: "a file that is too big is refused before it is sent",
    run: async (page, { origin }) => {
      await page.goto(`${origin}/form`);
      const file = { name: "beschluss.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(10_000_001) };
      await page.locator("#file").setInputFiles(file);
      const text = (await page.locator(".aw-upload__message").textContent()) ?? "";
      return text.includes("10 MB") && (await page.locator("#file").inputValue()) === "";
    },
  },
  {
    what: "a change swaps the region and keeps the focus",
    run: async (page, server) => {
      await page.goto(`${server.origin}/case`);
      await page.locator("[data-connection-state]:has-text('verbunden')").waitFor();
      await page.locator("a", { hasText: "Kindeswohl" }).focus();
      const html = await (await page.request.get(`${server.origin}/case`)).text();
      server.change("case", html.replace("seit 14.10.2026", "seit 15.10.2026"));
      server.send("change", "case:1");
      await page.getByText("seit 15.10.2026").waitFor();
      server.change("case", html);
      return (await focusedText(page)) === "Kindeswohl";
    },
  },
  {
    what: "a change never throws away what was typed",
    run: async (page, server) => {
      await page.goto(`${server.origin}/form`);
      await page.locator("[data-connection-state]:has-text('verbunden')").waitFor();
      await page.locator("#source").fill("Neue Quelle");
      const html = await (await page.request.get(`${server.origin}/form`)).text();
      server.change("form", html.replace("Eigene Erkenntnisse", "Andere Erkenntnisse"));
      server.send("change", "*");
      await page.getByRole("button", { name: "Neue Angaben anzeigen" }).waitFor();
      const kept = (await page.locator("#source").inputValue()) === "Neue Quelle";
      await page.getByRole("button", { name: "Neue Angaben anzeigen" }).click();
      await page.getByText("Andere Erkenntnisse").waitFor();
      server.change("form", html);
      return kept;
    },
  },
  {
    what: "a stop signal appears at once as an alert",
    run: async (page, server) => {
      await page.goto(`${server.origin}/form`);
      await page.locator("[data-connection-state]:has-text('verbunden')").waitFor();
      const html = await (await page.request.get(`${server.origin}/form`)).text();
      const stopped = await (await page.request.get(`${server.origin}/queue`)).text();
      const section = /<section class="aw-stops"[^>]*>.*?<\/section>/s;
      server.change("form", html.replace(section, section.exec(stopped)?.[0] ?? ""));
      const sent = Date.now();
      server.send("stop", "stops:1");
      await page.locator(".aw-stop[role=alert]").waitFor();
      const took = Date.now() - sent;
      server.change("form", html);
      process.stdout.write(`stop signal on the screen after ${took} ms\n`);
      return took < 2_000;
    },
  },
  {
    what: "a lost line is told with its time, and comes back by itself",
    run: async (page, server) => {
      await page.goto(`${server.origin}/queue`);
      await page.locator("[data-connection-state]:has-text('verbunden')").waitFor();
      server.cut();
      await page.getByText("Die Angaben können überholt sein.").waitFor();
      await page.locator("[data-connection-state]:has-text('verbunden')").waitFor({ timeout: 15_000 });
      return (await page.getByText("Die Angaben können überholt sein.").count()) === 0;
    },
  },
  {
    what: "Strg+Enter sends on the check page and nowhere else",
    run: async (page, { origin }) => {
      let sent = 0;
      page.on("request", (request) => (sent += request.method() === "POST" ? 1 : 0));
      await page.goto(`${origin}/form`);
      await page.locator("#source").press("Control+Enter");
      await page.waitForTimeout(200);
      const before = sent;
      await page.goto(`${origin}/check-page`);
      await page.locator("#checked").press("Control+Enter");
      await page.waitForTimeout(200);
      return before === 0 && sent === 1;
    },
  },
  {
    what: "unsaved input is not lost without a question",
    run: async (page, { origin }) => {
      const asked: string[] = [];
      page.on("dialog", (dialog) => asked.push(dialog.type()));
      await page.goto(`${origin}/form`);
      await page.goto(`${origin}/queue`);
      await page.goto(`${origin}/form`);
      await page.locator("#source").fill("Neue Quelle");
      await page.goto(`${origin}/queue`);
      return asked.join() === "beforeunload";
    },
  },
  {
    what: "the end of the session is told five minutes before",
    run: async (page, server) => {
      const html = await (await page.request.get(`${server.origin}/queue`)).text();
      const ends = new Date(Date.now() + 4 * 60_000 - 5_000).toISOString();
      server.change("queue", html.replace("<html ", `<html data-session-ends="${ends}" `));
      await page.goto(`${server.origin}/queue`);
      await page.getByText("Ihre Sitzung endet in 4 Min.").waitFor();
      server.change("queue", html);
      return (await page.getByRole("button", { name: "Angemeldet bleiben" }).count()) === 1;
    },
  },
  {
    what: "the focus is never hidden under the header, also backwards",
    run: async (page, { origin }) => {
      await page.goto(`${origin}/form-wrong`);
      await page.evaluate(`document.querySelector("footer a").focus()`);
      const hidden = `(() => { const at = document.activeElement.getBoundingClientRect();
        const header = document.querySelector(".aw-header");
        return !header.contains(document.activeElement) && at.top < header.getBoundingClientRect().bottom - 1; })()`;
      for (let step = 0; step < 24; step++) {
        await page.keyboard.press("Shift+Tab");
        await page.waitForTimeout(30);
        if (await page.evaluate<boolean>(hidden)) return false;
      }
      return true;
    },
  },
  {
    what: "the menu of a phone opens without script",
    run: async (page, { origin }) => {
      await page.setViewportSize({ width: 360, height: 700 });
      await page.route("**/main.js", (route) => route.abort());
      await page.goto(`${origin}/queue`);
      const hidden = await page.locator("#navigation").isHidden();
      await page.locator(".aw-menu-button").click();
      return hidden && (await page.locator("#navigation").isVisible());
    },
  },
];

export async function checkBehaviour(browser: Browser, server: GalleryServer): Promise<string[]> {
  const broken: string[] = [];
  for (const { what, run } of checks) {
    const context = await browser.newContext({ reducedMotion: "reduce", viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    page.setDefaultTimeout(8_000);
    page.on("dialog", (dialog) => void dialog.accept());
    page.on("pageerror", (error) => broken.push(`script: ${error.message}`));
    const kept = await run(page, server).catch((error: unknown) => String(error).split("\n")[0]);
    if (kept !== true) broken.push(`broken promise: ${what} (${kept})`);
    await context.close();
  }
  process.stdout.write(`${checks.length} promises of the browser scripts tried\n`);
  return broken;
}
