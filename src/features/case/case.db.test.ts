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
