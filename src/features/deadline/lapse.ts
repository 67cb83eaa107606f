/**
 * Each night what was only watched and is over leaves the running deadlines, so that no list calls it overdue. Nothing
 * legal happens here: the events stay the truth, and a new event may let a period begin anew.
 */
import { dayInGermany } from "../../kernel/day.ts";
import type { Pool } from "../../platform/database/pool.ts";
import type { PeriodicJobs } from "../../platform/jobs.ts";
import { rulesOf } from "./domain/deadline-tasks.ts";

/** Marks them all, a few hundred a transaction, so that nobody at work waits for it; gives how many. */
export async function lapseDeadlines(pool: Pool, now: Date): Promise<number> {
  const today = dayInGermany(now).toString();
  for (let total = 0; ;) {
    const { rows } = await pool.query<{ n: number }>("select app.lapse_deadlines($1, $2) as n", [
      rulesOf("watched"),
      today,
    ]);
    const marked = rows[0]?.n ?? 0;
    total += marked;
    if (marked === 0) return total;
  }
}

export const lapseJobs: PeriodicJobs = {
  "deadline.lapse": { match: "1 * * * *", run: async ({ pool, now }) => void (await lapseDeadlines(pool, now)) },
};
