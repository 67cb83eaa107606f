import { createHash } from "node:crypto";
import { afterAll, expect, test, vi } from "vitest";
import { startTestApp } from "../../../test/harness/app.ts";
import {
  assessedMeasure,
  completeDraft,
  draftedRequest,
  saveTopic,
  send,
  sentRequest,
  statusOf,
  step,
} from "../../../test/harness/assistance.ts";
import type { TestClient } from "../../../test/harness/client.ts";
import { enforceableCase, openedMeasure } from "../../../test/harness/prepared-case.ts";
import { newId } from "../../kernel/id.ts";
import { openPool } from "../../platform/database/pool.ts";

const app = await startTestApp();
afterAll(app.close);

const caseId = await enforceableCase(app);
const measureId = await openedMeasure(app, caseId);
await assessedMeasure(app, measureId);
const author = await app.as("witten-beispiel");
const police = await app.as("bochum-wache");

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const sha256 = createHash("sha256").update(png).digest("hex");

const upload = (client: TestClient, id: string, { name = "beschluss.png", bytes = png, file = newId() } = {}) =>
  client.post(`/ersuchen/${id}/anlagen`, {
    id: file,
    kind: "searchWarrant",
    title: "Durchsuchungsbeschluss vom 19.11.2026",
    file: new File([bytes], name),
  });

test("a court order is kept with its checksum; both sides read it, the ledger knows it", async () => {
  const id = await sentRequest(app, measureId);
  expect((await upload(author, id)).status).toBe(303);
  const html = await police.page(`/ersuchen/${id}`);
  expect(html).toContain(sha256);
  expect(html).toContain("Nicht auf Schadsoftware geprüft.");
  const href = /href="(\/ersuchen\/[^"]+\/anlagen\/[^"]+)"/.exec(html)?.[1] ?? "";
  const answer = await police.get(href);
  expect(answer.headers.get("content-disposition")).toContain("attachment");
  expect(Buffer.from(await answer.arrayBuffer()).equals(png)).toBe(true);
  expect(await author.page(`/ersuchen/${id}`)).toContain("Anlage: Durchsuchungsbeschluss");
  await step(author, id, "withdrawn", { reason: "erledigt" });
  expect((await police.get(href)).status).toBe(404);
  expect((await author.get(href)).status).toBe(200);
});

test("a file of a refused form has to be chosen again, and the page says so; after the end it says that too", async () => {
  const id = await sentRequest(app, measureId);
  const file = new File([png], "beschluss.png");
  const untitled = await author.post(`/ersuchen/${id}/anlagen`, { id: newId(), kind: "other", title: "", file });
  const html = await untitled.text();
  expect([untitled.status, html]).toEqual([
    422,
    expect.stringContaining("Wählen Sie die Datei bitte noch einmal aus."),
  ]);
  expect(html).toMatch(/<option value="other" selected/);
  await step(author, id, "withdrawn", { reason: "erledigt" });
  const late = await upload(author, id);
  expect([late.status, await late.text()]).toEqual([422, expect.stringContaining("Das Ersuchen ist beendet.")]);
});

test.each([
  ["a program", "beschluss.pdf", Buffer.from("MZ program"), "weder PDF noch PNG noch JPEG"],
  ["a wrong ending", "beschluss.pdf", png, "Endung"],
  ["nothing", "leer.pdf", Buffer.alloc(0), "leer"],
  ["more than 20 MiB", "gross.png", Buffer.concat([png, Buffer.alloc(20 * 2 ** 20)]), "MiB"],
])("%s is refused in words and nothing is stored", async (_, name, bytes, words) => {
  const id = await draftedRequest(app, measureId);
  const response = await upload(author, id, { name, bytes });
  expect(response.status).toBe(422);
  expect(await response.text()).toContain(words);
  expect(await app.sql("select id from attachment where request_id = $1", [id])).toEqual([]);
});

