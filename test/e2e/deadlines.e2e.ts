/** Deadlines, watch, calculator and critical path in a real Chromium: axe on every page, alert live, all by keyboard and without script. */
import { join } from "node:path";
import pg from "pg";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openChromium, openView, signIn } from "../harness/chromium.ts";
import { findings } from "./axe.ts";
import { type DemoServer, startDemo } from "./demo-server.ts";

const owner = "ABH-05954036";
const measureId = "0190f0a0-0000-7000-8000-00000000a001";
const browser = await openChromium();
let demo: DemoServer;
let database: pg.Client;
let caseId = "";

const sql = async (text: string, values: unknown[] = []) => (await database.query<{ id: string }>(text, values)).rows;
const expire = (key: string, rule: string, title: string) =>
  sql(
    `insert into case_deadline values ($1, $2, $3, $4, $5, null, current_date - 2, current_date - 2, 'running',
       '{"norm":{"norm":"§ 62b Abs. 1 AufenthG","version":"2026-06-12"},"steps":[],"missed":"–","notes":[],"state":"running","planned":true}')`,
    [caseId, owner, key, rule, title],
  );
const watch = () => sql("select graphile_worker.add_job('deadline.watch', '{}')");

/** A measure with clocks, put there as the services would, so that this journey need not walk the main job again. */
async function seed(): Promise<void> {
  const [file] = await sql(
    "select id from case_file where owner_id = $1 and responsible_officer_id is not null order by file_number limit 1",
    [owner],
  );
  caseId = file?.id ?? "";
  const [officer] = await sql("select responsible_officer_id as id from case_file where id = $1", [caseId]);
  await sql(
    `insert into measure (id, number, case_id, owner_id, attempt_no, kind, target_state, status, state, requested_by)
     values ($1, 'M-2026-9001/9', $2, $3, 90, 'euTransfer', 'FR', 'draft',
       jsonb_build_object('status', 'draft', 'attemptNo', 1, 'requestedBy', $4::uuid, 'approvals', '[]'::jsonb), $4)`,
    [measureId, caseId, owner, officer?.id],
  );
  await sql("insert into measure_person values ($1, $2, $3)", [measureId, caseId, owner]);
  await sql(
    "insert into measure_plan (measure_id, case_id, owner_id, starts_at) values ($1, $2, $3, now() + interval '20 days')",
    [measureId, caseId, owner],
  );
  for (const [gate, days] of [
    ["G13", 10],
    ["G15", 1500],
    ["G20", -1],
  ] as const)
    await sql(
      `insert into gate_answer (id, measure_id, case_id, owner_id, gate, answer, reason, evidence, answered_by, expires_on)
       values (gen_random_uuid(), $1, $2, $3, $4, 'yes', 'geprüft', 'Bl. 14', $5, current_date + $6::int)`,
      [measureId, caseId, owner, gate, officer?.id, days],
    );
}

beforeAll(async () => {
  demo = await startDemo();
  database = new pg.Client({ host: join(demo.folder, "postgres", "socket"), user: "postgres", database: "amtsweg" });
  await database.connect();
  await seed();
});
afterAll(async () => {
  await database?.end();
  await demo?.stop();
  await browser.close();
});

const opened = async (account: string, javaScript = true): Promise<Page> =>
  signIn(await openView(browser, demo.url, { javaScript }), account);

test("an alert comes to an open page by itself, with no content in the push, and stays until it is acknowledged", async () => {
  const page = await opened("witten-beispiel");
  await page.goto("/faelle");
  await page.waitForFunction("document.querySelector('[data-connection]')?.textContent.includes('verbunden')");
  await expire("custody/e2e#1", "D23", "Gewahrsam dieser Probe");
  await watch();
  const band = page.locator("#fristalarme .aw-stop", { hasText: "Gewahrsam dieser Probe" });
  await band.waitFor({ timeout: 30_000 });
  expect(await band.getAttribute("role")).toBe("alert");
  await page.reload();
  expect(await band.count()).toBe(1);

  // By keyboard: to the alert, into the note, send.
  await band.locator("a").focus();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/fristalarme/**");
  expect(await findings(page)).toEqual([]);
  await page.locator("#vermerk").focus();
  await page.keyboard.type("Entlassen am selben Tag, Ereignis erfasst");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByText("Bestätigt von").waitFor();
  expect(await band.count()).toBe(0);
  await page.context().close();
});

test.each([
  "/fristen",
  "/fristen?zeit=monatsblatt&tag=2026-12-01",
  "/fristen?zeit=wochenblatt&tag=2026-12-24",
  "/fristalarme",
  "/fristalarme?ansicht=hinweise",
  "/fristalarme?stand=alle&anlass=gewahrsam",
  "/fristalarme/einstellungen",
  "/vorlaufzeiten",
  "/vorlaufzeiten/flightBooking",
  `/massnahmen/${measureId}`,
  `/massnahmen/${measureId}/kritischer-pfad`,
])("axe finds nothing on %s, bright and dark, wide and on a phone", async (path) => {
  await expire(`custody/e2e#${path}`, "D23", "Ausreisegewahrsam");
  await watch();
  for (const view of [{}, { dark: true }, { width: 390, height: 844 }]) {
    const page = await signIn(await openView(browser, demo.url, view), "witten-muster");
    await page.goto(path);
    expect([view, await findings(page)]).toEqual([view, []]);
    // Negative where room for the scroll bar is kept free.
    const overflow = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    expect(overflow).toBeLessThanOrEqual(0);
    await page.context().close();
  }
});

test("the calculator works for a visitor without script, and on a phone", async () => {
  const context = await openView(browser, demo.url, { width: 390, height: 844, javaScript: false });
  const page = await context.newPage();
  await page.goto("/fristen/rechner");
  await page.locator("#regel").selectOption("D01");
  await page.locator("#tag").fill("9.11.2026");
  await page.getByRole("button", { name: "Frist berechnen" }).click();
  await page.getByText("Klagefrist: Ende am Mo 23.11.2026, 24:00 Uhr").waitFor();
  await page.getByRole("link", { name: "Verweis auf diese Berechnung" }).click();
  await page.getByText("Klagefrist: Ende am Mo 23.11.2026, 24:00 Uhr").waitFor();
  await context.close();
  const scripted = await openView(browser, demo.url, { width: 390, height: 844 });
  const looked = await scripted.newPage();
  await looked.goto("/fristen/rechner?regel=D35&tag=19.10.2026&land=DE-NW");
  expect(await findings(looked)).toEqual([]);
  await scripted.close();
});

test("without script the alert is acknowledged by a form, and a missing note keeps the page", async () => {
  await expire("custody/e2e#form", "D22", "Mitwirkungshaft");
  await watch();
  const page = await opened("witten-beispiel", false);
  for (let tries = 0; tries < 50; tries++) {
    await page.goto("/fristalarme");
    if ((await page.getByText("Mitwirkungshaft").count()) > 0) break;
    await page.waitForTimeout(200);
  }
  await page
    .locator("#fristalarme, main")
    .getByRole("link", { name: /Mitwirkungshaft|Ansehen/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Alarm bestätigen" }).click();
  await page.getByText("Der Alarm wurde nicht bestätigt.").waitFor();
  await page.locator("#vermerk").fill("geprüft, Person ist entlassen");
  await page.getByRole("button", { name: "Alarm bestätigen" }).click();
  await page.getByText("geprüft, Person ist entlassen").waitFor();
  await page.context().close();
});
