import { afterAll, expect, test } from "vitest";
import { startTestApp } from "../../../test/harness/app.ts";
import { assessedMeasure, statePurpose, statementFields, submit, versionOn } from "../../../test/harness/assistance.ts";
import { enforceableCase, openedMeasure } from "../../../test/harness/prepared-case.ts";

const app = await startTestApp();
afterAll(app.close);

const author = await app.as("witten-beispiel");
const newBase = async (): Promise<string> =>
  `/massnahmen/${await openedMeasure(app, await enforceableCase(app))}/gefaehrdung`;
const stored = (base: string) =>
  app.sql("select status, version from hazard_assessment where id = $1", [base.split("/")[2]]);

const addStatement = (base: string, change = {}) =>
  submit(author, `${base}/eigene/aussage`, `${base}/eigene/aussage`, statementFields(change));
const answerNothing = (base: string, source: string) =>
  submit(author, `${base}/${source}`, `${base}/${source}`, {
    answeredOn: "18.11.2026",
    reference: "Antwort vom 18.11.2026",
  });

test("an assessment starts with three open sources and no row", async () => {
  const base = await newBase();
  const html = await author.page(base);
  for (const title of ["Eigene Erkenntnisse", "polizeiliche Erkenntnisse", "Staatsanwaltschaft"])
    expect(html).toContain(title);
  expect(await stored(base)).toEqual([]);
});

test("a statement keeps fact and assessment apart and shows everything that belongs to it", async () => {
  const base = await newBase();
  expect((await addStatement(base)).status).toBe(303);
  const html = await author.page(base);
  for (const words of [
    "Tatsache",
    "Vermerk A. Beispiel",
    "durch Unterlagen",
    "Einsatzkräfte, Kinder",
    "zivile Kleidung",
  ])
    expect(html).toContain(words);
  expect(html).toContain("Die Person war nicht anwesend.");
});

test.each([
  ["text", "", "Schreiben Sie die Aussage."],
  ["nature", "", "Tatsache oder Einschätzung"],
  ["dated", "31.12.2026", "liegt in der Zukunft"],
  ["concerns", [], "für wen die Aussage wichtig ist"],
  ["measureText", "", "Schutzmaßnahme"],
  ["remarkText", "", "Äußerung"],
  ["legalBasis", "", "Rechtsgrundlage"],
  ["expiresOn", "01.01.2026", "vor heute"],
])("a statement without good %s is refused and keeps the input", async (field, value, message) => {
  const base = await newBase();
  const response = await addStatement(base, { [field]: value });
  expect(response.status).toBe(422);
  const html = await response.text();
  expect(html).toContain(message);
  expect(html).toContain("Vermerk A. Beispiel");
  expect(await stored(base)).toEqual([]);
});

test("a vague word asks for the fact and does not block", async () => {
  const base = await newBase();
  expect((await addStatement(base, { text: "Die Person ist renitent." })).status).toBe(303);
  expect(await author.page(base)).toContain("„renitent“ sagt nicht, was geschehen ist.");
});

test("a source cannot have statements and no findings", async () => {
  const base = await newBase();
  await addStatement(base);
  const response = await answerNothing(base, "eigene");
  expect(response.status).toBe(422);
  expect(await response.text()).toContain("Entfernen Sie diese zuerst");
});

test("the author cannot close the assessment, another person can", async () => {
  const base = await newBase();
  await addStatement(base);
  await answerNothing(base, "polizei");
  const again = await author.page(`${base}/polizei`);
  expect(again).toMatch(/name="reference"[^>]*value="[^"]+"/);
  expect(again).toMatch(/name="answeredOn"[^>]*value="\d\d\.\d\d\.2026"/);
  await answerNothing(base, "staatsanwaltschaft");
  const own = await submit(author, base, `${base}/abschliessen`);
  expect(own.status).toBe(422);
  expect(await own.text()).toContain("Eine andere Person muss prüfen");
  const reviewer = await app.as("witten-probe", "caseworker");
  await statePurpose(app, reviewer, base.split("/")[2] ?? "");
  expect((await submit(reviewer, base, `${base}/abschliessen`)).status).toBe(303);
  expect(await stored(base)).toEqual([{ status: "final", version: 4 }]);
  expect(await reviewer.page(base)).toContain("Geprüft von C. Probe am 23.11.2026");
});

