/**
 * Jobs of a process that was killed stay locked in its name, and graphile-worker frees them only after four hours.
 * Each process holds an advisory lock in the name of its worker for as long as it lives; whoever finds that lock free
 * knows that the worker is gone and lets its jobs go, so that they are done again by somebody who lives.
 */
import type { Client, Pool } from "./database/pool.ts";

const lookEveryMs = 15_000;
const againMs = 1000;

export type Watch = { close: () => void };

const lockOf = "hashtextextended('amtsweg-worker:' || ";

/** A live worker whose own lock is lost for a moment may see its job done twice; handlers do not mind (jobs.ts). */
export function watchAbandonedJobs(pool: Pool, workerId: string, log: (line: string) => void): Watch {
  let closed = false;
  let held: Client | undefined;
  let waiting: NodeJS.Timeout | undefined;

  const later = (): void => {
    if (!closed) waiting ??= setTimeout(() => void hold(), againMs);
  };

  const hold = async (): Promise<void> => {
    waiting = undefined;
    const client = await pool.connect().catch(later);
    if (!client) return;
    if (closed) return client.release(true);
    held = client;
    client.once("end", () => {
      if (held !== client || closed) return;
      held = undefined;
      client.release(true);
      later();
    });
    // Where the lock cannot be had, the connection has ended, and its end asks for another.
    await client
      .query(`select pg_advisory_lock(${lockOf} $1::text, 0))`, [workerId])
      .then(free)
      .catch(() => undefined);
  };

  const free = async (): Promise<void> => {
    const { rows } = await pool.query<{ jobs: number }>(freeSql, [workerId]);
    const jobs = rows[0]?.jobs ?? 0;
    if (jobs > 0) log(`${jobs} abgebrochene Aufträge werden fortgesetzt.`);
  };

  const timer = setInterval(() => void free().catch(() => undefined), lookEveryMs);
  timer.unref();
  void hold();

  return {
    close: () => {
      if (closed) return;
      closed = true;
      clearInterval(timer);
      clearTimeout(waiting);
      // Ends the session and with it the lock.
      held?.release(true);
    },
  };
}

const freeSql = `with holders as materialized (
    select distinct locked_by from graphile_worker._private_jobs where locked_by is not null and locked_by <> $1
  ), gone as materialized (
    select locked_by from holders where pg_try_advisory_xact_lock(${lockOf} locked_by, 0))
  ), freed as (
    update graphile_worker._private_jobs j set locked_at = null, locked_by = null
    from gone where j.locked_by = gone.locked_by returning j.id
  ) select count(*)::int as jobs from freed`;
