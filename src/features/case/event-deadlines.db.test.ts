/** What an official records becomes deadlines; what a later entry changes is shown, kept and told. Over HTTP, on a real database. */
import { afterAll, describe, expect, test } from "vitest";
import { startTestApp } from "../../../test/harness/app.ts";
import { openCase } from "./index.ts";

const app = await startTestApp();
afterAll(app.close);
const official = await app.as("witten-beispiel");

let count = 0;
async function newCase(): Promise<string> {
  const context = await app.context("witten-beispiel");
  const person = { familyName: "Probe", givenNames: "Ķārlis", birthDate: "1991-03-04", nationalities: [] };
  const draft = { fileNumber: `31.30-9${(count += 1)}`, person, address: {} };
  const id = await context.change((change) => openCase(change, draft, [], context.today));
  await context.finish();
  return id;
}

async function send(
  caseId: string,
  type: string,
  fields: Record<string, string>,
  client = official,
): Promise<Response> {
  const [file] = await app.sql("select version from case_file where id = $1", [caseId]);
  return client.post(`/faelle/${caseId}/ereignisse/${type}`, { version: String(file?.["version"]), ...fields });
}

async function record(caseId: string, type: string, fields: Record<string, string>): Promise<string> {
  const answer = await send(caseId, type, fields);
  if (answer.status !== 303) throw new Error(`${type}: ${answer.status} ${await answer.text()}`);
  return answer.headers.get("location") ?? "";
}

const stored = async (caseId: string) =>
  (
    await app.sql(
      `select rule, legal_end::text as end, status, compartment from case_deadline where case_id = $1 order by rule, legal_end`,
      [caseId],
    )
  ).map((row) => [row["rule"], row["end"], row["status"], row["compartment"]].join(" "));

const changesOf = async (caseId: string) =>
  (await app.sql("select title, text, notify from deadline_change where case_id = $1 order by id", [caseId])).map(
    (row) => `${String(row["title"])}: ${String(row["text"])}${row["notify"] ? " (sagen)" : ""}`,
  );

const plain = (html: string) => html.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");

describe("custody", () => {
  test("an order with its last day becomes the ordered end and the maximum, with earlier days credited", async () => {
    const id = await newCase();
    await record(id, "custodyStarted", {
      on: "2026-08-01",
      kind: "departureCustody",
      court: "AG Probe",
      until: "2026-08-14",
    });
    await record(id, "custodyEnded", { on: "2026-08-14" });
    await record(id, "custodyStarted", {
      on: "2026-09-15",
      kind: "removalDetention",
      court: "AG Probe",
      until: "2026-12-14",
      days: "28",
    });
    expect(await stored(id)).toEqual([
      "D20 2026-12-14 running custody",
      "D20 2028-02-01 running custody",
      "D23 2026-08-14 ended custody",
      "D62.detention 2027-02-14 running custody",
    ]);
    const html = plain(await official.page(`/faelle/${id}/ansicht/fristen`));
    expect(html).toContain("42 Tage früherer Freiheitsentziehung angerechnet (§ 62 Abs. 4 AufenthG).");
    expect(html).toContain("Freiheitsentziehung verlängert sich nicht über Wochenende oder Feiertag.");
  });

  test("without a judge it ends with the following day, whatever the hour (§ 428 Abs. 1 FamFG)", async () => {
    const id = await newCase();
    await record(id, "administrativeCustodyStarted", { on: "2026-11-20", at: "23:50", ground: "Aufgegriffen, Bl. 3" });
    expect(await stored(id)).toEqual(["D24 2026-11-21 running custody"]);
  });

  test("the event lies in the compartment custody, and so does its correction", async () => {
    const id = await newCase();
    await record(id, "custodyStarted", { on: "2026-11-16", kind: "departureCustody", court: "AG Probe" });
    const [event] = await app.sql("select id from custody_event where case_id = $1", [id]);
    await record(id, "eventCorrected", { on: "2026-11-20", corrects: String(event?.["id"]), reason: "Falsche Akte" });
    expect(await app.sql("select type from custody_event where case_id = $1 order by recorded_at", [id])).toEqual([
      { type: "custodyStarted" },
      { type: "eventCorrected" },
    ]);
    expect(await app.sql("select type from legal_event where case_id = $1", [id])).toEqual([]);
    expect(await stored(id)).toEqual([]);
  });
});

