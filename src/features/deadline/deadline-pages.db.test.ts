import { afterAll, expect, test } from "vitest";
import { startTestApp } from "../../../test/harness/app.ts";
import { enforceableCase } from "../../../test/harness/prepared-case.ts";

const app = await startTestApp();
afterAll(app.close);

const caseId = await enforceableCase(app, { familyName: "Probe", givenNames: "Ķārlis" });
const official = await app.as("witten-beispiel");
const [file] = await app.sql("select file_number, version from case_file where id = $1", [caseId]);
const fileNumber = String(file?.["file_number"]);

const record = async (type: string, fields: Record<string, unknown>) => {
  const etag = (await official.get(`/api/v1/cases/${caseId}`)).headers.get("etag") ?? "";
  const answer = await official.json(
    `/api/v1/cases/${caseId}/events`,
    { type, fields },
    { headers: { "if-match": etag } },
  );
  if (answer.status !== 201) throw new Error(await answer.text());
};
const insert = (rule: string, end: string, key: string) =>
  app.sql(`insert into case_deadline values ($1, 'ABH-05954036', $2, $3, 'Probefrist', null, $4, $4, 'running', $5)`, [
    caseId,
    key,
    rule,
    end,
    JSON.stringify({
      norm: { norm: "§ 74 Abs. 1 AsylG", version: "2026-06-12" },
      steps: [
        { text: "Auslösendes Ereignis: Zustellung.", day: "2026-11-09" },
        { text: "Dauer: 2 Wochen.", norm: "§ 74 Abs. 1 AsylG" },
      ],
      missed: "Die Entscheidung wird bestandskräftig.",
      notes: [],
      state: "running",
      planned: true,
    }),
  ]);

await app.sql("delete from case_deadline");

test("without deadlines the page says so", async () => {
  expect(await official.page("/fristen")).toContain("In dieser Zeit endet keine Frist.");
});

test("this week, 30 days and all show what ends when, by the day to plan on", async () => {
  await insert("D01", "2026-11-23", "a#1");
  await insert("D35", "2026-12-08", "transferPeriod/AMMR#1");
  await insert("D60", "2029-09-15", "c#1");
  const shown = async (query: string) => (await official.page(`/fristen?${query}`)).split("Probefrist").length - 1;
  expect(await shown("zeit=woche")).toBe(1);
  expect(await shown("zeit=monat")).toBe(2);
  expect(await shown("zeit=alle")).toBe(3);
  const html = await official.page("/fristen");
  expect(html).toContain("Di 08.12.2026");
  expect(html).toContain("noch 15 Tage");
  expect(html).toContain(fileNumber);
});

test("rule, file number and day filter; a wrong filter is none", async () => {
  expect((await official.page("/fristen?zeit=alle&regel=D35")).split("Probefrist").length - 1).toBe(1);
  expect(await official.page("/fristen?zeit=alle&az=99.99")).toContain("Kein Treffer.");
  expect((await official.page("/fristen?zeit=alle&tag=2026-12-08")).split("Probefrist").length - 1).toBe(1);
  expect((await official.page("/fristen?zeit=quatsch&tag=31.02.")).split("Probefrist").length - 1).toBe(2);
});

test("one deadline shows its derivation line by line, also when its key holds signs of an address", async () => {
  const list = await official.page("/fristen?zeit=alle&regel=D35");
  const href = /href="(\/fristen\/[0-9a-f-]{36}\/[^"]+)"/.exec(list)?.[1] ?? "";
  expect(href).toContain("%2F");
  const html = await official.page(href);
  expect(html).toContain("Auslösendes Ereignis: Zustellung.");
  expect(html).toContain("§ 74 Abs. 1 AsylG");
  expect(html).toContain("Fassung 12.06.2026");
  expect(html.match(/<title>(.*?)<\/title>/)?.[1]).toBe("Frist – Amtsweg");
  expect((await official.get(`/fristen/${caseId}/fehlt`)).status).toBe(404);
  expect((await (await app.as("bochum-fremd")).get(href)).status).toBe(404);
});

test("month and week show the days on which deadlines end", async () => {
  const month = await official.page("/fristen?zeit=monatsblatt&tag=2026-12-01");
  expect(month).toContain("Fristen im Dezember 2026");
  expect(month).toContain("1 Frist");
  expect(month).toContain("tag=2026-12-08");
  const week = await official.page("/fristen?zeit=wochenblatt&tag=2026-12-10");
  expect(week).toContain("Fristen vom 07.12.2026 bis 13.12.2026");
  expect(week).toContain(`${fileNumber}: Probefrist`);
});

