/** Who sees an alert, how it is acknowledged, and the list, files and settings around it. */
import pg from "pg";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { startTestApp } from "../../../test/harness/app.ts";
import { enforceableCase } from "../../../test/harness/prepared-case.ts";
import { programAt } from "../../platform/actor.ts";
import { createContext } from "../../platform/context.ts";
import { openLiveHub } from "../../platform/live/hub.ts";
import { watchOwn } from "./watch.ts";

const app = await startTestApp();
afterAll(app.close);

const owner = "ABH-05954036";
const caseId = await enforceableCase(app, { familyName: "Geheimprobe", givenNames: "Ķārlis" });
const official = await app.as("witten-beispiel");
const colleague = await app.as("witten-zweit");
const supervisor = await app.as("witten-muster");
const [file] = await app.sql("select file_number from case_file where id = $1", [caseId]);
const fileNumber = String(file?.["file_number"]);

const watch = () => watchOwn(createContext(app.pool, programAt(owner), new Date("2026-11-23T07:00:00Z")));
const expired = (rule: string, end: string, key = rule) =>
  app.sql(
    `insert into case_deadline values ($1, $2, $3, $4, 'Probefrist ' || $4, null, $5, $5, 'running',
       '{"norm":{"norm":"§ 62 AufenthG","version":"2026-06-12"},"steps":[],"missed":"–","notes":[],"state":"running","planned":true}')`,
    [caseId, owner, key, rule, end],
  );
const alertId = async (rule: string): Promise<string> =>
  String((await app.sql("select id from deadline_notice where rule = $1 and level = 'alert'", [rule]))[0]?.["id"]);
const bandsOf = (html: string): string => html.slice(html.indexOf('id="fristalarme"'), html.indexOf("<main"));

beforeEach(async () => {
  await app.sql("delete from deadline_notice");
  await app.sql("delete from deadline_watch");
  await app.sql("delete from case_deadline");
});

test("without alerts and before the first watch the page says both", async () => {
  const html = await official.page("/fristalarme");
  expect(html).toContain("Kein Fristalarm offen.");
  expect(html).toContain("Die Überwachung ist noch nicht gelaufen.");
  expect(await official.page("/fristalarme?ansicht=hinweise")).toContain("Noch keine Hinweise.");
  expect(await official.page("/fristalarme?stand=alle&anlass=gewahrsam")).toContain("Kein Treffer.");
});

test("the responsible official and the supervisor see the band on every page, a colleague does not", async () => {
  await expired("D20", "2026-11-20");
  await watch();
  for (const path of ["/faelle", "/fristen", "/einstellungen"]) {
    expect(bandsOf(await official.page(path))).toContain(`Probefrist D20, Az. ${fileNumber}`);
    expect(bandsOf(await supervisor.page(path))).toContain("Probefrist D20");
    expect(bandsOf(await colleague.page(path))).not.toContain("Probefrist D20");
  }
  // As deputy the colleague finds it in the list and may acknowledge it.
  expect(await colleague.page("/fristalarme")).toContain("Probefrist D20");
  expect(bandsOf(await (await app.as("koblenz-leitung")).page("/faelle"))).not.toContain("Probefrist");
  expect(bandsOf(await (await app.as("bochum-wache")).page("/ersuchen"))).not.toContain("Probefrist");
});

test("whoever stands in today sees it, and only on those days", async () => {
  const [absent, deputy] = [await app.actor("witten-beispiel"), await app.actor("witten-zweit")];
  await app.sql("insert into deputy values (gen_random_uuid(), $1, $2, $3, '2026-11-20', '2026-11-23', $2)", [
    owner,
    absent.officerId,
    deputy.officerId,
  ]);
  await expired("D20", "2026-11-20");
  await watch();
  expect(bandsOf(await colleague.page("/faelle"))).toContain("Probefrist D20");
  await app.sql("update deputy set until_on = '2026-11-22'");
  expect(bandsOf(await colleague.page("/faelle"))).not.toContain("Probefrist D20");
});

test("a case without responsible official shows its alert to every official of the authority", async () => {
  await app.sql("update case_file set responsible_officer_id = null where id = $1", [caseId]);
  await expired("D20", "2026-11-20");
  await watch();
  expect(bandsOf(await colleague.page("/faelle"))).toContain("Probefrist D20");
  const { officerId } = await app.actor("witten-beispiel");
  await app.sql("update case_file set responsible_officer_id = $1 where id = $2", [officerId, caseId]);
});