describe("responsibility of another state", () => {
  const request = { on: "2026-10-05", memberState: "AT", onHit: "true" };

  test("while nobody has determined the law both results are shown and the earlier one is planned on", async () => {
    const id = await newCase();
    await record(id, "takeBackNotified", request);
    await record(id, "requestAccepted", { on: "2026-10-11" });
    const before = await stored(id);
    // A Sunday: only the new regulation moves on to Monday.
    expect(before).toContain("D35 2027-04-12 ended legal");
    expect(before).toContain("D40.transfer 2027-04-11 running legal");
    expect(plain(await official.page(`/faelle/${id}/ansicht/fristen`))).toContain("Beide Ergebnisse sind gerechnet");
    await record(id, "regimeDetermined", {
      on: "2026-11-02",
      regime: "AMMR",
      reason: "Antrag nach dem 01.07.2026, Bl. 4",
    });
    expect((await stored(id)).filter((row) => row.startsWith("D40"))).toEqual([]);
    const html = plain(await official.page(`/faelle/${id}/ansicht/fristen`));
    expect(html).toMatch(/Festgestellt am 02\.11\.2026 von .+?: Antrag nach dem 01\.07\.2026, Bl\. 4/);
  });

  test("silence is counted with the holidays of the other state", async () => {
    const id = await newCase();
    await record(id, "regimeDetermined", { on: "2026-10-05", regime: "AMMR", reason: "Antrag nach dem 01.07.2026" });
    // Two weeks end on 26 October, a holiday in Austria.
    await record(id, "takeBackNotified", { ...request, on: "2026-10-12" });
    expect((await stored(id)).filter((row) => row.startsWith("D32"))).toEqual(["D32.confirm 2026-10-27 lapsed legal"]);
  });

  test("an extension needs fact, evidence and the day on which the other state was told, each asked for at its field", async () => {
    const id = await newCase();
    await record(id, "regimeDetermined", { on: "2026-10-05", regime: "AMMR", reason: "Antrag nach dem 01.07.2026" });
    await record(id, "requestAccepted", { on: "2026-10-12" });
    const bare = await send(id, "transferExtended", { on: "2026-11-20", ground: "absconding" });
    const html = await bare.text();
    expect(bare.status).toBe(422);
    for (const name of ["Tatsache", "Beleg (Aktenstelle)", "Anderer Staat unterrichtet am"])
      expect(html).toContain(`Geben Sie ein: ${name}.`);
    await record(id, "transferExtended", {
      on: "2026-11-20",
      ground: "absconding",
      fact: "Nicht angetroffen am 18.11.2026",
      evidence: "Bl. 31",
      informedOn: "2026-11-20",
    });
    expect((await stored(id)).at(-1)).toBe("D36.absconded 2029-11-20 running legal");
  });
});

test("a planned transit lies with the schedule and names the last day for the request; the journal names no day", async () => {
  const id = await newCase();
  await record(id, "transitPlanned", { on: "2026-11-20", plannedFor: "2026-12-10", memberState: "AT" });
  expect(await stored(id)).toEqual(["D50.request 2026-12-08 running schedule"]);
  const [entry] = await app.sql("select data from journal where case_id = $1 order by seq desc limit 1", [id]);
  expect(String(entry?.["data"])).not.toMatch(/transit|2026-1[12]/);
  const [planned] = await app.sql("select id from schedule_event where case_id = $1", [id]);
  const fields = { on: "2026-11-20", of: String(planned?.["id"]), memberState: "AT" };
  await record(id, "transitRequested", fields);
  expect(await stored(id)).toContain("D50.request 2026-12-08 ended schedule");
});

