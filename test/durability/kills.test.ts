/** Fifty kills in the middle of writing: what was acknowledged is there, once, whole, and the journal still verifies. */
import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { prepareDatabase } from "../../src/commands/prepare-database.ts";
import { newId } from "../../src/kernel/id.ts";
import { openPool } from "../../src/platform/database/pool.ts";
import { createDatabase } from "../../src/platform/database/roles.ts";
import { startEmbeddedPostgres } from "../../src/platform/embedded-postgres/index.ts";
import { checkJournal } from "../../src/platform/journal-check.ts";
import { ask, emptyFolder } from "../harness/embedded-folder.ts";
import { bundled } from "./child-program.ts";
import { type Api, apiOf, openedCase, serve, type Served, sessionToken } from "./served.ts";

const clients = 4;
const casesOfEach = 8;
const killsOfTheApplication = 30;
const killsOfTheDatabase = 12;
const killsOfOneBackend = 8;

let programs = "";
beforeAll(async () => {
  programs = await bundled("test/durability/serve-child.ts");
});

/** One write that must happen once, however often it has to be asked for. */
type Write = { caseId: string; ifMatch: string; key: string };
type Acknowledged = { caseId: string; eventId: string | undefined };

/** A client that writes on and on; a write that was cut off is asked for again with its key, as a real program would. */
async function write(
  api: Api,
  cases: readonly string[],
  running: () => boolean,
  acknowledged: Acknowledged[],
): Promise<void> {
  const versions = new Map<string, number>();
  for (let turn = 0; running(); turn++) {
    const caseId = cases[turn % cases.length] ?? "";
    const version = versions.get(caseId) ?? 1;
    const one: Write = { caseId, ifMatch: `"${version}"`, key: newId() };
    const eventId = await untilAnswered(api, running, one);
    acknowledged.push({ caseId, eventId });
    versions.set(caseId, version + 1);
  }
}

const body = { type: "obligationToLeaveArisen", fields: { on: "2026-01-05", enforceableBy: "law" } };

async function untilAnswered(
  api: Api,
  running: () => boolean,
  { caseId, ifMatch, key }: Write,
): Promise<string | undefined> {
  for (;;) {
    const response = await api("POST", `/cases/${caseId}/events`, { body, ifMatch, key }).catch(() => undefined);
    const text = await response?.text().catch(() => undefined);
    if (response?.status === 201 && text) return (JSON.parse(text) as { eventId: string }).eventId;
    // Done before the kill, and the answer was lost with the process: only the key knows.
    if (response?.status === 200 && response.headers.get("idempotent-replay")) return undefined;
    if (response && response.status < 500) throw new Error(`${response.status} ${text ?? ""}`);
    if (!running()) return undefined;
    await pause(30);
  }
}

test("fifty kills of application and database lose no acknowledged change and leave nothing half-written", async () => {
  const folder = emptyFolder();
  let database = await startEmbeddedPostgres(folder);
  const address = (user: string): string => database.connectionString("amtsweg", user);
  await createDatabase(database.connectionString("postgres"), "amtsweg");
  await prepareDatabase(address("amtsweg_owner"));
  const token = await sessionToken(address("amtsweg_app"));
  let served: Served = await serve(programs, address("amtsweg_app"));
  const api = apiOf(() => served.url, token);
  const acknowledged: Acknowledged[] = [];
  let running = true;
  const cases: string[][] = [];
  for (let client = 0; client < clients; client++) {
    const own: string[] = [];
    for (let each = 0; each < casesOfEach; each++) own.push(await openedCase(api));
    cases.push(own);
  }
  onTestFinished(async () => {
    running = false;
    await served.child.kill("SIGKILL");
    await database.stop();
  });
  const writers = cases.map((own) => write(api, own, () => running, acknowledged));

  const killApplication = async (): Promise<void> => {
    await served.child.kill("SIGKILL");
    served = await serve(programs, address("amtsweg_app"));
  };
  const killDatabase = async (): Promise<void> => {
    process.kill(database.pid, "SIGKILL");
    await database.stop();
    database = await startEmbeddedPostgres(folder);
  };
  const killBackend = async (): Promise<void> => {
    const sql = "select pid from pg_stat_activity where application_name = 'amtsweg' order by random() limit 1";
    const [row] = (await ask(database.connectionString("postgres"), sql)) as { pid: number }[];
    if (row) process.kill(row.pid, "SIGKILL");
    // The server notices, throws everybody out and recovers; a start of ours in that moment is refused by it.
    await pause(200);
    await answering(address("amtsweg_app"));
  };
  const kills = [
    ...Array.from({ length: killsOfTheApplication }, () => killApplication),
    ...Array.from({ length: killsOfTheDatabase }, () => killDatabase),
    ...Array.from({ length: killsOfOneBackend }, () => killBackend),
  ].sort(() => Math.random() - 0.5);

  let before = 0;
  for (const [round, kill] of kills.entries()) {
    // At least one write a round, then a random moment of the next ones.
    await expect.poll(() => acknowledged.length, { timeout: 120_000 }).toBeGreaterThan(before);
    await pause(Math.random() * 250);
    before = acknowledged.length;
    await kill();
    if (round % 10 === 9) await expectWhole(address("amtsweg_owner"));
  }
  await expect.poll(() => acknowledged.length, { timeout: 120_000 }).toBeGreaterThan(before);
  running = false;
  await Promise.all(writers);

  expect(kills).toHaveLength(50);
  await expectWhole(address("amtsweg_owner"));
  const stored = (await ask(database.connectionString("amtsweg"), "select id, case_id from legal_event")) as {
    id: string;
    case_id: string;
  }[];
  // Every write once: nothing acknowledged is missing, nothing asked for again is there twice.
  expect(stored).toHaveLength(acknowledged.length);
  const ids = new Set(stored.map(({ id }) => id));
  expect(acknowledged.flatMap(({ eventId }) => (eventId && !ids.has(eventId) ? [eventId] : []))).toEqual([]);
  console.log(`${kills.length} kills, ${acknowledged.length} acknowledged changes`);
}, 900_000);

/** A server that has lost a backend lets nobody in for a moment. */
async function answering(url: string): Promise<void> {
  const alive = (): Promise<boolean> =>
    ask(url, "select 1").then(
      () => true,
      () => false,
    );
  await expect.poll(alive, { timeout: 120_000 }).toBe(true);
}

/** Holds at every moment, also right after a kill: event, version, standing and journal entry come together or not at all. */
async function expectWhole(ownerUrl: string): Promise<void> {
  const halves = `select c.id from case_file c left join case_standing s on s.case_id = c.id
    cross join lateral (select count(*) as n from legal_event e where e.case_id = c.id) events
    cross join lateral (select count(*) as n from journal j where j.case_id = c.id and j.event = 'legalEventRecorded') entries
    where c.version <> 1 + events.n or entries.n <> events.n
      or (events.n > 0 and s.case_id is null)`;
  const lonely = `select e.id from legal_event e left join journal j
      on j.case_id = e.case_id and j.event = 'legalEventRecorded' and j.data::jsonb->>'eventId' = e.id::text
    where j.seq is null`;
  const pool = openPool(ownerUrl, 1);
  try {
    await answering(ownerUrl);
    // A snapshot each: the writers go on meanwhile.
    expect((await pool.query(halves)).rows).toEqual([]);
    expect((await pool.query(lonely)).rows).toEqual([]);
    const reports = await checkJournal(pool);
    expect(reports.filter(({ ok }) => !ok)).toEqual([]);
  } finally {
    await pool.end();
  }
}
