/** Ways around the lawful order that a caseworker could take with ordinary steps: each was possible once. */
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { startTestApp } from "../../../test/harness/app.ts";
import { answerAllGates, enforceableCase, openedMeasure, step } from "../../../test/harness/prepared-case.ts";
import { newId } from "../../kernel/id.ts";
import { recordEvent } from "../case/index.ts";
import { answerGate } from "./answer-gate.ts";
import { openMeasure } from "./open-measure.ts";
import { planMeasure } from "./plan-measure.ts";

const app = await startTestApp();
afterAll(app.close);
const official = await app.context("witten-beispiel");
const leads = [await app.context("witten-muster"), await app.context("witten-probe")] as const;
let caseId = "";
let measure = "";

beforeEach(async () => {
  caseId = await enforceableCase(app);
  measure = await openedMeasure(app, caseId);
});

const plan = {
  startsAt: new Date("2026-12-01T05:15:00Z"),
  arrivesAt: new Date("2026-12-01T15:00:00Z"),
  place: "Musterweg 3, Witten",
  ags: "05954036",
  dwelling: false,
  note: undefined,
  seenVersion: 2,
};

const closedGate = async (id: string): Promise<unknown> =>
  (await app.sql("select app.closed_gate(m) as gate from measure m where id = $1", [id]))[0]?.["gate"];

describe("the plan that two people approve is one plan", () => {
  beforeEach(async () => {
    await answerAllGates(official, measure);
    await step(official, measure, { type: "gateCheckStarted" });
  });

  test("before the first approval it may still change", async () => {
    expect(await planMeasure(official, measure, plan)).toMatchObject({ ok: true });
  });

  test("after it the measure goes back first, also past the program", async () => {
    expect(await step(leads[0], measure, { type: "approvalGiven" })).toBeUndefined();
    expect(await planMeasure(official, measure, plan)).toMatchObject({ ok: false, refusal: "notPlannable" });
    const past = app.sql("update measure_plan set starts_at = starts_at + interval '1 hour' where measure_id = $1", [
      measure,
    ]);
    await expect(past).rejects.toThrow("plan of an approved measure");
    await step(official, measure, { type: "returned", reason: "neuer Termin" });
    expect(await planMeasure(official, measure, plan)).toMatchObject({ ok: true });
  });
});

test("an arrival in the past is no plan", async () => {
  const past = { ...plan, startsAt: undefined, arrivesAt: new Date("2026-11-20T15:00:00Z") };
  expect(await planMeasure(official, measure, past)).toMatchObject({ ok: false, refusal: "arrivalInThePast" });
});

async function family(...members: string[]): Promise<void> {
  const unit = newId();
  await app.sql("insert into family_unit (id, owner_id, label) values ($1, 'ABH-05954036', $2)", [unit, unit]);
  await app.sql("update case_file set family_unit_id = $1 where id = any ($2)", [unit, members]);
}

describe("who is taken along", () => {
  const open = (companions: string[], of = caseId) =>
    openMeasure(official, { id: newId(), caseId: of, kind: "removal", targetState: "FR", companions });

  test("only members of the same family unit, by the API as well", async () => {
    const stranger = await enforceableCase(app);
    const other = await enforceableCase(app);
    expect(await open([stranger], other)).toEqual({ ok: false, refusal: "companionNotOfFamily" });
    const client = await app.as("witten-beispiel");
    const input = { kind: "removal", targetState: "FR", companions: [stranger] };
    expect((await client.json(`/api/v1/cases/${other}/measures`, input)).status).toBe(409);
  });

  test("nobody who has an open attempt elsewhere", async () => {
    const sister = await enforceableCase(app);
    const brother = await enforceableCase(app);
    await family(caseId, sister, brother);
    expect(await open([caseId], sister)).toEqual({ ok: false, refusal: "previousAttemptOpen" });
    expect(await open([brother], sister)).toMatchObject({ ok: true });
    expect(await open([], brother)).toEqual({ ok: false, refusal: "previousAttemptOpen" });
  });
});

