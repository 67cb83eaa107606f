import { afterAll, expect, test } from "vitest";
import { startTestApp } from "../../../test/harness/app.ts";
import { fillKoblenz } from "../../demo/koblenz.ts";
import { createContext } from "../../platform/context.ts";

const app = await startTestApp();
afterAll(app.close);
await fillKoblenz(async (account, now = new Date()) => createContext(app.pool, await app.actor(account), now));

const asked = "/berichte/nicht-vollzogen?von=01.01.2024&bis=31.12.2025&stand=16.06.2025&schema=amtsweg";
const own = () => app.as("koblenz-statistik");

/** The total of each year, as the exported table says it. */
const totals = (csv: string): string[] => [...csv.matchAll(/^Summe;.*;([^;\r]+)\r?$/gm)].map(([, total = ""]) => total);

test("the published figures are reproduced: 13 in 2024, 12 in 2025 up to the day of the answer (AW/0048/2025, no. 3 b)", async () => {
  const csv = await (await (await own()).get(asked.replace("nicht-vollzogen?", "nicht-vollzogen.csv?"))).text();
  expect(totals(csv)).toEqual(["13", "12"]);
  expect(csv).toContain("Datenstand 2025-06-16");
});

test("the page shows definition, day and causes", async () => {
  const html = await (await own()).page(asked);
  for (const text of ["Definition", "Datenstand 16.06.2025", "Vollständigkeit 100 %", "Überstellungsfrist abgelaufen"])
    expect(html).toContain(text);
});

test("an earlier day of the data shows fewer", async () => {
  const csv = await (
    await (
      await own()
    ).get(asked.replace("nicht-vollzogen?", "nicht-vollzogen.csv?").replace("16.06.2025", "31.12.2024"))
  ).text();
  expect(totals(csv)).toEqual(["13"]);
});

test("another authority sees a run only when it is released, and then without small cells", async () => {
  const official = await own();
  const run = await official.post("/berichte/laeufe", {
    von: "2024-01-01",
    bis: "2025-12-31",
    stand: "2025-06-16",
    schema: "amtsweg",
  });
  const path = run.headers.get("location") ?? "";
  const stranger = await app.as("bochum-fremd");
  expect((await stranger.get(path)).status).toBe(404);
  expect((await official.post(`${path}/freigeben`)).status).toBe(403);
  expect((await (await app.as("koblenz-leitung")).post(`${path}/freigeben`)).status).toBe(303);
  const csv = await (await stranger.get(`${path}.csv`)).text();
  expect(csv).toContain("<5 oder geschützt");
  expect(totals(csv)).toEqual(["13", "12"]);
  for (const line of csv.split("\r\n").slice(6)) expect(line).not.toMatch(/;[1-4](;|$)/);
});

test("a stranger cannot compute the figures of somebody else", async () => {
  const csv = await (
    await (await app.as("bochum-fremd")).get(asked.replace("nicht-vollzogen?", "nicht-vollzogen.csv?"))
  ).text();
  expect(totals(csv)).toEqual([]);
});

test("days in the wrong order come back at the field", async () => {
  const answer = await (await own()).get(asked.replace("bis=31.12.2025", "bis=31.12.2023"));
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain("Das Ende liegt vor dem Beginn.");
});