test("many alerts are three bands and a link to the list", async () => {
  for (let index = 0; index < 5; index++) await expired("D20", "2026-11-20", `k#${index}`);
  await watch();
  const bands = bandsOf(await official.page("/faelle"));
  expect(bands.split("FRIST ABGELAUFEN")).toHaveLength(4);
  expect(bands).toContain("2 weitere Fristalarme");
  for (let index = 5; index < 21; index++) await expired("D20", "2026-11-20", `k#${index}`);
  await watch();
  const page = await official.page("/faelle");
  expect(bandsOf(page)).toContain("mehr als 17 weitere Fristalarme");
  expect(page).toMatch(/<span>Fristalarme<\/span><span class="aw-count">20\+<span/);
});

test("an alert is acknowledged once, with who, when and note; then it leaves the frame and stays in the list", async () => {
  await expired("D35", "2026-11-20");
  await watch();
  const id = await alertId("D35");
  const page = await official.page(`/fristalarme/${id}`);
  expect(page).toContain("Das Programm hat nichts entschieden und nichts geändert.");
  expect(page).toContain("Das stellt das Bundesamt fest, nicht das Programm.");
  const empty = await official.post(`/fristalarme/${id}/bestaetigen`, { vermerk: " " });
  expect([empty.status, await empty.text()]).toMatchObject([422, expect.stringContaining("Geben Sie an, was Sie")]);
  expect((await official.post(`/fristalarme/${id}/bestaetigen`, { vermerk: "Überstellt am 19.11." })).status).toBe(303);
  // A double click is no second note; a colleague's note is not lost without a word.
  expect((await official.post(`/fristalarme/${id}/bestaetigen`, { vermerk: "Überstellt am 19.11." })).status).toBe(303);
  const late = await colleague.post(`/fristalarme/${id}/bestaetigen`, { vermerk: "zweiter Versuch" });
  expect([late.status, await late.text()]).toEqual([
    409,
    expect.stringMatching(/nicht gespeichert[^]*zweiter Versuch/),
  ]);
  const done = await official.page(`/fristalarme/${id}`);
  expect(done).toContain("Überstellt am 19.11.");
  expect(done).toContain("A. Beispiel");
  expect(done).not.toContain("zweiter Versuch");
  expect(bandsOf(await official.page("/faelle"))).not.toContain("Probefrist");
  expect(await official.page("/fristalarme")).toContain("Kein Fristalarm offen.");
  expect(await official.page("/fristalarme?stand=bestaetigt")).toContain("Probefrist D35");
  const lines = await app.sql("select data from journal where event = 'deadlineAlertAcknowledged'");
  expect(lines).toHaveLength(1);
  await expect(app.sql("update deadline_notice set note = 'anders' where id = $1", [id])).rejects.toThrow("once");
});

test("nobody acknowledges in the name of somebody else, not even past the program", async () => {
  await expired("D20", "2026-11-20");
  await watch();
  const context = await app.context("witten-beispiel");
  const other = (await app.actor("witten-muster")).officerId;
  await expect(
    context.change(({ trx }) =>
      trx
        .updateTable("deadline_notice")
        .set({ acknowledged_at: new Date(), acknowledged_by: other, acknowledged_name: "B. Muster", note: "Probe" })
        .execute(),
    ),
  ).rejects.toThrow("in the own name");
});

test("an alert goes with its case to the official who takes the case over; one that was acknowledged stays as it is", async () => {
  const officers = [await app.actor("witten-beispiel"), await app.actor("witten-zweit")].map((each) => each.officerId);
  const assign = (officer = "") =>
    app.sql("update case_file set responsible_officer_id = $1 where id = $2", [officer, caseId]);
  await expired("D20", "2026-11-20");
  await expired("D35", "2026-11-20");
  await watch();
  await official.post(`/fristalarme/${await alertId("D35")}/bestaetigen`, { vermerk: "Überstellt am 19.11." });
  await assign(officers[1]);
  expect(bandsOf(await colleague.page("/faelle"))).toContain("Probefrist D20");
  expect(bandsOf(await official.page("/faelle"))).not.toContain("Probefrist");
  await assign(officers[0]);
  expect(bandsOf(await official.page("/faelle"))).toContain("Probefrist D20");
  const forge = "update deadline_notice set responsible_officer_id = null where rule = 'D20'";
  await expect(app.sql(forge)).rejects.toThrow("never changed");
});

