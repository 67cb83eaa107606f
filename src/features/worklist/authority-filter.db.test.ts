/** The filter „Behörde“: the tasks of cases that are open with another authority, and only while they are. */
import { afterAll, expect, test } from "vitest";
import { startTestApp } from "../../../test/harness/app.ts";
import { enforceableCase } from "../../../test/harness/prepared-case.ts";
import { newId } from "../../kernel/id.ts";

const app = await startTestApp();
afterAll(app.close);

const { officerId } = await app.actor("witten-beispiel");
const first = await enforceableCase(app);
const other = await enforceableCase(app);
const official = await app.as("witten-beispiel");
const [bochum, dortmund] = ["KPB-PP-BOCHUM", "KPB-PP-DORTMUND"];
await app.sql("delete from case_deadline");

let counter = 0;
const deadline = (of: string, label: string) =>
  app.sql(
    `insert into case_deadline values ($1, 'ABH-05954036', $2, 'D35', $3, null, '2026-12-08', '2026-12-08', 'running',
       '{"norm":{"norm":"§ 1 Probe"}}')`,
    [of, `probe#${++counter}`, label],
  );
const request = (of: string, addressee: string) =>
  app.sql(
    `insert into request (id, number, type, case_id, owner_id, addressee_id, addressee_capacity, status, state, waiting_for,
       waiting_since, created_by)
     values ($1, $2, 'enforcementAssistance', $3, 'ABH-05954036', $4, 'districtPolice', 'sent', '{}', 'addressee',
       '2026-11-22T09:00:00Z', $5)`,
    [newId(), `E-${++counter}`, of, addressee, officerId],
  );
await deadline(first, "Probefrist eins");
await deadline(other, "Probefrist zwei");

const labels = (html: string): string[] => [...new Set(html.match(/Probefrist (eins|zwei)/g) ?? [])];
const offered = (html: string): string[] => {
  const [, field = ""] = /<select[^>]*name="behoerde"[^>]*>([\s\S]*?)<\/select>/.exec(html) ?? [];
  return [...field.matchAll(/value="([^"]+)"/g)].map(([, value = ""]) => value);
};

test("with one authority there is nothing to choose", async () => {
  await request(first, bochum);
  await request(first, bochum);
  expect(offered(await official.page("/arbeitsvorrat"))).toEqual([]);
});

test("with two it leaves the tasks of the cases that are open with the chosen one, each once, in list, tabs and file", async () => {
  await request(other, dortmund);
  expect(offered(await official.page("/arbeitsvorrat"))).toEqual([bochum, dortmund]);
  const html = await official.page(`/arbeitsvorrat?behoerde=${bochum}`);
  expect(labels(html)).toEqual(["Probefrist eins"]);
  expect(html).toContain("Behörde: Polizeipräsidium Bochum");
  expect(html).toContain('data-key-label="Alle">Alle<span class="aw-count"> 1</span>');
  const csv = await (await official.get(`/arbeitsvorrat.csv?behoerde=${dortmund}`)).text();
  expect(labels(csv)).toEqual(["Probefrist zwei"]);
  expect(csv.split("\r\n").filter((line) => line.includes("Probefrist zwei"))).toHaveLength(1);
});

test("it narrows with the other filters", async () => {
  await app.sql("update case_file set responsible_officer_id = case when id = $1 then $2::uuid end", [
    first,
    officerId,
  ]);
  const both = (filter: string) => official.page(`/arbeitsvorrat?behoerde=${bochum}&${filter}`);
  expect(labels(await both("zustaendig=ich"))).toEqual(["Probefrist eins"]);
  expect(labels(await both("zustaendig=niemand"))).toEqual([]);
  const [row] = await app.sql("select file_number from case_file where id = $1", [other]);
  expect(labels(await both(`az=${String(row?.["file_number"])}`))).toEqual([]);
});

test("what is no authority, or one without an open request, finds nothing; a closed request counts no more", async () => {
  expect(labels(await official.page("/arbeitsvorrat?behoerde=KPB-PP-KOELN"))).toEqual([]);
  expect(labels(await official.page("/arbeitsvorrat?behoerde=%27%20or%201"))).toEqual([
    "Probefrist eins",
    "Probefrist zwei",
  ]);
  await app.sql("update request set closed_at = now(), status = 'withdrawn' where addressee_id = $1", [bochum]);
  expect(labels(await official.page(`/arbeitsvorrat?behoerde=${bochum}`))).toEqual([]);
  expect(offered(await official.page(`/arbeitsvorrat?behoerde=${bochum}`))).toEqual([dortmund]);
});
