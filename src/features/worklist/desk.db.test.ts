/** What officials do from the list itself: counts, resubmissions, assignment, deputies. All of it works without script. */
import { afterAll, expect, test } from "vitest";
import { startTestApp, testNow } from "../../../test/harness/app.ts";
import { enforceableCase } from "../../../test/harness/prepared-case.ts";

const app = await startTestApp();
afterAll(app.close);

const { officerId } = await app.actor("witten-beispiel");
const { officerId: second } = await app.actor("witten-zweit");
const first = await enforceableCase(app, { familyName: "Probe", givenNames: "Ķārlis" });
const other = await enforceableCase(app, { familyName: "Test", givenNames: "Zoë" });
const official = await app.as("witten-beispiel");
const colleague = await app.as("witten-zweit");
const lead = await app.as("witten-muster");

let counter = 0;
const deadline = (rule: string, end: string, of = first) =>
  app.sql(
    `insert into case_deadline values ($1, 'ABH-05954036', $2, $3, 'Probefrist', null, $4, $4, 'running',
       '{"norm":{"norm":"§ 1 Probe"}}')`,
    [of, `probe#${++counter}`, rule, end],
  );
const tabCount = (html: string, tab: string): string | undefined =>
  new RegExp(`data-key-label="${tab}">${tab}<span class="aw-count"> ([^<]*)</span>`).exec(html)?.[1];
const officerOf = async (id: string) =>
  (await app.sql("select responsible_officer_id as id from case_file where id = $1", [id]))[0]?.["id"];

await app.sql("update case_file set responsible_officer_id = $1", [officerId]);

test("each tab says how much it holds, counted to ninety-nine and no further", async () => {
  await deadline("D35", "2026-11-23");
  await deadline("D35", "2026-12-08");
  await deadline("D60", "2026-12-24");
  const html = await official.page("/arbeitsvorrat");
  expect(["Alle", "Heute", "Wartet auf andere", "Wiedervorlage"].map((tab) => tabCount(html, tab))).toEqual([
    "2",
    "1",
    "1",
    "0",
  ]);
  await app.sql(
    `insert into case_deadline select $1, 'ABH-05954036', 'masse#' || n, 'D20', 'Probefrist', null, date '2027-01-01' + n,
       date '2027-01-01' + n, 'running', '{"norm":{"norm":"§ 1 Probe"}}' from generate_series(1, 300) n`,
    [first],
  );
  const many = await official.page("/arbeitsvorrat?zustaendig=ich");
  expect([tabCount(many, "Alle"), tabCount(many, "Heute")]).toEqual(["99+", "1"]);
  expect(tabCount(await official.page("/arbeitsvorrat?zustaendig=niemand"), "Alle")).toBe("0");
  await app.sql("delete from case_deadline where key like 'masse%'");
});

test("ticked lines get a resubmission with a reason; it comes back on its day, in its tab and at the case", async () => {
  const form = await official.page(`/arbeitsvorrat/wiedervorlage?auswahl=${first}&auswahl=${other}`);
  expect(form).toContain("Ausgewählt sind 2 Fälle");
  const fields = { auswahl: [first, other], dueOn: "23.11.2026", note: "Anruf der Beratungsstelle" };
  const empty = await official.post("/arbeitsvorrat/wiedervorlage", { ...fields, note: " " });
  expect([empty.status, await empty.text()]).toMatchObject([422, expect.stringContaining("23.11.2026")]);
  const past = await official.post("/arbeitsvorrat/wiedervorlage", { ...fields, dueOn: "22.11.2026" });
  expect(await past.text()).toContain("Der Tag liegt in der Vergangenheit.");
  const set = await official.post("/arbeitsvorrat/wiedervorlage", {
    ...fields,
    zurueck: "/arbeitsvorrat?ansicht=heute",
  });
  expect(set.headers.get("location")).toBe("/arbeitsvorrat?ansicht=heute&meldung=wiedervorlage.2");
  const list = await official.page("/arbeitsvorrat?ansicht=wiedervorlage&meldung=wiedervorlage.2");
  expect(list).toContain("Wiedervorlage gesetzt: 2.");
  expect(list.match(/Wiedervorlage: Anruf der Beratungsstelle/g)?.length).toBeGreaterThanOrEqual(2);
  expect(await official.page(`/faelle/${first}`)).toContain("Anruf der Beratungsstelle");
  expect((await app.sql("select count(*)::int as n from journal where event = 'resubmissionSet'"))[0]).toEqual({
    n: 2,
  });
});

test("the file of tasks keeps the free words of a resubmission back", async () => {
  const csv = await (await official.get("/arbeitsvorrat.csv")).text();
  expect(csv).toContain(";Wiedervorlage;Wiedervorlage;31.30-");
  expect(csv).not.toContain("Beratungsstelle");
});

test("one line proposes two working days before its next deadline", async () => {
  await app.sql("delete from case_deadline where case_id = $1", [other]);
  await deadline("D35", "2026-12-07", other);
  const form = await official.page(`/arbeitsvorrat/wiedervorlage?auswahl=${other}`);
  expect(form).toContain('value="03.12.2026"');
  expect(form).toContain("zwei Arbeitstage vor der nächsten Frist");
});

