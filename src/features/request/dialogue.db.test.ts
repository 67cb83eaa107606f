import { afterAll, expect, test } from "vitest";
import { startTestApp } from "../../../test/harness/app.ts";
import { assessedMeasure, sentRequest, statusOf, step } from "../../../test/harness/assistance.ts";
import { enforceableCase, openedMeasure } from "../../../test/harness/prepared-case.ts";

const app = await startTestApp();
afterAll(app.close);

const measureId = await openedMeasure(app, await enforceableCase(app));
await assessedMeasure(app, measureId);
const author = await app.as("witten-beispiel");
const police = await app.as("bochum-wache");
const liaison = await app.as("arnsberg-mittler");

const reviewed = async (): Promise<string> => {
  const id = await sentRequest(app, measureId);
  await step(police, id, "received");
  await step(police, id, "reviewStarted");
  return id;
};

test("the police see their slice: names and place, no file of the case, and the reading is recorded once", async () => {
  const id = await sentRequest(app, measureId);
  const html = await police.page(`/ersuchen/${id}`);
  for (const words of ["Muster, Țvetana", "Musterweg 3", "Widerstand zu erwarten", "zivile Kleidung", "0000 12-345"])
    expect(html).toContain(words);
  for (const never of ["Übermittlungsverzeichnis", "Berichtigung senden", "Ersuchen zurückziehen"])
    expect(html).not.toContain(never);
  await police.page(`/ersuchen/${id}`);
  expect(await app.sql("select id from request_entry where request_id = $1 and kind = 'firstRead'", [id])).toHaveLength(
    1,
  );
  expect(
    await app.sql("select distinct purpose from access_log where authority_id = 'KPB-PP-BOCHUM' and what = 'Ersuchen'"),
  ).toEqual([{ purpose: "Prüfung des Ersuchens" }]);
});

test("a foreign authority does not find the request, in page, API, letter or list", async () => {
  const id = await sentRequest(app, measureId);
  const foreign = await app.as("bochum-fremd");
  for (const path of [`/ersuchen/${id}`, `/api/v1/requests/${id}`, `/ersuchen/${id}/brief.pdf`])
    expect((await foreign.get(path)).status).toBe(404);
  expect(await foreign.page("/ersuchen")).not.toContain(id);
});

test("question and answer go to and fro, each with its time, and the clock says who is at its turn", async () => {
  const id = await reviewed();
  const late = await step(police, id, "questionAsked", { question: "Wo ist der Meldeort?", dueOn: "20.11.2026" });
  const refused = await late.text();
  expect([late.status, refused]).toEqual([422, expect.stringContaining("liegt in der Vergangenheit")]);
  expect(refused).toContain("Wo ist der Meldeort?");
  const asked = await step(police, id, "questionAsked", { question: "Wo ist der Meldeort?", dueOn: "24.11.2026" });
  expect(asked.status).toBe(303);
  const html = await author.page(`/ersuchen/${id}`);
  expect(html).toContain("Wo ist der Meldeort?");
  expect(html).toContain("auf die ersuchende Behörde seit");
  expect(html).toContain("24.11.2026, 23:59 Uhr");
  expect((await step(author, id, "questionAnswered", { answer: "Wache Witten, 05:45 Uhr" })).status).toBe(303);
  expect(await police.page(`/ersuchen/${id}`)).toContain("Wache Witten, 05:45 Uhr");
  expect(await statusOf(app, id)).toBe("answered");
});

test("silence is never a consent: a passed due time changes no status", async () => {
  const id = await reviewed();
  await step(police, id, "questionAsked", { question: "Wo ist der Meldeort?", dueOn: "24.11.2026" });
  app.setNow("2026-11-30T08:00:00Z");
  expect(await author.page(`/ersuchen/${id}`)).toContain("überfällig");
  expect(await statusOf(app, id)).toBe("question");
  app.setNow("2026-11-23T07:14:00Z");
});

