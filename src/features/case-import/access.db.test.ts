import { afterAll, beforeAll, expect, test } from "vitest";
import { csvFile, fictionalTable } from "../../../test/fixtures/spreadsheets.ts";
import { startTestApp } from "../../../test/harness/app.ts";
import {
  caseCount,
  confirmColumns,
  fileOf,
  formValues,
  importFile,
  numbered,
  takeOver,
  upload,
  type Uploaded,
} from "./import-steps.test-support.ts";

const app = await startTestApp();
afterAll(app.close);
const official = await app.as("witten-beispiel");
let uploaded: Uploaded;

beforeAll(async () => {
  uploaded = await upload(official, fileOf(csvFile(fictionalTable(3))));
  await confirmColumns(app, official, uploaded);
});

const steps = ["uebernehmen", "fortsetzen", "verwerfen", "zuordnung", "zeilen/2/gemeinde"];
const pages = ["", "/zuordnung", "/abgewiesen.csv", "/zeilen.csv"];

test.each(pages)("%s of another authority's import answers as if it did not exist", async (page) => {
  const stranger = await app.as("bochum-fremd");
  expect((await stranger.get(`${uploaded.path}${page}`)).status).toBe(404);
  expect((await stranger.get(`/import/01890000-0000-7000-8000-000000000000${page}`)).status).toBe(404);
});

test.each(steps)("%s on another authority's import answers as if it did not exist", async (step) => {
  const stranger = await app.as("bochum-fremd");
  expect((await stranger.post(`${uploaded.path}/${step}`, { version: "2", verworfen: "on" })).status).toBe(404);
});

test("the list of another authority stays empty", async () => {
  const html = await (await app.as("bochum-fremd")).page("/import");
  expect(html).toContain("Noch keine Tabelle hochgeladen.");
});

test.each([
  ["witten-muster", "supervisor"],
  ["witten-schutz", "auditor"],
  ["bochum-wache", "districtPolice"],
])("%s (%s) may not import", async (account, role) => {
  const client = await app.as(account, role);
  expect((await client.get("/import")).status).toBe(403);
  expect((await client.post("/import", { datei: fileOf("a;b\r\n1;2\r\n") })).status).toBe(403);
});

test("each look at rows is noted with the number of persons", async () => {
  await official.page(uploaded.path);
  const notes = await app.sql("select what, purpose, hits from access_log order by id desc limit 1");
  expect(notes).toEqual([{ what: "Import: Vorschau", purpose: "Bearbeitung", hits: 3 }]);
});

test("a tick is needed to discard; then the rows are gone and the cases stay", async () => {
  const mine = await importFile(app, official, fileOf(csvFile(numbered(fictionalTable(2), "D"))));
  const cases = await caseCount(app);
  expect((await official.post(`${mine.path}/verwerfen`)).status).toBe(422);
  const other = await upload(official, fileOf(csvFile(numbered(fictionalTable(4), "E"))));
  const unticked = await official.post(`${other.path}/verwerfen`);
  expect([unticked.status, await unticked.text()]).toEqual([422, expect.stringContaining('href="#verworfen"')]);
  await confirmColumns(app, official, other);
  expect((await official.post(`${other.path}/verwerfen`, { verworfen: "on" })).status).toBe(303);
  expect((await official.post(`${mine.path}/verwerfen`, { verworfen: "on" })).status).toBe(303);
  expect(await app.sql("select batch_id from import_row where batch_id = $1", [other.id])).toEqual([]);
  expect(await caseCount(app)).toBe(cases);
  expect(await official.page(other.path)).toContain("Dieser Import wurde verworfen.");
  expect((await official.post(`${other.path}/uebernehmen`, { version: "4" })).status).toBe(409);
  const events = await app.sql("select event from journal where subject = $1 order by seq", [`import:${other.id}`]);
  expect(events.map(({ event }) => event)).toEqual([
    "importUploaded",
    "importColumnsAssigned",
    "importJudged",
    "importDiscarded",
  ]);
});

test("of two clerks who press the button at the same time one is told", async () => {
  const mine = await upload(official, fileOf(csvFile(numbered(fictionalTable(2), "Z"))));
  await confirmColumns(app, official, mine);
  const action = `${mine.path}/uebernehmen`;
  const values = formValues(await official.page(mine.path), action);
  const second = await app.as("witten-zweit");
  const answers = await Promise.all([official.post(action, values), second.post(action, values)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
  await app.jobsDone();
});

test("the list of imports shows state, rows and errors, and can be exported", async () => {
  await takeOver(app, official, uploaded);
  const html = await official.page("/import?sortierung=zeilen&richtung=asc");
  for (const text of ["faelle.csv", "übernommen", "verworfen"]) expect(html).toContain(text);
  const csv = await (await official.get("/import/importe.csv")).text();
  expect(csv).toContain("faelle.csv;");
});
