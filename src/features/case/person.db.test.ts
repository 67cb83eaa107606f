import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApp } from "../../../test/harness/app.ts";
import { newId } from "../../kernel/id.ts";
import { searchCases } from "./index.ts";

const app = await startTestApp();
afterAll(app.close);

const official = await app.as("witten-beispiel");
const form = (more: Record<string, string> = {}) => ({
  id: newId(),
  fileNumber: "31.30-0200",
  familyName: "Đurić-Muster",
  givenNames: "Țvetana",
  birthDate: "00.00.1990",
  nationality: "998",
  street: "Musterweg",
  houseNumber: "3",
  room: "12",
  postcode: "58452",
  "ags-text": "Witten",
  familyLabel: "FV 7",
  language: "Testländisch",
  ...more,
});

const first = form();
let version = "";
const readVersion = async () =>
  String((await app.sql("select version from case_file where id = $1", [first.id]))[0]?.["version"]);
const lastEvent = async () =>
  (await app.sql("select event, data from journal where case_id = $1 order by seq desc limit 1", [first.id]))[0];

beforeAll(async () => {
  const answer = await official.post("/faelle/neu", first);
  expect([answer.status, answer.headers.get("location")]).toEqual([303, `/faelle/${first.id}/ereignisse/neu?neu=1`]);
});

test("a case opened by hand has person, address with its municipality, family and a derived standing", async () => {
  expect(await app.sql("select birth_date, nationalities from person_identity where case_id = $1", [first.id])).toEqual(
    [{ birth_date: "1990-00-00", nationalities: ["998"] }],
  );
  expect(await app.sql("select ags, place, room from case_address where case_id = $1", [first.id])).toEqual([
    { ags: "05954036", place: "Witten", room: "12" },
  ]);
  expect(await app.sql("select state from case_standing where case_id = $1", [first.id])).toEqual([
    { state: "noDuty" },
  ]);
  expect(await lastEvent()).toMatchObject({ event: "caseOpened" });
});

test("sent twice, also at the same moment, the form opens one case", async () => {
  const twin = form({ fileNumber: "31.30-0201", id: newId() });
  const answers = await Promise.all([official.post("/faelle/neu", twin), official.post("/faelle/neu", twin)]);
  expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  expect(await app.sql("select id from case_file where file_number = '31.30-0201'")).toEqual([{ id: twin.id }]);
});

test.each([
  ["31.30-0200", "another case of the authority has it"],
  ["31.30 - 0200", "only the spaces differ"],
])("the file number %s is refused: %s, and nothing is half-written", async (fileNumber) => {
  const before = await app.all("person_identity");
  const answer = await official.post("/faelle/neu", form({ fileNumber }));
  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(html).toContain("Dieses Aktenzeichen trägt schon ein anderer Fall Ihrer Behörde.");
  expect(html).toContain('value="Đurić-Muster"');
  expect(await app.all("person_identity")).toHaveLength(before.length);
});

test.each([
  ["familyName", "", "Der Name fehlt."],
  ["familyName", "Mu$ter", "Zeichen ‚$‘ an Stelle 3 ist nicht zulässig (DIN 91379)."],
  ["birthDate", "31.02.1990", "Diesen Tag gibt es nicht im Kalender."],
  ["birthDate", "01.01.2030", "Das Geburtsdatum liegt in der Zukunft."],
  ["fileNumber", "", "Geben Sie das Aktenzeichen an."],
  ["postcode", "5845", "Die Postleitzahl hat fünf Ziffern"],
  ["ags-text", "", "Die Postleitzahl genügt nicht. Geben Sie die Gemeinde an. Möglich ist: Witten"],
  ["ags-text", "Erfundenhausen", "Eine Gemeinde „Erfundenhausen“ gibt es im Verzeichnis nicht."],
  ["ags-text", "Neu", "„Neu“ ist nicht eindeutig."],
])("%s „%s“ is answered in German, at its field, with the input kept", async (field, value, message) => {
  const answer = await official.post("/faelle/neu", form({ fileNumber: "31.30-0299", [field]: value }));
  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(html).toContain(message);
  expect(html).toContain("Fehler: Fall anlegen");
  expect(await app.sql("select id from case_file where file_number = '31.30-0299'")).toEqual([]);
});

