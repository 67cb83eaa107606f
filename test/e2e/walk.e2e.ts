/** The walk of the main job through a real Chromium, the real sign-in and the demo as anyone starts it. axe on every page. */
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openChromium } from "../harness/chromium.ts";
import { findings } from "./axe.ts";
import { type DemoServer, startDemo } from "./demo-server.ts";
import * as walks from "./walk.ts";

const pictures = process.env["AMTSWEG_PICTURES"];
const browser = await openChromium();
afterAll(() => browser.close());

describe.each([
  ["with JavaScript", true],
  ["without JavaScript", false],
])("the main job %s", (name, javaScript) => {
  let demo: DemoServer;
  let walk: walks.Walk;
  const people: Record<string, Page> = {};
  const person = (account: string): Page => {
    const page = people[account];
    if (!page) throw new Error(`nobody signed in as ${account}`);
    return page;
  };
  let file = "";
  let measure = "";
  let request = "";
  let requestNumber = "";

  beforeAll(async () => {
    demo = await startDemo();
    const look = async (page: Page, picture: string): Promise<void> => {
      const text = `${await page.title()} ${page.url()}`;
      expect(text, "no personal data in title and address").not.toMatch(/Đurić|Duric|Muster|Țvetana|31\.30/);
      if (javaScript) expect([picture, await findings(page)]).toEqual([picture, []]);
      if (!pictures) return;
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: `${pictures}/${picture}${javaScript ? "" : "-ohne-js"}.png`, fullPage: true });
    };
    walk = { browser, url: demo.url, javaScript, look };
    for (const account of [
      "witten-beispiel",
      "witten-zweit",
      "witten-muster",
      "witten-probe",
      "bochum-wache",
      "bochum-fremd",
      "witten-schutz",
    ]) {
      const [page] = await walks.as(walk, account);
      page.setDefaultTimeout(20_000);
      people[account] = page;
    }
  });
  afterAll(() => demo?.stop());

  test("1 the caseworker imports the spreadsheet; the row with 31.02. is named", () =>
    walks.importCases(walk, person("witten-beispiel")));

  test("3 the case: found by another spelling, events recorded, enforceability derived, voluntary departure offered", async () => {
    file = await walks.prepareCase(walk, person("witten-beispiel"));
    await walks.offerVoluntaryReturn(walk, person("witten-beispiel"), file);
  });

  test("4 the measure: opened as an attempt, planned, every gate answered", async () => {
    measure = await walks.openMeasureWithGates(walk, person("witten-beispiel"), file);
  });

  test("5 hazard assessment and request, addressed to the police of the municipality", async () => {
    request = await walks.askPolice(walk, person("witten-beispiel"), person("witten-zweit"), measure);
    requestNumber = await walks.numberOn(person("witten-beispiel"));
    const letter = await person("witten-beispiel").request.get(`${request}/brief.pdf`);
    expect([letter.status(), (await letter.body()).subarray(0, 5).toString()]).toEqual([200, "%PDF-"]);
  });

  test("6 the police see their slice and accept", () =>
    walks.policeAnswers(walk, person("bochum-wache"), person("witten-beispiel"), request));

  test("an authority without a part finds neither case, measure nor request", async () => {
    for (const path of [file, measure, request]) expect((await person("bochum-fremd").goto(path))?.status()).toBe(404);
  });

  test("7 two different people approve; release and start", () =>
    walks.releaseMeasure(walk, person("witten-beispiel"), [person("witten-muster"), person("witten-probe")], measure, {
      requests: requestNumber,
    }));

  test("7 a stop reaches every open screen and is confirmed by name", () =>
    walks.stopMeasure(walk, person("witten-beispiel"), person("bochum-wache"), measure));

  test("7 after the stop the police see the content no more, and nothing moves forward", async () => {
    const police = person("bochum-wache");
    await police.goto(request);
    expect(await police.locator("main").innerText()).not.toContain("Đurić");
    const answer = await person("witten-beispiel").goto(`${measure}/schritte/departed`);
    expect(answer?.status()).toBe(200);
    await person("witten-beispiel").locator("main form button[type=submit]").last().click();
    await person("witten-beispiel").getByText("Die Maßnahme ist gestoppt.").first().waitFor();
  });

  test("2 from the work queue: resubmission by ticks, assignment by the supervisor", () =>
    walks.workFromTheList(walk, person("witten-beispiel"), person("witten-muster")));

  test("2, 8 and 9 the work queue, the figures, the journal and the accesses show it", async () => {
    const page = person("witten-beispiel");
    for (const path of ["/arbeitsvorrat", "/berichte/nicht-vollzogen", "/faelle"]) {
      expect((await page.goto(path))?.status()).toBe(200);
      await walk.look(page, path.split("/").at(-1) ?? "");
    }
    await page.goto("/berichte/nicht-vollzogen");
    expect(await page.locator("main").innerText()).toContain("Rechtsmittel");
    const guard = person("witten-schutz");
    await guard.goto("/protokoll");
    expect(await guard.locator("main").innerText()).toContain("STOPP ausgelöst");
    await guard.goto("/zugriffe");
    expect(await guard.locator("main").innerText()).toContain("Prüfung des Ersuchens");
    await walk.look(guard, "zugriffe");
  });

  test("7 the next attempt fails at the door: outcome by phase and cause, and the duty to try again", async () => {
    const page = person("witten-beispiel");
    const failed = async (): Promise<string> => {
      await page.goto("/berichte/nicht-vollzogen");
      return page.locator("main").innerText();
    };
    const before = await failed();
    await walks.recordDecision(page, file);
    const next = await walks.openMeasureWithGates(walk, page, file);
    const leads = [person("witten-muster"), person("witten-probe")];
    await walks.releaseMeasure(walk, page, leads, next, { reason: "Ohne Polizei: kein Widerstand zu erwarten" });
    await walks.recordFailure(walk, page, next, file);
    expect(await failed()).not.toBe(before);
  });

  test(`9 the journal is whole (${name})`, () => {
    const check = spawnSync(process.execPath, ["bin/amtsweg.mjs", "verify-journal", "--json"], {
      env: { ...process.env, AMTSWEG_DATA_DIR: demo.folder, AMTSWEG_PREBUILT: "1" },
      encoding: "utf8",
    });
    expect([check.status, check.stderr]).toEqual([0, ""]);
    expect(JSON.parse(check.stdout).every((chain: { ok: boolean }) => chain.ok)).toBe(true);
  });
});
