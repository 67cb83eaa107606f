import { afterAll, expect, test } from "vitest";
import { startTestApp } from "../../../../test/harness/app.ts";
import { newId } from "../../../kernel/id.ts";
import { openCase } from "../index.ts";
import { filterKeys, listHref, listQuery, sortKeys } from "./list-definition.ts";

const app = await startTestApp();
afterAll(app.close);

const official = await app.as("witten-beispiel");
const context = await app.context("witten-beispiel");
const ids: string[] = [];
for (let number = 1; number <= 60; number++)
  ids.push(
    await context.change((change) =>
      openCase(
        change,
        {
          fileNumber: `31.30-${String(number).padStart(4, "0")}`,
          person: { familyName: "Muster", givenNames: "Nr", nationalities: [] },
          address: number % 2 ? { place: "Witten", ags: "05954036" } : {},
          responsibleOfficerId: number === 60 ? null : undefined,
        },
        [],
        context.today,
      ),
    ),
  );
const idOf = (number: number) => ids[number - 1];
const days: [number, string, string | null][] = [
  [5, "2026-03-01", "2026-12-24"],
  [7, "2026-01-15", null],
  [9, "2026-02-01", "2026-12-01"],
];
for (const [number, since, due] of days)
  await app.sql("update case_standing set state = 'enforceable', since = $2, next_due = $3 where case_id = $1", [
    idOf(number),
    since,
    due,
  ]);
await app.sql(
  `insert into obstacle (id, case_id, owner_id, type, blocking, opened_on, opened_by, opened_reason)
   select $1, $2, owner_id, 'identityUnclear', true, '2026-01-02', responsible_officer_id, 'Test' from case_file where id = $2`,
  [newId(), idOf(9)],
);

const numbersOf = (html: string): string[] =>
  [...html.matchAll(/>(31\.30-\d{4})<\/a>/g)].map(([, number = ""]) => number);
const list = async (query = "") => numbersOf(await official.page(`/faelle${query}`));

/** Test A5 of the acceptance list: nobody can be picked or ordered by what they are. */
test("the list knows no order and no filter by a trait of the person", async () => {
  const names = [...sortKeys, ...filterKeys];
  expect(names).toEqual(["az", "seit", "frist", "stand", "bearbeitung", "gemeinde", "hindernis", "az"]);
  const forbidden = /national|staat|religion|ethni|famil|kind|gebur|alter|geschlecht|name|sprache/i;
  expect(names.filter((name) => forbidden.test(name))).toEqual([]);
  const html = await official.page("/faelle");
  const offered = [...html.matchAll(/<(?:select|input)[^>]*name="([^"]+)"/g)].map(([, name = ""]) => name);
  const sorts = [...html.matchAll(/sort=([a-z]+)/g)].map(([, key = ""]) => key);
  expect([...offered, ...sorts].filter((name) => forbidden.test(name))).toEqual([]);
});

test("a sort or filter by such a trait in the address changes nothing", async () => {
  const plain = await list();
  expect(await list("?sort=nationality")).toEqual(plain);
  expect(await list("?nationality=998&religion=x&familienGroesse=5")).toEqual(plain);
});

test("fifty cases a page; the second page goes on where the first ended", async () => {
  const html = await official.page("/faelle");
  expect(html).toContain("60 Fälle");
  const next = /href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "";
  const pages = [numbersOf(html), numbersOf(await official.page(next))];
  expect(pages.map(({ length }) => length)).toEqual([50, 10]);
  expect(pages.flat()).toEqual(pages.flat().toSorted());
});

test("backwards by file number the last comes first", async () => {
  expect((await list("?sort=az&richtung=ab"))[0]).toBe("31.30-0060");
});

test.each([
  ["seit", ["31.30-0007", "31.30-0009", "31.30-0005"]],
  ["frist", ["31.30-0009", "31.30-0005"]],
])(
  "ordered by %s the earliest day comes first, and cases without a day follow on the last pages",
  async (sort, first) => {
    const html = await official.page(`/faelle?sort=${sort}`);
    expect(numbersOf(html).slice(0, first.length)).toEqual(first);
    const next = /href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect(new Set([...numbersOf(html), ...numbersOf(await official.page(next))]).size).toBe(60);
  },
);

test.each([
  ["?stand=enforceable", 3],
  ["?hindernis=offen", 1],
  ["?stand=enforceable&hindernis=keins", 2],
  ["?bearbeitung=niemand", 1],
  ["?gemeinde=05954036", 30],
  ["?gemeinde-text=Witten", 30],
  ["?az=31.30-000", 9],
  ["?az=0012", 1],
])("the filter %s finds %i", async (query, count) => {
  expect(await list(query)).toHaveLength(count);
});

test("„meine Fälle“ are those the reader is responsible for", async () => {
  const html = await official.page("/faelle?bearbeitung=ich");
  expect(html).toContain("59 Fälle nach Filter");
  expect(numbersOf(await (await app.as("witten-muster")).page("/faelle?bearbeitung=ich"))).toEqual([]);
});

