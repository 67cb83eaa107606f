import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApp } from "../../../test/harness/app.ts";
import { openCase, searchCases } from "./index.ts";

const app = await startTestApp();
afterAll(app.close);

let caseId = "";
beforeAll(async () => {
  const context = await app.context("witten-beispiel");
  caseId = await context.change((change) =>
    openCase(
      change,
      {
        fileNumber: "31.30-0147",
        person: { familyName: "Đurić-Muster", givenNames: "Țvetana", birthDate: "1991-03-04", nationalities: ["998"] },
        address: { street: "Musterweg", houseNumber: "3", postcode: "58452", place: "Witten", ags: "05954036" },
      },
      [],
      context.today,
    ),
  );
});

test("the case page shows person, file number and the derived standing, and notes the access with its purpose", async () => {
  const official = await app.as("witten-beispiel");
  const html = await official.page(`/faelle/${caseId}`);
  expect(html).toContain("Đurić-Muster, Țvetana");
  expect(html).toContain("31.30-0147");
  expect(html).toContain("keine Ausreisepflicht");
  expect(await app.all("access_log")).toMatchObject([{ case_id: caseId, what: "Fallakte", purpose: "Bearbeitung" }]);
});

test("the title of the tab holds no personal data", async () => {
  const html = await (await app.as("witten-beispiel")).page(`/faelle/${caseId}`);
  expect(html.match(/<title>(.*?)<\/title>/)?.[1]).toBe("Fallakte – Amtsweg");
});

test("an official of another authority gets the same answer as for a case that does not exist", async () => {
  const stranger = await app.as("bochum-fremd");
  const unseen = await stranger.get(`/faelle/${caseId}`);
  const missing = await stranger.get("/faelle/01890000-0000-7000-8000-000000000000");
  expect(unseen.status).toBe(404);
  const text = async (response: Response) => (await response.text()).replaceAll(/Kennung \w+|\d\d:\d\d:\d\d/g, "");
  expect(await text(unseen)).toBe(await text(missing));
});

test.each(["Duric", "đurić", "DJURIC", "tvetana", "31.30-0147", "musterweg witten duric"].map((query) => [query]))(
  "the search answers to %s",
  async (query) => {
    const hits = await searchCases(await app.context("witten-beispiel"), query);
    expect(hits.map((hit) => hit.caseId)).toEqual(query.startsWith("musterweg") || query === "DJURIC" ? [] : [caseId]);
  },
);

test("the search of another authority finds nothing", async () => {
  expect(await searchCases(await app.context("bochum-fremd"), "Duric")).toEqual([]);
});

test("the API records an event with the version that was read, and refuses an older one", async () => {
  const official = await app.as("witten-beispiel");
  const read = await official.get(`/api/v1/cases/${caseId}`);
  const etag = read.headers.get("etag") ?? "";
  const event = { type: "obligationToLeaveArisen", fields: { on: "2026-11-02", enforceableBy: "decision" } };
  const path = `/api/v1/cases/${caseId}/events`;
  const recorded = await official.json(path, event, { headers: { "if-match": etag } });
  expect([recorded.status, await recorded.json()]).toMatchObject([201, { state: "dutyNotEnforceable" }]);
  expect((await official.json(path, event, { headers: { "if-match": etag } })).status).toBe(409);
  expect((await official.json(path, event)).status).toBe(428);
});

test("a retry with the same key happens once and gets the same answer", async () => {
  const official = await app.as("witten-beispiel");
  const etag = (await official.get(`/api/v1/cases/${caseId}`)).headers.get("etag") ?? "";
  const event = { type: "obligationToLeaveArisen", fields: { on: "2026-11-03", enforceableBy: "decision" } };
  const headers = { "if-match": etag, "idempotency-key": "probe-0001" };
  const send = () => official.json(`/api/v1/cases/${caseId}/events`, event, { headers });
  const [first, second] = [await (await send()).json(), await (await send()).json()];
  expect(second).toEqual(first);
  expect((await app.all("legal_event")).filter((row) => row["happened_on"] === "2026-11-03")).toHaveLength(1);
});

test("bad input to the API names the field in German", async () => {
  const official = await app.as("witten-beispiel");
  const event = { type: "obligationToLeaveArisen", fields: { on: "2026-02-31", enforceableBy: "decision" } };
  const answer = await official.json(`/api/v1/cases/${caseId}/events`, event, { headers: { "if-match": '"1"' } });
  expect(answer.headers.get("content-type")).toContain("application/problem+json");
  expect(await answer.json()).toMatchObject({ status: 422, errors: [{ field: "on" }] });
});
