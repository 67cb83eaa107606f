/** A process that is killed in the middle of an import or of sending: no row lost, none twice, nothing half-sent. */
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { createDatabase } from "../../src/platform/database/roles.ts";
import { openPool, type Pool } from "../../src/platform/database/pool.ts";
import { newId } from "../../src/kernel/id.ts";
import { formValues } from "../../src/features/case-import/import-steps.test-support.ts";
import { csvFile, fictionalTable } from "../fixtures/spreadsheets.ts";
import { startTestApp, testNow } from "../harness/app.ts";
import { assessedMeasure, completeDraft } from "../harness/assistance.ts";
import { enforceableCase, openedMeasure } from "../harness/prepared-case.ts";
import { databaseOf, templateName } from "../harness/template.ts";
import { bundled } from "./child-program.ts";
import { postForm, serve, type Served, sessionToken } from "./served.ts";

let programs = "";
beforeAll(async () => {
  programs = await bundled("test/durability/serve-child.ts");
});

let admin: Pool | undefined;
afterAll(() => admin?.end());

const rowCount = 1200;

test("an import goes on where the killed process stopped: every row once", async () => {
  const name = `t_${newId().replaceAll("-", "")}`;
  await createDatabase(inject("databaseUrl"), name, templateName);
  const database = databaseOf(inject("databaseUrl"), name, "amtsweg_app");
  admin = openPool(databaseOf(inject("databaseUrl"), name), 2);
  const one = async (sql: string): Promise<number> => Number((await admin?.query(sql))?.rows[0]?.n ?? 0);
  const applied = (): Promise<number> => one("select coalesce(sum(applied_count), 0)::int as n from import_batch");
  const token = await sessionToken(database);
  let served = await serve(programs, database);
  const restart = async (): Promise<void> => {
    await served.child.kill("SIGKILL");
    served = await serve(programs, database);
  };
  const page = async (path: string): Promise<string> => {
    const response = await fetch(`${served.url}${path}`, { headers: { cookie: `amtsweg=${token}` } });
    expect(response.status).toBe(200);
    return response.text();
  };
  /** Presses the button of a page; its form carries what the page knew. */
  const press = async (from: string, action: string): Promise<number> =>
    (await postForm(`${served.url}${action}`, token, formValues(await page(from), action))).status;

  const file = new File([new Uint8Array(Buffer.from(csvFile(fictionalTable(rowCount))))], "faelle.csv");
  const uploaded = await postForm(`${served.url}/import`, token, { datei: file });
  const mapping = uploaded.headers.get("location") ?? "";
  const path = mapping.replace(/\/zuordnung$/, "");
  expect(await press(mapping, mapping)).toBe(303);
  await restart();
  await continued("judged");
  const rows = await one("select count(*)::int as n from import_row where verdict = 'new'");
  expect(rows).toBeGreaterThan(800);
  expect(await press(path, `${path}/uebernehmen`)).toBe(303);
  let kills = 0;
  for (let seen = 0; seen < rows && kills < 3; kills++) {
    await expect.poll(applied, { interval: 5, timeout: 120_000 }).toBeGreaterThan(seen);
    await restart();
    seen = await applied();
    expect(await one("select count(*)::int as n from case_file")).toBe(seen);
  }
  expect(kills).toBeGreaterThan(0);
  await continued("done");
  expect(await applied()).toBe(rows);
  expect(await one("select count(*)::int as n from case_file")).toBe(rows);
  expect(await one("select count(distinct case_id)::int as n from journal where event = 'caseOpened'")).toBe(rows);
  expect(await one("select count(*)::int as n from journal where event = 'caseOpened'")).toBe(rows);
  expect(await one("select count(*)::int as n from import_row where verdict = 'new' and applied_at is null")).toBe(0);
  await served.child.kill("SIGKILL");

  /** Nobody presses anything: the next process finds the job of the killed one and goes on. */
  async function continued(status: string): Promise<void> {
    const reached = (): Promise<number> =>
      one(`select count(*)::int as n from import_batch where status = '${status}'`);
    await expect.poll(reached, { timeout: 240_000 }).toBe(1);
  }
}, 600_000);

test("a request whose sending was cut off is a draft or sent, never between; sending again sends once", async () => {
  const app = await startTestApp();
  const token = await sessionToken(app.databaseUrl);
  let served: Served = await serve(programs, app.databaseUrl, { TEST_NOW: testNow });
  const seen = new Set<string>();
  try {
    // Later and later kills, from before the change to after its answer.
    for (const wait of [0, 4, 8, 14, 22, 40]) {
      const caseId = await enforceableCase(app);
      await app.sql("insert into access_purpose select id, $1, 'Vertretung', now() from officer", [caseId]);
      const measureId = await openedMeasure(app, caseId);
      await assessedMeasure(app, measureId);
      const id = await completeDraft(app, measureId);
      const [draft] = await app.sql("select version from request where id = $1", [id]);
      const form = { version: String(draft?.["version"]), confirmed: "on" };
      const sending = postForm(`${served.url}/ersuchen/${id}/absenden`, token, form).catch(() => undefined);
      await pause(wait);
      await served.child.kill("SIGKILL");
      const answer = await sending;
      const state = await app.sql(whole, [id]);
      seen.add(String(state[0]?.["status"]));
      if (answer?.status === 303) expect(state[0]?.["status"]).toBe("sent");
      expect(state).toEqual([state[0]?.["status"] === "sent" ? sentOnce : untouched]);
      served = await serve(programs, app.databaseUrl, { TEST_NOW: testNow });
      const again = await postForm(`${served.url}/ersuchen/${id}/absenden`, token, form);
      expect(again.status).toBe(state[0]?.["status"] === "sent" ? 409 : 303);
      expect(await app.sql(whole, [id])).toEqual([sentOnce]);
    }
  } finally {
    await served.child.kill("SIGKILL");
    await app.close();
  }
  expect(seen.size).toBeGreaterThan(0);
}, 600_000);

const whole = `select r.status, (r.sent_at is not null) as dated,
  (select count(*)::int from request_entry e where e.request_id = r.id and e.kind in ('sent', 'delivered')) as entries,
  (select count(*)::int from case_party p where p.request_id = r.id) as parties,
  (select count(*) > 0 from disclosure d where d.request_id = r.id) as disclosed,
  (select count(*)::int from journal j where j.subject = 'request:' || r.id and j.event = 'sent') as lines
  from request r where r.id = $1`;
const untouched = { status: "draft", dated: false, entries: 0, parties: 0, disclosed: false, lines: 0 };
const sentOnce = { status: "sent", dated: true, entries: 2, parties: 1, disclosed: true, lines: 1 };
