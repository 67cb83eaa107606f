/** Nothing that was typed is lost: not when somebody else was faster, not when the page is gone, not after a fault. */
import { afterAll, expect, test } from "vitest";
import { newId } from "../src/kernel/id.ts";
import { startTestApp } from "./harness/app.ts";
import { draftedRequest, measureTopic, sentRequest, assessedMeasure, statementFields } from "./harness/assistance.ts";
import { enforceableCase, openedMeasure } from "./harness/prepared-case.ts";

const app = await startTestApp();
afterAll(app.close);
const official = await app.as("witten-beispiel");
const lead = await app.as("witten-muster");
const caseId = await enforceableCase(app);
const measure = await openedMeasure(app, caseId);
const draft = await draftedRequest(app, measure);
const assessed = await openedMeasure(app, await enforceableCase(app));
await assessedMeasure(app, assessed);
const sent = await sentRequest(app, assessed);
const versionOf = async (): Promise<string> =>
  String((await app.sql("select version from case_file where id = $1", [caseId]))[0]?.["version"]);
const obstacles = `/faelle/${caseId}/hindernisse`;
await official.post(`${obstacles}/neu/churchAsylum`, { version: await versionOf(), on: "01.10.2026", text: "Bl. 14" });
const [first] = await app.sql("select id from legal_event where case_id = $1 order by happened_on limit 1", [caseId]);
const event = String(first?.["id"]);
const [obstacle] = await app.sql("select id from obstacle where case_id = $1", [caseId]);

const word = "Eben getippt";
type Form = Record<string, string | readonly string[]>;
const start = { startsOn: "02.12.2026", startsAt: "07:00" };

test.each<[path: string, form: Form]>([
  [`/faelle/${caseId}/person`, { familyName: word }],
  [`/faelle/${caseId}/anschrift`, { street: word, postcode: "58452", "ags-text": "Witten" }],
  [`/faelle/${caseId}/namen`, { name: word, source: "Bl. 1" }],
  [`/faelle/${caseId}/ereignisse/eventCorrected`, { on: "20.11.2026", corrects: event, of: event, reason: word }],
  [`/faelle/${caseId}/ausreise/counselled`, { on: "20.11.2026", by: word }],
  [`${obstacles}/neu/identityUnclear`, { on: "20.11.2026", text: word }],
  [`${obstacles}/${String(obstacle?.["id"])}/schliessen`, { on: "20.11.2026", text: word }],
  [`/massnahmen/${measure}/planung`, { place: word }],
  [`/massnahmen/${measure}/schritte/returned`, { reason: word }],
  [`/massnahmen/${measure}/gefaehrdung/polizei`, { answeredOn: "18.11.2026", reference: word }],
  [`/massnahmen/${measure}/gefaehrdung/eigene/aussage`, statementFields({ text: word })],
  [`/ersuchen/${draft}/aufgaben/massnahme`, { ...measureTopic, reason: word }],
  [`/ersuchen/${sent}/berichtigen`, { ...start, changes: word }],
  [`/ersuchen/${sent}/schritte/withdrawn`, { reason: word }],
])("an old form comes again with what was typed and with the present version: %s", async (path, form) => {
  const answer = await official.post(path, { ...form, version: "99" });
  const html = await answer.text();
  expect([answer.status, html]).toEqual([409, expect.stringContaining("inzwischen geändert")]);
  expect(html).toContain(`action="${path}"`);
  expect(html).toContain(word);
  expect(html).toMatch(/name="version" value="(?!99")\d+"/);
  expect(html).not.toContain("zum Kopieren");
});

test("what somebody else has stored stands at its field, and sending again with both in view saves", async () => {
  const path = `/massnahmen/${measure}/planung`;
  const plan = { ...start, place: "Altweg 1, Witten", ags: "05954036", "ags-text": "Witten", note: "Hof" };
  expect((await official.post(path, { ...plan, version: "2" })).status).toBe(303);
  const late = await official.post(path, {
    ...plan,
    startsAt: "07:30",
    place: "Neuweg 2, Witten",
    note: "",
    version: "2",
  });
  const html = await late.text();
  expect(late.status).toBe(409);
  expect(html).toMatch(/value="Neuweg 2, Witten"[^>]*aria-describedby="place-gespeichert"/);
  expect(html).toMatch(/id="place-gespeichert">Jetzt gespeichert: <strong>Altweg 1, Witten<\/strong>/);
  expect(html).toMatch(/id="startsAt-gespeichert">Jetzt gespeichert: <strong>07:00/);
  expect(html).toMatch(/id="note-gespeichert">Jetzt gespeichert: <strong>Hof/);
  for (const same of ["startsOn", "ags-text", "dwelling"]) expect(html).not.toContain(`id="${same}-gespeichert"`);
  const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? "";
  expect((await official.post(path, { ...plan, place: "Neuweg 2, Witten", note: "", version })).status).toBe(303);
  expect(await official.page(path)).toContain("Neuweg 2, Witten");
});