test("conditions need a text, a time where their kind has one, and the agreement of the other side", async () => {
  const id = await reviewed();
  const incomplete = await step(police, id, "acceptedWithConditions", {
    kinds: ["otherTime"],
    text_otherTime: "später",
  });
  expect(incomplete.status).toBe(422);
  expect(await incomplete.text()).toContain("Geben Sie Tag und Uhrzeit an.");
  const past = { kinds: ["otherTime"], text_otherTime: "früher", on: "01.11.2026", at: "07:00" };
  expect((await step(police, id, "acceptedWithConditions", past)).status).toBe(422);
  await step(police, id, "acceptedWithConditions", {
    kinds: ["otherTime", "fewerForces"],
    text_otherTime: "Schichtwechsel",
    on: "01.12.2026",
    at: "07:15",
    text_fewerForces: "nur zwei Kräfte",
  });
  expect((await step(author, id, "executed")).status).toBe(422);
  expect(await author.page(`/ersuchen/${id}/schritte/conditionsAgreed`)).toContain(
    "anderer Zeitpunkt am 01.12.2026, 07:15 Uhr: Schichtwechsel",
  );
  expect((await step(author, id, "conditionsAgreed")).status).toBe(303);
  expect((await step(author, id, "executed")).status).toBe(303);
});

test("declining has a closed list of reasons, and missing forces ask for the next day", async () => {
  const id = await reviewed();
  const page = await police.page(`/ersuchen/${id}/schritte/declined`);
  expect([...page.matchAll(/type="radio"/g)]).toHaveLength(4);
  expect((await step(police, id, "declined", { reason: "noEarlierAttempt", text: "kein Versuch" })).status).toBe(422);
  const without = await step(police, id, "declined", { reason: "forcesNotAvailable", text: "keine Kräfte" });
  expect(without.status).toBe(422);
  expect(await without.text()).toContain("Nennen Sie den nächsten Tag");
  const form = { reason: "forcesNotAvailable", text: "keine Kräfte", nearestPossible: "03.12.2026" };
  expect((await step(police, id, "declined", form)).status).toBe(303);
  expect(await author.page(`/ersuchen/${id}`)).toContain("nächster möglicher Tag: 03.12.2026");
});

test("the API cannot decline for another reason either", async () => {
  const id = await reviewed();
  const [row] = await app.sql("select version from request where id = $1", [id]);
  const response = await police.json(
    `/api/v1/requests/${id}/events`,
    { type: "declined", fields: { reason: "forcesNotAvailable", text: "keine Kräfte" } },
    { headers: { "if-match": `"${String(row?.["version"])}"` } },
  );
  expect(response.status).toBe(409);
  expect(await statusOf(app, id)).toBe("underReview");
});

test("disagreement goes to the liaison officer with both positions; the result binds nobody", async () => {
  const id = await reviewed();
  expect((await liaison.get(`/ersuchen/${id}`)).status).toBe(404);
  await step(police, id, "contested", { position: "Der Zeitpunkt passt nicht." });
  expect(await author.page(`/ersuchen/${id}/schritte/mediationStarted`)).toContain("Bezirksregierung Arnsberg");
  await step(author, id, "mediationStarted", { otherPosition: "Der Flug geht mittags." });
  const html = await liaison.page(`/ersuchen/${id}`);
  for (const words of ["Der Zeitpunkt passt nicht.", "Der Flug geht mittags.", "Widerstand zu erwarten"])
    expect(html).toContain(words);
  for (const never of ["Muster, Țvetana", "Musterweg", "zivile Kleidung", "brief.pdf"])
    expect(html).not.toContain(never);
  expect(await liaison.page("/ersuchen")).toContain(id);
  const page = await liaison.page(`/ersuchen/${id}/vermittlung`);
  expect(page).toContain("In Vermittlung: beide Positionen");
  const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? "";
  const form = { version, text: "Beginn um 07:00 Uhr." };
  expect((await liaison.post(`/ersuchen/${id}/vermittlung`, form)).status).toBe(303);
  expect(await statusOf(app, id)).toBe("mediation");
  expect(await police.page(`/ersuchen/${id}`)).toContain("Beginn um 07:00 Uhr.");
  expect((await step(police, id, "accepted")).status).toBe(303);
});