describe("a corrected event", () => {
  const decision = {
    kind: "asylumStandard",
    instructionOnRemedies: "correct",
    removalActIncluded: "true",
    targetStates: "Testland",
  };

  test("moves every deadline that hangs on it: was, is now, because; on the page, in the course of the case, in the file", async () => {
    const id = await newCase();
    await record(id, "decisionHandedToCentre", { on: "2026-11-05", ...decision });
    const [sent] = await app.sql("select id from legal_event where case_id = $1", [id]);
    const page = await record(id, "decisionReceived", { on: "2026-11-11", of: String(sent?.["id"]) });
    const html = plain(await official.page(page));
    expect(html).toContain("Das Ereignis ist gespeichert.");
    const moved = "war 23.11., ist jetzt 25.11., weil der Beginn jetzt am 11.11.2026 liegt (vorher 09.11.2026)";
    expect(html).toMatch(new RegExp(`Klagefrist[^:]*: ${moved.replaceAll(/[().]/g, "\\$&")}`));
    expect(plain(await official.page(`/faelle/${id}/ansicht/verlauf`))).toContain(moved);
    expect((await changesOf(id)).filter((text) => text.includes(moved))).toHaveLength(1);
    expect(await stored(id)).toContain("D01 2026-11-25 running legal");
  });

  test("by a colleague: the official of the case is told in the work queue and reads it once", async () => {
    const id = await newCase();
    await record(id, "decisionServed", { on: "2026-11-02", ...decision });
    const colleague = await app.as("witten-probe", "caseworker");
    await colleague.post(`/faelle/${id}/wozu`, { purpose: "deputy" });
    const [event] = await app.sql("select id from legal_event where case_id = $1", [id]);
    const wrong = { on: "2026-11-20", corrects: String(event?.["id"]), reason: "Empfangsbekenntnis falsch gelesen" };
    expect((await send(id, "eventCorrected", wrong, colleague)).status).toBe(303);
    const queue = plain(await official.page("/arbeitsvorrat?art=deadlineChanges"));
    expect(queue).toMatch(/Geänderte Frist zur Kenntnis nehmen: Klagefrist[^>]* entfällt \(war 16\.11\.2026\)/);
    for (const change of await app.sql("select id from deadline_change where case_id = $1 and notify", [id])) {
      const path = `/faelle/${id}/fristaenderungen/${String(change["id"])}/gesehen`;
      expect([(await official.post(path)).status, (await official.post(path)).status]).toEqual([303, 303]);
    }
    expect(plain(await official.page("/arbeitsvorrat?art=deadlineChanges"))).not.toContain("zur Kenntnis nehmen:");
    const entries = await app.sql("select 1 from journal where case_id = $1 and event = 'deadlineChangeAcknowledged'", [
      id,
    ]);
    expect(entries.length).toBeGreaterThan(0);
  });

  test("cannot be corrected twice, and nothing of another case can be meant", async () => {
    const [id, other] = [await newCase(), await newCase()];
    await record(id, "decisionServed", { on: "2026-11-02", ...decision });
    const [event] = await app.sql("select id from legal_event where case_id = $1", [id]);
    const wrong = { on: "2026-11-20", corrects: String(event?.["id"]), reason: "Falsche Akte" };
    expect(await (await send(other, "eventCorrected", wrong)).text()).toContain(
      "Diesen Eintrag gibt es in diesem Fall nicht.",
    );
    await record(id, "eventCorrected", wrong);
    expect(await (await send(id, "eventCorrected", wrong)).text()).toContain("Dieser Eintrag ist schon berichtigt");
  });
});

test("the API records the same events and answers with the changed deadlines", async () => {
  const id = await newCase();
  const etag = (await official.get(`/api/v1/cases/${id}`)).headers.get("etag") ?? "";
  const event = {
    type: "entryBanSet",
    fields: { on: "2026-11-20", length: "30 Monate", reason: "Bescheid vom 18.11.2026" },
  };
  const answer = await official.json(`/api/v1/cases/${id}/events`, event, { headers: { "if-match": etag } });
  expect([answer.status, await answer.json()]).toMatchObject([
    201,
    { deadlineChanges: [{ key: "entryBan#1", title: "Einreise- und Aufenthaltsverbot", text: "neu: ohne Beginn" }] },
  ]);
  const list = await (await official.get(`/api/v1/cases/${id}/deadlines`)).json();
  expect(list).toMatchObject([{ rule: "D60", state: "waiting", waitingFor: "Ausreise" }]);
});

test("the choice of an event stands under headings, each form opens", async () => {
  const id = await newCase();
  const html = await official.page(`/faelle/${id}/ereignisse/neu`);
  for (const heading of ["Haft und Gewahrsam", "Überstellung in den zuständigen Staat", "Durchbeförderung"])
    expect(html).toContain(heading);
  const forms = [...html.matchAll(/ereignisse\/neu\?art=(\w+)/g)].map(([, type = ""]) => type);
  expect(forms.length).toBeGreaterThan(60);
  for (const type of forms) expect((await official.get(`/faelle/${id}/ereignisse/neu?art=${type}`)).status).toBe(200);
});
