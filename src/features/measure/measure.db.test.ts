import { afterAll, expect, test } from "vitest";
import { startTestApp } from "../../../test/harness/app.ts";
import { statePurpose } from "../../../test/harness/assistance.ts";
import { answerAllGates, enforceableCase, openedMeasure, step } from "../../../test/harness/prepared-case.ts";
import { newId } from "../../kernel/id.ts";
import { openActorSession } from "../../platform/database/actor-session.ts";
import { gates } from "./domain/gates.ts";

const app = await startTestApp();
afterAll(app.close);

const caseId = await enforceableCase(app);
const measureId = await openedMeasure(app, caseId);
const official = await app.context("witten-beispiel");

test("the prepared case is enforceable", async () => {
  expect(
    await app.sql("select state, derivation->'openQuestions' as open from case_standing where case_id = $1", [caseId]),
  ).toEqual([{ state: "enforceable", open: [] }]);
});

test("nobody approves while a gate is closed", async () => {
  expect(await step(official, measureId, { type: "gateCheckStarted" })).toBeUndefined();
  const supervisor = await app.context("witten-muster");
  expect(await step(supervisor, measureId, { type: "approvalGiven" })).toMatchObject({ code: "gatesClosed" });
});

test("only supervisors approve (domain.md 5.5): a caseworker finds no button, is refused, and by the database as well", async () => {
  await answerAllGates(official, measureId);
  const colleague = await app.context("witten-zweit");
  expect(await step(colleague, measureId, { type: "approvalGiven" })).toEqual({ code: "onlySupervisorsApprove" });
  const approveRow = `insert into measure_approval (measure_id, officer_id, case_id, owner_id, round)
    values ($1, $2, $3, $4, 1)`;
  const session = openActorSession(app.pool, colleague.actor);
  const values = [measureId, colleague.actor.officerId, caseId, colleague.actor.authorityId];
  await expect(session.query(approveRow, values)).rejects.toThrow("row-level security");
  await session.rollback();
  const button = `href="/massnahmen/${measureId}/schritte/approvalGiven"`;
  expect(await (await app.as("witten-beispiel")).page(`/massnahmen/${measureId}`)).not.toContain(button);
  const lead = await app.as("witten-muster");
  await statePurpose(app, lead, measureId);
  expect(await lead.page(`/massnahmen/${measureId}`)).toContain(button);
});

test("two different people approve, never the one who asked", async () => {
  const first = await app.context("witten-muster");
  const [measure] = await app.sql("select requested_by from measure where id = $1", [measureId]);
  expect(measure?.["requested_by"]).toBe(official.actor.officerId);
  const asker = await app.context("witten-beispiel", "supervisor");
  expect(await step(asker, measureId, { type: "approvalGiven" })).toEqual({ code: "requesterMayNotApprove" });
  expect(await step(first, measureId, { type: "approvalGiven" })).toBeUndefined();
  expect(await step(first, measureId, { type: "approvalGiven" })).toEqual({ code: "alreadyApprovedByThisPerson" });
  expect(await step(await app.context("witten-probe"), measureId, { type: "approvalGiven" })).toBeUndefined();
  expect(await app.sql("select status from measure where id = $1", [measureId])).toEqual([{ status: "approved" }]);
});

test("the page shows all thirty gates, and dates only under the mark of secrecy", async () => {
  const html = await (await app.as("witten-beispiel")).page(`/massnahmen/${measureId}`);
  for (let gate = 1; gate <= 30; gate++) expect(html).toContain(`id="G${String(gate).padStart(2, "0")}"`);
  expect(html).toContain("Geheim: § 97a AufenthG");
});

test("whoever takes a step sees the measure and its gates on the page that asks", async () => {
  const lead = await app.as("witten-muster");
  await lead.post(`/faelle/${caseId}/wozu`, { purpose: "approval" });
  const html = await lead.page(`/massnahmen/${measureId}/schritte/bookingRequested`);
  expect(html).toContain("Angaben der Maßnahme");
  expect(html).toMatch(/Prüfpunkte vor dem Vollzug[\s\S]*\d+ von 31 erfüllt/);
  expect(html).toContain("B. Muster, C. Probe");
  const [measure] = await app.sql("select number from measure where id = $1", [measureId]);
  const asksForWords = await lead.page(`/massnahmen/${measureId}/schritte/returned`);
  expect(asksForWords).toContain(`href="/massnahmen/${measureId}">Maßnahme ${String(measure?.["number"])}</a>`);
});

test("police and another authority do not find the measure", async () => {
  expect((await (await app.as("bochum-wache")).get(`/massnahmen/${measureId}`)).status).toBe(403);
  expect((await (await app.as("bochum-fremd")).get(`/massnahmen/${measureId}`)).status).toBe(404);
});

