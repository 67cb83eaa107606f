/**
 * Runs the planner in worker threads: one seed a thread, the best plan wins, equal plans by the smaller seed, so that it
 * does not matter which thread finishes first. Everything that leaves is checked independently.
 */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { check } from "./domain/check.ts";
import type { ExchangeOptions, ExchangeResult } from "./domain/exchange.ts";
import type { Instance, Plan } from "./domain/model.ts";
import type { PlanOptions, PlanProgress, PlanResult } from "./domain/plan.ts";
import { compareObjectives } from "./domain/recount.ts";
import type { WorkerMessage, WorkerTask } from "./worker-messages.ts";

export type ThreadOptions = { threads?: number; workerFile?: URL; onProgress?: (progress: PlanProgress) => void };

export type PlanRun = {
  progress: AsyncIterable<PlanProgress>;
  result: Promise<PlanResult>;
  /** The plan found so far becomes the result. */
  cancel(): void;
};

/** The bundled worker, below the program's folder; both the bundle and the tests find it there. */
function bundledWorker(): URL {
  let folder = process.env.AMTSWEG_ROOT ?? dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json")) && folder !== dirname(folder)) folder = dirname(folder);
  return pathToFileURL(join(folder, "dist", "src", "features", "transport", "tours.worker.js"));
}

type Task = WorkerTask extends infer T ? (T extends WorkerTask ? Omit<T, "cancel"> : never) : never;

function inWorker(
  file: URL,
  task: Task & object,
  cancel: SharedArrayBuffer,
  onProgress: (p: PlanProgress) => void,
): Promise<PlanResult | ExchangeResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, {
      workerData: { ...task, cancel },
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    });
    worker.on("message", (message: WorkerMessage) => {
      if (message.kind === "progress") return onProgress(message.progress);
      void worker.terminate();
      if (message.kind === "failed") return reject(new Error(message.message));
      return resolve(message.result);
    });
    worker.on("error", reject);
    worker.on("exit", () => reject(new Error("the worker ended without a result")));
  });
}

export function planInThreads(instance: Instance, options: PlanOptions, threadOptions: ThreadOptions = {}): PlanRun {
  const { threads = 1, workerFile = bundledWorker() } = threadOptions;
  const cancel = new SharedArrayBuffer(4);
  const stream = progressStream();
  const tell = atMostFiveASecond((p) => {
    stream.push(p);
    threadOptions.onProgress?.(p);
  });
  const runs = Array.from({ length: threads }, (_, k) =>
    inWorker(workerFile, { kind: "plan", instance, options: { ...options, seed: options.seed + k } }, cancel, tell),
  );
  const result = Promise.all(runs)
    .then((all) => bestOf(instance, all as PlanResult[]))
    .finally(stream.end);
  return { progress: stream.values, result, cancel: () => void Atomics.store(new Int32Array(cancel), 0, 1) };
}

function bestOf(instance: Instance, results: readonly PlanResult[]): PlanResult {
  const best = results.toSorted((a, b) => compareObjectives(a.objective, b.objective) || a.seed - b.seed)[0]!;
  const violations = check(instance, best.plan);
  if (violations.length > 0)
    throw new Error(`the plan does not pass the independent check: ${JSON.stringify(violations[0])}`);
  return best;
}

export async function exchangeInThread(
  task: { instance: Instance; plan: Plan; rejected: readonly number[]; options: ExchangeOptions },
  threadOptions: ThreadOptions = {},
): Promise<ExchangeResult> {
  const file = threadOptions.workerFile ?? bundledWorker();
  const result = (await inWorker(
    file,
    { kind: "exchange", ...task },
    new SharedArrayBuffer(4),
    () => undefined,
  )) as ExchangeResult;
  const violations = check(task.instance, { ...result.plan, unserved: unservedIn(task.instance, result.plan) });
  if (violations.length > 0)
    throw new Error(`the exchange does not pass the independent check: ${JSON.stringify(violations[0])}`);
  return result;
}

const unservedIn = (instance: Instance, plan: Plan): number[] => {
  const served = new Set(plan.tours.flatMap((t) => t.stops.map((s) => s.trip)));
  return instance.trips.map((t) => t.trip).filter((id) => !served.has(id));
};

/** The threads tell five times a second each; together they may not tell more often. */
function atMostFiveASecond(tell: (p: PlanProgress) => void): (p: PlanProgress) => void {
  let last = -Infinity;
  return (p) => {
    const now = performance.now();
    if (now - last < 200) return;
    last = now;
    tell(p);
  };
}

/** Progress as an async iterable that keeps only the newest message for a slow reader. */
function progressStream(): { values: AsyncIterable<PlanProgress>; push(p: PlanProgress): void; end(): void } {
  let newest: PlanProgress | undefined;
  let over = false;
  let wake: () => void = () => undefined;
  async function* values(): AsyncGenerator<PlanProgress> {
    for (;;) {
      if (newest) {
        const value = newest;
        newest = undefined;
        yield value;
      } else if (over) return;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  }
  return {
    values: values(),
    push: (p) => {
      newest = p;
      wake();
    },
    end: () => {
      over = true;
      wake();
    },
  };
}