test("month and week mark the holidays of the Land, today and days off, and say which Land", async () => {
  const december = await official.page("/fristen?zeit=monatsblatt&tag=2026-12-01");
  expect(december).toContain("Feiertage: Nordrhein-Westfalen.");
  expect(december).toContain("1. Weihnachtstag");
  expect(await official.page("/fristen?zeit=monatsblatt&tag=2027-05-01")).toContain("Fronleichnam");
  expect(await official.page("/fristen?zeit=wochenblatt&tag=2026-12-25")).toContain("2. Weihnachtstag");
  expect(await official.page("/fristen?zeit=wochenblatt")).toContain('<tr aria-current="date">');
  const rhineland = await (await app.as("koblenz-leitung")).page("/fristen?zeit=monatsblatt&tag=2026-12-01");
  expect(rhineland).toContain("Feiertage: Rheinland-Pfalz.");
});

test("a month without deadlines says so", async () => {
  expect(await official.page("/fristen?zeit=monatsblatt&tag=2033-06-01")).toContain(
    "In diesen Wochen endet keine Frist.",
  );
});

test("one can jump to a day, typed as one writes it", async () => {
  expect(await official.page("/fristen?zeit=monatsblatt&tag=8.12.2026")).toContain("Fristen im Dezember 2026");
  expect(await official.page("/fristen?zeit=wochenblatt&tag=%208.12.2026")).toContain("Fristen vom 07.12.2026");
});

test("a year without holiday data is an error in words, never a calendar without holidays", async () => {
  const html = await official.page("/fristen?zeit=monatsblatt&tag=2150-01-01");
  expect(html).toContain("Feiertage können nicht gezeigt werden.");
  expect(html).toContain("liegen keine Feiertage für Nordrhein-Westfalen vor");
});

test("the files hold no names, the calendar file not even a file number", async () => {
  const csv = await (await official.get("/fristen.csv?zeit=alle")).text();
  expect(csv).toContain(fileNumber);
  expect(csv).not.toContain("Probe,");
  const answer = await official.get("/fristen.ics?zeit=alle");
  const ics = await answer.text();
  expect(answer.headers.get("content-type")).toContain("text/calendar");
  expect(ics.split("BEGIN:VEVENT")).toHaveLength(4);
  expect(ics).toContain("SUMMARY:Frist in Amtsweg\r\n");
  expect(ics).toContain("DTSTART;VALUE=DATE:20261208\r\n");
  for (const secret of [fileNumber, "Probefrist", "D35", "Ķ", "token"]) expect(ics).not.toContain(secret);
  expect(ics.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  const [note] = await app.sql("select what, hits from access_log order by id desc limit 1");
  expect(note).toEqual({ what: "Fristen als Kalenderdatei", hits: 3 });
});

test("another authority sees none of it; the auditor has no such page", async () => {
  expect(await (await app.as("koblenz-leitung")).page("/fristen?zeit=alle")).not.toContain("Probefrist");
  expect((await (await app.as("witten-schutz")).get("/fristen")).status).toBe(403);
  expect((await app.visitor.get("/fristen")).status).toBe(401);
});

test("the tab of the case shows every deadline of its events and what the last event changed", async () => {
  await record("departurePeriodExtended", { on: "2026-02-09", until: "2026-12-10", reason: "Probe" });
  const html = await official.page(`/faelle/${caseId}/ansicht/fristen`);
  expect(html).toContain("Von der Behörde bestimmter Tag");
  expect(html).toContain("Änderungen der Fristen (");
  expect(html).toContain("Rechenweg");
});

test("the API gives the same deadlines of the case, and none to strangers", async () => {
  const answer = await official.get(`/api/v1/cases/${caseId}/deadlines`);
  const deadlines = (await answer.json()) as { rule: string; state: string; deadline: { legalEnd: string } | null }[];
  expect(deadlines.find(({ rule }) => rule === "authority.date")).toMatchObject({ state: "running" });
  expect((await (await app.as("bochum-fremd")).get(`/api/v1/cases/${caseId}/deadlines`)).status).toBe(404);
});
