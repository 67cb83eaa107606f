/**
 * The worker of a process: takes jobs until it is stopped. One that gives up, because the database went away in the moment
 * it wanted to say that it is done, is replaced; what it had begun is let go (abandoned-jobs.ts).
 */
import { EventEmitter } from "node:events";
import { type Logger as GraphileLogger, Logger, run, type Runner, type WorkerEvents } from "graphile-worker";
import { type Watch, watchAbandonedJobs } from "./abandoned-jobs.ts";
import type { Pool } from "./database/pool.ts";
import { cronItems, tasksOf, type WorkerSettings } from "./jobs.ts";

const againMs = 1000;

export type Worker = { stop: () => Promise<void> };

/** Starts taking jobs. `stop()` lets running ones end with their next change and hands the rest of them back. */
export async function startWorker(pool: Pool, settings: WorkerSettings): Promise<Worker> {
  const stopping = new AbortController();
  let current: Taking | undefined;
  const begin = async (): Promise<void> => {
    if (stopping.signal.aborted) return;
    const taking = await beginTaking(pool, settings, stopping.signal);
    current = taking;
    void taking.runner.promise
      .catch(() => undefined)
      .then(() => taking.watch?.close())
      .then(again);
  };
  const again = (): void => {
    if (!stopping.signal.aborted) setTimeout(() => void begin().catch(again), againMs);
  };
  await begin();
  return {
    stop: async () => {
      stopping.abort();
      await current?.runner.stop().catch(() => undefined);
      current?.watch?.close();
    },
  };
}

type Taking = { runner: Runner; watch: Watch | undefined };

async function beginTaking(pool: Pool, settings: WorkerSettings, stopping: AbortSignal): Promise<Taking> {
  const { periodic, byTheClock, log } = settings;
  const events: WorkerEvents = new EventEmitter();
  let watch: Watch | undefined;
  events.once("pool:create", ({ workerPool }) => (watch = watchAbandonedJobs(pool, workerPool.id, log)));
  const runner = await run({
    pgPool: pool,
    taskList: tasksOf(pool, settings, stopping),
    parsedCronItems: byTheClock ? cronItems(periodic) : [],
    concurrency: 2,
    noHandleSignals: true,
    noPreparedStatements: false,
    events,
    // Without batches a failure to say "done" or "failed" is a rejection that nobody hears, and ends the whole process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    logger: quiet(log),
  });
  // After a standstill nobody waits for the next minute of the clock.
  if (byTheClock) for (const name of Object.keys(periodic)) await runner.addJob(name, {}, { jobKey: name });
  return { runner, watch };
}

const quiet = (log: (line: string) => void): GraphileLogger =>
  new Logger(() => (level, message) => {
    if (level === "error" || level === "warning") log(message);
  });
