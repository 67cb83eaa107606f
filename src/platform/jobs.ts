/**
 * Jobs run after the commit of the change that asked for them, in the name of the officer who caused it.
 * A handler may run twice and must not mind.
 */
import { type Logger as GraphileLogger, run, Logger, type Runner, type TaskList } from "graphile-worker";
import { z } from "zod";
import { isRole } from "./access/matrix.ts";
import type { Actor } from "./actor.ts";
import type { Job } from "./change.ts";
import { type Context, createContext } from "./context.ts";
import type { Pool } from "./database/pool.ts";

export type JobHandler = (context: Context, payload: Record<string, unknown>) => Promise<void>;
export type JobHandlers = Record<string, JobHandler>;

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

/** Starts taking jobs. `stop()` lets running ones finish. */
export async function startWorker(pool: Pool, handlers: JobHandlers, log: (line: string) => void): Promise<Runner> {
  const taskList: TaskList = {};
  for (const [name, handler] of Object.entries(handlers))
    taskList[name] = async (raw) => {
      const { actor, data } = payloadSchema.parse(raw);
      const context = createContext(pool, actor as Actor, new Date());
      await handler(context, data);
      await context.finish();
    };
  return run({
    pgPool: pool,
    taskList,
    concurrency: 2,
    noHandleSignals: true,
    noPreparedStatements: false,
    logger: quiet(log),
  });
}

const quiet = (log: (line: string) => void): GraphileLogger =>
  new Logger(() => (level, message) => {
    if (level === "error" || level === "warning") log(message);
  });
