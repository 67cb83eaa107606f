import { afterAll, expect, test } from "vitest";
import { startTestApp } from "../../../test/harness/app.ts";
import {
  assessedMeasure,
  completeDraft,
  draftedRequest,
  forcesTopic,
  measureTopic,
  saveTopic,
  send,
  sentRequest,
  statusOf,
  submit,
  versionOn,
} from "../../../test/harness/assistance.ts";
import { enforceableCase, openedMeasure } from "../../../test/harness/prepared-case.ts";
import { newId } from "../../kernel/id.ts";

const app = await startTestApp();
afterAll(app.close);

const caseId = await enforceableCase(app);
const measureId = await openedMeasure(app, caseId);
await assessedMeasure(app, measureId);
const author = await app.as("witten-beispiel");
const police = await app.as("bochum-wache");

test("the page names the police of the municipality and why, not the one of the district", async () => {
  const html = await author.page(`/massnahmen/${measureId}/vollzugshilfe/neu`);
  expect(html).toContain("Polizeipräsidium Bochum");
  expect(html).toContain("Witten");
  expect(html).not.toContain("Ennepe-Ruhr-Kreis als Kreispolizeibehörde");
});

test("a draft takes persons, place and time from case and plan; the same form twice makes one draft", async () => {
  const id = newId();
  for (const _ of [1, 2])
    expect((await author.post(`/massnahmen/${measureId}/vollzugshilfe/neu`, { id })).headers.get("location")).toBe(
      `/ersuchen/${id}/aufgaben`,
    );
  const [row] = await app.sql(
    "select r.addressee_id, c.content from request r join request_content c on c.request_id = r.id where r.id = $1",
    [id],
  );
  expect(row).toMatchObject({
    addressee_id: "KPB-PP-BOCHUM",
    content: {
      plannedStart: { on: "2026-12-01", time: "06:15" },
      persons: [{ familyName: "Muster", givenNames: "Țvetana", birthYear: "1991" }],
      place: { address: "Musterweg 3, Witten" },
      reason: "",
    },
  });
});

test("without a municipality of the place no addressee is guessed", async () => {
  const other = await openedMeasure(app, await enforceableCase(app));
  await app.sql("update measure_plan set ags = null where measure_id = $1", [other]);
  const response = await author.post(`/massnahmen/${other}/vollzugshilfe/neu`, { id: newId() });
  expect(response.status).toBe(422);
  expect(await response.text()).toContain("Gemeinde aus der Liste wählen");
});

test("a municipality without known police is refused in plain words", async () => {
  const other = await openedMeasure(app, await enforceableCase(app));
  await app.sql("update measure_plan set ags = '07111000' where measure_id = $1", [other]);
  expect(await author.page(`/massnahmen/${other}/vollzugshilfe/neu`)).toContain("keine zuständige Polizeibehörde");
});

test("a draft whose place was moved is not sent to the police of the old place; its addressee follows the plan", async () => {
  const moved = await openedMeasure(app, await enforceableCase(app));
  await assessedMeasure(app, moved);
  const id = await completeDraft(app, moved);
  const plan = (ags: string | null) => app.sql("update measure_plan set ags = $2 where measure_id = $1", [moved, ags]);
  const addressee = async () => (await app.sql("select addressee_id, status from request where id = $1", [id]))[0];
  await plan("05913000");
  const page = await author.page(`/ersuchen/${id}/aufgaben`);
  expect(page).toContain("Der Einsatzort liegt jetzt in Dortmund. Dafür ist zuständig: Polizeipräsidium Dortmund.");
  expect(await author.page(`/ersuchen/${id}/pruefen`)).toContain(
    "Der Empfänger ist für den Einsatzort nicht zuständig.",
  );
  const refused = await send(author, id);
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining("passen nicht mehr zusammen")]);
  expect(await addressee()).toEqual({ addressee_id: "KPB-PP-BOCHUM", status: "draft" });

  await plan(null);
  expect(await author.page(`/ersuchen/${id}/aufgaben`)).toContain(`href="/massnahmen/${moved}/planung"`);
  expect((await send(author, id)).status).toBe(422);

  await plan("05913000");
  const version = versionOn(await author.page(`/ersuchen/${id}/aufgaben`));
  expect((await author.post(`/ersuchen/${id}/empfaenger`, { version: "1" })).status).toBe(409);
  expect((await author.post(`/ersuchen/${id}/empfaenger`, { version })).status).toBe(303);
  expect(await author.page(`/ersuchen/${id}/aufgaben`)).not.toContain("nicht zuständig");
  expect((await send(author, id)).status).toBe(303);
  expect(await addressee()).toEqual({ addressee_id: "KPB-PP-DORTMUND", status: "sent" });
  expect(await author.page(`/massnahmen/${moved}`)).not.toContain("Ziehen Sie es zurück");
  await plan("05954036");
  expect(await author.page(`/massnahmen/${moved}`)).toContain(
    "ging an: Polizeipräsidium Dortmund. Ziehen Sie es zurück",
  );
});

