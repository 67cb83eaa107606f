/** „Rückgängig“ in the work queue: the last own act without legal effect, for ten minutes, and never what others did since. */
import { afterAll, beforeEach, expect, test } from "vitest";
import { startTestApp, testNow } from "../../../test/harness/app.ts";
import { enforceableCase } from "../../../test/harness/prepared-case.ts";

const app = await startTestApp();
afterAll(app.close);

const { officerId: owner } = await app.actor("witten-beispiel");
const { officerId: second } = await app.actor("witten-zweit");
const { officerId: third } = await app.actor("witten-probe");
const first = await enforceableCase(app);
const other = await enforceableCase(app);
const official = await app.as("witten-beispiel");
const lead = await app.as("witten-muster");
const path = "/arbeitsvorrat/rueckgaengig";

const officersOf = async (): Promise<unknown[]> =>
  (
    await app.sql("select responsible_officer_id as id from case_file where id in ($1, $2) order by id", [first, other])
  ).map(({ id }) => id);
const assign = (client: typeof official, officer: string) =>
  client.post("/arbeitsvorrat/zuweisen", { auswahl: [first, other], officer });

beforeEach(async () => {
  app.setNow(testNow);
  await app.sql("delete from last_act");
  await app.sql("update case_file set responsible_officer_id = case when id = $1 then $2::uuid end", [first, owner]);
});

test("an assignment is taken back: each case is with whom it was, also with nobody; the journal keeps both", async () => {
  const before = await officersOf();
  const done = await assign(lead, second);
  expect(await officersOf()).toEqual([second, second]);
  const list = await lead.page(done.headers.get("location") ?? "");
  expect(list).toMatch(/href="\/arbeitsvorrat\/rueckgaengig" data-key="u"/);
  expect(await lead.page(path)).toContain("Um 08:14 Uhr: 2 Fälle zugewiesen.");
  const undone = await lead.post(path);
  const after = await lead.page(undone.headers.get("location") ?? "");
  expect(after).toContain("Rückgängig gemacht: 2.");
  expect(after).not.toContain('data-key="u"');
  expect(await officersOf()).toEqual(before);
  const lines = await app.sql("select count(*)::int as n from journal where event = 'caseAssigned'");
  expect(lines).toEqual([{ n: 4 }]);
  // Once only.
  expect((await lead.post(path)).headers.get("location")).toBe(path);
  expect(await lead.page(path)).toContain("Nichts rückgängig zu machen.");
});

test("a case that went on to somebody else stays there", async () => {
  await assign(lead, second);
  await app.sql("update case_file set responsible_officer_id = $2 where id = $1", [other, third]);
  const undone = await lead.post(path);
  expect(undone.headers.get("location")).toContain("meldung=rueckgaengig.1");
  expect(new Set(await officersOf())).toEqual(new Set([owner, third]));
});

test("nobody takes back what a colleague did, nor after ten minutes", async () => {
  await assign(lead, second);
  expect(await official.page(path)).toContain("Nichts rückgängig zu machen.");
  await official.post(path);
  app.setNow("2026-11-23T07:25:00Z");
  await lead.post(path);
  expect(await officersOf()).toEqual([second, second]);
});

const open = () => app.sql("select id from resubmission where closed_at is null");
const setOne = (note: string) =>
  official.post("/arbeitsvorrat/wiedervorlage", { auswahl: [first], dueOn: "24.11.2026", note });

test("a resubmission that was set goes, one that was closed comes back, with their lines in the journal", async () => {
  await setOne("Anruf der Beratungsstelle");
  expect(await open()).toHaveLength(1);
  await official.post(path);
  expect(await open()).toEqual([]);

  await setOne("Rückmeldung abwarten");
  const [kept] = await open();
  await official.post("/arbeitsvorrat/erledigt", {
    auswahl: [`${first}.${String(kept?.["id"])}`],
    result: "liegt vor",
  });
  expect(await open()).toEqual([]);
  expect(await official.page(path)).toContain("1 Wiedervorlage erledigt");
  await official.post(path);
  expect(await open()).toEqual([kept]);
  const events = await app.sql("select event from journal where subject like 'resubmission:%' order by seq");
  expect(events.map(({ event }) => event)).toEqual([
    "resubmissionSet",
    "resubmissionClosed",
    "resubmissionSet",
    "resubmissionClosed",
    "resubmissionReopened",
  ]);
});

test("the own row only: the database shows and changes no other", async () => {
  await assign(lead, second);
  const { db } = await app.context("witten-beispiel");
  expect(await db.selectFrom("last_act").selectAll().execute()).toEqual([]);
});
