import { afterAll, expect, test } from "vitest";
import { startTestApp } from "../../../test/harness/app.ts";
import { enforceableCase } from "../../../test/harness/prepared-case.ts";
import { checkJournal } from "../../platform/journal-check.ts";
import { openPool } from "../../platform/database/pool.ts";

const app = await startTestApp();
const owner = openPool(app.superuserUrl, 1);
afterAll(async () => {
  await owner.end();
  await app.close();
});

const caseId = await enforceableCase(app);
const official = await app.as("witten-beispiel");
await official.page(`/faelle/${caseId}`);
const chain = "ABH-05954036";

test("supervision and data protection read the journal, case work does not", async () => {
  expect(await (await app.as("witten-muster")).page("/protokoll")).toContain("Fall angelegt");
  expect(await (await app.as("witten-schutz")).page("/protokoll")).toContain("Rechtsereignis erfasst");
  expect((await official.get("/protokoll")).status).toBe(403);
});

test("the journal of another authority is empty for a stranger", async () => {
  expect(await (await app.as("koblenz-leitung")).page("/protokoll")).not.toContain("Fall angelegt");
});

const rowsOf = (html: string): number => [...html.matchAll(/data-label="Nr\."/g)].length;
const seqs = (html: string): number[] =>
  [...html.matchAll(/data-label="Nr\.">(\d+)</g)].map(([, number]) => Number(number));

test("the journal of authority and case is filtered by kind, person and days, in its address alone", async () => {
  const guard = await app.as("witten-schutz");
  const { officerId } = (await app.context("witten-beispiel")).actor;
  const [days] = await app.sql(
    `select to_char(min(recorded_at) at time zone 'Europe/Berlin', 'DD.MM.YYYY') as first,
     to_char(max(recorded_at) at time zone 'Europe/Berlin', 'YYYY-MM-DD') as last from journal`,
  );
  const tab = `/faelle/${caseId}/ansicht/protokoll`;
  for (const [client, path] of [
    [guard, "/protokoll"],
    [official, tab],
  ] as const) {
    const all = await client.page(path);
    const events = await client.page(`${path}?art=recht`);
    expect(events).toContain("Rechtsereignis erfasst");
    expect(events).not.toContain("Fall angelegt<");
    expect(rowsOf(events)).toBeLessThan(rowsOf(all));
    expect(rowsOf(await client.page(`${path}?von=${String(days?.["first"])}&bis=${String(days?.["last"])}`))).toBe(
      rowsOf(all),
    );
    for (const none of ["bis=2026-11-01", "von=31.12.2199"])
      expect(await client.page(`${path}?${none}`)).toContain("Kein Treffer mit diesem Filter.");
    expect(rowsOf(await client.page(`${path}?wer=${officerId}`))).toBe(rowsOf(all));
    expect(await client.page(`${path}?wer=andere&art=recht`)).toContain("Kein Treffer mit diesem Filter.");
  }
  const csv = await (await guard.get("/protokoll.csv?art=fall")).text();
  expect(csv).toContain("Fall angelegt");
  expect(csv).not.toContain("Rechtsereignis erfasst");
});

test("a day that is none is said at its field and filters nothing; other values that do not fit are no filter", async () => {
  const guard = await app.as("witten-schutz");
  const html = await guard.page("/protokoll?von=31.02.2026&art=unbekannt&wer=Beispiel&vor=x");
  expect(html).toContain("»31.02.2026« ist kein Datum.");
  expect(html).toContain('value="31.02.2026"');
  expect(html).toContain("Fall angelegt");
  expect(await guard.page("/protokoll?von=24.11.2026&bis=23.11.2026")).toContain("liegt vor dem Beginn");
});

test("older entries keep the filter, and a page of the newest leads on", async () => {
  const guard = await app.as("witten-schutz");
  for (let made = 0; made < 101; made++) {
    const context = await app.context("witten-beispiel");
    await context.change(async (change) =>
      change.record({ subject: `probe:${made}`, caseId, event: "obstacleOpened" }),
    );
  }
  const first = await guard.page("/protokoll?art=hindernis");
  const href = /href="(\/protokoll\?[^"]*vor=[^"]*)"/.exec(first)?.[1]?.replaceAll("&amp;", "&") ?? "";
  const older = await guard.page(href);
  expect([rowsOf(first), rowsOf(older)]).toEqual([100, 1]);
  expect(Math.max(...seqs(older))).toBeLessThan(Math.min(...seqs(first)));
  expect(older).toContain('href="/protokoll?art=hindernis"');
});

test("the access log names who, what and why, and exports without content", async () => {
  const guard = await app.as("witten-schutz");
  const html = await guard.page("/zugriffe");
  expect(html).toContain("A. Beispiel");
  expect(html).toContain("Bearbeitung");
  const csv = await (await guard.get("/zugriffe.csv")).text();
  expect(csv).toContain("Fallakte");
  expect(csv).not.toContain("Muster,");
});