test("an amendment after acceptance asks the police to look again, and the ledger has a second line", async () => {
  const id = await reviewed();
  await step(police, id, "accepted");
  const page = await author.page(`/ersuchen/${id}/berichtigen`);
  const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? "";
  const form = { version, changes: "Beginn verschoben", startsOn: "01.12.2026", startsAt: "06:45" };
  expect((await author.post(`/ersuchen/${id}/berichtigen`, form)).status).toBe(303);
  expect(await statusOf(app, id)).toBe("underReview");
  const html = await police.page(`/ersuchen/${id}`);
  expect(html).toContain("06:15 Uhr → Di 01.12.2026, 06:45 Uhr");
  const ledger = await app.sql("select id from disclosure where request_id = $1 and compartment = 'schedule'", [id]);
  expect(ledger).toHaveLength(2);
});

test("after the withdrawal the police keep the dialogue and lose the content", async () => {
  const id = await reviewed();
  expect((await step(author, id, "withdrawn", { reason: "Ausreise freiwillig" })).status).toBe(303);
  const html = await police.page(`/ersuchen/${id}`);
  expect(html).toContain("Der Inhalt ist nicht mehr einsehbar.");
  for (const gone of ["Muster, Țvetana", "Musterweg", "zivile Kleidung"]) expect(html).not.toContain(gone);
  expect((await police.get(`/ersuchen/${id}/brief.pdf`)).status).toBe(404);
  const api = (await (await police.get(`/api/v1/requests/${id}`)).json()) as { content: unknown };
  expect(api.content).toEqual({});
  expect((await step(author, id, "withdrawn", { reason: "noch einmal" })).status).toBe(422);
});

test("telephone notes of both sides stand in the dialogue with both times", async () => {
  const id = await sentRequest(app, measureId);
  for (const client of [author, police])
    expect(
      (
        await client.post(`/ersuchen/${id}/telefonat`, {
          on: "20.11.2026",
          at: "08:40",
          with: "Leitstelle Probe",
          text: "Treffpunkt besprochen",
        })
      ).status,
    ).toBe(303);
  const html = await police.page(`/ersuchen/${id}`);
  expect([...html.matchAll(/Gespräch mit Leitstelle Probe/g)]).toHaveLength(2);
  expect(html).toContain("nachgetragen, erfasst");
  const future = await police.post(`/ersuchen/${id}/telefonat`, {
    on: "20.12.2026",
    at: "08:40",
    with: "x",
    text: "abc",
  });
  expect(future.status).toBe(422);
});

test("briefed, executed and debriefed end the request", async () => {
  const id = await reviewed();
  await step(police, id, "accepted");
  const [row] = await app.sql("select version from request where id = $1", [id]);
  const version = String(row?.["version"]);
  expect((await police.post(`/ersuchen/${id}/zwischenstand/briefed`, { version })).status).toBe(303);
  expect(await author.page(`/ersuchen/${id}`)).toContain("Einsatz besprochen");
  await step(police, id, "executed");
  expect(
    (await step(author, id, "debriefed", { went: "Absprache", failed: "", change: "früher anrufen" })).status,
  ).toBe(303);
  const html = await author.page(`/ersuchen/${id}`);
  expect(html).toContain("früher anrufen");
  expect(await app.sql("select closed_at is not null as closed from request where id = $1", [id])).toEqual([
    { closed: true },
  ]);
});

test("the wrong side cannot take a step, and nothing is written", async () => {
  const id = await reviewed();
  expect((await step(author, id, "accepted")).status).toBe(403);
  expect((await step(police, id, "withdrawn", { reason: "kein Grund" })).status).toBe(403);
  expect(await statusOf(app, id)).toBe("underReview");
});

test("twenty officials answer at once: one wins, nineteen are told", async () => {
  const id = await reviewed();
  const [row] = await app.sql("select version from request where id = $1", [id]);
  const form = { version: String(row?.["version"]) };
  expect(await police.page(`/ersuchen/${id}/schritte/accepted`)).toContain("Worum gebeten wird");
  const answers = await Promise.all(
    [...Array(20).keys()].map(() => police.post(`/ersuchen/${id}/schritte/accepted`, form)),
  );
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
  expect(await app.sql("select id from request_entry where request_id = $1 and kind = 'accepted'", [id])).toHaveLength(
    1,
  );
});