test("the same upload form twice stores one file; police cannot add one", async () => {
  const id = await sentRequest(app, measureId);
  const file = newId();
  await upload(author, id, { file });
  await upload(author, id, { file });
  expect(await app.sql("select id from attachment where request_id = $1", [id])).toHaveLength(1);
  expect((await upload(police, id)).status).toBe(403);
});

test("an order counts as attached only when its file is there", async () => {
  const id = await draftedRequest(app, measureId);
  const form = { need: "required", kinds: ["searchWarrant"], state_searchWarrant: "attached" };
  const refused = await saveTopic(author, id, "beschluesse", form);
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain("zuerst als Anlage hoch");
  await upload(author, id);
  expect((await saveTopic(author, id, "beschluesse", form)).status).toBe(303);
  const [row] = await app.sql("select content->'courtOrders' as orders from request_content where request_id = $1", [
    id,
  ]);
  expect(row?.["orders"]).toEqual({
    need: "required",
    kinds: ["searchWarrant"],
    orders: [{ kind: "searchWarrant", state: "attached", sha256 }],
  });
});

test("the letter is a tagged PDF for both sides, and each reading is noted", async () => {
  const id = await sentRequest(app, measureId);
  for (const client of [author, police]) {
    const answer = await client.get(`/ersuchen/${id}/brief.pdf`);
    expect(answer.headers.get("content-type")).toBe("application/pdf");
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
  }
  expect(await app.sql("select authority_id from access_log where what = 'Brief zum Ersuchen' order by 1")).toEqual([
    { authority_id: "ABH-05954036" },
    { authority_id: "KPB-PP-BOCHUM" },
  ]);
});

test("there is no letter of an incomplete draft, and the answer says what is missing", async () => {
  const answer = await author.get(`/ersuchen/${await draftedRequest(app, measureId)}/brief.pdf`);
  expect(answer.status).toBe(409);
  expect(await answer.text()).toContain("Der Grund fehlt.");
});

test("the tabs of the police follow the work; requesters see what they asked", async () => {
  const id = await sentRequest(app, measureId);
  const [row] = await app.sql("select number from request where id = $1", [id]);
  const number = String(row?.["number"]);
  expect(await police.page("/ersuchen?ansicht=eingang")).toContain(number);
  await step(police, id, "received");
  await step(police, id, "reviewStarted");
  expect(await police.page("/ersuchen?ansicht=eingang")).not.toContain(`>${number}<`);
  expect(await police.page("/ersuchen?ansicht=pruefung&sort=start&richtung=ab")).toContain(number);
  expect(await author.page("/ersuchen?ansicht=gestellt&sort=number")).toContain(number);
  expect(await author.page("/ersuchen?ansicht=gestellt&behoerde=KPB-PP-KOELN")).toContain("Kein Treffer");
  expect(await police.page("/ersuchen")).toContain('topics="inbox"');
});

/** A case of its own, so that the stories of the others stay as they are. */
async function sentTo(place: string, ags: string): Promise<{ id: string; number: string }> {
  const measure = await openedMeasure(app, await enforceableCase(app));
  await app.sql("update measure_plan set place = $2, ags = $3 where measure_id = $1", [measure, place, ags]);
  await assessedMeasure(app, measure);
  const id = await sentRequest(app, measure);
  const [row] = await app.sql("select number from request where id = $1", [id]);
  return { id, number: String(row?.["number"]) };
}

test("the police see the municipality of each request, sort and filter by it; the file has no place (§ 97a AufenthG)", async () => {
  const there = await sentTo("Probeweg 1", "05916000");
  const here = await sentTo("Musterweg 3, Witten", "05954036");
  const list = "/ersuchen?ansicht=eingang&sort=place";
  const html = await police.page(list);
  expect(html).toContain('data-label="Einsatzort">Herne<');
  expect(html).not.toContain("Probeweg");
  const order = (text: string): boolean => text.indexOf(`>${there.number}<`) < text.indexOf(`>${here.number}<`);
  expect([order(html), order(await police.page(`${list}&richtung=ab`))]).toEqual([true, false]);
  const filtered = await police.page(`${list}&ort=Herne`);
  expect(filtered).toContain("Einsatzort: Herne");
  expect(filtered).toContain("Eingang (1)");
  expect(filtered).not.toContain(`>${here.number}<`);
  expect(await police.page(`${list}&ort=Musterdorf`)).toContain("Kein Treffer");
  expect(await (await police.get("/ersuchen/liste.csv?ansicht=eingang&ort=Herne")).text()).not.toContain("Herne");
  expect(await police.page(`/ersuchen/${there.id}`)).toContain("<p>Herne</p>");

  await step(author, there.id, "withdrawn", { reason: "erledigt" });
  expect(await police.page("/ersuchen?ansicht=abgeschlossen&sort=place")).not.toContain("Herne");
});