test("„Erledigt“ closes resubmissions with a result, and nothing that has legal effect", async () => {
  const [row] = await app.sql("select id from resubmission where case_id = $1", [first]);
  const ticked = [`${first}.${String(row?.["id"])}`, other];
  const form = await official.page(`/arbeitsvorrat/erledigt?${ticked.map((each) => `auswahl=${each}`).join("&")}`);
  expect(form).toContain("1 Aufgabe bleibt offen.");
  const done = await official.post("/arbeitsvorrat/erledigt", { auswahl: ticked, result: "Termin vereinbart" });
  const late = await official.post("/arbeitsvorrat/erledigt", { auswahl: ticked, result: "Termin abgesagt" });
  expect([late.status, await late.text()]).toEqual([
    409,
    expect.stringMatching(/nicht noch einmal[^]*Termin abgesagt/),
  ]);
  expect(done.headers.get("location")).toBe("/arbeitsvorrat?meldung=erledigt.1");
  const list = await official.page("/arbeitsvorrat");
  expect(list.match(/>Wiedervorlage: Anruf/g)).toHaveLength(1);
  expect(list).toContain("Überstellung durchführen");
  expect(await official.page(`/arbeitsvorrat/erledigt?auswahl=${other}`)).toContain("Nichts ausgewählt.");
});

test("the supervisor assigns several cases to an official; the journal tells it, the official has the tasks", async () => {
  const form = await lead.page(`/arbeitsvorrat/zuweisen?auswahl=${first}&auswahl=${other}`);
  expect(form).toContain("zuständig: A. Beispiel");
  const assigned = await lead.post("/arbeitsvorrat/zuweisen", { auswahl: [first, other], officer: second });
  expect(assigned.headers.get("location")).toBe("/arbeitsvorrat?meldung=zugewiesen.2");
  expect([await officerOf(first), await officerOf(other)]).toEqual([second, second]);
  expect(await app.sql("select event from journal where case_id = $1 order by seq desc limit 1", [first])).toEqual([
    { event: "caseAssigned" },
  ]);
  expect(tabCount(await colleague.page("/arbeitsvorrat?zustaendig=ich"), "Alle")).toBe("4");
  const { officerId: stranger } = await app.actor("bochum-fremd");
  const refused = await lead.post("/arbeitsvorrat/zuweisen", { auswahl: [first], officer: stranger });
  expect([refused.status, await officerOf(first)]).toEqual([422, second]);
});

test("an official of another authority changes nothing by knowing an identifier", async () => {
  const foreign = await app.as("bochum-fremd");
  const own = (await app.actor("bochum-fremd")).officerId;
  expect(await foreign.page(`/arbeitsvorrat/zuweisen?auswahl=${first}`)).toContain("Nichts ausgewählt.");
  const assigned = await foreign.post("/arbeitsvorrat/zuweisen", { auswahl: [first], officer: own });
  expect(assigned.headers.get("location")).toBe("/arbeitsvorrat?meldung=zugewiesen.0");
  await foreign.post("/arbeitsvorrat/wiedervorlage", { auswahl: [first], dueOn: "30.11.2026", note: "fremd" });
  expect([await officerOf(first), await app.sql("select 1 from resubmission where note = 'fremd'")]).toEqual([
    second,
    [],
  ]);
});

test("deputising starts and ends by its days, and only the supervisor enters it for others", async () => {
  const wanted = { absent: second, deputy: officerId, from: "24.11.2026", until: "27.11.2026" };
  const own = await official.post("/vertretung", wanted);
  expect(await own.text()).toContain("Sie können nur Ihre eigene Abwesenheit eintragen.");
  expect((await lead.post("/vertretung", wanted)).status).toBe(303);
  expect(await official.page("/arbeitsvorrat")).not.toContain("Sie vertreten");
  app.setNow("2026-11-24T07:00:00Z");
  const html = await official.page("/arbeitsvorrat");
  expect(html).toContain("Sie vertreten J. Zweit bis 27.11.2026.");
  expect(html).toContain("4 Aufgaben dazu anzeigen");
  expect(tabCount(await official.page("/arbeitsvorrat?zustaendig=vertretung"), "Alle")).toBe("4");
  expect(tabCount(await official.page("/arbeitsvorrat?zustaendig=ich"), "Alle")).toBe("0");
  const [deputy] = await app.all("deputy");
  const end = `/vertretung/${String(deputy?.["id"])}/beenden`;
  expect((await official.post(end)).status).toBe(404);
  expect((await colleague.post(end)).status).toBe(303);
  expect(await official.page("/arbeitsvorrat")).not.toContain("Sie vertreten");
});

test("the team sees who is away today and who stands in, not who will be; h leads to today", async () => {
  app.setNow(testNow);
  await app.sql("delete from deputy");
  const away = (from: string, until: string, who: string, standsIn: string) =>
    app.sql("insert into deputy values (gen_random_uuid(), 'ABH-05954036', $1, $2, $3, $4, $1)", [
      who,
      standsIn,
      from,
      until,
    ]);
  await away("2026-11-20", "2026-11-27", officerId, second);
  await away("2026-11-24", "2026-11-27", second, officerId);
  const html = await lead.page("/arbeitsvorrat?ansicht=team");
  const table = html.slice(html.indexOf("Heute abwesend"));
  expect(table.match(/<tr class="aw-row">/g)).toHaveLength(1);
  expect(table).toMatch(/A\. Beispiel[\s\S]*J\. Zweit[\s\S]*27\.11\.2026/);
  expect(html).toMatch(/href="\/arbeitsvorrat\?ansicht=heute"[^>]*data-key-also="h"/);
  await app.sql("delete from deputy");
  expect(await lead.page("/arbeitsvorrat?ansicht=team")).toContain("Heute ist keine Abwesenheit eingetragen.");
});
