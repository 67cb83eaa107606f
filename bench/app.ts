/**
 * `npm run bench -- app`: pages and writes of the application at 10,000, 100,000 and 1,000,000 fictional cases, each
 * beside the bare SQL of the same work in the same run. In process (app.request): server time, no network, no browser.
 * AMTSWEG_BENCH_SIZES=10000,100000 chooses the sizes, AMTSWEG_BENCH_RUNS=60 a shorter look (200 is what counts).
 * AMTSWEG_BENCH_DIR=FOLDER keeps the database: the next run measures the size that is there without making it again.
 * AMTSWEG_BENCH_ONLY=workQueue,sendRequest measures these operations only.
 */
import { loadavg } from "node:os";
import { recordEvent as recordLegalEvent } from "../src/features/case/index.ts";
import { assessedMeasure, completeDraft, sentRequest } from "../test/harness/assistance.ts";
import { enforceableCase, openedMeasure } from "../test/harness/prepared-case.ts";
import type { TestClient } from "../test/harness/client.ts";
import { watchAll } from "../src/features/deadline-watch/watch.ts";
import { programAt } from "../src/platform/actor.ts";
import { createContext } from "../src/platform/context.ts";
import { type BenchApp, benchNow, startBenchApp } from "./app/bench-app.ts";
import { copyRequests } from "./app/copy-requests.ts";
import { type Figure, figureOf, ratio, throughput, timed } from "./app/figures.ts";
import { caseIdAt, generateCases, prepareGeneration } from "./app/generate-cases.ts";
import { keep, type Kept, readKept, type Templates } from "./app/kept.ts";
import { type Operation, pages, recordEvent, sendRequest, type Target } from "./app/operations.ts";
import { forOther, recorded, replay, type Statement, writesOf } from "./app/statements.ts";

const account = "witten-beispiel";
const colleague = "witten-zweit";
const sizes = (process.env["AMTSWEG_BENCH_SIZES"] ?? "10000,100000,1000000").split(",").map(Number);
const runs = Number(process.env["AMTSWEG_BENCH_RUNS"] ?? "200");
const only = process.env["AMTSWEG_BENCH_ONLY"]?.split(",");
const isAsked = (name: string): boolean => only?.includes(name) ?? true;
const warm = Math.min(30, Math.ceil(runs / 5));
const clients = 8;