test("who mediates learns neither time nor place, not even by order or filter", async () => {
  const liaison = await app.as("arnsberg-mittler");
  const { id, number } = await sentTo("Probeweg 1", "05916000");
  for (const type of ["received", "reviewStarted"]) await step(police, id, type);
  await step(police, id, "contested", { position: "Der Zeitpunkt passt nicht." });
  await step(author, id, "mediationStarted", { otherPosition: "Der Flug geht mittags." });
  const html = await liaison.page("/ersuchen?ansicht=vermittlung&sort=place&ort=Musterdorf");
  expect(html).toContain(`>${number}<`);
  for (const never of ["Herne", "Einsatzort", "sort=place", "sort=start"]) expect(html).not.toContain(never);
});

test("the list pages and its export name no person and no planned start", async () => {
  await sentRequest(app, measureId);
  const answer = await police.get("/ersuchen/liste.csv?ansicht=eingang");
  expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  const csv = await answer.text();
  expect(csv).toContain("Vollzugshilfe");
  for (const never of ["Muster", "Țvetana", "01.12.2026"]) expect(csv).not.toContain(never);
  expect(await police.page("/ersuchen")).not.toContain("Țvetana");
});

test("case and measure show the request, the case its disclosures", async () => {
  const id = await sentRequest(app, measureId);
  for (const path of [`/faelle/${caseId}`, `/massnahmen/${measureId}`])
    expect(await author.page(path)).toContain(`/ersuchen/${id}`);
  const tab = await author.page(`/faelle/${caseId}/ansicht/uebermittlungen`);
  expect(tab).toContain("Polizeipräsidium Bochum");
  expect(tab).toContain("Personen (Name, Geburtsjahr)");
  expect(tab).not.toContain("Țvetana</td>");
});

test("a failure in the middle of sending leaves the draft as it was", async () => {
  const id = await completeDraft(app, measureId);
  await app.sql("alter table disclosure rename column legal_basis to broken");
  const response = await send(author, id);
  await app.sql("alter table disclosure rename column broken to legal_basis");
  expect(response.status).toBe(500);
  expect(await statusOf(app, id)).toBe("draft");
  expect(await app.sql("select id from request_entry where request_id = $1", [id])).toEqual([]);
  expect(await app.sql("select id from case_party where request_id = $1", [id])).toEqual([]);
  expect((await send(author, id)).status).toBe(303);
});

const etag = (response: Response) => ({ headers: { "if-match": response.headers.get("etag") ?? "" } });