test.each([
  ["straight to released", "update measure set status = 'released'"],
  [
    "straight to approved again",
    "update measure set status = 'approved', requested_by = (select id from officer limit 1 offset 1)",
  ],
  ["into a finished state", "update measure set status = 'departed'"],
])("the database refuses a writer who goes %s", async (_, statement) => {
  const measure = await openedMeasure(app, await enforceableCase(app));
  await expect(app.sql(`${statement} where id = $1`, [measure])).rejects.toThrow(
    /no move|gates closed|identity|differ/,
  );
});

test("the database refuses a release whose approvals are missing, also past the program", async () => {
  const measure = await openedMeasure(app, await enforceableCase(app));
  await answerAllGates(official, measure);
  const move = (to: string) =>
    app.sql("update measure set status = $2, state = jsonb_set(state, '{status}', to_jsonb($2::text)) where id = $1", [
      measure,
      to,
    ]);
  await move("gateCheck");
  await expect(move("approved")).rejects.toThrow("gates closed: G30");
});

test("a new legal event closes the gates of a measure that was ready", async () => {
  const id = await enforceableCase(app);
  const measure = await openedMeasure(app, id);
  await step(official, measure, { type: "gateCheckStarted" });
  await answerAllGates(official, measure);
  const client = await app.as("witten-beispiel");
  const file = await app.sql("select version from case_file where id = $1", [id]);
  const form = { version: String(file[0]?.["version"]), on: "20.11.2026", reason: "b-aa", until: "31.12.2026" };
  expect((await client.post(`/faelle/${id}/ereignisse/suspensionIssued`, form)).status).toBe(303);
  const refusal = await step(await app.context("witten-muster"), measure, { type: "approvalGiven" });
  expect(refusal).toMatchObject({ code: "gatesClosed" });
  expect(JSON.stringify(refusal)).toContain("G06");
});

test("after a failure the duty appears, and is resolved by reasons or by a new attempt", async () => {
  const id = await enforceableCase(app);
  const measure = await openedMeasure(app, id);
  await toRelease(measure);
  expect(await step(official, measure, { type: "executionStarted" })).toBeUndefined();
  const failure = { phase: "pickup", cause: "notEncountered", text: "" } as const;
  expect(await step(official, measure, { type: "aborted", failure })).toBeUndefined();
  expect(
    await step(official, measure, { type: "outcomeRecorded", outcome: { kind: "failed", ...failure } }),
  ).toBeUndefined();
  const client = await app.as("witten-beispiel");
  const html = await client.page(`/faelle/${id}`);
  expect(html).toContain("Erneuter Versuch oder begründet absehen");
  const duty = html.match(/\/absehen\/([0-9a-f-]+)/)?.[1] ?? "";
  const path = `/faelle/${id}/absehen/${duty}`;
  expect((await client.post(path, { version: "1", reason: "" })).status).toBe(422);
  expect((await client.post(path, { version: "1", reason: "Ausreise angekündigt" })).status).toBe(303);
  expect((await client.post(path, { version: "1", reason: "noch einmal" })).status).toBe(409);
  expect(await client.page(`/faelle/${id}`)).not.toContain("Begründet absehen");
});

test("an outcome of unknown cause needs words", async () => {
  const measure = await openedMeasure(app, await enforceableCase(app));
  await toRelease(measure);
  await step(official, measure, { type: "executionStarted" });
  const failure = { phase: "pickup", cause: "unknown", text: "" } as const;
  expect(await step(official, measure, { type: "aborted", failure })).toEqual({ code: "causeNeedsText" });
});

test("a refused step keeps its form with what was typed, and the outcome begins with what the abort said", async () => {
  const measure = await openedMeasure(app, await enforceableCase(app));
  await toRelease(measure);
  await step(official, measure, { type: "executionStarted" });
  const client = await app.as("witten-beispiel");
  const [row] = await app.sql("select version from measure where id = $1", [measure]);
  const post = async (type: string, fields: Record<string, string>, later = 0) =>
    client.post(`/massnahmen/${measure}/schritte/${type}`, {
      version: String(Number(row?.["version"]) + later),
      ...fields,
    });
  // In the flight nobody is missed at the door; only the phase that was reached is offered.
  expect(await client.page(`/massnahmen/${measure}/schritte/aborted`)).not.toContain("Übergabe am Flughafen");
  const wrongPhase = await post("aborted", { phase: "inFlight", cause: "medical", text: "Arzt gerufen" });
  const asked = await wrongPhase.text();
  expect([wrongPhase.status, asked]).toEqual([422, expect.stringContaining("passt nicht zum Stand")]);
  expect(asked).toContain("Arzt gerufen");
  const unknown = await post("aborted", { phase: "pickup", cause: "unknown", text: "" });
  expect(await unknown.text()).toMatch(/href="#text"[^>]*>Erläutern Sie den Grund/);

  expect((await post("aborted", { phase: "pickup", cause: "medical", text: "Arzt gerufen" })).status).toBe(303);
  const page = await client.page(`/massnahmen/${measure}/schritte/outcomeRecorded`);
  expect(page).toMatch(/<option value="medical" selected/);
  expect(page).toContain("Arzt gerufen");
  const fields = { kind: "failed", phase: "pickup", cause: "medical", text: "Arzt gerufen" };
  expect((await post("outcomeRecorded", fields, 1)).status).toBe(303);
});