test("the case of a companion shows the open measure, says to halt it, and proposes no second one", async () => {
  const brother = await enforceableCase(app);
  const sister = await enforceableCase(app);
  await family(brother, sister);
  const kind = { kind: "removal", targetState: "FR" } as const;
  const opened = await openMeasure(official, { id: newId(), caseId: sister, companions: [brother], ...kind });
  const client = await app.as("witten-beispiel");
  const before = await client.page(`/faelle/${brother}`);
  expect(before).toContain(`href="/massnahmen/${opened.ok ? opened.value : ""}"`);
  expect(before).not.toContain(`/faelle/${brother}/massnahmen/neu`);
  const stop = await client.get(`/faelle/${brother}/stopp`);
  expect(stop.headers.get("location")).toBe(`/massnahmen/${opened.ok ? opened.value : ""}/stopp`);
  const fields = { on: "2026-11-20", reason: "b-aa", until: "2026-12-31" };
  expect(await recordEvent(official, brother, { type: "suspensionIssued", fields })).toMatchObject({ ok: true });
  expect(await client.page(`/faelle/${brother}`)).toContain("Maßnahme anhalten");
});

describe("police assistance counts once it is agreed (G22)", () => {
  const content = {
    reason: "Widerstand zu erwarten",
    legalBasis: { norms: ["§ 71 Abs. 1 AufenthG"] },
    courtOrders: { need: "none", reason: "Abholung an der Tür" },
    plannedStart: { on: "2026-12-01", time: "06:15" },
  };

  async function request(state: { status: string; [key: string]: unknown }, change = {}): Promise<string> {
    const id = newId();
    await app.sql(
      `insert into request (id, number, type, case_id, measure_id, owner_id, addressee_id, addressee_capacity, status, state,
        created_by) select $1::uuid, 'E-L-' || right($1::text, 8), 'enforcementAssistance', case_id, id, owner_id,
        'KPB-PP-BOCHUM', 'districtPolice', $3, $4, requested_by from measure where id = $2`,
      [id, measure, state.status, JSON.stringify(state)],
    );
    await app.sql(
      "insert into request_content (request_id, case_id, owner_id, content) values ($1, $2, 'ABH-05954036', $3)",
      [id, caseId, JSON.stringify({ ...content, ...change })],
    );
    return `E-L-${id.slice(-8)}`;
  }

  async function toFinalCheck(numbers: string[]): Promise<void> {
    await answerAllGates(official, measure);
    await step(official, measure, { type: "gateCheckStarted" });
    for (const lead of leads) await step(lead, measure, { type: "approvalGiven" });
    await step(official, measure, { type: "bookingDecided", required: false, reason: "Landweg" });
    const support = numbers.length
      ? ({ kind: "arranged", requests: numbers } as const)
      : ({ kind: "none", reason: "nicht nötig" } as const);
    expect(await step(official, measure, { type: "supportArranged", support })).toBeUndefined();
    expect(await step(official, measure, { type: "finalCheckStarted" })).toBeUndefined();
  }

  const released = () => step(official, measure, { type: "released" });
  const g22 = { code: "gatesClosed", gates: ["G22"] };

  test.each([
    { status: "sent" },
    { status: "underReview" },
    { status: "question", question: "Wo ist der Meldeort?" },
    { status: "contested", by: "addressee", position: "nach 9 Uhr" },
    { status: "acceptedWithConditions", conditions: [{ kind: "fewerForces", text: "zwei" }], agreed: false },
  ])("silence and open conditions are no consent: %j", async (state) => {
    await toFinalCheck([await request(state)]);
    expect(await released()).toEqual(g22);
    expect(await closedGate(measure)).toBe("G22");
  });

  test.each([
    { status: "accepted" },
    { status: "acceptedWithConditions", conditions: [{ kind: "fewerForces", text: "zwei" }], agreed: true },
  ])("an agreed one lets go: %j", async (state) => {
    await toFinalCheck([await request(state)]);
    expect(await released()).toBeUndefined();
  });

  test.each([
    { status: "declined", reason: "forcesNotAvailable", text: "gebunden", mediated: false },
    { status: "withdrawn", reason: "neuer Termin", withdrawnIn: "accepted" },
  ])("who is named as support has not gone away: %j", async (state) => {
    await toFinalCheck([await request(state)]);
    expect(await released()).toEqual(g22);
    expect(await closedGate(measure)).toBe("G22");
  });

  test("a refusal that nobody counts on bars nothing", async () => {
    await request({ status: "declined", reason: "notCompetent", text: "Bochum", mediated: false });
    await toFinalCheck([]);
    expect(await released()).toBeUndefined();
  });

  test("a withdrawal after the release bars the start", async () => {
    const number = await request({ status: "accepted" });
    await toFinalCheck([number]);
    expect(await released()).toBeUndefined();
    const state = { status: "withdrawn", reason: "Test", withdrawnIn: "accepted" };
    await app.sql("update request set status = 'withdrawn', state = $2, closed_at = now() where number = $1", [
      number,
      JSON.stringify(state),
    ]);
    expect(await step(official, measure, { type: "executionStarted" })).toEqual(g22);
    expect(await closedGate(measure)).toBe("G22");
  });

  test("what the police agreed to is the planned start", async () => {
    await toFinalCheck([await request({ status: "accepted" }, { plannedStart: { on: "2026-12-01", time: "09:00" } })]);
    expect(await released()).toEqual(g22);
    expect(await closedGate(measure)).toBe("G22");
  });

  test.each([
    ["06:15", undefined],
    ["08:00", g22],
  ])("another time that the police set and the authority agreed to counts: %s", async (time, refusal) => {
    const conditions = [{ kind: "otherTime", text: "anderer Zeitpunkt" }];
    const changed = { plannedStart: { on: "2026-11-30", time: "05:00" } };
    const number = await request({ status: "acceptedWithConditions", conditions, agreed: true }, changed);
    await app.sql(
      `insert into request_entry (id, request_id, owner_id, kind, happened_at, officer_name, authority_id, data)
       select $1, id, owner_id, 'acceptedWithConditions', now(), 'Wache', addressee_id, $3 from request where number = $2`,
      [newId(), number, JSON.stringify({ conditions, time: { on: "2026-12-01", time } })],
    );
    await toFinalCheck([number]);
    expect(await released()).toEqual(refusal);
  });
});

