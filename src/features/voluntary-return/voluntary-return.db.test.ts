import { afterAll, beforeEach, expect, test } from "vitest";
import { startTestApp } from "../../../test/harness/app.ts";
import { newId } from "../../kernel/id.ts";
import { factsForGates } from "../case/index.ts";

const app = await startTestApp();
afterAll(app.close);

const official = await app.as("witten-beispiel");
let caseId = "";
let counter = 0;

beforeEach(async () => {
  caseId = newId();
  const form = { id: caseId, fileNumber: `31.40-${++counter}`, familyName: "Muster", givenNames: "Probe" };
  expect((await official.post("/faelle/neu", form)).status).toBe(303);
});

const version = async () =>
  String((await app.sql("select version from case_file where id = $1", [caseId]))[0]?.["version"]);
const step = async (type: string, form: Record<string, string>) =>
  official.post(`/faelle/${caseId}/ausreise/${type}`, { version: await version(), ...form });
const row = async () =>
  (await app.sql("select status, state, offered_on from voluntary_return where case_id = $1", [caseId]))[0];
const steps: [string, Record<string, string>][] = [
  ["offered", { on: "12.09.2026" }],
  ["counselled", { on: "20.09.2026", by: "Beratungsstelle Muster", isIndependent: "on" }],
  ["applied", { on: "01.10.2026", programme: "REAG/GARP 2.0", consequencesExplained: "on" }],
  ["approved", { on: "15.10.2026", validUntil: "31.12.2026" }],
  ["booked", { on: "20.10.2026", departureOn: "20.11.2026" }],
];
const upTo = async (last: string) => {
  for (const [type, form] of steps.slice(0, steps.findIndex(([type]) => type === last) + 1))
    expect([type, (await step(type, form)).status]).toEqual([type, 303]);
};
const holds = async () => {
  const context = await app.context("witten-beispiel");
  return (await factsForGates(context, caseId, context.today)).returnApproved;
};
const departure = { on: "20.11.2026", proof: "borderAuthority", destination: "thirdCountry" };

test("the case page offers the voluntary way first, and only the offer can begin it", async () => {
  const html = await official.page(`/faelle/${caseId}`);
  expect(html).toContain("Noch nicht angeboten. Das Angebot geht jeder Maßnahme vor.");
  const answer = await step("applied", { on: "01.10.2026", programme: "REAG/GARP 2.0", consequencesExplained: "on" });
  expect([answer.status, await answer.text()]).toEqual([
    422,
    expect.stringContaining("Dieser Schritt ist jetzt nicht möglich."),
  ]);
  expect(await row()).toBeUndefined();
});

test("from the offer to the booking each step is recorded, and an approval holds every forced planning", async () => {
  await upTo("applied");
  expect(await holds()).toBe(false);
  await upToRest();
  expect(await holds()).toBe(true);
  expect(await row()).toMatchObject({
    status: "booked",
    offered_on: "2026-09-12",
    state: { departureOn: "2026-11-20" },
  });
  const html = await official.page(`/faelle/${caseId}/ausreise`);
  expect(html).toContain("Jede zwangsweise Planung ruht (G28).");
  const journal = await app.sql("select event from journal where case_id = $1 order by seq", [caseId]);
  const events = ["caseOpened", "returnOffered", "returnCounselled", "returnApplied", "returnApproved", "returnBooked"];
  expect(journal.map(({ event }) => event)).toEqual(events);
});

async function upToRest(): Promise<void> {
  for (const [type, form] of steps.slice(3)) expect((await step(type, form)).status).toBe(303);
}

test("a proven departure fulfils the duty to leave in the same change", async () => {
  const events = [{ type: "obligationToLeaveArisen", form: { on: "05.01.2026", enforceableBy: "law" } }];
  for (const { type, form } of events)
    await official.post(`/faelle/${caseId}/ereignisse/${type}`, { version: await version(), ...form });
  await upTo("booked");
  expect((await step("departed", departure)).status).toBe(303);
  expect(await row()).toMatchObject({ status: "departed", state: { proof: "borderAuthority" } });
  expect(await app.sql("select state from case_standing where case_id = $1", [caseId])).toEqual([
    { state: "fulfilled" },
  ]);
  expect(await official.page(`/faelle/${caseId}/ausreise`)).toContain("Die Ausreise ist nachgewiesen.");
});