test("the task list shows eight topics with their signs", async () => {
  const html = await author.page(`/ersuchen/${await draftedRequest(app, measureId)}/aufgaben`);
  expect([...html.matchAll(/class="aw-tasks__item"/g)]).toHaveLength(8);
  expect(html).toContain("erledigt");
  expect(html).toContain("nicht begonnen");
});

test("a topic with an error keeps what was typed and saves nothing", async () => {
  const id = await draftedRequest(app, measureId);
  const response = await saveTopic(author, id, "massnahme", { ...measureTopic, startsOn: "31.02.2027" });
  expect(response.status).toBe(422);
  const html = await response.text();
  expect(html).toContain("Widerstand zu erwarten");
  expect(html).toContain("31.02.2027");
  expect(await app.sql("select version from request where id = $1", [id])).toEqual([{ version: 1 }]);
});

test("sending without reason and legal basis is refused, with a link to each topic", async () => {
  const id = await draftedRequest(app, measureId);
  const response = await send(author, id);
  expect(response.status).toBe(422);
  const html = await response.text();
  for (const field of ["massnahme#reason", "massnahme#norms", "kraefte#name"])
    expect(html).toContain(`href="/ersuchen/${id}/aufgaben/${field}"`);
  expect(await statusOf(app, id)).toBe("draft");
  expect(await app.sql("select id from request_entry where request_id = $1", [id])).toEqual([]);
});

test("without a final assessment nothing is sent", async () => {
  const other = await openedMeasure(app, await enforceableCase(app));
  const id = await completeDraft(app, other);
  const html = await (await send(author, id)).text();
  expect(html).toContain("Die Gefährdungsbewertung ist nicht abgeschlossen.");
  expect(await statusOf(app, id)).toBe("draft");
});

test("sending needs the confirmation of the check page", async () => {
  const id = await completeDraft(app, measureId);
  const response = await submit(author, `/ersuchen/${id}/pruefen`, `/ersuchen/${id}/absenden`);
  expect(response.status).toBe(422);
  expect(await response.text()).toContain("Bestätigen Sie");
});

test("the check page shows each line with a way to change it, and what is not disclosed", async () => {
  const id = await completeDraft(app, measureId);
  const html = await author.page(`/ersuchen/${id}/pruefen`);
  expect(html).toContain(`/ersuchen/${id}/aufgaben/massnahme`);
  for (const never of ["Diagnosen", "Asylgründe", "AZR-Nummer"]) expect(html).toContain(never);
});

test("a sent request has a receipt, a ledger, a journal line and a party", async () => {
  const id = await sentRequest(app, measureId);
  expect(
    await app.sql("select kind, officer_name from request_entry where request_id = $1 order by kind desc", [id]),
  ).toEqual([
    { kind: "sent", officer_name: "A. Beispiel" },
    { kind: "delivered", officer_name: "System" },
  ]);
  const ledger = await app.sql("select compartment from disclosure where request_id = $1 order by 1", [id]);
  expect(ledger.map(({ compartment }) => compartment)).toEqual(["address", "hazard", "identity", "legal", "schedule"]);
  expect(await app.sql("select event from journal where subject = $1", [`request:${id}`])).toContainEqual({
    event: "sent",
  });
  expect(await app.sql("select authority_id from case_party where request_id = $1", [id])).toEqual([
    { authority_id: "KPB-PP-BOCHUM" },
  ]);
});