test("whoever answered a source may not review either, also without a statement", async () => {
  const base = await newBase();
  for (const source of ["eigene", "polizei", "staatsanwaltschaft"]) await answerNothing(base, source);
  const response = await submit(author, base, `${base}/abschliessen`);
  expect(response.status).toBe(422);
  expect(await stored(base)).toMatchObject([{ status: "draft" }]);
});

test("an open source is named when somebody closes too early", async () => {
  const base = await newBase();
  await addStatement(base);
  const reviewer = await app.as("witten-probe", "caseworker");
  await statePurpose(app, reviewer, base.split("/")[2] ?? "");
  const html = await (await submit(reviewer, base, `${base}/abschliessen`)).text();
  expect(html).toContain("Quelle „Erkenntnisse der Staatsanwaltschaft“ ist noch nicht beantwortet.");
});

test("a change opens the reviewed assessment again", async () => {
  const measureId = await openedMeasure(app, await enforceableCase(app));
  await assessedMeasure(app, measureId);
  const base = `/massnahmen/${measureId}/gefaehrdung`;
  await addStatement(base, { text: "Im Hof steht ein Hund." });
  expect(await stored(base)).toMatchObject([{ status: "draft" }]);
});

test("a changed statement replaces the old one, a removed one is gone", async () => {
  const base = await newBase();
  await addStatement(base);
  const [finding] = await app.sql("select id from hazard_finding where assessment_id = $1", [base.split("/")[2]]);
  const old = String(finding?.["id"]);
  const page = await author.page(`${base}/eigene/aussage?aussage=${old}`);
  expect(page).toContain("Am 26.10. wurde die Tür nicht geöffnet.");
  const changed = statementFields({ text: "Am 27.10. wurde geöffnet.", replaces: old });
  await author.post(`${base}/eigene/aussage`, { version: versionOn(page), ...changed });
  const html = await author.page(base);
  expect(html).toContain("Am 27.10. wurde geöffnet.");
  expect(html).not.toContain("Am 26.10. wurde die Tür");
  await submit(author, base, `${base}/eigene/aussage/entfernen`, { id: changed["id"] as string });
  expect(await author.page(base)).not.toContain("Am 27.10. wurde geöffnet.");
});

test("whoever took a statement away does not review what remains", async () => {
  const base = await newBase();
  await addStatement(base);
  await addStatement(base, { text: "Im Hof steht ein Hund." });
  await answerNothing(base, "polizei");
  await answerNothing(base, "staatsanwaltschaft");
  const remover = await app.as("witten-probe", "caseworker");
  await statePurpose(app, remover, base.split("/")[2] ?? "");
  const [dog] = await app.sql(
    "select id from hazard_finding where assessment_id = $1 and finding::text like '%Hund%'",
    [base.split("/")[2]],
  );
  await submit(remover, base, `${base}/eigene/aussage/entfernen`, { id: String(dog?.["id"]) });
  const response = await submit(remover, base, `${base}/abschliessen`);
  expect([response.status, await stored(base)]).toMatchObject([422, [{ status: "draft" }]]);
});

test("an old form is refused and writes nothing", async () => {
  const base = await newBase();
  const version = versionOn(await author.page(`${base}/polizei`));
  await addStatement(base);
  const form = { version, answeredOn: "18.11.2026", reference: "Antwort" };
  expect((await author.post(`${base}/polizei`, form)).status).toBe(409);
  expect(await stored(base)).toEqual([{ status: "draft", version: 1 }]);
});

test("police, a foreign authority and the supervisor cannot write it", async () => {
  const base = await newBase();
  expect((await (await app.as("bochum-wache")).get(base)).status).toBe(403);
  expect((await (await app.as("bochum-fremd")).get(base)).status).toBe(404);
  expect((await (await app.as("witten-muster")).post(`${base}/eigene/aussage`, statementFields())).status).toBe(403);
});

test("the journal names source and statement, never the words", async () => {
  const base = await newBase();
  await addStatement(base, { text: "Kanarienvogel-Satz." });
  const lines = await app.sql("select event, data from journal where subject = $1", [`measure:${base.split("/")[2]}`]);
  expect(JSON.stringify(lines)).toContain("hazardStatementSaved");
  expect(JSON.stringify(lines)).not.toContain("Kanarienvogel");
});