test("changed person data are found by the new name; the journal names the fields, never the values", async () => {
  version = await readVersion();
  const change = { ...first, version, familyName: "Neumann-Muster", nationality2: "000" };
  expect((await official.post(`/faelle/${first.id}/person`, change)).status).toBe(303);
  const entry = await lastEvent();
  expect(entry).toMatchObject({ event: "personChanged" });
  expect(JSON.parse(String(entry?.["data"]))).toEqual({ fields: ["family_name", "nationalities"] });
  const hits = await searchCases(await app.context("witten-beispiel"), "neumann");
  expect(hits.map(({ caseId }) => caseId)).toEqual([first.id]);
});

test("an old form changes nothing and says so", async () => {
  const answer = await official.post(`/faelle/${first.id}/person`, { ...first, version, familyName: "Alt" });
  expect(answer.status).toBe(409);
  expect(await answer.text()).toContain("inzwischen geändert");
  expect(await lastEvent()).toMatchObject({ event: "personChanged" });
});

test("a form without a change is no change", async () => {
  const now = await readVersion();
  const same = { ...first, version: now, familyName: "Neumann-Muster", nationality2: "000" };
  expect((await official.post(`/faelle/${first.id}/person`, same)).status).toBe(303);
  expect(await readVersion()).toBe(now);
});

test("a new address moves the competence, and the page says that another authority is competent", async () => {
  const address = { version: await readVersion(), street: "Probeweg", postcode: "44787", "ags-text": "Bochum" };
  expect((await official.post(`/faelle/${first.id}/anschrift`, address)).status).toBe(303);
  expect(JSON.parse(String((await lastEvent())?.["data"]))["fields"]).toContain("ags");
  const html = await official.page(`/faelle/${first.id}`);
  expect(html).toContain("Andere Ausländerbehörde zuständig");
  expect(html).toContain("Polizeipräsidium Bochum");
});

test("a further name needs its source, and is found afterwards", async () => {
  const path = `/faelle/${first.id}/namen`;
  const missing = await official.post(path, { version: await readVersion(), name: "Aliasname", source: "" });
  expect([missing.status, await missing.text()]).toEqual([422, expect.stringContaining("Geben Sie die Quelle an")]);
  const alias = { version: await readVersion(), name: "Żółć-Probe", source: "Reisepass, Bl. 12" };
  expect((await official.post(path, alias)).status).toBe(303);
  expect(await official.search("zolc")).toContain("weiterer Name „Żółć“");
  expect(await lastEvent()).toMatchObject({ event: "aliasAdded" });
});

test("the case is handed to another officer of the authority, never to somebody else", async () => {
  const other = await app.actor("witten-probe", "caseworker");
  const stranger = await app.actor("bochum-fremd");
  const path = `/faelle/${first.id}/sachbearbeitung`;
  const refused = await official.post(path, { version: await readVersion(), officer: stranger.officerId });
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining("bearbeitet keine Fälle")]);
  expect((await official.post(path, { version: await readVersion(), officer: other.officerId })).status).toBe(303);
  expect(await lastEvent()).toMatchObject({ event: "caseAssigned" });
  expect((await official.get(`/faelle/${first.id}`)).status).toBe(303);
});

test.each(["person", "anschrift", "namen"])(
  "%s: another authority gets 404, police and supervisor 403",
  async (page) => {
    const path = `/faelle/${first.id}/${page}`;
    expect((await (await app.as("bochum-fremd")).get(path)).status).toBe(404);
    expect((await (await app.as("bochum-wache")).get(path)).status).toBe(403);
    expect((await (await app.as("witten-muster")).post(path, first)).status).toBe(403);
  },
);

test("sachbearbeitung: the supervisor hands a case over from its page; strangers get 404, the police 403", async () => {
  const path = `/faelle/${first.id}/sachbearbeitung`;
  expect((await (await app.as("bochum-fremd")).get(path)).status).toBe(404);
  expect((await (await app.as("bochum-wache")).get(path)).status).toBe(403);
  const lead = await app.as("witten-muster");
  await lead.post(`/faelle/${first.id}/wozu`, { purpose: "supervision" });
  const version = /name="version" value="(\d+)"/.exec(await lead.page(path))?.[1] ?? "";
  const { officerId } = await app.actor("witten-zweit");
  expect((await lead.post(path, { version, officer: officerId })).status).toBe(303);
  const stale = await lead.post(path, { version, officer: (await app.actor("witten-beispiel")).officerId });
  expect(stale.status).toBe(409);
  expect(await app.sql("select responsible_officer_id from case_file where id = $1", [first.id])).toEqual([
    { responsible_officer_id: officerId },
  ]);
});
