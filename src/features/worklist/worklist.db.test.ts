import { afterAll, expect, test } from "vitest";
import { oneOfEach } from "../../../test/harness/one-of-each.ts";
import { enforceableCase, openedMeasure, step } from "../../../test/harness/prepared-case.ts";
import { startTestApp } from "../../../test/harness/app.ts";
import { newId } from "../../kernel/id.ts";

const app = await startTestApp();
afterAll(app.close);

const witten = "ABH-05954036";
const { officerId } = await app.actor("witten-beispiel");
const caseId = await enforceableCase(app, { familyName: "Probe", givenNames: "Ķārlis" });
const official = await app.as("witten-beispiel");
const colleague = await app.as("witten-probe", "caseworker");

let counter = 0;
const deadline = (rule: string, end: string, of = caseId) =>
  app.sql(
    `insert into case_deadline values ($1, $2, $3, $4, $5, null, $6, $6, 'running', '{"norm":{"norm":"§ 1 Probe"}}')`,
    [of, witten, `probe#${++counter}`, rule, `Probefrist ${rule} ${end}`, end],
  );
const police = "KPB-PP-BOCHUM";
const request = (status: string, waiting: string, due: string | null) =>
  app.sql(
    `insert into request (id, number, type, case_id, owner_id, addressee_id, addressee_capacity, status, state, waiting_for,
       waiting_since, answer_due_at, created_by)
     values ($1, $2, 'enforcementAssistance', $3, $4, $9, 'districtPolice', $5, '{}', $6,
       '2026-11-22T09:00:00Z', $7, $8)`,
    [newId(), `E-${++counter}`, caseId, witten, status, waiting, due, officerId, police],
  );

const tasksOf = (html: string): string[] =>
  [...html.matchAll(/<td[^>]*data-label="Aufgabe"[^>]*><a[^>]*>([^<]*)</g)].map(([, task = ""]) => task);

test("an empty queue names the next date", async () => {
  await app.sql("delete from case_deadline");
  await deadline("D35", "2026-12-08");
  const html = await official.page("/arbeitsvorrat?ansicht=heute");
  expect(html).toContain("Heute nichts fällig.");
  expect(html).toContain("Nächste Frist: Di 08.12.2026 (31.30-");
});

test("the order is by legal dates; without a date a task stands behind those of today", async () => {
  await app.sql("delete from case_deadline");
  await deadline("D23", "2026-11-20");
  await deadline("D35", "2026-11-23");
  await deadline("D35", "2026-11-24");
  await request("question", "owner", "2026-11-23T06:00:00Z");
  await request("declined", "owner", null);
  const html = await official.page("/arbeitsvorrat");
  expect(tasksOf(html).map((task) => task.replace(/(:| –).*/, ""))).toEqual([
    "Gewahrsam prüfen",
    "Rückfrage beantworten",
    "Überstellung durchführen oder Ende der Frist festhalten",
    "Ablehnung bearbeiten",
    "Überstellung durchführen oder Ende der Frist festhalten",
  ]);
  expect(html).toContain("überfällig seit 3 Tagen");
  expect(html).toContain("ohne Frist");
  expect(html).toContain("Probe, Ķ.");
  expect(html).toContain("Regel D23");
});

test("today holds what is overdue, due today or without a date, and nothing of tomorrow", async () => {
  const tasks = tasksOf(await official.page("/arbeitsvorrat?ansicht=heute"));
  expect(tasks).toHaveLength(4);
  expect(tasks.some((task) => task.includes("2026-11-24"))).toBe(false);
});

test("a claim period is watched until its end and no work afterwards", async () => {
  await deadline("D01", "2026-11-20");
  await deadline("D01", "2026-11-23");
  expect(tasksOf(await official.page("/arbeitsvorrat")).some((task) => task.includes("Klage"))).toBe(false);
  const waiting = tasksOf(await official.page("/arbeitsvorrat?ansicht=wartet"));
  expect(waiting.filter((task) => task.includes("Klagefrist"))).toHaveLength(1);
});

test("what we asked of others stands in its own tab with the next step", async () => {
  await request("sent", "addressee", "2026-11-24T06:00:00Z");
  const html = await official.page("/arbeitsvorrat?ansicht=wartet");
  expect(tasksOf(html).some((task) => task.startsWith("Antwort abwarten"))).toBe(true);
  expect(html).toContain("Schweigen ist keine Zustimmung");
});

