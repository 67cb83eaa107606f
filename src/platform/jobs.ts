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

/**
 * Housekeeping of the database across authorities, at the start and each hour: in nobody's name, so it may only tidy what
 * the clock alone has changed. It may run twice and must not mind.
 */
export type Housekeeping = Record<string, (pool: Pool, now: Date) => Promise<unknown>>;

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
export async function startWorker(
  pool: Pool,
  { handlers, housekeeping }: { handlers: JobHandlers; housekeeping: Housekeeping },
  log: (line: string) => void,
): Promise<Runner> {
  const taskList: TaskList = {};
  for (const [name, handler] of Object.entries(handlers))
    taskList[name] = async (raw) => {
      const { actor, data } = payloadSchema.parse(raw);
      const context = createContext(pool, actor as Actor, new Date());
      await handler(context, data);
      await context.finish();
    };
  for (const [name, tidy] of Object.entries(housekeeping))
    taskList[name] = async () => void (await tidy(pool, new Date()));
  return run({
    pgPool: pool,
    taskList,
    // Filled up for two hours: after a night without power the first minute makes good for it.
    crontab: Object.keys(housekeeping)
      .map((name) => `1 * * * * ${name} ?fill=2h`)
      .join("\n"),
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
