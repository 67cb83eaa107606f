/**
 * The waiting jobs of a backup. They are asked for anew after a restore, because the queue is a table of another program;
 * a job that was running counts as waiting: handlers may run twice (jobs.ts).
 */
import type { Client } from "../database/pool.ts";
import type { WaitingJob } from "./format.ts";

const waiting = `from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  where j.attempts < j.max_attempts or j.locked_at is not null`;

export async function waitingJobs(client: Client): Promise<WaitingJob[]> {
  const { rows } = await client.query<WaitingJob>(
    `select t.identifier as name, j.payload, to_json(j.run_at)#>>'{}' as "runAt", j.max_attempts::int as "maxAttempts", j.key
     ${waiting} order by j.id`,
  );
  return rows;
}

export async function countJobs(client: Client): Promise<number> {
  const { rows } = await client.query<{ jobs: number }>(`select count(*)::int as jobs ${waiting}`);
  return rows[0]?.jobs ?? 0;
}

/** What a database without cases waits for is nothing. */
export const forgetJobs = (client: Client): Promise<unknown> =>
  client.query("delete from graphile_worker._private_jobs");

export async function addJob(client: Client, job: WaitingJob): Promise<void> {
  await client.query(
    `select graphile_worker.add_job($1, $2::json, run_at => $3::timestamptz, max_attempts => $4, job_key => $5)`,
    [job.name, JSON.stringify(job.payload), job.runAt, job.maxAttempts, job.key],
  );
}
