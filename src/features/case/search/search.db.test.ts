import { afterAll, expect, test } from "vitest";
import { startTestApp } from "../../../../test/harness/app.ts";
import { enforceableCase, openedMeasure } from "../../../../test/harness/prepared-case.ts";
import { newId } from "../../../kernel/id.ts";
import { explainHit } from "./explain-hit.ts";

const app = await startTestApp();
afterAll(app.close);

const caseId = await enforceableCase(app, { familyName: "Đurić-Muster", givenNames: "Țvetana" });
const official = await app.as("witten-beispiel");
const police = await app.as("bochum-wache");

/** What the reader sees below the search field, without the clock. */
const answerOf = (html: string): string =>
  html.slice(html.indexOf("</search>", html.indexOf("<main")), html.indexOf("</main>"));

test("a hit shows name, file number and the spelling that matched, and leads to the case", async () => {
  const html = await official.search("duric");
  expect(html).toContain(`href="/faelle/${caseId}"`);
  expect(html).toContain("Đurić-Muster, Țvetana");
  expect(html).toContain("Name „Đurić“ (Suchform DURIC)");
});

test("the search is noted with its number of hits, not with its words", async () => {
  expect(
    await app.sql("select what, purpose, hits from access_log where what like 'Suche%' order by id desc limit 1"),
  ).toEqual([{ what: "Suche", purpose: "Bearbeitung", hits: 1 }]);
});

test("a part of the file number finds the case as well", async () => {
  expect(await official.search("0001")).toContain("Aktenzeichen 31.30-0001");
});

test.each(["witten duric", "duric witten", "tvetana muster 31.30-0001 witten"])(
  "all words of „%s“ belong to the case, in whatever order they are typed",
  async (words) => expect(await official.search(words)).toContain(`href="/faelle/${caseId}"`),
);

test("a case that lacks one of the words is no hit", async () => {
  expect(answerOf(await official.search("witten duric gibtesnicht"))).toContain("Kein Treffer.");
});

test("common words find the case that has them all, whichever of them is rare", async () => {
  await app.sql(
    `with made as (insert into case_file (id, owner_id, file_number)
       select gen_random_uuid(), 'ABH-05954036', 'H-' || n from generate_series(1, 2100) n returning id, owner_id, file_number)
     insert into search_token (owner_id, token, case_id, kind)
       select owner_id, 'HAEUFIGER', id, 'name' from made union all select owner_id, 'OFTMALIG', id, 'place' from made
       union all select owner_id, 'SELTENES', id, 'name' from made where file_number in ('H-7', 'H-8')
       union all select owner_id, 'EINMALIG', id, 'name' from made where file_number in ('H-8', 'H-9')`,
  );
  const numbers = async (words: string): Promise<unknown[]> => {
    const found = await official.json("/api/v1/case-search", { q: words });
    const { items } = (await found.json()) as { items: { caseId: string }[] };
    const rows = await app.sql("select file_number from case_file where id = any($1) order by 1", [
      items.map((item) => item.caseId),
    ]);
    return rows.map((row) => row["file_number"]);
  };
  expect(await numbers("häufig seltenes")).toEqual(["H-7", "H-8"]);
  expect(await numbers("seltenes oftmal einmalig häufiger")).toEqual(["H-8"]);
  expect(await numbers("häufig oftmal")).toHaveLength(100);
  expect(await numbers("häufig oftmal witten")).toEqual([]);
});

test("for another authority a case that exists looks like one that does not", async () => {
  const stranger = await app.as("bochum-fremd");
  const unseen = answerOf(await stranger.search("duric"));
  expect(unseen).toBe(answerOf(await stranger.search("gibtesnicht")));
  expect(unseen).toContain("Kein Treffer.");
});

test("police find only cases they have a part in, and are led to the request", async () => {
  expect(answerOf(await police.search("duric"))).toContain("Kein Treffer.");
  const measureId = await openedMeasure(app, caseId);
  const requestId = newId();
  const officer = (await app.actor("witten-beispiel")).officerId;
  await app.sql(
    `insert into request (id, number, type, case_id, measure_id, owner_id, addressee_id, addressee_capacity, status, state,
       created_by, sent_at, waiting_for, waiting_since)
     values ($1, $2, 'enforcementAssistance', $3, $4, 'ABH-05954036', 'KPB-PP-BOCHUM', 'districtPolice', 'sent',
       '{"status":"sent"}', $5, now(), 'addressee', now())`,
    [requestId, `E-T-${requestId.slice(-8)}`, caseId, measureId, officer],
  );
  const html = answerOf(await police.search("duric"));
  expect(html).toContain(`href="/ersuchen/${requestId}"`);
  expect(html).not.toContain("/faelle/");
  await app.sql("update request set closed_at = now(), status = 'withdrawn' where id = $1", [requestId]);
  expect(answerOf(await police.search("duric"))).toContain("Kein Treffer.");
});

test("an auditor does not search for persons", async () => {
  expect((await (await app.as("witten-schutz")).post("/suche", { q: "duric" })).status).toBe(403);
});

test.each(["", "%", "a", "<script>alert(1)</script>", "x".repeat(5000)])(
  "the text „%.20s“ is answered calmly",
  async (text) => {
    const html = await official.search(text);
    expect(html).not.toContain("<script>alert");
  },
);

test.each([
  ["tvetana", ["Name „Țvetana“ (Suchform TVETANA)"]],
  ["muller", ["Geburtsname „Müller“ (Kurzform MULLER)"]],
  ["0147 witten", ["Aktenzeichen 31.30-0147", "Ort „Witten“ (Suchform WITTEN)"]],
  ["zolc", ["weiterer Name „Żółć“ (Suchform ZOLC)"]],
])("%s matched %j", (query, matched) => {
  const texts = {
    fileNumber: "31.30-0147",
    name: "Đurić-Muster, Țvetana",
    birthName: "Müller",
    aliases: ["Żółć"],
    place: "Witten",
  };
  expect(explainHit(query, texts)).toEqual(matched);
});
