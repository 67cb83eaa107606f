import { afterAll, expect, test } from "vitest";
import { startTestApp, testNow } from "../../../test/harness/app.ts";
import { enforceableCase } from "../../../test/harness/prepared-case.ts";

const app = await startTestApp();
afterAll(app.close);

const caseId = await enforceableCase(app);
const path = `/faelle/${caseId}`;
const colleague = await app.as("witten-muster");
const purposesOf = async () =>
  (await app.sql("select what, purpose from access_log where case_id = $1 order by id", [caseId])).map((row) => row);

test("the responsible officer is not asked; the purpose is „Bearbeitung“", async () => {
  expect(await (await app.as("witten-beispiel")).page(path)).toContain("Zweck Ihres Zugriffs: Bearbeitung");
});

test("a colleague is asked first, sees nothing of the person meanwhile, and no access is noted", async () => {
  const before = await purposesOf();
  const answer = await colleague.get(`${path}/ansicht/verlauf?x=1`);
  const ask = `${path}/wozu?weiter=${encodeURIComponent(`${path}/ansicht/verlauf?x=1`)}`;
  expect([answer.status, answer.headers.get("location")]).toEqual([303, ask]);
  const html = await colleague.page(ask);
  expect(html).toContain("Wozu öffnen Sie den Fall?");
  expect(html).not.toContain("Muster, Țvetana");
  expect(html).not.toContain("31.30-");
  expect(await purposesOf()).toEqual(before);
});

test.each([
  [{}, "Wählen Sie den Zweck Ihres Zugriffs."],
  [{ purpose: "other" }, "Geben Sie den Zweck in eigenen Worten an."],
])("an answer %j is not enough", async (answer, message) => {
  const response = await colleague.post(`${path}/wozu`, answer);
  expect([response.status, await response.text()]).toEqual([422, expect.stringContaining(message)]);
});

test("the answer leads back, stands in the journal without its words, and in every note of the day", async () => {
  const answer = { purpose: "deputy", note: "Urlaub", weiter: `${path}/ansicht/verlauf` };
  const response = await colleague.post(`${path}/wozu`, answer);
  expect(response.headers.get("location")).toBe(`${path}/ansicht/verlauf`);
  expect(await colleague.page(path)).toContain("Zweck Ihres Zugriffs: Vertretung: Urlaub");
  expect((await purposesOf()).at(-1)).toEqual({ what: "Fallakte", purpose: "Vertretung: Urlaub" });
  expect(await app.sql("select data from journal where event = 'accessPurposeStated'")).toEqual([
    { data: '{"purpose":"deputy"}' },
  ]);
});

test("on the next day the question comes again; a form begun the day before may be sent", async () => {
  app.setNow("2026-11-24T05:00:00Z");
  expect((await colleague.get(path)).status).toBe(303);
  const deputy = await app.as("witten-probe", "caseworker");
  expect((await deputy.post(`${path}/wozu`, { purpose: "deputy" })).status).toBe(303);
  app.setNow("2026-11-24T23:30:00Z");
  expect((await deputy.get(path)).status).toBe(303);
  const [file] = await app.sql("select version from case_file where id = $1", [caseId]);
  const form = { version: String(file?.["version"]), name: "Aliasname", source: "Bl. 3" };
  expect((await deputy.post(`${path}/namen`, form)).headers.get("location")).toBe(`${path}/namen`);
  app.setNow(testNow);
});

test.each(["https://boese.example/", "//boese.example", "javascript:alert(1)"])(
  "the way back never leads to %s",
  async (weiter) => {
    const response = await colleague.post(`${path}/wozu`, { purpose: "deputy", weiter });
    expect(response.headers.get("location")).toBe(path);
  },
);

test("a program states the purpose with the call", async () => {
  const program = await app.as("witten-probe");
  const without = await program.get(`/api/v1/cases/${caseId}`);
  expect([without.status, await without.json()]).toMatchObject([428, { title: "Zweck fehlt" }]);
  const stated = await program.get(`/api/v1/cases/${caseId}`, { "access-purpose": "Aufsicht, Stichprobe" });
  expect(stated.status).toBe(200);
  expect((await purposesOf()).at(-1)).toEqual({ what: "Fall (API)", purpose: "Aufsicht, Stichprobe" });
});

test("for a case of another authority there is no question, only nothing", async () => {
  const stranger = await app.as("bochum-fremd");
  expect((await stranger.get(`${path}/wozu`)).status).toBe(404);
  expect((await stranger.post(`${path}/wozu`, { purpose: "deputy" })).status).toBe(404);
});