describe("after a stop its reason is looked at", () => {
  async function stoppedFor(reason: string): Promise<string> {
    const client = await app.as("witten-beispiel");
    const form = { id: newId(), reason, source: "Probe, Anruf 06:40", on: "23.11.2026", at: "06:40" };
    expect((await client.post(`/massnahmen/${measure}/stopp`, form)).status).toBe(303);
    return openedMeasure(app, caseId);
  }

  test.each([
    ["medical", "G13"],
    ["prosecutor", "G10"],
  ] as const)("%s: %s cannot be without object any more", async (reason, gate) => {
    const next = await stoppedFor(reason);
    await answerAllGates(official, next);
    const input = { gate, reason: "kein Anhaltspunkt", evidence: undefined, expiresOn: undefined };
    expect(await answerGate(official, next, { ...input, answer: "notApplicable" })).toMatchObject({ ok: true });
    await step(official, next, { type: "gateCheckStarted" });
    expect(await step(leads[0], next, { type: "approvalGiven" })).toEqual({ code: "gatesClosed", gates: [gate] });
    expect(await closedGate(next)).toBe(gate);
    await answerGate(official, next, { ...input, answer: "yes", evidence: "Gutachten, Bl. 40" });
    expect(await step(leads[0], next, { type: "approvalGiven" })).toBeUndefined();
    expect(await closedGate(next)).toBe("G30");
  });
});
