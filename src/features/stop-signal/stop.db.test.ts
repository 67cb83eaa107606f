import { afterAll, beforeEach, expect, test } from "vitest";
import { startTestApp } from "../../../test/harness/app.ts";
import { answerAllGates, enforceableCase, openedMeasure, step } from "../../../test/harness/prepared-case.ts";
import { newId } from "../../kernel/id.ts";

const app = await startTestApp();
afterAll(app.close);

const owner = "ABH-05954036";
const police = "KPB-PP-BOCHUM";
const form = { reason: "court", source: "VG Musterstadt, Anruf 06:40", on: "23.11.2026", at: "06:40" };

let measureId = "";
let caseId = "";
let requestId = "";

/** A measure in preparation, with a request that the police have received. */
beforeEach(async () => {
  caseId = await enforceableCase(app);
  measureId = await openedMeasure(app, caseId);
  requestId = newId();
  const officer = (await app.actor("witten-beispiel")).officerId;
  await app.sql(
    `insert into request (id, number, type, case_id, measure_id, owner_id, addressee_id, addressee_capacity, status, state,
       created_by, sent_at, waiting_for, waiting_since)
     values ($1, $2, 'enforcementAssistance', $3, $4, $5, $6, 'districtPolice', 'sent', '{"status":"sent"}', $7, now(), 'addressee', now())`,
    [requestId, `E-T-${requestId.slice(-8)}`, caseId, measureId, owner, police, officer],
  );
});

/** The bands above the page, without the list below. */
const bandsOf = (html: string): string => html.slice(html.indexOf('id="stopp-signale"'), html.indexOf("<main"));

const stopped = async () => (await app.sql("select status from measure where id = $1", [measureId]))[0]?.["status"];

test("a stop by the owner stops the measure, withdraws its requests and tells every party, in one act", async () => {
  const official = await app.as("witten-beispiel");
  const answer = await official.post(`/massnahmen/${measureId}/stopp`, { id: newId(), ...form });
  expect(answer.status).toBe(303);
  expect(await stopped()).toBe("stopped");
  expect(
    await app.sql("select status, closed_at is not null as closed from request where id = $1", [requestId]),
  ).toEqual([{ status: "withdrawn", closed: true }]);
  expect(
    await app.sql(
      "select authority_id from stop_recipient r join stop_signal s on s.id = r.stop_id where s.measure_id = $1 order by 1",
      [measureId],
    ),
  ).toEqual([{ authority_id: owner }, { authority_id: police }]);
  expect(
    await app.sql("select count(*)::int as open from case_party where request_id = $1 and ended_at is null", [
      requestId,
    ]),
  ).toEqual([{ open: 0 }]);
  expect(await app.sql("select event from journal where case_id = $1 order by seq desc limit 1", [caseId])).toEqual([
    { event: "stopIssued" },
  ]);
});

test("a party without access to the measure may stop it, a stranger may not", async () => {
  const stranger = await app.as("bochum-fremd");
  expect((await stranger.get(`/massnahmen/${measureId}/stopp`)).status).toBe(404);
  expect((await stranger.post(`/massnahmen/${measureId}/stopp`, { id: newId(), ...form })).status).toBe(404);
  expect(await stopped()).toBe("draft");
  const officer = await app.as("bochum-wache");
  expect(
    (await officer.post(`/massnahmen/${measureId}/stopp`, { id: newId(), ...form, reason: "medical" })).status,
  ).toBe(303);
  expect(await stopped()).toBe("stopped");
});

test("sending the form twice gives one stop", async () => {
  const official = await app.as("witten-beispiel");
  const twice = { id: newId(), ...form };
  await official.post(`/massnahmen/${measureId}/stopp`, twice);
  expect((await official.post(`/massnahmen/${measureId}/stopp`, twice)).headers.get("location")).toBe(
    `/stopp/${twice.id}`,
  );
  expect(await app.sql("select count(*)::int as n from stop_signal where measure_id = $1", [measureId])).toEqual([
    { n: 1 },
  ]);
});

test("each party sees the band until a named person confirms; who entered the stop has confirmed by entering", async () => {
  const official = await app.as("witten-beispiel");
  const id = newId();
  await official.post(`/massnahmen/${measureId}/stopp`, { id, ...form });
  const officer = await app.as("bochum-wache");
  expect(bandsOf(await officer.page("/stopp"))).toContain(`href="/stopp/${id}"`);
  expect(
    await app.sql(
      "select delivered_at is not null as delivered from stop_recipient where stop_id = $1 and authority_id = $2",
      [id, police],
    ),
  ).toEqual([{ delivered: true }]);
  expect(await officer.page(`/stopp/${id}`)).toContain("Stopp bestätigen");
  expect((await officer.post(`/stopp/${id}/bestaetigen`)).status).toBe(303);
  expect(bandsOf(await officer.page("/stopp"))).not.toContain(`href="/stopp/${id}"`);
  const page = await official.page(`/stopp/${id}`);
  expect(page).toContain("POK’in E. Wache");
  expect(page).toContain("2 von 2");
});

test("the owner notes whom it reached by telephone at a party", async () => {
  const official = await app.as("witten-beispiel");
  const id = newId();
  await official.post(`/massnahmen/${measureId}/stopp`, { id, ...form });
  expect((await official.post(`/stopp/${id}/telefon`, { authority: police, reached: "R. Probe" })).status).toBe(303);
  const page = await official.page(`/stopp/${id}`);
  expect(page).toContain("R. Probe");
  expect(page).toContain("telefonisch");
});

test("missing words come back at their fields, and nothing is stopped", async () => {
  const official = await app.as("witten-beispiel");
  const answer = await official.post(`/massnahmen/${measureId}/stopp`, {
    id: newId(),
    on: "31.02.2026",
    at: "",
    source: "",
  });
  expect(answer.status).toBe(422);
  const html = await answer.text();
  for (const field of ["reason", "source", "on", "at"]) expect(html).toContain(`href="#${field}"`);
  expect(await stopped()).toBe("draft");
});

test("an open page hears of the stop by server-sent events", async () => {
  const officer = await app.as("bochum-wache");
  const answer = await officer.get("/live?topics=");
  const reader = answer.body?.getReader();
  const heard = (async () => {
    const decoder = new TextDecoder();
    for (;;) {
      const chunk = await reader?.read();
      if (!chunk || chunk.done) return "";
      if (decoder.decode(chunk.value).includes("event: stop")) return "stop";
    }
  })();
  await (await app.as("witten-beispiel")).post(`/massnahmen/${measureId}/stopp`, { id: newId(), ...form });
  expect(await heard).toBe("stop");
  await reader?.cancel();
});

test("after a stop there is no way forward, and a later stop is kept", async () => {
  const official = await app.context("witten-beispiel");
  await answerAllGates(official, measureId);
  const client = await app.as("witten-beispiel");
  await client.post(`/massnahmen/${measureId}/stopp`, { id: newId(), ...form });
  expect(await step(official, measureId, { type: "gateCheckStarted" })).toEqual({ code: "stopped" });
  expect(
    (await client.post(`/massnahmen/${measureId}/stopp`, { id: newId(), ...form, reason: "medical" })).status,
  ).toBe(303);
  expect(
    await app.sql("select jsonb_array_length(state->'lateStops') as kept, status from measure where id = $1", [
      measureId,
    ]),
  ).toEqual([{ kept: 1, status: "stopped" }]);
});
