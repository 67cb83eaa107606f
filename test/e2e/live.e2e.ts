/**
 * Live updates in a real browser. An open page outlives the process it hangs on, whether that one is told to end or dies:
 * it finds the other process by itself and shows the next stop without being loaded again. In between stands a line
 * distributor as in an operation.
 */
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "../../src/kernel/id.ts";
import { bundled } from "../durability/child-program.ts";
import { postForm, serve, type Served, sessionToken } from "../durability/served.ts";
import { assessedMeasure, sentRequest } from "../harness/assistance.ts";
import { startTestApp, type TestApp } from "../harness/app.ts";
import { openChromium, openView } from "../harness/chromium.ts";
import { enforceableCase, openedMeasure } from "../harness/prepared-case.ts";

const browser = await openChromium();
let app: TestApp;
let programs = "";
let distributor: Server;
let address = "";
let official = "";
let first: Served;
let second: Served;
let page: Page;

const portOf = ({ url }: Served): number => Number(new URL(url).port);

/** Hands a new line to the first process that takes it; lines that are open stay where they are. */
function handOver(near: Socket, [port, ...others]: readonly number[]): void {
  if (port === undefined) {
    near.destroy();
    return;
  }
  const far = connect(port, "localhost");
  let taken = false;
  far.once("connect", () => {
    taken = true;
    near.pipe(far).pipe(near);
  });
  far.on("error", () => (taken ? near.destroy() : handOver(near, others)));
  far.on("close", () => taken && near.destroy());
  near.on("error", () => far.destroy());
}

beforeAll(async () => {
  app = await startTestApp();
  programs = await bundled("test/durability/serve-child.ts");
  distributor = createServer((near) => handOver(near, [portOf(first), portOf(second)]));
  await new Promise<void>((done) => distributor.listen(0, "127.0.0.1", done));
  address = `http://127.0.0.1:${(distributor.address() as AddressInfo).port}`;
  official = await sessionToken(app.databaseUrl);
});
afterAll(async () => {
  distributor.close();
  await browser.close();
  await app.close();
});

beforeEach(async () => {
  [first, second] = await Promise.all([serve(programs, app.databaseUrl), serve(programs, app.databaseUrl)]);
  const context = await openView(browser, address);
  const token = await sessionToken(app.databaseUrl, "bochum-wache");
  await context.addCookies([{ name: "amtsweg", value: token, url: address }]);
  page = await context.newPage();
  await page.goto("/ersuchen");
  await connected();
  await page.evaluate(`
    globalThis.notLoadedAgain = true;
    globalThis.faultSeen = false;
    const look = () => (globalThis.faultSeen ||= document.body.innerText.includes("Verbindung unterbrochen"));
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
    undefined`);
});
afterEach(async () => {
  await page.context().close();
  await Promise.all([first.child.kill("SIGTERM"), second.child.kill("SIGTERM")]);
});

const connected = () => page.locator("[data-connection-state]", { hasText: "verbunden" }).waitFor();

/** A measure for which the police whose page is open are asked. */
async function askedMeasure(): Promise<string> {
  const measureId = await openedMeasure(app, await enforceableCase(app));
  await assessedMeasure(app, measureId);
  await sentRequest(app, measureId);
  return measureId;
}

/** A stop that the authority enters at the second process; gives the number of the measure. */
async function stopThere(measureId: string): Promise<string> {
  const form = { id: newId(), reason: "court", source: "VG Musterstadt, Anruf", on: "23.11.2026", at: "06:40" };
  const answer = await postForm(`${second.url}/massnahmen/${measureId}/stopp`, official, form);
  expect(answer.status).toBe(303);
  const [measure] = await app.sql("select number from measure where id = $1", [measureId]);
  return String(measure?.["number"]);
}

async function seesBandOf(number: string): Promise<void> {
  await page.locator("#stopp-signale .aw-stop", { hasText: number }).waitFor();
  expect(await page.evaluate("globalThis.notLoadedAgain")).toBe(true);
}

test("a process told to end sends its pages on: stops entered meanwhile and afterwards appear, nobody reads of a fault", async () => {
  const [one, other] = [await askedMeasure(), await askedMeasure()];
  const ended = await first.child.kill("SIGTERM");
  const meanwhile = await stopThere(one);
  expect(ended.code).toBe(0);
  await seesBandOf(meanwhile);
  await connected();
  await seesBandOf(await stopThere(other));
  expect(await page.evaluate("globalThis.faultSeen")).toBe(false);
});

test("a process that dies leaves pages that say so, look for the other one and miss no stop", async () => {
  const [one, other] = [await askedMeasure(), await askedMeasure()];
  await first.child.kill("SIGKILL");
  await page.getByText("Verbindung unterbrochen").first().waitFor();
  await seesBandOf(await stopThere(one));
  await connected();
  await seesBandOf(await stopThere(other));
});

const numberOf = async (measureId: string): Promise<string> => {
  const [request] = await app.sql("select number from request where measure_id = $1", [measureId]);
  return String(request?.["number"]);
};

test("of two answers the older one that comes last takes nothing away", async () => {
  const held = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  let asked = 0;
  await page.route("**/ersuchen", async (route) => {
    const isFirst = ++asked === 1;
    const response = await route.fetch();
    if (isFirst) {
      held.resolve();
      await released.promise;
    }
    await route.fulfill({ response });
  });
  await askedMeasure();
  await held.promise;
  const later = page.getByText(await numberOf(await askedMeasure()));
  await later.waitFor();
  const overtaken = page.waitForResponse("**/ersuchen");
  released.resolve();
  await (await overtaken).finished();
  await page.evaluate("new Promise((done) => setTimeout(done, 500))");
  expect(await later.isVisible()).toBe(true);
});

test("an answer that only brings the bands does not swallow the one with the page", async () => {
  const measureId = await askedMeasure();
  const [request] = await app.sql("select id, case_id from request where measure_id = $1", [measureId]);
  await postForm(`${second.url}/faelle/${request?.["case_id"]}/wozu`, official, { purpose: "approval" });
  const path = `/ersuchen/${request?.["id"]}`;
  await page.goto(path);
  await connected();
  const bandsShown = Promise.withResolvers<void>();
  let asked = 0;
  await page.route(`**${path}`, async (route) => {
    const turn = ++asked;
    const response = await route.fetch();
    if (turn === 1) await bandsShown.promise;
    await route.fulfill({ response });
    if (turn === 2) bandsShown.resolve();
  });
  const [row] = await app.sql("select version from request where id = $1", [request?.["id"]]);
  const form = { version: String(row?.["version"]), reason: "Ausreise freiwillig" };
  const answer = await postForm(`${second.url}${path}/schritte/withdrawn`, official, form);
  expect(answer.headers.get("location")).toBe(path);
  await page.locator("main").getByText("Ausreise freiwillig").first().waitFor();
});

test("what was typed stays in a refused form, whatever arrives meanwhile", async () => {
  const [asked, other] = [await askedMeasure(), await askedMeasure()];
  const [request] = await app.sql("select id from request where measure_id = $1", [asked]);
  await page.goto(`/ersuchen/${request?.["id"]}/schritte/declined`);
  await page.locator("main [name=text]").fill("Eben getippt");
  await page.locator("main form button[type=submit]").last().click();
  await page.locator("#fehler").waitFor();
  await connected();
  const number = await stopThere(other);
  await page.locator("#stopp-signale .aw-stop", { hasText: number }).waitFor();
  await page.getByText("Beim Anzeigen gehen nicht gespeicherte Eingaben verloren.").waitFor();
  expect(await page.locator("main [name=text]").inputValue()).toBe("Eben getippt");
});