test("new are the tasks that came in since yesterday", async () => {
  const tasks = tasksOf(await official.page("/arbeitsvorrat?ansicht=neu"));
  expect(tasks.map((task) => task.replace(/(:| –).*/, "")).toSorted()).toEqual([
    "Ablehnung bearbeiten",
    "Rückfrage beantworten",
  ]);
});

test("who asked for a measure waits for the approval of others, who have it as task", async () => {
  const measureId = await openedMeasure(app, caseId);
  expect(await step(await app.context("witten-beispiel"), measureId, { type: "gateCheckStarted" })).toBeUndefined();
  const isApproval = (task: string) => task.startsWith("Prüfen und freigeben");
  expect(tasksOf(await official.page("/arbeitsvorrat?art=measures")).some(isApproval)).toBe(false);
  expect(tasksOf(await colleague.page("/arbeitsvorrat?art=measures")).some(isApproval)).toBe(false);
  const lead = await app.as("witten-muster");
  expect(tasksOf(await lead.page("/arbeitsvorrat?art=measures")).some(isApproval)).toBe(true);
  expect(await official.page("/arbeitsvorrat?ansicht=wartet&art=measures")).toContain("Freigabe durch andere abwarten");
});

test("an ended period asks for a new derivation, and the button derives", async () => {
  await app.sql("update case_standing set until = '2026-11-20' where case_id = $1", [caseId]);
  const html = await official.page("/arbeitsvorrat?art=standings");
  expect(html).toContain("Vollziehbarkeit neu ableiten");
  expect((await official.post(`/faelle/${caseId}/neu-ableiten`)).status).toBe(303);
  expect(await official.page("/arbeitsvorrat?art=standings")).toContain("Kein Treffer.");
  expect(await app.sql("select event from journal where case_id = $1 order by seq desc limit 1", [caseId])).toEqual([
    { event: "standingRederived" },
  ]);
  const stranger = await app.as("bochum-fremd");
  expect((await stranger.post(`/faelle/${caseId}/neu-ableiten`)).status).toBe(404);
});

test("obstacles, expiring gate answers, duties and unconfirmed stops are tasks", async () => {
  const seeded = await oneOfEach(app.sql, { owner: witten, addressee: police, mediator: "BR-059", officer: officerId });
  await app.sql("update obstacle set review_on = '2026-11-25' where case_id = $1", [seeded.caseId]);
  await app.sql(
    `insert into gate_answer (id, measure_id, case_id, owner_id, gate, answer, reason, answered_by, expires_on)
     values ($1, $2, $3, $4, 'G01', 'yes', 'Probe', $5, '2026-11-26')`,
    [newId(), seeded.measureId, seeded.caseId, witten, officerId],
  );
  const html = await official.page("/arbeitsvorrat");
  for (const task of [
    "Hindernis erneut prüfen: Identität klären",
    "Prüfpunkt erneut beantworten: G01",
    "Erneut versuchen oder begründet absehen",
    "Bestätigung des Stopps telefonisch einholen",
  ])
    expect(html).toContain(task);
});

test("a gate answer that was replaced by a newer one is no task", async () => {
  const [row] = await app.sql("select measure_id, case_id from gate_answer where expires_on = '2026-11-26'");
  await app.sql(
    `insert into gate_answer (id, measure_id, case_id, owner_id, gate, answer, reason, answered_by, answered_at, expires_on)
     values ($1, $2, $3, $4, 'G01', 'yes', 'Probe', $5, now(), null)`,
    [newId(), row?.["measure_id"], row?.["case_id"], witten, officerId],
  );
  expect(await official.page("/arbeitsvorrat?art=gates")).toContain("Kein Treffer.");
});

test("pages behind each other give the same list as one long page, without gap or double", async () => {
  for (let number = 0; number < 130; number++)
    await deadline(number % 3 ? "D35" : "D20", `2027-01-${String(1 + (number % 20)).padStart(2, "0")}`);
  const csv = await (await official.get("/arbeitsvorrat.csv")).text();
  const all = csv.trim().split("\r\n").slice(1);
  const seen: string[] = [];
  let next: string | undefined = "/arbeitsvorrat";
  for (let page = 0; next && page < 10; page++) {
    const html: string = await official.page(next);
    seen.push(...tasksOf(html));
    next = /<a href="([^"]*)" rel="next"/.exec(html)?.[1]?.replaceAll("&amp;", "&");
  }
  expect(seen).toHaveLength(all.length);
  // The free words of a resubmission stay out of the file.
  const written = seen.map((task) => task.replace(/^Wiedervorlage: .*/, "Wiedervorlage"));
  expect(all.filter((line, index) => !line.includes(written[index] ?? "?"))).toEqual([]);
});