test("the access log of authority and case is filtered by person and days, also as file", async () => {
  const guard = await app.as("witten-schutz");
  const { officerId } = await app.actor("witten-beispiel");
  const stranger = (await app.actor("witten-zweit")).officerId;
  for (const [client, path] of [
    [guard, "/zugriffe"],
    [official, `/faelle/${caseId}/ansicht/zugriffe`],
  ] as const) {
    const mine = await client.page(`${path}?wer=${officerId}&von=01.11.2026`);
    expect(mine).toContain("Fallakte");
    expect(mine).toContain("ab 01.11.2026");
    for (const none of [`wer=${stranger}`, "wer=andere", "bis=2026-11-01", "von=31.12.2199"])
      expect(await client.page(`${path}?${none}`)).toContain("Kein Treffer mit diesem Filter.");
    expect(await client.page(`${path}?von=31.02.2026`)).toContain("»31.02.2026« ist kein Datum.");
  }
  expect(await guard.page(`/zugriffe?seite=eigene&wer=${officerId}`)).toContain('name="seite" value="eigene"');
  const csv = await (await guard.get(`/zugriffe.csv?wer=${stranger}`)).text();
  expect(csv.trim().split("\n")).toHaveLength(1);
});

test("older accesses lose no line, however many have the same moment", async () => {
  await app.sql(
    `insert into access_log (at, officer_id, authority_id, role, owner_id, what, purpose)
     select timestamptz '2099-12-01 06:00:00.1234567Z', o.id, o.authority_id, 'caseworker', o.authority_id, 'Probe ' || n, 'Prüfung'
     from officer o, generate_series(1, 205) n where o.subject = 'witten-beispiel'`,
  );
  const guard = await app.as("witten-schutz");
  const named: string[] = [];
  for (let path: string | undefined = "/zugriffe?von=01.12.2099&bis=01.12.2099"; path;) {
    const html: string = await guard.page(path);
    named.push(...[...html.matchAll(/>(Probe \d+)</g)].map(([, name = ""]) => name));
    path = /href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll("&amp;", "&");
  }
  expect([named.length, new Set(named).size]).toEqual([205, 205]);

  const items: { what: string }[] = [];
  for (let cursor: string | null = ""; cursor !== null;) {
    const answer = await guard.get(`/api/v1/accesses?from=2099-12-01&until=2099-12-01&limit=100&cursor=${cursor}`);
    const page = (await answer.json()) as { items: { what: string }[]; next: string | null };
    items.push(...page.items);
    cursor = page.next;
  }
  expect(new Set(items.map(({ what }) => what)).size).toBe(205);
  await app.sql("delete from access_log where what like 'Probe %'");
});

test("the API gives the journal of a person and of days", async () => {
  const guard = await app.as("witten-schutz");
  const { officerId } = await app.actor("witten-beispiel");
  const count = async (query: string): Promise<number> => {
    const answer = await guard.get(`/api/v1/journal?limit=200&${query}`);
    return ((await answer.json()) as { items: unknown[] }).items.length;
  };
  expect(await count(`officer=${officerId}&from=2026-01-01`)).toBeGreaterThan(0);
  expect(await count("until=2026-01-01")).toBe(0);
  expect((await guard.get("/api/v1/journal?from=31.02.2026")).status).toBe(422);
});

test("the case shows who looked at it", async () => {
  expect(await official.page(`/faelle/${caseId}/ansicht/zugriffe`)).toContain("Fallakte");
});

test("an untouched journal is whole", async () => {
  expect(await checkJournal(owner)).toMatchObject([{ chain, ok: true }]);
});

/** Tampering as only the owner of the server could; each is taken back afterwards. */
async function tampered(...statements: string[]) {
  await app.sql("create table kept as select * from journal; create table kept_chain as select * from journal_chain");
  await app.sql("alter table journal disable trigger user");
  for (const statement of statements) await app.sql(statement);
  const [report] = await checkJournal(owner);
  await app.sql(
    "delete from journal; insert into journal select * from kept; delete from journal_chain; insert into journal_chain select * from kept_chain; drop table kept, kept_chain",
  );
  await app.sql("alter table journal enable trigger user");
  return report;
}

test.each([
  ["a deleted row", "delete from journal where seq = 2", { seq: 2, fault: "missing" }],
  ["a changed row", `update journal set data = '{"type":"other"}' where seq = 2`, { seq: 2, fault: "changed" }],
  [
    "a changed time",
    "update journal set recorded_at = recorded_at - interval '1 day' where seq = 3",
    { seq: 3, fault: "changed" },
  ],
  ["a cut end", "delete from journal where seq = (select max(seq) from journal)", { fault: "cut" }],
  [
    "two rows in the wrong order",
    "update journal set seq = case seq when 2 then 1003 when 3 then 1002 end where seq in (2, 3); update journal set seq = seq - 1000 where seq > 1000",
    { seq: 2, fault: "order" },
  ],
  [
    "a row put in between",
    `update journal set seq = seq + 1000 where seq > 1; update journal set seq = seq - 999 where seq > 1000;
     insert into journal select chain, 2, recorded_at, officer_id, actor_authority, actor_role, subject, case_id, 'invented', data, hash, hash from journal where seq = 1`,
    { seq: 2, fault: "changed" },
  ],
])("the check names the first bad row after %s", async (_, statement, expected) => {
  expect(await tampered(statement)).toMatchObject({ chain, ok: false, ...expected });
});

test("the journal is whole again after the repair", async () => {
  expect(await checkJournal(owner)).toMatchObject([{ ok: true }]);
});
