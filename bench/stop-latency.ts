/**
 * `npm run bench -- stop-latency`: how soon a stop is on every screen. Two application processes over one PostgreSQL, open
 * pages on both (a fifth with the measure, at the authority that owns it; the others at the police it asked), the stop entered over HTTP at
 * the first process. Beside it the bare LISTEN/NOTIFY of the same server. `AMTSWEG_BENCH_SCREENS`, `_RUNS` change the size.
 */
import { loadavg } from "node:os";
import { newId } from "../src/kernel/id.ts";
import { createSessions } from "../src/platform/sign-in/session.ts";
import { assessedMeasure, sentRequest } from "../test/harness/assistance.ts";
import { enforceableCase, openedMeasure } from "../test/harness/prepared-case.ts";
import { type BenchApp, startBenchApp } from "./app/bench-app.ts";
import { figureOf, ratio } from "./app/figures.ts";
import { openBaseline } from "./stop/baseline.ts";
import { serveHere, startProcess } from "./stop/process.ts";
import { openScreen } from "./stop/screen.ts";

const screens = Number(process.env["AMTSWEG_BENCH_SCREENS"] ?? "50");
const runs = Math.min(20, Number(process.env["AMTSWEG_BENCH_RUNS"] ?? "20"));
const secret = "bench-secret-bench-secret-bench-secret";

/** A fifth has the page of the measure open at the authority that owns it, the others any page at the police. */
const isOwner = (screen: number): boolean => screen % 10 < 2;

const summary = (times: readonly number[]) => {
  const { p50, p95, n } = figureOf(times);
  return { p50, p95, max: Math.round(Math.max(...times) * 100) / 100, n };
};

async function tokenOf(app: BenchApp, account: string): Promise<string> {
  const { officerId, authorityId, role } = await app.actor(account);
  return createSessions(app.pool, secret).open(officerId, authorityId, role);
}

async function prepared(app: BenchApp): Promise<{ measureId: string; requestId: string }> {
  const measureId = await openedMeasure(app, await enforceableCase(app));
  await assessedMeasure(app, measureId);
  return { measureId, requestId: await sentRequest(app, measureId) };
}

async function enterStop(url: string, token: string, measureId: string): Promise<{ sent: number; answered: number }> {
  const sent = performance.now();
  const answer = await fetch(`${url}/api/v1/measures/${measureId}/stops`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json", "idempotency-key": newId() },
    body: JSON.stringify({ reason: "court", source: "VG, Anruf", happenedAt: new Date().toISOString() }),
  });
  const answered = performance.now();
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
  return { sent, answered };
}

async function measure(app: BenchApp): Promise<void> {
  const targets: Awaited<ReturnType<typeof prepared>>[] = [];
  for (let run = 0; run <= runs; run++) targets.push(await prepared(app));
  await app.endContexts();
  const program = process.argv[1] ?? "";
  const processes = [
    await startProcess(program, app.databaseUrl, secret),
    await startProcess(program, app.databaseUrl, secret),
  ];
  const [owner, police] = [await tokenOf(app, "witten-beispiel"), await tokenOf(app, "bochum-wache")];
  let current = targets[0];
  const open = await Promise.all(
    Array.from({ length: screens }, (_, at) => {
      const url = processes[at % 2]?.url ?? "";
      const topics = (kind: "measure" | "request"): string[] =>
        targets.slice(0, 20).map((each) => `${kind}:${kind === "measure" ? each.measureId : each.requestId}`);
      const band = { waitsFor: "event: stop", shownBy: () => "/stopp/baender", words: "STOPP-SIGNAL" } as const;
      const measurePage = (): string => `/massnahmen/${current?.measureId}`;
      const whole = { waitsFor: "event: change", shownBy: measurePage, words: "Diese Maßnahme ist gestoppt" } as const;
      return openScreen(
        isOwner(at)
          ? { url, token: owner, topics: topics("measure"), page: measurePage, ...whole }
          : { url, token: police, topics: topics("request"), page: () => `/ersuchen/${current?.requestId}`, ...band },
      );
    }),
  );
  const baseline = await openBaseline(app.databaseUrl);
  const times = { fromSent: [], fromAnswer: [], band: [], page: [], bareFromSent: [], bareFromAnswer: [] } as Record<
    string,
    number[]
  >;
  const keep = (name: string, ms: number): void => void times[name]?.push(ms);
  for (const [run, target] of targets.entries()) {
    current = target;
    const waiting = Promise.all(open.map((screen) => screen.next()));
    const { sent, answered } = await enterStop(processes[0]?.url ?? "", owner, target.measureId);
    const seen = await waiting;
    await Promise.all(seen.map(({ settled }) => settled));
    const bare = await baseline.round();
    // The first one plans statements and compiles code.
    if (run === 0) continue;
    for (const [at, { heard, shown }] of seen.entries()) {
      keep("fromSent", heard - sent);
      keep("fromAnswer", heard - answered);
      keep(isOwner(at) ? "page" : "band", shown - answered);
    }
    keep("bareFromSent", bare.fromSent);
    keep("bareFromAnswer", bare.fromAnswer);
  }
  for (const screen of open) screen.close();
  await baseline.close();
  await Promise.all(processes.map((each) => each.stop()));
  const of = (name: string) => summary(times[name] ?? []);
  const [heard, bare] = [of("fromSent"), of("bareFromSent")];
  console.log(
    JSON.stringify(
      {
        bench: "stop-latency",
        how: "two processes, embedded PostgreSQL with fsync; ms; a negative time after the answer: heard before the answer",
        screens,
        runs,
        eventAfterAnswer: of("fromAnswer"),
        eventAfterSending: heard,
        bandShownAfterAnswer: of("band"),
        measurePageShownAfterAnswer: of("page"),
        baseline: { name: "bare LISTEN/NOTIFY", eventAfterAnswer: of("bareFromAnswer"), eventAfterSending: bare },
        ratioToBaseline: ratio(heard.p50, bare.p50),
        load: loadavg().map((load) => Math.round(load * 100) / 100),
      },
      null,
      2,
    ),
  );
}

if (process.argv[2] === "serve") await serveHere();
else {
  const app = await startBenchApp(undefined);
  try {
    await measure(app);
  } catch (error) {
    // Said before the database is taken from the processes, which then have much to say.
    console.error(error);
    process.exitCode = 1;
  } finally {
    await app.close();
  }
}