test.each(["watch", "assignment"])(
  "an alert raised while its case is assigned finds the official: %s first",
  async (first) => {
    const [before, after] = [await app.actor("witten-beispiel"), await app.actor("witten-zweit")];
    const [one, other] = [new pg.Client(app.superuserUrl), new pg.Client(app.superuserUrl)];
    await Promise.all([one.connect(), other.connect()]);
    const raise = `insert into deadline_notice (id, case_id, owner_id, key, rule, title, plan_on, legal_end, days_before, level, due_on, noticed_on)
    values (gen_random_uuid(), '${caseId}', '${owner}', 'k', 'D20', 'Probe', '2026-11-20', '2026-11-20', -1, 'alert', '2026-11-21', '2026-11-21')`;
    const assign = `update case_file set responsible_officer_id = '${after.officerId}' where id = '${caseId}'`;
    const [early, late] = first === "watch" ? [raise, assign] : [assign, raise];
    await one.query("begin");
    await one.query(early);
    const waiting = other.query(late);
    await vi.waitFor(async () =>
      expect(await app.sql("select from pg_locks where locktype = 'advisory' and not granted")).toHaveLength(1),
    );
    await one.query("commit");
    await waiting;
    expect(await app.sql("select responsible_officer_id as id from deadline_notice")).toEqual([
      { id: after.officerId },
    ]);
    await app.sql("update case_file set responsible_officer_id = $1 where id = $2", [before.officerId, caseId]);
    await Promise.all([one.end(), other.end()]);
  },
);

test("an alert says what the file says today: the deadline moved, ended, or is gone", async () => {
  await expired("D35", "2026-11-20");
  await watch();
  const page = `/fristalarme/${await alertId("D35")}`;
  expect(await official.page(page)).not.toContain("Die Akte hat sich seit dem Alarm geändert.");
  await app.sql("update case_deadline set legal_end = '2027-05-19'");
  expect(await official.page(page)).toContain("endet nach den heutigen Ereignissen am Mi 19.05.2027");
  await app.sql("update case_deadline set status = 'ended'");
  expect(await official.page(page)).toContain("läuft nach den heutigen Ereignissen nicht mehr");
  const detail = await official.page(`/fristen/${caseId}/D35`);
  expect(detail).toContain("23.11.2026: abgelaufen – Frist kam später in die Akte (Ende 20.11.2026)");
  expect(detail).toContain("Alarm, offen");
  await app.sql("delete from case_deadline");
  expect(await official.page(page)).toContain("begründen diese Frist nicht mehr");
  expect(bandsOf(await official.page("/faelle"))).toContain("Probefrist D35");
});

test("filter, sort, pages and file of the list", async () => {
  for (let index = 0; index < 60; index++) await expired("D20", "2026-11-10", `k#${index}`);
  await expired("D35", "2026-11-19");
  await watch();
  const first = await official.page("/fristalarme");
  const next = /href="([^"]+)" rel="next"/.exec(first)?.[1]?.replaceAll("&amp;", "&") ?? "";
  const second = await official.page(next);
  const rows = (html: string) => html.split('data-label="Aktenzeichen"').length - 1;
  expect([rows(first), rows(second)]).toEqual([50, 11]);
  expect(second).toContain("Probefrist D35");
  const late = await official.page("/fristalarme?sort=ende&richtung=ab");
  expect(late.indexOf("Do 19.11.2026")).toBeLessThan(late.indexOf("Di 10.11.2026"));
  expect(late).toContain('aria-sort="descending"');
  expect(rows(await official.page("/fristalarme?anlass=ueberstellung"))).toBe(1);
  expect(rows(await colleague.page("/fristalarme?zustaendig=ich"))).toBe(0);
  expect(rows(await official.page("/fristalarme?sort=bemerkt&richtung=ab"))).toBe(50);
  const csv = await (await official.get("/fristalarme.csv")).text();
  expect(csv.split("\r\n")).toHaveLength(63);
  expect(csv).toContain(fileNumber);
  for (const secret of ["Geheimprobe", "Ķārlis"]) expect(csv + first).not.toContain(secret);
});

test("strangers, other roles and visitors get nothing", async () => {
  await expired("D20", "2026-11-20");
  await watch();
  const page = `/fristalarme/${await alertId("D20")}`;
  expect((await (await app.as("bochum-fremd")).get(page)).status).toBe(404);
  expect((await (await app.as("bochum-fremd")).post(`${page}/bestaetigen`, { vermerk: "Probe" })).status).toBe(404);
  expect((await (await app.as("witten-schutz")).get("/fristalarme")).status).toBe(403);
  expect((await (await app.as("bochum-wache")).get(page)).status).toBe(403);
  expect((await app.visitor.get("/fristalarme")).status).toBe(401);
  expect((await official.get("/fristalarme/fehlt")).status).toBe(404);
});