test("choices are compared in words", async () => {
  const path = `/faelle/${caseId}/person`;
  const html = await (await official.post(path, { familyName: "Muster", nationality: "000", version: "99" })).text();
  expect(html).toMatch(/id="nationality-gespeichert">Jetzt gespeichert: <strong>[^<\d]{4}/);
  const topic = `/ersuchen/${draft}/aufgaben/massnahme`;
  expect((await official.post(topic, { ...measureTopic, version: "1" })).status).toBe(303);
  const norms = await official.post(topic, { ...measureTopic, norms: ["§ 71 Abs. 1 AufenthG"], version: "1" });
  expect(await norms.text()).toContain("<strong>§ 71 Abs. 1 AufenthG, §§ 47 ff. PolG NRW</strong>");
});

test("hidden parts that did not arrive are told in German, without a link to nowhere", async () => {
  const answer = await official.post("/faelle/neu", { familyName: word });
  const html = await answer.text();
  expect([answer.status, html]).toEqual([422, expect.stringContaining("Eine Angabe fehlt oder ist nicht lesbar.")]);
  expect(html).toContain(`value="${word}"`);
  expect(html).not.toMatch(/Invalid input|href="#id"/);
});

const copied = (html: string): string => /id="eingaben"[^>]*>([^<]*)</.exec(html)?.[1]?.trim() ?? "";

test("where the page of the form is gone, what was typed comes back to be copied", async () => {
  const late = await official.post(`/ersuchen/${sent}/aufgaben/massnahme`, {
    version: "1",
    reason: word,
    freeText: "",
  });
  expect([late.status, copied(await late.text())]).toEqual([404, word]);
  const one = await official.post(`/faelle/${newId()}/namen`, { version: "1", name: word });
  expect([one.status, copied(await one.text())]).toEqual([404, word]);
});

test("after a change of role in another window the form can be sent again", async () => {
  const answer = await lead.post(`/faelle/${caseId}/namen`, { version: "1", name: word, source: "Bl. 1" });
  const html = await answer.text();
  expect([answer.status, copied(html)]).toEqual([403, `${word}\nBl. 1`]);
  expect(html).toContain(`action="/faelle/${caseId}/namen"`);
  expect(html).toContain(`name="name" value="${word}"`);
});

test("whoever lost the case while typing says what for in another window, and loses nothing", async () => {
  const colleague = await app.as("witten-zweit");
  const path = `/faelle/${caseId}/namen`;
  const form = { version: await versionOf(), name: "Zweitname", source: "Bl. 2" };
  const asked = await colleague.post(path, form);
  const html = await asked.text();
  expect([asked.status, html]).toEqual([428, expect.stringContaining('name="name" value="Zweitname"')]);
  expect(html).toContain(`/faelle/${caseId}/wozu?weiter=`);
  await colleague.post(`/faelle/${caseId}/wozu`, { purpose: "deputy" });
  expect((await colleague.post(path, form)).status).toBe(303);
});

test("the words of a page that is not ours are never sent back", async () => {
  const body = new URLSearchParams({ name: word });
  const foreign = await app.visitor.send(
    "/faelle/neu",
    new TextEncoder().encode(body.toString()).buffer as ArrayBuffer,
    {
      "content-type": "application/x-www-form-urlencoded",
      "sec-fetch-site": "cross-site",
    },
  );
  expect([foreign.status, await foreign.text()]).toEqual([403, expect.not.stringContaining(word)]);
});

test("a stop confirmed by somebody else keeps its first note, and the second one comes back", async () => {
  const id = newId();
  const form = { id, reason: "medical", source: "Amtsarzt, Anruf 06:40", on: "23.11.2026", at: "06:40" };
  expect((await official.post(`/massnahmen/${assessed}/stopp`, form)).status).toBe(303);
  const note = { authority: "KPB-PP-BOCHUM", reached: "R. Probe" };
  const nobody = await official.post(`/stopp/${id}/telefon`, { ...note, authority: "KPB-ENNEPE-RUHR-KREIS" });
  expect([nobody.status, await nobody.text()]).toEqual([422, expect.stringContaining('href="#authority"')]);
  const double = [await official.post(`/stopp/${id}/telefon`, note), await official.post(`/stopp/${id}/telefon`, note)];
  expect(double.map(({ status }) => status)).toEqual([303, 303]);
  const late = await official.post(`/stopp/${id}/telefon`, { ...note, reached: "S. Muster", note: word });
  const html = await late.text();
  expect([late.status, html]).toEqual([409, expect.stringContaining("Ihr Vermerk wurde nicht gespeichert.")]);
  expect(copied(html)).toContain(`S. Muster\n${word}`);
});
