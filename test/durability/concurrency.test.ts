/** Many officials at once, and many processes at once. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { saveOfficer } from "../../src/platform/sign-in/officer.ts";
import { createSessions } from "../../src/platform/sign-in/session.ts";
import { startTestApp, type TestApp } from "../harness/app.ts";
import { enforceableCase } from "../harness/prepared-case.ts";
import { bundled } from "./child-program.ts";
import { apiOf, openedCase, postForm, secret, serve, type Served, sessionToken } from "./served.ts";

let app: TestApp;
let first: Served;
let second: Served;
beforeAll(async () => {
  app = await startTestApp();
  const programs = await bundled("test/durability/serve-child.ts");
  first = await serve(programs, app.databaseUrl);
  second = await serve(programs, app.databaseUrl);
});
afterAll(async () => {
  await first?.child.kill("SIGKILL");
  await second?.child.kill("SIGKILL");
  await app.close();
});

/** Twenty people of one authority, each with an own session. */
async function officials(count: number): Promise<string[]> {
  const sessions = createSessions(app.pool, secret);
  const tokens: string[] = [];
  for (let person = 1; person <= count; person++) {
    const known = await saveOfficer(app.pool, {
      iss: "test",
      sub: `person-${person}`,
      name: `Probe, Person ${person}`,
      amtsweg_authority: "ABH-05954036",
      amtsweg_roles: ["caseworker"],
    });
    if (typeof known === "string") throw new Error(known);
    tokens.push(await sessions.open(known.officerId, known.authorityId, "caseworker"));
  }
  return tokens;
}

const linesOf = (caseId: string): Promise<Record<string, unknown>[]> =>
  app.sql("select 1 from journal where case_id = $1 and event = 'legalEventRecorded'", [caseId]);

describe("twenty officials send the same form at the same moment", () => {
  test.each([
    ["to one process", () => [first]],
    ["to two processes over one database", () => [first, second]],
  ])("%s: one wins, nineteen are told, the journal has one line more", async (_, processes) => {
    const caseId = await enforceableCase(app);
    const before = (await linesOf(caseId)).length;
    const [row] = await app.sql("select version from case_file where id = $1", [caseId]);
    const tokens = await officials(20);
    // Nobody of them is responsible for the case, so each has said what for („Wozu?“).
    await app.sql(
      `insert into access_purpose select id, $1, 'Vertretung', now() from officer where subject like 'person-%'
       on conflict do nothing`,
      [caseId],
    );
    const targets = processes();
    const answers = await Promise.all(
      tokens.map((token, at) =>
        postForm(`${targets[at % targets.length]?.url}/faelle/${caseId}/ereignisse/obligationToLeaveArisen`, token, {
          version: String(row?.["version"]),
          on: "05.01.2026",
          enforceableBy: "law",
        }),
      ),
    );
    const statuses = answers.map(({ status }) => status).toSorted();
    expect(statuses).toEqual([303, ...Array.from({ length: 19 }, () => 409)]);
    const loser = answers.find(({ status }) => status === 409);
    expect(await loser?.text()).toContain("inzwischen");
    expect((await linesOf(caseId)).length).toBe(before + 1);
    const [after] = await app.sql("select version from case_file where id = $1", [caseId]);
    expect(Number(after?.["version"])).toBe(Number(row?.["version"]) + 1);
  });
});

test("a change in one process reaches a page that is open at the other one", async () => {
  const token = await sessionToken(app.databaseUrl);
  const caseId = await openedCase(apiOf(() => first.url, token));
  const stop = new AbortController();
  const live = await fetch(`${second.url}/live?topics=case:${caseId}`, {
    headers: { cookie: `amtsweg=${token}` },
    signal: stop.signal,
  });
  expect(live.status).toBe(200);
  const heard = listen(live);
  await heard.until("event: open");
  const body = { type: "obligationToLeaveArisen", fields: { on: "2026-01-05", enforceableBy: "law" } };
  const recorded = await apiOf(() => first.url, token)("POST", `/cases/${caseId}/events`, { body, ifMatch: '"1"' });
  expect(recorded.status).toBe(201);
  await heard.until(`event: change\ndata: case:${caseId}`);
  stop.abort();
});

/** Reads a stream of events until a text has come. */
function listen(response: Response): { until: (text: string) => Promise<void> } {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let heard = "";
  const until = async (text: string): Promise<void> => {
    while (!heard.includes(text)) {
      const chunk = await reader?.read();
      if (!chunk || chunk.done) throw new Error(`the stream ended, heard only: ${heard}`);
      heard += decoder.decode(chunk.value, { stream: true });
    }
  };
  return { until };
}
