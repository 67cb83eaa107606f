/**
 * Recomputes all deadlines of many cases on two threads, against a bare loop over `Temporal.PlainDate.add` that adds once for each
 * deadline in the same run. Cases are made before the clock starts; derivation texts are off, as in the nightly recomputation.
 * The ratio is taken from processor time, so that other work on the machine does not decide it.
 * `BENCH_CASES=1000000 npm run bench -- deadlines` for a million.
 */
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { Temporal } from "temporal-polyfill";
import type { CaseEvent, CaseFacts } from "../src/features/deadline/domain/case-events.ts";
import { deriveDeadlines } from "../src/features/deadline/domain/derive.ts";

const threads = 2;
const batch = 2000;
const first = Temporal.PlainDate.from("2026-07-01");
const calendars = ["DE-NW", "DE-RP", "DE-MV"];

type Share = { job: "deadlines"; from: number; to: number; explain: boolean };
type Measured = { cases: number; deadlines: number; deriveMs: number; deriveCpuMs: number; addCpuMs: number };

/** A small generator of its own, so that every run sees the same cases. */
function randomFrom(seed: number): (below: number) => number {
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % below;
  };
}

/** One case with six to nine events of the kinds that a file holds. */
function makeCase(seed: number): CaseFacts {
  const random = randomFrom(seed);
  let offset = random(700);
  const events: CaseEvent[] = [];
  const push = (type: string, gap: number, fields: Partial<CaseEvent> = {}): void => {
    offset += gap;
    events.push({ id: `${seed}-${events.length}`, type, on: first.add({ days: offset }), ...fields });
  };
  const asylum = { procedure: "asylum" };
  const kind = random(4);
  if (kind === 0) {
    push("decisionHandedToCentre", 0, { kind: "asylumStandard" });
    push("claimFiled", 10, asylum);
    push("claimDismissedFinal", 200 + random(100), asylum);
    push("departurePeriodExtended", 10, { until: first.add({ days: offset + 50 }) });
  } else if (kind === 1) {
    push("decisionServed", 0, { kind: "asylumShortened" });
    push("urgentMotionFiled", 5, asylum);
    push("urgentMotionRejected", 30 + random(20), asylum);
  } else if (kind === 2) {
    push("removalThreatServed", 0, { basis: "aufenthG59", claimSuspends: "no" });
    push("departurePeriodSet", 0, { days: 7 + random(23) });
    push("suspensiveEffectOrdered", 5, { procedure: "residence" });
    push("courtOrderEnded", 60, { procedure: "residence" });
  } else {
    push("applicationRegistered", 0);
    push("hitReceived", 3, { kind: "takeBack" });
    push("takeBackNotified", 7, { onHit: true });
    push("requestAccepted", 9);
    push("transferExtended", 60, {
      fact: "Testtatsache",
      evidence: "Bl. 1",
      informedOn: first.add({ days: offset + 61 }),
    });
  }
  push("custodyStarted", 20 + random(30), { kind: "departureCustody", length: "P10D" });
  push("custodyEnded", 9);
  push("entryBanSet", 1, { length: "P30M" });
  push("departed", 2, { manner: random(2) === 0 ? "removal" : "voluntary" });
  return {
    events,
    calendars: { authority: calendars[seed % 3] ?? "DE-NW" },
    regime: { regime: "AMMR", reason: "Bench", author: "A. Muster" },
  };
}

/** Batches, because a million cases at once would measure the memory instead. */
function measure({ from, to, explain }: Share): Measured {
  const total: Measured = { cases: 0, deadlines: 0, deriveMs: 0, deriveCpuMs: 0, addCpuMs: 0 };
  for (let start = from; start < to; start += batch) {
    const cases = Array.from({ length: Math.min(batch, to - start) }, (_, index) => makeCase(start + index));
    const [wall, cpu] = [performance.now(), cpuMs()];
    let deadlines = 0;
    for (const facts of cases) deadlines += deriveDeadlines(facts, { explain }).deadlines.length;
    total.deriveMs += performance.now() - wall;
    const between = cpuMs();
    bareAdds(cases, deadlines);
    total.deriveCpuMs += between - cpu;
    total.addCpuMs += cpuMs() - between;
    total.cases += cases.length;
    total.deadlines += deadlines;
  }
  return total;
}

function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

let kept = 0;

/** The baseline: one `add` for each deadline, nothing else. */
function bareAdds(cases: readonly CaseFacts[], count: number): void {
  for (let index = 0; index < count; index += 1) {
    const on = cases[index % cases.length]?.events[0]?.on ?? first;
    kept += on.add({ months: 6 }).day;
  }
}

function onThread(share: Share): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: share });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

async function onThreads(cases: number, explain: boolean): Promise<object> {
  const size = Math.ceil(cases / threads);
  const shares = Array.from({ length: threads }, (_, index) => ({
    from: index * size,
    to: Math.min(cases, (index + 1) * size),
  }));
  const measured = await Promise.all(shares.map((share) => onThread({ job: "deadlines", ...share, explain })));
  const sum = (pick: (one: Measured) => number): number => measured.reduce((total, one) => total + pick(one), 0);
  const deadlines = sum((one) => one.deadlines);
  const seconds = Math.max(...measured.map((one) => one.deriveMs)) / 1000;
  const [deriveCpu, addCpu] = [sum((one) => one.deriveCpuMs) / 1000, sum((one) => one.addCpuMs) / 1000];
  return {
    cases,
    deadlines,
    seconds: round(seconds),
    casesPerSecond: Math.round(cases / seconds),
    casesPerProcessorSecond: Math.round(cases / deriveCpu),
    processorSeconds: round(deriveCpu),
    baselineProcessorSeconds: round(addCpu),
    ratio: round(deriveCpu / addCpu),
  };
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** Measures, prints JSON, gives the result. `ratio` is the time for deriving over the time for one bare `add` a deadline. */
export async function run(cases = 100_000): Promise<object> {
  const result = {
    bench: "deadlines",
    baseline: "one Temporal.PlainDate.add({ months: 6 }) for each deadline, same threads, same run",
    threads,
    recompute: await onThreads(cases, false),
    withDerivation: await onThreads(Math.ceil(cases / 10), true),
  };
  console.log(JSON.stringify(result, null, 1));
  return result;
}

if (!isMainThread && (workerData as Share | undefined)?.job === "deadlines") {
  parentPort?.postMessage(measure(workerData as Share), []);
  // Keeps the engine from dropping the bare loop as useless.
  if (kept === Number.MIN_SAFE_INTEGER) throw new Error("impossible");
} else if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await run(Number(process.argv[2] ?? process.env["BENCH_CASES"] ?? 100_000));
}