test("the alert is work until it is acknowledged", async () => {
  await expired("D20", "2026-11-20");
  await watch();
  expect(await official.page("/arbeitsvorrat?art=alerts")).toContain("Ablauf prüfen und bestätigen: Probefrist D20");
  await official.post(`/fristalarme/${await alertId("D20")}/bestaetigen`, { vermerk: "entlassen" });
  expect(await official.page("/arbeitsvorrat?art=alerts")).not.toContain("Ablauf prüfen und bestätigen");
});

test("open pages are told that there is an alert, and nothing of what it says", async () => {
  const hub = openLiveHub(app.databaseUrl);
  const told: string[] = [];
  hub.subscribe([`alerts:${owner}`], (topic) => told.push(topic));
  await new Promise((done) => setTimeout(done, 200));
  await expired("D20", "2026-11-20");
  await watch();
  for (let tries = 0; told.length === 0 && tries < 100; tries++) await new Promise((done) => setTimeout(done, 20));
  await hub.close();
  expect(told).toEqual([`alerts:${owner}`]);
});

test("the API lists, reads and acknowledges by the same rights", async () => {
  await expired("D20", "2026-11-20");
  await expired("D35", "2026-11-21");
  await watch();
  const list = await official.get("/api/v1/deadline-alerts?limit=1");
  const { items, next } = (await list.json()) as { items: { id: string; rule: string }[]; next: string };
  expect(items).toMatchObject([{ rule: "D20", cause: "custody", legalEnd: "2026-11-20", acknowledged: null }]);
  const rest = await official.get(`/api/v1/deadline-alerts?limit=1&cursor=${next}`);
  expect(await rest.json()).toMatchObject({ items: [{ rule: "D35", cause: "transferPeriod" }], next: null });
  const path = `/api/v1/deadline-alerts/${items[0]?.id}`;
  expect((await official.json(`${path}/acknowledgement`, { note: "x" })).status).toBe(422);
  expect((await official.json(`${path}/acknowledgement`, { note: "entlassen" })).status).toBe(201);
  expect((await official.json(`${path}/acknowledgement`, { note: "noch einmal" })).status).toBe(409);
  expect(await (await official.get(path)).json()).toMatchObject({
    acknowledged: { by: "A. Beispiel", note: "entlassen" },
  });
  expect((await (await app.as("bochum-fremd")).get(path)).status).toBe(404);
  expect((await (await app.as("bochum-wache")).get("/api/v1/deadline-alerts")).status).toBe(403);
});

test("the supervisor sets the steps with a reason; they are marked as in-house; officials only read them", async () => {
  const form = (fields: Record<string, string>) => supervisor.post("/fristalarme/einstellungen", fields);
  expect(await official.page("/fristalarme/einstellungen")).toContain("hausinterne Einstellung");
  expect((await official.post("/fristalarme/einstellungen", { version: "0", tage: "3", grund: "Probe" })).status).toBe(
    403,
  );
  const wrong = await form({ version: "0", tage: "bald", grund: "Probe" });
  expect([wrong.status, await wrong.text()]).toMatchObject([422, expect.stringContaining('value="bald"')]);
  expect((await form({ version: "0", tage: "30, 10", grund: "Dienstanweisung 4/2026" })).status).toBe(303);
  const page = await supervisor.page("/fristalarme/einstellungen");
  expect(page).toContain("30, 10 Tage vor dem Planungstag");
  expect(page).toContain("Dienstanweisung 4/2026");
  const stale = await form({ version: "0", tage: "5", grund: "veraltet" });
  expect([stale.status, await stale.text()]).toEqual([409, expect.stringMatching(/value="5"[^]*veraltet/)]);
  expect((await form({ version: "1", tage: "", grund: "keine Hinweise nötig" })).status).toBe(303);
  expect(await supervisor.page("/fristalarme/einstellungen")).toContain("keine Hinweise");
  const [line] = await app.sql("select data from journal where event = 'noticeDaysChanged' order by seq limit 1");
  expect(JSON.parse(String(line?.["data"]))).toEqual({ before: null, now: [30, 10], reason: "Dienstanweisung 4/2026" });
});