test("filters: kind, responsible official, beginning of the file number", async () => {
  const [file] = await app.sql("select file_number from case_file where id = $1", [caseId]);
  const found = await official.page(`/arbeitsvorrat?az=${String(file?.["file_number"])}&art=deadlines`);
  expect(tasksOf(found).length).toBe(50);
  expect(await official.page("/arbeitsvorrat?az=99.99")).toContain("Kein Treffer.");
  await app.sql("update case_file set responsible_officer_id = $1 where id = $2", [officerId, caseId]);
  expect(tasksOf(await official.page("/arbeitsvorrat?zustaendig=ich&art=deadlines")).length).toBe(50);
  expect(await colleague.page("/arbeitsvorrat?zustaendig=ich")).toContain("Kein Treffer.");
  expect(tasksOf(await official.page("/arbeitsvorrat?zustaendig=niemand&art=deadlines"))).toEqual([]);
});

test("the beginning of a file number that fits thousands of cases asks for more", async () => {
  await app.sql(
    `with c as (insert into case_file (id, owner_id, file_number) select gen_random_uuid(), $1, 'MASSE-' || n
       from generate_series(1, 2100) n returning id, file_number)
     insert into search_token select $1, file_number, id, 'fileNumber' from c`,
    [witten],
  );
  expect(await official.page("/arbeitsvorrat?az=MASSE")).toContain("Bitte geben Sie mehr Zeichen");
  const file = await official.get("/arbeitsvorrat.csv?az=MASSE");
  expect([file.status, file.headers.get("location")]).toEqual([303, "/arbeitsvorrat?az=MASSE"]);
});

test("names can be hidden, the file never holds them, and each look is noted with its hits", async () => {
  expect(await official.page("/arbeitsvorrat")).toContain("Probe, Ķ.");
  expect(await official.page("/arbeitsvorrat?namen=verdeckt")).not.toContain("Probe, Ķ.");
  const csv = await official.get("/arbeitsvorrat.csv");
  expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(await csv.text()).not.toContain("Ķ");
  const [note] = await app.sql("select what, hits from access_log order by id desc limit 1");
  expect(note).toMatchObject({ what: "Arbeitsvorrat als CSV" });
  expect(Number(note?.["hits"])).toBeGreaterThan(100);
});

test("the team sees numbers by kind, never by person", async () => {
  const html = await official.page("/arbeitsvorrat?ansicht=team");
  expect(html).toContain("davon nicht zugewiesen");
  expect(html).not.toContain("Probe, Ķ.");
  expect(html.match(/<table[\s\S]*<\/table>/)?.[0]).not.toContain("A. Beispiel");
});

test("a view is saved without file number, opened, and deleted by its owner only", async () => {
  const saved = await official.post("/arbeitsvorrat/ansichten?ansicht=heute&art=deadlines&az=31.30-0001", {
    name: "Fristen heute",
  });
  expect(saved.status).toBe(303);
  expect(await app.sql("select name, query from saved_view")).toEqual([
    { name: "Fristen heute", query: "ansicht=heute&art=deadlines" },
  ]);
  expect(await official.page("/arbeitsvorrat")).toContain("/arbeitsvorrat?ansicht=heute&amp;art=deadlines");
  const [view] = await app.all("saved_view");
  expect((await colleague.post(`/arbeitsvorrat/ansichten/${String(view?.["id"])}/loeschen`)).status).toBe(404);
  expect((await official.post(`/arbeitsvorrat/ansichten/${String(view?.["id"])}/loeschen`)).status).toBe(303);
  expect(await app.all("saved_view")).toEqual([]);
  const empty = await official.post("/arbeitsvorrat/ansichten", { name: " " });
  expect([empty.status, await empty.text()]).toMatchObject([
    422,
    expect.stringContaining("Geben Sie der Ansicht einen Namen."),
  ]);
});

test("another authority sees nothing of it, and police has no such page", async () => {
  expect(tasksOf(await (await app.as("koblenz-leitung")).page("/arbeitsvorrat"))).toEqual([]);
  expect((await (await app.as("bochum-wache")).get("/arbeitsvorrat")).status).toBe(403);
});
