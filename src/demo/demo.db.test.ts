/** Whoever opens the demo finds work: each kind of task, on both sides, counted from today. */
import { afterAll, expect, test } from "vitest";
import { startTestApp } from "../../test/harness/app.ts";
import { rulesOf } from "../features/deadline/index.ts";
import { workKinds } from "../features/worklist/domain/work-item.ts";
import { fillDemo } from "./fill.ts";

const app = await startTestApp();
afterAll(app.close);
await fillDemo(app.pool);
app.setNow(new Date().toISOString());

const official = await app.as("witten-beispiel");
const lead = await app.as("witten-muster");

test("the work queue holds every kind of task", async () => {
  const csv = await (await official.get("/arbeitsvorrat.csv")).text();
  const kinds = new Set(csv.split("\r\n").map((line) => line.split(";")[1]?.replaceAll('"', "")));
  const missing = Object.values(workKinds).filter((label) => !kinds.has(label));
  expect(missing).toEqual([]);
});

test("two alerts are open, one of them noticed late, and one is acknowledged", async () => {
  const html = await lead.page("/fristalarme");
  expect(html.split("FRIST ABGELAUFEN")).toHaveLength(3);
  expect(html).toContain("2 Tage verspätet, die Überwachung lief nicht");
  expect(html).toContain("Überwacht bis heute");
  expect(await official.page("/fristalarme?stand=bestaetigt")).toContain("31.30-0183");
});

test("tasks wait for others, are new, due today and overdue", async () => {
  for (const view of ["heute", "neu", "wartet", "wiedervorlage"])
    expect([view, (await official.page(`/arbeitsvorrat?ansicht=${view}`)).includes("aw-row")]).toEqual([view, true]);
  expect(await official.page("/arbeitsvorrat?ansicht=heute")).toContain("überfällig");
});

test("no case calls a period overdue whose consequence has happened", async () => {
  expect(
    await app.sql(
      `select rule from case_deadline where status = 'running' and rule = any($1)
         and operational_end < (now() at time zone 'Europe/Berlin')::date`,
      [rulesOf("watched")],
    ),
  ).toEqual([]);
  const lapsed = "select count(*)::int as n from case_deadline where status = 'lapsed'";
  expect(Number((await app.sql(lapsed))[0]?.["n"])).toBeGreaterThan(10);
});

test("supervisors have approvals, the police new requests and a stop, the liaison a mediation", async () => {
  expect(await lead.page("/arbeitsvorrat?art=measures")).toContain("Prüfen und freigeben");
  const police = await app.as("bochum-wache");
  const inbox = await police.page("/ersuchen");
  expect(inbox).toContain("abgesendet");
  expect(inbox).toContain("STOPP-SIGNAL");
  expect(await (await app.as("arnsberg-mittler")).page("/ersuchen")).toContain("Vermittlung");
});

test.each([
  ["bochum-fremd", 6],
  ["bochum-paar", 6],
  ["koblenz-statistik", 5],
  ["koblenz-leitung", 5],
])("%s finds a work queue with different kinds of tasks", async (account, atLeast) => {
  const csv = await (await (await app.as(account)).get("/arbeitsvorrat.csv")).text();
  const kinds = csv
    .trim()
    .split("\r\n")
    .slice(1)
    .map((line) => line.split(";")[1]);
  expect(kinds.length).toBeGreaterThanOrEqual(atLeast);
  expect(new Set(kinds).size).toBeGreaterThanOrEqual(4);
});

test("the police have requests of two authorities", async () => {
  const inbox = await (await app.as("bochum-wache")).page("/ersuchen");
  expect(inbox).toContain("Ausländerbehörde Stadt Witten");
  expect(inbox).toContain("Ausländerbehörde Stadt Bochum");
});

test("the transfer decision of the demo was made within the two weeks of Art. 42 Abs. 1 VO (EU) 2024/1351", async () => {
  const rows = await app.sql("select status from case_deadline where rule = 'D33'");
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ status }) => status !== "ended")).toEqual([]);
});

test("everybody in the demo is visibly fictional", async () => {
  const rows = await app.sql("select family_name from person_identity");
  expect(rows.length).toBeGreaterThan(40);
  const invented = /muster|probe|probst|test|beispiel/i;
  expect(rows.filter(({ family_name: name }) => !invented.test(String(name)))).toEqual([]);
});

test("the journal tells every event and its details in German", async () => {
  const html = await lead.page("/protokoll");
  const cells = [...html.matchAll(/data-label="(?:Vorgang|Angaben)">([^<]*)</g)].map(([, text]) => text ?? "");
  expect(cells.length).toBeGreaterThan(50);
  expect(cells.filter((text) => /[a-z][A-Z]|: (true|false|null)/.test(text))).toEqual([]);
});
