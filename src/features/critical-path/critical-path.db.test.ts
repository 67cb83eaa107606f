/** All clocks of one measure in one place, the last useful day of its steps, and lead times that nobody invented. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApp } from "../../../test/harness/app.ts";
import { enforceableCase, openedMeasure } from "../../../test/harness/prepared-case.ts";
import { day } from "../../kernel/day.ts";
import { newId } from "../../kernel/id.ts";
import { answerGate } from "../measure/index.ts";

const app = await startTestApp();
afterAll(app.close);

const owner = "ABH-05954036";
const caseId = await enforceableCase(app, { familyName: "Geheimprobe", givenNames: "Ķārlis" });
const measureId = await openedMeasure(app, caseId);
const page = `/massnahmen/${measureId}/kritischer-pfad`;
const official = await app.as("witten-beispiel");
const supervisor = await app.as("witten-muster");

type Path = {
  earliestExpiry: string | null;
  target: string | null;
  endBeforeStart: string[];
  clocks: { id: string; kind: string; until: string }[];
  steps: { id: string; lastUsefulDay: string | null; notAfter: string | null }[];
};
const path = async (): Promise<Path> =>
  (await (await official.get(`/api/v1/measures/${measureId}/critical-path`)).json()) as Path;

const paper = async (gate: "G13" | "G15" | "G18" | "G19" | "G20" | "G16", until: string) => {
  const context = await app.context("witten-beispiel");
  const result = await answerGate(context, measureId, {
    gate,
    answer: "yes",
    reason: "geprüft",
    evidence: "Bl. 14",
    expiresOn: day(until),
  });
  if (!result.ok) throw new Error(result.refusal);
  await context.finish();
};

const requestId = newId();
beforeAll(async () => {
  const { officerId } = await app.actor("witten-beispiel");
  await app.sql("update measure_plan set starts_at = null, arrives_at = null");
  await app.sql("delete from case_deadline");
  await app.sql(
    `insert into request (id, number, type, case_id, measure_id, owner_id, addressee_id, addressee_capacity, status, state,
       created_by, sent_at, waiting_for, waiting_since, answer_due_at)
     values ($1, 'E-T-1', 'enforcementAssistance', $2, $3, $4, 'KPB-PP-BOCHUM', 'districtPolice', 'sent',
       '{"status":"sent"}', $5, now(), 'addressee', now(), '2026-11-30T12:00:00Z')`,
    [requestId, caseId, measureId, owner, officerId],
  );
});

test("without anything that ends the page says where clocks come from", async () => {
  await app.sql("update request set closed_at = null, answer_due_at = null, waiting_for = null, waiting_since = null");
  const html = await official.page(`/massnahmen/${measureId}`);
  expect(html).toContain("Noch keine Uhr, die abläuft.");
  expect(html).toContain(page);
  await app.sql(
    "update request set waiting_for = 'addressee', waiting_since = now(), answer_due_at = '2026-11-30T12:00:00Z'",
  );
});

test("transfer period, papers, order, awaited answer and plan stand in one graph, the earliest first", async () => {
  const deadline = (key: string, rule: string, end: string, status = "running") =>
    app.sql("insert into case_deadline values ($1, $2, $3, $4, 'Probefrist ' || $4, null, $5, $5, $6, '{}')", [
      caseId,
      owner,
      key,
      rule,
      end,
      status,
    ]);
  await deadline("transferPeriod/AMMR#1", "D35", "2027-04-19");
  await deadline("custody#1", "D23", "2026-12-18");
  await deadline("old#1", "D35", "2026-12-01", "ended");
  await deadline("claim#1", "D01", "2026-12-02");
  await paper("G15", "2027-05-31");
  await paper("G13", "2026-12-11");
  await paper("G18", "2026-12-15");
  await paper("G19", "2026-12-31");
  await paper("G16", "2027-01-15");
  const { clocks, earliestExpiry } = await path();
  expect(clocks.map(({ kind, until }) => `${until} ${kind}`)).toEqual([
    "2026-11-30 requestClock",
    "2026-12-11 fitnessCertificate",
    "2026-12-15 transitPermission",
    "2026-12-18 detentionOrder",
    "2026-12-31 searchWarrant",
    "2027-01-15 evidence",
    "2027-04-19 transferPeriod",
    "2027-05-31 travelDocument",
  ]);
  expect(earliestExpiry).toBe("gate:G13");
  const html = await official.page(page);
  expect(html).toContain("Als Erstes endet: G13 Reisefähigkeit geprüft am Fr 11.12.2026 (noch 18 Tage).");
  expect(html.split('<svg class="aw-time__').length).toBe(3);
  expect(html).toContain("Alle Angaben stehen in der Tabelle darunter.");
  expect(html).not.toContain("style=");
});

test("a later answer to a gate replaces the paper; „nein“ has none", async () => {
  await paper("G13", "2027-01-29");
  expect((await path()).earliestExpiry).toBe("gate:G18");
  expect((await path()).clocks.filter(({ id }) => id === "gate:G13")).toMatchObject([{ until: "2027-01-29" }]);
});

test("no lead time is invented: without one the last useful day is not set", async () => {
  const html = await official.page(page);
  expect(html).toContain("noch nicht eingestellt");
  expect(html).toContain("in keinem Fall später als Di 15.12.2026");
  expect((await path()).steps).toMatchObject([{ id: requestId, lastUsefulDay: null, notAfter: "2026-12-15" }]);
  expect(await supervisor.page("/vorlaufzeiten")).toContain("noch nicht eingestellt");
});

test("the supervisor sets a lead time with its source; then the day is named, counted in working days", async () => {
  const form = (fields: Record<string, string>) =>
    supervisor.post("/vorlaufzeiten/enforcementAssistance", { version: "0", ...fields });
  const wrong = await form({ tage: "zehn", einheit: "workingDays", quelle: "" });
  const html = await wrong.text();
  expect(wrong.status).toBe(422);
  expect(html).toContain("Geben Sie ganze Tage zwischen 0 und 400 an.");
  expect(html).toContain("Geben Sie an, woher die Zahl kommt.");
  expect(html).toContain('value="zehn"');
  expect((await form({ tage: "10", einheit: "workingDays", quelle: "Absprache vom 03.11.2026" })).status).toBe(303);
  expect((await path()).steps).toMatchObject([{ lastUsefulDay: "2026-12-01" }]);
  expect(await official.page(page)).toContain("Di 01.12.2026 (noch 8 Tage)");
  await supervisor.post("/vorlaufzeiten/flightBooking", {
    version: "0",
    tage: "21",
    einheit: "calendarDays",
    quelle: "Erfahrung ZFA",
  });
  expect((await path()).steps).toMatchObject([{ id: requestId }, { id: "flightBooking", lastUsefulDay: "2026-11-24" }]);
  const lines = await app.sql("select data from journal where event = 'leadTimeChanged' order by seq");
  expect(JSON.parse(String(lines[0]?.["data"]))).toEqual({
    step: "enforcementAssistance",
    before: null,
    now: { days: 10, unit: "workingDays" },
    source: "Absprache vom 03.11.2026",
  });
  expect((await form({ version: "1", tage: "", einheit: "workingDays", quelle: "Absprache gekündigt" })).status).toBe(
    303,
  );
  expect((await path()).steps[0]).toMatchObject({ id: requestId, lastUsefulDay: null });
});

test("what ends before the planned begin is named in words, and the begin is the day to aim at", async () => {
  await app.sql("update measure_plan set starts_at = '2026-12-17T05:00:00Z'");
  const { endBeforeStart, target } = await path();
  expect([endBeforeStart, target]).toEqual([["gate:G18"], "2026-12-15"]);
  const html = await official.page(page);
  expect(html).toContain("Das endet vor dem geplanten Beginn:");
  expect(await official.page(`/massnahmen/${measureId}`)).toContain("Eine Uhr endet vor dem geplanten Beginn.");
});

test("a clock that is over stays, and says that it is over", async () => {
  app.setNow("2026-12-20T08:00:00Z");
  const html = await official.page(page);
  app.setNow("2026-11-23T07:14:00Z");
  expect(html).toContain("abgelaufen seit 5 Tagen");
  expect(html).toContain("</tspan> vorbei");
});

test("only officials of the owner see it: it shows dates of a measure (§ 97a AufenthG)", async () => {
  const api = `/api/v1/measures/${measureId}/critical-path`;
  for (const [account, status] of [
    ["bochum-fremd", 404],
    ["bochum-wache", 403],
    ["arnsberg-mittler", 403],
    ["witten-schutz", 403],
  ] as const) {
    const caller = await app.as(account);
    expect([account, (await caller.get(page)).status]).toEqual([account, status]);
    expect([account, (await caller.get(api)).status]).toEqual([account, status]);
  }
  expect((await app.visitor.get(page)).status).toBe(401);
  expect((await official.post("/vorlaufzeiten/flightBooking", { tage: "1" })).status).toBe(403);
  expect((await supervisor.get("/vorlaufzeiten/unbekannt")).status).toBe(404);
  expect(await (await app.as("koblenz-leitung")).page("/vorlaufzeiten")).not.toContain("Erfahrung ZFA");
  expect(await official.page(page)).toContain("Geheim: § 97a AufenthG");
});

test("two supervisors on one lead time: the second is told, and what was typed stays", async () => {
  await app.sql("delete from lead_time");
  const path = "/vorlaufzeiten/flightBooking";
  const fields = { einheit: "workingDays", quelle: "Absprache vom 03.11.2026" };
  const set = async (version: string, tage: string): Promise<[number, string]> => {
    const answer = await supervisor.post(path, { ...fields, version, tage });
    return [answer.status, await answer.text()];
  };
  expect((await set("0", ""))[0]).toBe(303);
  expect((await set("0", "5"))[0]).toBe(303);
  expect(await set("0", "6")).toEqual([409, expect.stringContaining("inzwischen geändert")]);
  const [status, html] = await set("7", "6");
  expect([status, html]).toEqual([409, expect.stringContaining('value="6"')]);
  expect(html).toContain('name="version" value="1"');
  expect((await set("1", "6"))[0]).toBe(303);
  expect((await set("1", ""))[0]).toBe(409);
  expect((await set("2", ""))[0]).toBe(303);
  expect((await set("2", "7"))[0]).toBe(409);
  expect(await app.all("lead_time")).toEqual([]);
});
