import { afterAll, beforeEach, expect, test } from "vitest";
import { startTestApp } from "../../../../test/harness/app.ts";
import { enforceableCase } from "../../../../test/harness/prepared-case.ts";
import { factsForGates } from "../index.ts";

const app = await startTestApp();
afterAll(app.close);

const official = await app.as("witten-beispiel");
let caseId = "";
const version = async () =>
  String((await app.sql("select version from case_file where id = $1", [caseId]))[0]?.["version"]);
const rows = () => app.sql("select * from obstacle where case_id = $1 order by opened_on", [caseId]);
const opening = { on: "01.10.2026", text: "Bl. 14: kein Pass vorgelegt" };
const open = async (type: string, form: Record<string, string> = opening) =>
  official.post(`/faelle/${caseId}/hindernisse/neu/${type}`, { version: await version(), ...form });

beforeEach(async () => {
  caseId = await enforceableCase(app);
});

test("an opened obstacle blocks, keeps its register code and review, and is on the page and in the journal", async () => {
  const form = { ...opening, reason: "b-aa", reviewOn: "01.12.2026" };
  expect((await open("travelDocumentMissing", form)).status).toBe(303);
  expect(await rows()).toMatchObject([{ blocking: true, suspension_reason: "b-aa", review_on: "2026-12-01" }]);
  const html = await official.page(`/faelle/${caseId}`);
  expect(html).toContain("1 blockierend");
  expect(html).toContain("Reisedokument fehlt");
  expect(html).toContain("Reisedokument beschaffen");
  const [entry] = await app.sql("select event, data from journal where case_id = $1 order by seq desc limit 1", [
    caseId,
  ]);
  expect(entry).toMatchObject({ event: "obstacleOpened" });
  expect(String(entry?.["data"])).not.toContain("Bl. 14");
  const facts = await factsForGates(
    await app.context("witten-beispiel"),
    caseId,
    (await app.context("witten-beispiel")).today,
  );
  expect(facts.blockingObstacles).toMatchObject([{ label: "Reisedokument fehlt" }]);
});

test.each([
  ["travelDocumentMissing", { ...opening, text: "" }, "Geben Sie eine Begründung ein"],
  ["travelDocumentMissing", { ...opening, on: "" }, "Geben Sie an, seit wann"],
  ["travelDocumentMissing", { ...opening, on: "31.02.2026" }, "ist kein Datum"],
  ["travelDocumentMissing", { ...opening, on: "24.11.2026" }, "Dieser Tag liegt in der Zukunft."],
  ["travelDocumentMissing", { ...opening, reason: "b-bb" }, "Dieser Duldungsgrund passt nicht"],
  ["travelDocumentMissing", { ...opening, reason: "zz" }, "Wählen Sie aus der Liste."],
  ["churchAsylum", { ...opening, reviewOn: "01.01.2026" }, "Der Tag der Prüfung liegt in der Vergangenheit."],
])("%s with %j is refused: %s", async (type, form, message) => {
  const answer = await open(type, form);
  expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(message)]);
  expect(await rows()).toEqual([]);
});

test("the same kind is open only once", async () => {
  await open("identityUnclear");
  const kinds = await official.page(`/faelle/${caseId}/hindernisse/neu`);
  expect(kinds).toContain("(schon offen)");
  expect(kinds).not.toContain("art=identityUnclear");
  expect(kinds).toContain("art=churchAsylum");
  const again = await open("identityUnclear");
  expect([again.status, await again.text()]).toEqual([
    422,
    expect.stringContaining("Dieses Hindernis ist bereits offen."),
  ]);
  expect(await rows()).toHaveLength(1);
});

test("closed with a reason it stays visible, does not block, and cannot be closed again", async () => {
  await open("identityUnclear");
  const [stored] = await rows();
  const path = `/faelle/${caseId}/hindernisse/${stored?.["id"]}/schliessen`;
  const early = await official.post(path, { version: await version(), on: "01.09.2026", text: "Pass liegt vor" });
  expect([early.status, await early.text()]).toEqual([422, expect.stringContaining("Das Ende liegt vor dem Beginn")]);
  const closing = { on: "20.11.2026", text: "Pass liegt vor" };
  expect((await official.post(path, { version: await version(), ...closing })).status).toBe(303);
  const html = await official.page(`/faelle/${caseId}`);
  expect(html).toContain("Geschlossen (1)");
  expect(html).toContain("Pass liegt vor");
  const again = await official.post(path, { version: await version(), ...closing });
  expect([again.status, await again.text()]).toEqual([422, expect.stringContaining("bereits geschlossen")]);
});

test("an old form opens nothing", async () => {
  const old = await version();
  await open("identityUnclear");
  const answer = await official.post(`/faelle/${caseId}/hindernisse/neu/churchAsylum`, { version: old, ...opening });
  expect(answer.status).toBe(409);
  expect(await rows()).toHaveLength(1);
});

test("an unknown kind, another authority and another role come to nothing", async () => {
  expect((await open("zuWichtig")).status).toBe(404);
  const path = `/faelle/${caseId}/hindernisse/neu/identityUnclear`;
  expect((await (await app.as("bochum-fremd")).post(path, { version: "1", ...opening })).status).toBe(404);
  expect((await (await app.as("bochum-wache")).post(path, { version: "1", ...opening })).status).toBe(403);
  expect(await rows()).toEqual([]);
});

test("an obstacle of another case cannot be closed through this one", async () => {
  await open("identityUnclear");
  const [foreign] = await rows();
  caseId = await enforceableCase(app);
  const path = `/faelle/${caseId}/hindernisse/${foreign?.["id"]}/schliessen`;
  expect((await official.post(path, { version: await version(), on: "20.11.2026", text: "weg" })).status).toBe(404);
});

test("the API opens and closes by the same rules", async () => {
  const path = `/api/v1/cases/${caseId}/obstacles`;
  const headers = async () => ({ headers: { "if-match": `"${await version()}"` } });
  const input = { type: "travelDocumentMissing", on: "2026-10-01", text: "Bl. 14", reason: "b-aa" };
  const refused = await official.json(path, { ...input, text: "" }, await headers());
  expect([refused.status, await refused.json()]).toMatchObject([422, { errors: [{ field: "text" }] }]);
  const opened = await official.json(path, input, await headers());
  expect(opened.status).toBe(201);
  const { id } = (await opened.json()) as { id: string };
  expect((await official.json(`${path}/${id}/close`, { on: "2026-11-01", text: "Pass liegt vor" })).status).toBe(428);
  const closed = await official.json(
    `${path}/${id}/close`,
    { on: "2026-11-01", text: "Pass liegt vor" },
    await headers(),
  );
  expect(closed.status).toBe(200);
  expect(await (await official.get(path)).json()).toMatchObject({
    items: [{ type: "travelDocumentMissing", blocking: false, closedOn: "2026-11-01", suspensionReason: "b-aa" }],
  });
});
