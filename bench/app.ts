/**
 * `npm run bench -- app`: pages and writes of the application at 10,000, 100,000 and 1,000,000 fictional cases, each
 * beside the bare SQL of the same work in the same run. In process (app.request): server time, no network, no browser.
 * AMTSWEG_BENCH_SIZES=10000,100000 chooses the sizes, AMTSWEG_BENCH_RUNS=60 a shorter look (200 is what counts).
 */
import { loadavg } from "node:os";
import { assessedMeasure, completeDraft, sentRequest } from "../test/harness/assistance.ts";
import { enforceableCase, openedMeasure } from "../test/harness/prepared-case.ts";
import type { TestClient } from "../test/harness/client.ts";
import { type BenchApp, startBenchApp } from "./app/bench-app.ts";
import { copyRequests } from "./app/copy-requests.ts";
import { type Figure, figureOf, ratio, throughput, timed } from "./app/figures.ts";
import { caseIdAt, generateCases, isBig, isMine, prepareGeneration } from "./app/generate-cases.ts";
import { type Operation, pages, recordEvent, sendRequest, type Target } from "./app/operations.ts";
import { forOther, recorded, replay, type Statement, writesOf } from "./app/statements.ts";

const account = "witten-beispiel";
const sizes = (process.env["AMTSWEG_BENCH_SIZES"] ?? "10000,100000,1000000").split(",").map(Number);
const runs = Number(process.env["AMTSWEG_BENCH_RUNS"] ?? "200");
const warm = Math.min(30, Math.ceil(runs / 5));
const clients = 8;

const say = (text: string): void => void process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${text}\n`);
const loads = (): number[] => loadavg().map((load) => Math.round(load * 100) / 100);

/** Case numbers of the big owner, spread over everything generated so far; `lane` keeps uses of a case apart. */
function* caseNumbers(from: number, to: number, lane: number, fits: (number: number) => boolean): Generator<number> {
  const step = Math.max(10, Math.floor((to - from) / 1500 / 10) * 10);
  for (let number = from + 9 - (from % 10) + 1; number < to; number += step)
    for (let inner = 0; inner < 10; inner++) if (inner === lane && fits(number + inner)) yield number + inner;
}

const taken = (numbers: Generator<number>, most: number): number[] => [...numbers].slice(0, most);

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

type Templates = { draft: string; draftRequest: string; sent: string; kept: Set<string>; version: string };

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
  const { officerId } = await app.actor(account);
  await prepareGeneration(app, [draft, plain, plain], officerId);
  const officers = await app.sql("select id from officer");
  const [row] = await app.sql("select version from request where id = $1", [draftRequest]);
  return {
    draft,
    draftRequest,
    sent,
    kept: new Set(officers.map(({ id }) => String(id))),
    version: String(row?.["version"]),
  };
}

async function measureSize(app: BenchApp, templates: Templates, from: number, to: number) {
  const began = performance.now();
  await generateCases(app, from + 1, to);
  const spread = taken(caseNumbers(from, to, 5, isBig), 1000).concat();
  await copyRequests(app, { caseId: templates.sent, kind: "a0" }, templates.kept, spread);
  const drafts = taken(caseNumbers(from, to, 1, isMine), 960);
  const draftId = await copyRequests(app, { caseId: templates.draft, kind: "b0" }, templates.kept, drafts);
  await app.sql("analyze");
  await app.sql("checkpoint");
  const [disk] = await app.sql("select pg_database_size(current_database()) as bytes");
  const seconds = Math.round((performance.now() - began) / 1000);
  say(`${to} cases after ${seconds} s, ${Math.round(Number(disk?.["bytes"]) / 1e6)} MB`);
  const official = await app.as(account);
  const mounted = new Set(app.routes.map(({ path }) => path));
  const readTargets = await Promise.all(taken(caseNumbers(0, to, 0, isMine), 200).map((number) => target(app, number)));
  const operations: Record<string, PageFigures | WriteFigures | string> = {};
  for (const page of pages) {
    if (page.name === "workQueue" && !mounted.has("/arbeitsvorrat")) operations[page.name] = "not mounted";
    else operations[page.name] = await measurePage(app, official, page, readTargets);
    say(`${page.name} ${JSON.stringify(operations[page.name])}`);
  }
  const eventTargets = taken(caseNumbers(from, to, 2, isMine), 960).map((number) => target(app, number));
  operations["recordLegalEvent"] = await measureWrite(
    app,
    official,
    recordEvent,
    await Promise.all(eventTargets),
    templates.kept,
  );
  say(`recordLegalEvent ${JSON.stringify(operations["recordLegalEvent"])}`);
  const sendTargets = drafts.map((number) => target(app, number, draftId(templates.draftRequest, number)));
  operations["sendRequest"] = await measureWrite(
    app,
    official,
    sendRequest(templates.version),
    await Promise.all(sendTargets),
    templates.kept,
  );
  say(`sendRequest ${JSON.stringify(operations["sendRequest"])}`);
  return {
    cases: to,
    prepareSeconds: seconds,
    databaseMb: Math.round(Number(disk?.["bytes"]) / 1e6),
    load: loads(),
    operations,
  };
}

const app = await startBenchApp();
try {
  const templates = await prepare(app);
  await app.endContexts();
  const results = [];
  let from = 0;
  for (const size of sizes) {
    results.push(await measureSize(app, templates, from, size));
    from = size;
  }
  const [first, last] = [results[0], results.at(-1)];
  const p95Growth = Object.fromEntries(
    Object.entries(last?.operations ?? {}).flatMap(([name, figures]) => {
      const before = first?.operations[name];
      return typeof figures === "string" || before === undefined || typeof before === "string"
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
