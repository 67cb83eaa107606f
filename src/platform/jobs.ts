/**
 * Jobs run after the commit of the change that asked for them, in the name of the officer who caused it.
 * A handler may run twice and must not mind. Periodic jobs run by the clock, in nobody's name: row-level security shows
 * them nothing, so they act through a database function of their own.
 */
import { parseCronItems, type Task, type TaskList } from "graphile-worker";
import { z } from "zod";
import { isRole } from "./access/matrix.ts";
import { type Actor, programAt } from "./actor.ts";
import type { Job } from "./change.ts";
import { type Context, createContext } from "./context.ts";
import type { Pool } from "./database/pool.ts";

export type JobHandler = (context: Context, payload: Record<string, unknown>) => Promise<void>;
export type JobHandlers = Record<string, JobHandler>;

/** What the program does by itself, however many processes run. `match`: minute, hour, day, month, weekday, in UTC. */
export type PeriodicJob = { match: string; run: (tools: PeriodicTools) => Promise<void> };
export type PeriodicTools = { pool: Pool; now: Date; asProgram: AsProgram };
/** A context of the program itself at one authority: no officer, no role, in the journal „System“. */
export type AsProgram = (authorityId: string) => Context;
export type PeriodicJobs = Record<string, PeriodicJob>;

const payloadSchema = z.object({
  actor: z.object({
    officerId: z.string(),
    name: z.string(),
    authorityId: z.string(),
    authorityName: z.string(),
    role: z.string().refine(isRole),
  }),
  data: z.record(z.string(), z.unknown()),
});

/** A job in the name of the actor; `key` keeps one waiting job of its kind. */
export const jobFor = (actor: Actor, name: string, data: Record<string, unknown>, key?: string): Job => ({
  name,
  payload: { actor, data },
  ...(key ? { key } : {}),
});

export type WorkerSettings = {
  handlers: JobHandlers;
  periodic: PeriodicJobs;
  /** False: periodic jobs run only when something asks for them. */
  byTheClock: boolean;
  now: () => Date;
  log: (line: string) => void;
};

/** What the worker calls, by name. Once it is `stopping`, a job begins no further change and goes to another process. */
export function tasksOf(pool: Pool, { handlers, periodic, now }: WorkerSettings, stopping: AbortSignal): TaskList {
  const contextOf = (actor: Actor): Context => untilStopped(createContext(pool, actor, now()), stopping);
  const tasks: TaskList = {};
  for (const [name, handler] of Object.entries(handlers))
    tasks[name] = orHandBack(stopping, async (raw) => {
      const { actor, data } = payloadSchema.parse(raw);
      const context = contextOf(actor as Actor);
      try {
        await handler(context, data);
        await context.finish();
      } catch (error) {
        // What it has read keeps no connection.
        await context.abandon().catch(() => undefined);
        throw error;
      }
    });
  const asProgram: AsProgram = (authorityId) => contextOf(programAt(authorityId));
  for (const [name, job] of Object.entries(periodic))
    tasks[name] = orHandBack(stopping, () => job.run({ pool, now: now(), asProgram }));
  return tasks;
}

/** Between two changes a job may end at any time: it could have been killed there too. */
const untilStopped = (context: Context, stopping: AbortSignal): Context => ({
  ...context,
  change: async (work) => {
    stopping.throwIfAborted();
    return context.change(work);
  },
});

/** Asked for again under its key, the job waits for whoever takes it next; that it was begun here counts as no attempt. */
const orHandBack =
  (stopping: AbortSignal, run: (raw: unknown) => Promise<void>): Task =>
  async (raw, { job, addJob }) => {
    try {
      await run(raw);
    } catch (error) {
      if (!stopping.aborted) throw error;
      await addJob(job.task_identifier, raw, job.key ? { jobKey: job.key } : {});
    }
  };

/** Missed times are not made up for one by one: a periodic job looks itself what has been left undone. */
export const cronItems = (periodic: PeriodicJobs) =>
  parseCronItems(
    Object.entries(periodic).map(([task, { match }]) => ({
      task,
      match,
      options: { backfillPeriod: 0, maxAttempts: 3, jobKey: task, jobKeyMode: "preserve_run_at" as const },
    })),
  );