test("the API drafts, fills, sends, lists, reads and answers by the same rules", async () => {
  const id = newId();
  const created = await author.json(`/api/v1/measures/${measureId}/assistance-requests`, { id });
  expect(created.status).toBe(201);
  const api = `/api/v1/requests/${id}`;
  const read = async (client: TestClient) => client.get(api);
  const early = await author.json(`${api}/events`, { type: "sent" }, etag(await read(author)));
  expect(early.status).toBe(409);
  expect(JSON.stringify(await early.json())).toContain("Der Grund fehlt.");
  const content = {
    reason: "Widerstand zu erwarten",
    legalBasis: { norms: ["§ 71 Abs. 1 AufenthG"], freeText: "" },
    plannedStart: { on: "2026-12-01", time: "06:15" },
    caseworker: { name: "A. Beispiel", phone: "0000 12-340", nightPhone: "0000 12-345" },
  };
  const put = await author.json(`${api}/content`, content, { method: "PUT", ...etag(await read(author)) });
  expect(put.status).toBe(200);
  expect((await author.json(`${api}/events`, { type: "sent" }, etag(await read(author)))).status).toBe(200);
  const list = (await (await police.get("/api/v1/requests?side=inbox&limit=1")).json()) as {
    items: { id: string }[];
    next: string | null;
  };
  expect(list.items.map((item) => item.id)).toEqual([id]);
  const next = await police.get(`/api/v1/requests?side=inbox&limit=1&cursor=${list.next}`);
  expect(((await next.json()) as { items: { id: string }[] }).items[0]?.id).not.toBe(id);
  const note = { happenedAt: "2026-11-20T08:40:00Z", with: "Leitstelle", text: "besprochen" };
  expect((await police.json(`${api}/telephone-notes`, note)).status).toBe(201);
  const ahead = { ...note, happenedAt: "2026-11-24T08:40:00Z" };
  expect((await police.json(`${api}/telephone-notes`, ahead)).status).toBe(422);
  expect((await police.json(`${api}/events`, { type: "received" }, etag(await read(police)))).status).toBe(200);
  expect((await police.json(`${api}/events`, { type: "received" }, { headers: { "if-match": '"1"' } })).status).toBe(
    409,
  );
  expect((await police.json(`${api}/content`, content, { method: "PUT", ...etag(await read(police)) })).status).toBe(
    403,
  );
});

test("a stop withdraws the open request and the police lose the content", async () => {
  const other = await openedMeasure(app, await enforceableCase(app));
  await assessedMeasure(app, other);
  const id = await sentRequest(app, other);
  const form = { id: newId(), reason: "court", source: "VG Beispiel, Anruf 06:40", on: "23.11.2026", at: "06:40" };
  expect((await author.post(`/massnahmen/${other}/stopp`, form)).status).toBe(303);
  expect(await statusOf(app, id)).toBe("withdrawn");
  expect(await police.page(`/ersuchen/${id}`)).toContain("Der Inhalt ist nicht mehr einsehbar.");
});

test("a page between two pages is the one before it; a zero byte in an address is refused in words", async () => {
  expect(await author.page("/ersuchen?seite=1.5")).toContain("<h1");
  const response = await author.get("/ersuchen?ort=%00");
  expect([response.status, await response.text()]).toEqual([
    400,
    expect.stringContaining("Zeichen, das nicht erlaubt ist"),
  ]);
});

test("sending waits for a stop that is on its way, and then sends nothing", async () => {
  const measure = await openedMeasure(app, await enforceableCase(app));
  await assessedMeasure(app, measure);
  const id = await completeDraft(app, measure);
  const stopping = await app.as("witten-probe", "supervisor");
  const admin = openPool(app.superuserUrl, 1);
  const lock = await admin.connect();
  await lock.query("begin");
  await lock.query("select from measure where id = $1 for update", [measure]);
  const form = { id: newId(), reason: "court", source: "VG Musterstadt", on: "23.11.2026", at: "06:40" };
  const stopped = stopping.post(`/massnahmen/${measure}/stopp`, form);
  await vi.waitUntil(async () => (await waiting()) === 1, { timeout: 10_000 });
  const sent = send(author, id);
  await vi.waitUntil(async () => (await waiting()) === 2, { timeout: 10_000 });
  await lock.query("commit");
  lock.release();
  await admin.end();
  expect((await stopped).status).toBe(303);
  // The stop has withdrawn the draft as well, so it is another version now.
  expect((await sent).status).toBe(409);
  expect(
    await app.sql(
      "select 1 from stop_recipient r join stop_signal s on s.id = r.stop_id where s.measure_id = $1 and r.authority_id like 'KPB-%'",
      [measure],
    ),
  ).toEqual([]);
  expect(await app.sql("select sent_at from request where id = $1", [id])).toEqual([{ sent_at: null }]);
});

/** Statements of this database that wait for a row. */
const waiting = async (): Promise<number> =>
  (await app.sql("select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"))
    .length;