test.each([
  ["counselled", { on: "20.09.2026", by: "ABH", isIndependent: "" }, "Die Beratung muss unabhängig sein."],
  ["counselled", { on: "20.09.2026", by: "", isIndependent: "on" }, "Geben Sie an, welche Stelle beraten hat."],
  ["counselled", { on: "24.11.2026", by: "Stelle", isIndependent: "on" }, "Dieser Tag liegt in der Zukunft."],
  ["approved", { on: "20.09.2026" }, "Dieser Schritt ist jetzt nicht möglich."],
  ["withdrawn", { on: "20.09.2026", reason: "x" }, "Dieser Schritt ist jetzt nicht möglich."],
  ["departed", { ...departure, proof: "none" }, "Ohne Nachweis gilt die Ausreise nicht als erfolgt"],
  ["departed", { ...departure, destination: "" }, "Wählen Sie das Ziel."],
])("after the offer %s with %j is refused in German, and nothing changes", async (type, form, message) => {
  await upTo("offered");
  const answer = await step(type, form);
  expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(message)]);
  expect(await row()).toMatchObject({ status: "offered" });
});

test("the trap of an application is shown before anybody applies, and must be explained", async () => {
  await upTo("counselled");
  const norm = "§ 60a Abs. 5b Nr. 2, § 60c Abs. 2 Nr. 5b AufenthG";
  expect(await official.page(`/faelle/${caseId}/ausreise`)).toContain(norm);
  expect(await official.page(`/faelle/${caseId}/ausreise/applied`)).toContain(norm);
  const answer = await step("applied", { on: "01.10.2026", programme: "REAG/GARP 2.0" });
  expect([answer.status, await answer.text()]).toEqual([
    422,
    expect.stringContaining("Erklären Sie vor dem Antrag die Folgen"),
  ]);
});

test("after a withdrawal planning is free again, and a new offer is possible", async () => {
  await upTo("approved");
  expect((await step("withdrawn", { on: "01.11.2026", reason: "auf Wunsch der Person" })).status).toBe(303);
  expect(await holds()).toBe(false);
  expect((await step("offered", { on: "02.11.2026" })).status).toBe(303);
  expect(await row()).toMatchObject({ status: "offered", offered_on: "2026-11-02" });
});

test("an old form takes no step", async () => {
  const old = await version();
  await upTo("offered");
  const answer = await official.post(`/faelle/${caseId}/ausreise/declined`, { version: old, on: "20.11.2026" });
  expect(answer.status).toBe(409);
  expect(await row()).toMatchObject({ status: "offered" });
});

test("another authority gets 404, police and supervisor 403, an unknown step 404", async () => {
  const path = `/faelle/${caseId}/ausreise/offered`;
  const form = { version: "1", on: "12.09.2026" };
  expect((await (await app.as("bochum-fremd")).post(path, form)).status).toBe(404);
  expect((await (await app.as("bochum-wache")).post(path, form)).status).toBe(403);
  expect((await (await app.as("witten-muster")).post(path, form)).status).toBe(403);
  expect((await step("abgeschoben", { on: "12.09.2026" })).status).toBe(404);
  expect(await row()).toBeUndefined();
});

test("the API takes the same steps with the same refusals", async () => {
  const path = `/api/v1/cases/${caseId}/voluntary-return`;
  const headers = async () => ({ headers: { "if-match": `"${await version()}"` } });
  expect(await (await official.get(path)).json()).toEqual({ offer: null });
  const offered = await official.json(path, { type: "offered", fields: { on: "2026-09-12" } }, await headers());
  expect([offered.status, await offered.json()]).toEqual([201, { status: "offered", on: "2026-09-12" }]);
  const refused = await official.json(path, { type: "approved", fields: { on: "2026-09-13" } }, await headers());
  expect([refused.status, await refused.json()]).toMatchObject([422, { status: 422 }]);
});
