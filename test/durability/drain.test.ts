/** A process that is told to end: whoever is inside gets the answer, nobody new comes in, open pages go elsewhere. */
import { connect } from "node:net";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { openPool } from "../../src/platform/database/pool.ts";
import { startTestApp, testNow, type TestApp } from "../harness/app.ts";
import { enforceableCase } from "../harness/prepared-case.ts";
import { bundled } from "./child-program.ts";
import { type Api, apiOf, serve, type Served, sessionToken } from "./served.ts";

let app: TestApp;
let programs = "";
beforeAll(async () => {
  app = await startTestApp();
  programs = await bundled("test/durability/serve-child.ts");
});
afterAll(() => app.close());

const serving = async (env: Record<string, string> = {}): Promise<{ served: Served; api: Api; token: string }> => {
  const served = await serve(programs, app.databaseUrl, { TEST_NOW: testNow, ...env });
  const token = await sessionToken(app.databaseUrl);
  return { served, api: apiOf(() => served.url, token), token };
};

/** Holds the row of a case as somebody else would; `letGo` ends that. */
async function held(caseId: string): Promise<{ letGo: () => Promise<void>; waiting: () => Promise<number> }> {
  const pool = openPool(app.superuserUrl, 1);
  const client = await pool.connect();
  await client.query("begin");
  await client.query("select 1 from case_file where id = $1 for update", [caseId]);
  const letGo = async (): Promise<void> => {
    if (pool.ending) return;
    await client.query("rollback");
    client.release();
    await pool.end();
  };
  onTestFinished(letGo);
  const waiting = async (): Promise<number> =>
    (
      await app.sql(
        "select 1 from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0",
      )
    ).length;
  return { letGo, waiting };
}

const lines = (caseId: string): Promise<Record<string, unknown>[]> =>
  app.sql("select 1 from journal where case_id = $1 and event = 'legalEventRecorded'", [caseId]);

const refused = (url: string): Promise<boolean> =>
  fetch(`${url}/health/live`, { headers: { connection: "close" } }).then(
    () => false,
    () => true,
  );

/** A case whose row is locked, and a legal event on its way to it. */
async function requestInFlight(api: Api) {
  const caseId = await enforceableCase(app);
  await app.sql("insert into access_purpose select id, $1, 'Vertretung', now() from officer on conflict do nothing", [
    caseId,
  ]);
  const before = (await lines(caseId)).length;
  const [row] = await app.sql("select version from case_file where id = $1", [caseId]);
  const lock = await held(caseId);
  const answer = api("POST", `/cases/${caseId}/events`, {
    body: { type: "obligationToLeaveArisen", fields: { on: "2026-01-05", enforceableBy: "law" } },
    ifMatch: `"${String(row?.["version"])}"`,
  });
  await expect.poll(lock.waiting).toBeGreaterThan(0);
  return { caseId, before, lock, answer };
}

test("a request in flight at SIGTERM is answered and its write is there; nobody new is let in meanwhile", async () => {
  const { served, api } = await serving();
  const { caseId, before, lock, answer } = await requestInFlight(api);

  served.child.process.kill("SIGTERM");
  await expect.poll(() => refused(served.url)).toBe(true);
  expect(await lines(caseId)).toHaveLength(before);
  await lock.letGo();

  expect((await answer).status).toBe(201);
  expect((await answer).headers.get("connection")).toBe("close");
  expect(await lines(caseId)).toHaveLength(before + 1);
  expect((await served.child.ended).code).toBe(0);
});

test("a request that takes longer than the limit does not keep the process; nothing of it is written", async () => {
  const { served, api } = await serving({ STOP_WITHIN_MS: "300" });
  const { caseId, before, lock, answer } = await requestInFlight(api);
  const cut = expect(answer).rejects.toThrow();

  expect((await served.child.kill("SIGTERM")).code).toBe(1);
  await cut;
  await lock.letGo();
  await expect.poll(lock.waiting).toBe(0);
  expect(await lines(caseId)).toHaveLength(before);
});

test("an open page is sent away, and the stream ends", async () => {
  const { served, token } = await serving();
  const response = await fetch(`${served.url}/live`, { headers: { cookie: `amtsweg=${token}` } });
  const said: string[] = [];
  const read = (async () => {
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) said.push(chunk);
  })();
  await expect.poll(() => said.join("")).toContain("event: open");

  const ended = await served.child.kill("SIGTERM");
  await read;
  expect(said.join("")).toContain("event: moved");
  expect(ended.code).toBe(0);
});

test("a line on which nothing was asked does not keep the process", async () => {
  const { served } = await serving();
  const silent = connect(Number(new URL(served.url).port), "localhost");
  silent.on("error", () => undefined);
  await new Promise((done) => silent.once("connect", done));
  expect((await served.child.kill("SIGINT")).code).toBe(0);
});