test("a refused answer to a gate stands at the field that is to blame, with what was typed", async () => {
  const measure = await openedMeasure(app, await enforceableCase(app));
  const client = await app.as("witten-beispiel");
  const gate = gates.find((each) => each.kind === "answered" && each.evidence === "required")?.id ?? "";
  const answer = (form: Record<string, string>) =>
    client.post(`/massnahmen/${measure}/pruefpunkte/${gate}`, { answer: "yes", reason: "Bl. 17 geprüft", ...form });
  const unproven = await (await answer({ evidence: "" })).text();
  expect(unproven).toMatch(/href="#evidence"[^>]*>Geben Sie den Beleg an/);
  expect(unproven).toContain("Bl. 17 geprüft");
  const expired = await answer({ evidence: "Bl. 17", expiresOn: "01.11.2026" });
  expect([expired.status, await expired.text()]).toEqual([422, expect.stringContaining('href="#expiresOn"')]);
});

test("only the next phase is offered, and a second open measure is refused without blame for a field", async () => {
  const id = await enforceableCase(app);
  const measure = await openedMeasure(app, id);
  await toRelease(measure);
  await step(official, measure, { type: "executionStarted" });
  const client = await app.as("witten-beispiel");
  const path = `/massnahmen/${measure}/schritte/phaseReached`;
  const offered = await client.page(path);
  expect(offered).toMatch(/<option value="transport" selected/);
  expect(offered).not.toContain('<option value="boarding"');
  await step(official, measure, { type: "phaseReached", phase: "transport" });
  expect(await client.page(path)).toContain("folgt kein weiterer Abschnitt");
  const second = await client.post(`/faelle/${id}/massnahmen`, { id: newId(), kind: "euTransfer", targetState: "FR" });
  const html = await second.text();
  expect([second.status, html]).toEqual([422, expect.stringContaining("Es gibt schon eine offene Maßnahme.")]);
  expect(html).toMatch(/value="euTransfer"[^>]*checked/);
  expect(html).not.toContain('href="#kind"');
});

test("support begins with the numbers of the accepted requests of this measure", async () => {
  const measure = await openedMeasure(app, await enforceableCase(app));
  const { officerId } = await app.actor("witten-beispiel");
  for (const [number, state] of [
    ["E-2026-7001", { status: "accepted" }],
    ["E-2026-7002", { status: "declined", reason: "forces", text: "keine Kräfte", mediated: false }],
  ] as const)
    await app.sql(
      `insert into request (id, number, type, case_id, measure_id, owner_id, addressee_id, addressee_capacity, status, state,
         created_by, sent_at)
       select $1, $2, 'enforcementAssistance', case_id, id, owner_id, 'KPB-PP-BOCHUM', 'districtPolice', $3, $4, $5, now()
       from measure where id = $6`,
      [newId(), number, state.status, JSON.stringify(state), officerId, measure],
    );
  const client = await app.as("witten-beispiel");
  const path = `/massnahmen/${measure}/schritte/supportArranged`;
  expect(await client.page(path)).toMatch(/name="requests"[^>]*value="E-2026-7001"/);
  const emptied = await client.post(path, { version: "99", requests: "", reason: "eigene Kräfte" });
  expect(await emptied.text()).toMatch(/name="requests"[^>]*value=""/);
  const both = await client.post(path, { version: "1", requests: "E-2026-7001", reason: "eigene Kräfte" });
  const html = await both.text();
  expect([both.status, html]).toEqual([422, expect.stringContaining("nicht beides")]);
  expect(html).toContain("eigene Kräfte");
});

/** From the draft through all gates, two approvals and the final check. */
async function toRelease(measure: string): Promise<void> {
  const [first, second] = [await app.context("witten-muster"), await app.context("witten-probe")];
  await answerAllGates(official, measure);
  for (const [who, stated] of [
    [official, { type: "gateCheckStarted" }],
    [first, { type: "approvalGiven" }],
    [second, { type: "approvalGiven" }],
    [official, { type: "bookingDecided", required: false, reason: "Landweg" }],
    [official, { type: "supportArranged", support: { kind: "none", reason: "nicht nötig" } }],
    [official, { type: "finalCheckStarted" }],
    [official, { type: "released" }],
  ] as const)
    expect(await step(who, measure, stated)).toBeUndefined();
}