test("a filter without a hit says so, and each filter can be taken away alone", async () => {
  const html = await official.page("/faelle?stand=lapsed&az=0012");
  expect(html).toContain("Kein Treffer.");
  expect(html).toContain('href="/faelle?az=0012"');
  expect(html).toContain('href="/faelle?stand=lapsed"');
});

test("a municipality that is not clear is asked for", async () => {
  expect(await official.page("/faelle?gemeinde-text=Neu")).toContain("„Neu“ ist nicht eindeutig.");
});

test("the list of another authority holds none of these, and offers the first step", async () => {
  const html = await (await app.as("bochum-fremd")).page("/faelle");
  expect(numbersOf(html)).toEqual([]);
  expect(html).toContain("Noch keine Fälle.");
});

test("police have no list of cases", async () => {
  expect((await (await app.as("bochum-wache")).get("/faelle")).status).toBe(403);
});

test("caseworkers export no list of cases; the supervisor says what for, and the access log keeps it", async () => {
  const path = "/faelle/liste/ausgeben?stand=enforceable";
  expect(await official.page("/faelle")).not.toContain("ausgeben");
  expect([(await official.get(path)).status, (await official.post(path, { purpose: "Probe" })).status]).toEqual([
    403, 403,
  ]);
  const lead = await app.as("witten-muster");
  expect(await lead.page("/faelle?stand=enforceable")).toContain("/faelle/liste/ausgeben?stand=enforceable");
  const silent = await lead.post(path, { purpose: " " });
  expect([silent.status, await silent.text()]).toEqual([422, expect.stringContaining("wozu Sie die Liste brauchen")]);
  const answer = await lead.post(path, { purpose: "Bericht an die Amtsleitung" });
  expect(await app.sql("select what, purpose, hits from access_log order by id desc limit 1")).toEqual([
    { what: "Fallliste als CSV", purpose: "Bericht an die Amtsleitung", hits: 3 },
  ]);
  expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(bytes.toString("utf8")).not.toContain("Muster");
  expect(bytes.toString("utf8").split("\r\n")[1]).toBe(
    "31.30-0005;vollziehbar;2026-03-01;2026-12-24;0;Witten;A. Beispiel",
  );
});

test("each page of the list is noted once, with the number of rows shown", async () => {
  await app.sql("select 1");
  const count = async () => app.sql("select hits from access_log where what = 'Fallliste' order by id desc limit 1");
  await official.page("/faelle?stand=enforceable");
  expect(await count()).toEqual([{ hits: 3 }]);
});

test("the next deadline of the list follows whoever writes a deadline", async () => {
  const due = async () => (await app.sql("select next_due from case_standing where case_id = $1", [idOf(11)]))[0];
  const deadline = (key: string, end: string) =>
    app.sql(
      `insert into case_deadline (case_id, owner_id, key, rule, title, legal_end, operational_end, status, details)
       values ($1, 'ABH-05954036', $2, 'D01', 'Test', $3, $3, 'running', '{}')`,
      [idOf(11), key, end],
    );
  await deadline("a", "2027-02-01");
  await deadline("b", "2027-01-01");
  expect(await due()).toEqual({ next_due: "2027-01-01" });
  await app.sql("update case_deadline set status = 'ended' where case_id = $1 and key = 'b'", [idOf(11)]);
  expect(await due()).toEqual({ next_due: "2027-02-01" });
  await app.sql("delete from case_deadline where case_id = $1", [idOf(11)]);
  expect(await due()).toEqual({ next_due: null });
});

test("the address of a list keeps what was set and leaves out what is usual", () => {
  expect(listHref(listQuery.parse({}))).toBe("/faelle");
  expect(listHref(listQuery.parse({ stand: "enforceable", sort: "frist", richtung: "auf" }))).toBe(
    "/faelle?stand=enforceable&sort=frist",
  );
});

test("a list that is too long to be exported keeps what it was wanted for", async () => {
  await app.sql(
    `insert into case_file (id, owner_id, file_number)
     select gen_random_uuid(), 'ABH-05954036', 'LANG-' || n from generate_series(1, 10001) n`,
  );
  const long = "from case_file where file_number like 'LANG-%'";
  await app.sql(
    `insert into person_identity (case_id, owner_id, family_name, given_names) select id, owner_id, 'Muster', 'Nr' ${long}`,
  );
  await app.sql(
    `insert into case_standing (case_id, owner_id, state, derivation, derived_on)
     select id, owner_id, 'noObligation', '{}', '2026-11-23' ${long}`,
  );
  const lead = await app.as("witten-muster");
  const answer = await lead.post("/faelle/liste/ausgeben", { purpose: "Bericht an den Rat" });
  const html = await answer.text();
  expect([answer.status, html]).toEqual([422, expect.stringContaining("mehr als 10 000 Zeilen")]);
  expect(html).toContain('value="Bericht an den Rat"');
});