test("sending twice sends once; a second tab with the old form is told", async () => {
  const id = await completeDraft(app, measureId);
  const version = versionOn(await author.page(`/ersuchen/${id}/pruefen`));
  const form = { version, confirmed: "on" };
  const answers = await Promise.all([1, 2].map(() => author.post(`/ersuchen/${id}/absenden`, form)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
  expect((await author.post(`/ersuchen/${id}/absenden`, form)).status).toBe(409);
  expect(await app.sql("select id from request_entry where request_id = $1 and kind = 'sent'", [id])).toHaveLength(1);
});

test("two tabs on one topic: the second is told and nothing is lost", async () => {
  const id = await draftedRequest(app, measureId);
  const path = `/ersuchen/${id}/aufgaben/massnahme`;
  const version = versionOn(await author.page(path));
  expect((await author.post(path, { ...measureTopic, version })).status).toBe(303);
  expect((await author.post(path, { ...measureTopic, reason: "anders", version })).status).toBe(409);
  expect(await author.page(path)).toContain("Widerstand zu erwarten");
});

test("an expired session while sending loses nothing of the draft", async () => {
  const id = await completeDraft(app, measureId);
  const version = versionOn(await author.page(`/ersuchen/${id}/pruefen`));
  const response = await app.visitor.post(`/ersuchen/${id}/absenden`, { version, confirmed: "on" });
  expect(response.status).toBe(401);
  expect(await author.page(`/ersuchen/${id}/aufgaben/kraefte`)).toContain(String(forcesTopic["nightPhone"]));
  expect((await send(author, id)).status).toBe(303);
});

test("police and a foreign authority do not find a draft", async () => {
  const id = await draftedRequest(app, measureId);
  expect((await police.get(`/ersuchen/${id}`)).status).toBe(404);
  const foreign = await app.as("bochum-fremd");
  for (const path of ["", "/aufgaben", "/pruefen", "/brief.pdf"])
    expect((await foreign.get(`/ersuchen/${id}${path}`)).status).toBe(404);
  expect((await police.get(`/ersuchen/${id}/aufgaben`)).status).toBe(403);
});

test("the next attempt may copy the request, but neither its time nor its orders nor its assessment", async () => {
  const file = await enforceableCase(app);
  const first = await openedMeasure(app, file);
  const earlier = await completeDraft(app, first);
  const form = { need: "none", noneReason: "Treffpunkt im Amt" };
  await saveTopic(author, earlier, "beschluesse", form);
  const stop = { id: newId(), reason: "court", source: "VG Beispiel, Anruf", on: "23.11.2026", at: "06:40" };
  await author.post(`/massnahmen/${first}/stopp`, stop);
  const second = await openedMeasure(app, file);
  const id = newId();
  await author.post(`/massnahmen/${second}/vollzugshilfe/neu`, { id, copyOf: earlier });
  const [row] = await app.sql("select content from request_content where request_id = $1", [id]);
  expect(row?.["content"]).toMatchObject({
    reason: "Widerstand zu erwarten; eigene Kräfte reichen nicht aus",
    courtOrders: { need: "undecided" },
    meeting: { time: "", place: "" },
  });
  expect((await send(author, id)).status).toBe(422);
});

test("measure, assessment and request ask a colleague „Wozu?“ first, as the case does, and once for all of them", async () => {
  const id = await sentRequest(app, measureId);
  const colleague = await app.as("witten-zweit");
  const pages = [`/massnahmen/${measureId}`, `/massnahmen/${measureId}/gefaehrdung`, `/ersuchen/${id}`];
  for (const page of pages) {
    const answer = await colleague.get(page);
    const ask = `/faelle/${caseId}/wozu?weiter=${encodeURIComponent(page)}`;
    expect([answer.status, answer.headers.get("location")]).toEqual([303, ask]);
  }
  const back = await colleague.post(`/faelle/${caseId}/wozu`, { purpose: "deputy", weiter: pages[0] ?? "" });
  expect(back.headers.get("location")).toBe(pages[0]);
  for (const page of pages) expect((await colleague.get(page)).status).toBe(200);
  const noted = await app.sql("select what, purpose from access_log where case_id = $1 order by id desc limit 3", [
    caseId,
  ]);
  expect(noted.map(({ purpose }) => purpose)).toEqual(["Vertretung", "Vertretung", "Vertretung"]);
  expect((await colleague.get(`/api/v1/measures/${measureId}`)).status).toBe(200);
  expect((await (await app.as("witten-muster")).get(`/api/v1/measures/${measureId}`)).status).toBe(428);
});

/** No page leads a test measure to its end within seconds; the guard of the database is another test's matter. */
async function ended(measure: string): Promise<void> {
  await app.sql("alter table measure disable trigger user");
  await app.sql(
    `update measure set status = 'abortedInExecution', state = state || '{"status": "abortedInExecution",
     "failure": {"phase": "pickup", "cause": "notFound", "text": ""}}' where id = $1`,
    [measure],
  );
  await app.sql("alter table measure enable trigger user");
}

test("assistance is offered while something is left to be carried out; a measure that has ended refuses draft and sending", async () => {
  const measure = await openedMeasure(app, await enforceableCase(app));
  await assessedMeasure(app, measure);
  const offer = `href="/massnahmen/${measure}/vollzugshilfe/neu"`;
  expect(await author.page(`/massnahmen/${measure}`)).toContain(offer);
  const begun = await completeDraft(app, measure);
  await ended(measure);

  expect(await author.page(`/massnahmen/${measure}`)).not.toContain(offer);
  expect(await author.page(`/massnahmen/${measure}/vollzugshilfe/neu`)).not.toContain("Entwurf anlegen");
  const id = newId();
  const refused = [
    await author.post(`/massnahmen/${measure}/vollzugshilfe/neu`, { id }),
    await send(author, begun),
    await author.json(`/api/v1/measures/${measure}/assistance-requests`, { id }),
  ];
  expect(refused.map(({ status }) => status)).toEqual([422, 422, 409]);
  for (const response of refused) expect(await response.text()).toContain("Diese Maßnahme ist beendet.");
  expect([await statusOf(app, begun), await statusOf(app, id)]).toEqual(["draft", undefined]);
});