const say = (text: string): void => void process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${text}\n`);
const loads = (): number[] => loadavg().map((load) => Math.round(load * 100) / 100);

type Spread = { from: number; to: number; round: number };

/** Case numbers of the big owner, spread over what was generated; `lane` and round keep uses of a case apart. */
function caseNumbers({ from, to, round }: Spread, lane: number, most: number): number[] {
  const step = Math.max(10, Math.floor((to - from) / 1500 / 10) * 10);
  const first = from + 10 - (from % 10);
  if (round * 10 >= step) throw new Error("every case of this database was used; remove AMTSWEG_BENCH_DIR");
  const numbers: number[] = [];
  for (let number = first + round * 10 + lane; number < to && numbers.length < most; number += step)
    numbers.push(number);
  return numbers;
}

/** `statements`: what the application sends the database for one of it, its own begin and commit included. */
type PageFigures = { statements: number; app: Figure; bareSql: Figure; ratioToBareSql: number };
type WriteFigures = PageFigures & {
  bareStatements: number;
  appPerSecond: number;
  bareSqlPerSecond: number;
  shareOfBareSql: number;
};

async function target(app: BenchApp, number: number, requestId = ""): Promise<Target> {
  const caseId = caseIdAt(number);
  const [row] = await app.sql(
    "select c.file_number, p.family_name || ' ' || p.given_names as name from case_file c join person_identity p on p.case_id = c.id where c.id = $1",
    [caseId],
  );
  return { caseId, number, requestId, name: String(row?.["name"]), fileNumber: String(row?.["file_number"]) };
}

async function perform(operation: Operation, official: TestClient, to: Target): Promise<void> {
  const response = await operation.run(official, to);
  const text = await response.text();
  if (response.status !== operation.status)
    throw new Error(
      `${operation.name} of case ${to.number}: ${response.status} ${text
        .replaceAll(/<[^>]+>/g, " ")
        .replaceAll(/\s+/g, " ")
        .slice(0, 600)}`,
    );
}

const idsOf = (from: Target, to: Target): Map<string, string> =>
  new Map([[from.caseId, to.caseId], ...(from.requestId ? [[from.requestId, to.requestId] as const] : [])]);

async function measurePage(
  app: BenchApp,
  official: TestClient,
  operation: Operation,
  targets: readonly Target[],
): Promise<PageFigures> {
  const at = (run: number): Target => targets[run % targets.length] as Target;
  const sent: Statement[][] = [];
  const byApp = figureOf(await timed(runs, warm, (run) => perform(operation, official, at(run))));
  for (let run = 0; run < 20; run++) sent.push(await recorded(() => perform(operation, official, at(run))));
  const client = await app.pool.connect();
  const bare = figureOf(await timed(runs, warm, (run) => replay(client, sent[run % sent.length] ?? [])));
  client.release();
  return { statements: sent[0]?.length ?? 0, app: byApp, bareSql: bare, ratioToBareSql: ratio(byApp.p50, bare.p50) };
}

/** Targets are used once each: first by the application, then by its statements alone. */
async function measureWrite(
  app: BenchApp,
  official: TestClient,
  operation: Operation,
  targets: readonly Target[],
  kept: ReadonlySet<string>,
): Promise<WriteFigures> {
  const queue = [...targets];
  const next = (): Target => {
    const found = queue.shift();
    if (!found) throw new Error(`${operation.name}: too few targets`);
    return found;
  };
  const sample = next();
  const sent = await recorded(() => perform(operation, official, sample));
  const writes = writesOf(sent);
  const byHand = async (): Promise<void> => {
    const to = next();
    const statements = forOther(writes, idsOf(sample, to), kept);
    const client = await app.pool.connect();
    await replay(client, statements).finally(() => client.release());
  };
  const byApp = (): Promise<void> => perform(operation, official, next());
  const single = figureOf(await timed(runs, warm, byApp));
  const bareSingle = figureOf(await timed(runs, warm, byHand));
  // In turns, so that load from elsewhere meets both.
  const rates = { app: [] as number[], bare: [] as number[] };
  for (let turn = 0; turn < 3; turn++) {
    rates.app.push(await throughput(clients, 80, byApp));
    rates.bare.push(await throughput(clients, 80, byHand));
  }
  const middle = (values: number[]): number => values.toSorted((a, b) => a - b)[1] ?? 0;
  const [appPerSecond, bareSqlPerSecond] = [middle(rates.app), middle(rates.bare)];
  return {
    statements: sent.length,
    bareStatements: writes.length,
    app: single,
    bareSql: bareSingle,
    ratioToBareSql: ratio(single.p50, bareSingle.p50),
    appPerSecond,
    bareSqlPerSecond,
    shareOfBareSql: ratio(appPerSecond, bareSqlPerSecond),
  };
}

/** A transfer that another state has accepted: its period runs. */
async function transferRunning(app: BenchApp, caseId: string): Promise<void> {
  const context = await app.context(account);
  for (const { type, ...fields } of acceptedTransfer) {
    const recorded = await recordLegalEvent(context, caseId, { type, fields });
    if (!recorded.ok) throw new Error(JSON.stringify(recorded.refusal));
  }
  await context.finish();
}

const acceptedTransfer = [
  { type: "regimeDetermined", on: "2026-09-20", regime: "AMMR", reason: "Antrag nach dem 01.07.2026 registriert" },
  { type: "takeBackNotified", on: "2026-09-20", memberState: "AT", onHit: true },
  { type: "transferDecided", on: "2026-10-10" },
];

/** Cases that officials made through the services; everything generated repeats them. */
async function prepare(app: BenchApp): Promise<Templates> {
  const cases = [await enforceableCase(app), await enforceableCase(app), await enforceableCase(app)];
  const [draft = "", sent = "", plain = ""] = cases;
  const drafted = await openedMeasure(app, draft);
  await assessedMeasure(app, drafted);
  const draftRequest = await completeDraft(app, drafted);
  const measured = await openedMeasure(app, sent);
  await assessedMeasure(app, measured);
  await sentRequest(app, measured);
  const [{ officerId: officer }, { officerId }] = [await app.actor(account), await app.actor(colleague)];
  const clock = await enforceableCase(app);
  await transferRunning(app, clock);
  await prepareGeneration(app, { cases: [draft, plain, plain], clock }, { officer, colleague: officerId });
  const officers = await app.sql("select id from officer");
  const [row] = await app.sql("select version from request where id = $1", [draftRequest]);
  return {
    draft,
    draftRequest,
    sent,
    officers: officers.map(({ id }) => String(id)),
    version: String(row?.["version"]),
  };
}

/** Cases for this size, and for this round drafts and sent requests. Returns the target of each draft. */
async function fill(app: BenchApp, templates: Templates, spread: Spread & { isMade: boolean }): Promise<Target[]> {
  const stay = new Set(templates.officers);
  if (!spread.isMade) await generateCases(app, spread.from + 1, spread.to);
  if (!spread.isMade)
    await copyRequests(app, { caseId: templates.sent, kind: "a0" }, stay, caseNumbers(spread, 5, 1000));
  const drafts = caseNumbers(spread, 1, 960);
  const draftId = await copyRequests(app, { caseId: templates.draft, kind: "b0" }, stay, drafts);
  await app.sql("analyze");
  await app.sql("checkpoint");
  return Promise.all(drafts.map((number) => target(app, number, draftId(templates.draftRequest, number))));
}

/** How long the watch over all deadlines takes: the first time of a day, and when it finds nothing new. */
async function watch({ pool }: BenchApp): Promise<number[]> {
  const times = await timed(2, 0, () =>
    watchAll((authorityId) => createContext(pool, programAt(authorityId), benchNow)),
  );
  return times.map((ms) => Math.round(ms / 10) / 100);
}

async function measureSize(app: BenchApp, kept: Kept, from: number, to: number) {
  const { templates, size, round } = kept;
  const began = performance.now();
  const spread = { from, to, round };
  const drafts = await fill(app, templates, { ...spread, isMade: size >= to });
  await keep(app, { ...kept, size: Math.max(size, to), round: round + 1 });
  const [disk] = await app.sql("select pg_database_size(current_database()) as bytes");
  const seconds = Math.round((performance.now() - began) / 1000);
  const databaseMb = Math.round(Number(disk?.["bytes"]) / 1e6);
  const watchSeconds = await watch(app);
  say(`${to} cases after ${seconds} s, ${databaseMb} MB; the watch took ${watchSeconds.join(" s, again ")} s`);
  const official = await app.as(account);
  const targetsAt = (numbers: number[]) => Promise.all(numbers.map((number) => target(app, number)));
  const readTargets = await targetsAt(caseNumbers({ ...spread, from: 0 }, 0, 1500).slice(0, 200));
  const operations: Record<string, PageFigures | WriteFigures> = {};
  const done = (name: string, figures: PageFigures | WriteFigures): void => {
    operations[name] = figures;
    say(`${name} ${JSON.stringify(figures)}`);
  };
  const asked = pages.filter(({ name }) => isAsked(name));
  // Once round before anything counts: the first page would be measured in a program that is still being compiled.
  const of = async ({ isOfColleague }: Operation) => (isOfColleague ? app.as(colleague) : official);
  for (const page of asked) {
    const who = await of(page);
    await timed(0, warm, (run) => perform(page, who, readTargets[run % 10] as Target));
  }
  for (const page of asked) done(page.name, await measurePage(app, await of(page), page, readTargets));
  const stay = new Set(templates.officers);
  if (isAsked(recordEvent.name)) {
    const events = await targetsAt(caseNumbers(spread, 2, 960));
    done(recordEvent.name, await measureWrite(app, official, recordEvent, events, stay));
  }
  const send = sendRequest(templates.version);
  if (isAsked(send.name)) done(send.name, await measureWrite(app, official, send, drafts, stay));
  return { cases: to, prepareSeconds: seconds, databaseMb, watchSeconds, load: loads(), operations };
}

const app = await startBenchApp(process.env["AMTSWEG_BENCH_DIR"]);
try {
  const before = await readKept(app);
  const kept: Kept = before ?? { size: 0, round: 0, templates: await prepare(app) };
  await app.endContexts();
  const results = [];
  let from = 0;
  for (const size of sizes) {
    // A kept database is as large as it is: smaller sizes were measured while it grew.
    if (size > kept.size || size === sizes.at(-1)) results.push(await measureSize(app, kept, from, size));
    kept.size = Math.max(size, kept.size);
    from = size;
  }
  const [first, last] = [results[0], results.at(-1)];
  const p95Growth = Object.fromEntries(
    Object.entries(last?.operations ?? {}).flatMap(([name, figures]) => {
      const before = first?.operations[name];
      return before === undefined
        ? []
        : [
            [
              name,
              {
                app: ratio(figures.app.p95, before.app.p95),
                bareSql: ratio(figures.bareSql.p95, before.bareSql.p95),
                appP50: ratio(figures.app.p50, before.app.p50),
              },
            ],
          ];
    }),
  );
  const how =
    "in process (app.request), embedded PostgreSQL with fsync; p50/p95 in ms; bareSql: the same statements by a plain client; writes with 8 clients, per second";
  console.log(JSON.stringify({ bench: "app", how, runs, clients, sizes, results, p95Growth, load: loads() }, null, 2));
} finally {
  await app.close();
}
