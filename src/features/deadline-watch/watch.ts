/**
 * The watch: notices what came near or expired since it last ran, each once, in however many processes. It writes notices
 * and nothing else: no case, no measure, no obstacle ever changes because a deadline ran out.
 */
import type { Change } from "../../platform/change.ts";
import type { Context } from "../../platform/context.ts";
import type { PeriodicJobs } from "../../platform/jobs.ts";
import { defaultNoticeDays, quietRules } from "./domain/watch-rules.ts";
import { deadlineOwners, type Noticed, noticeDeadlines } from "./queries.ts";

/** One transaction holds so many, so that catching up after days never locks an authority's journal for long. */
const mostAtOnce = 1000;

/** For every authority with deadlines, one after the other. A failing one does not keep the others from theirs. */
export async function watchAll(asProgram: (authorityId: string) => Context): Promise<void> {
  const failures: unknown[] = [];
  const lister = asProgram("");
  const owners = await deadlineOwners(lister);
  await lister.finish();
  for (const owner of owners) await watchOwn(asProgram(owner)).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, `watch failed for ${failures.length} authorities`);
}

/** The deadlines of one authority, until nothing is left to notice. */
export async function watchOwn(context: Context): Promise<void> {
  for (;;) {
    const { finished } = await context.change((change) => noticeOnce(context, change));
    if (finished) return;
  }
}

async function noticeOnce({ today, actor }: Context, change: Change): Promise<Noticed> {
  const rules = { today, defaultDays: defaultNoticeDays, quiet: quietRules, most: mostAtOnce };
  const noticed = await noticeDeadlines(change, rules);
  const { notices, alerts, lateDays, found, firstToday, watchedBefore } = noticed;
  // A second look at the same day that finds nothing leaves no trace; the first of a day proves that the watch runs.
  if (found > 0 || firstToday)
    change.record({
      subject: `authority:${actor.authorityId}`,
      event: "deadlinesWatched",
      data: { day: today.toString(), watchedBefore, notices, alerts: alerts.length, lateDays },
    });
  for (const { id, caseId, rule, lateDays: late } of alerts) {
    change.record({ subject: `alert:${id}`, caseId, event: "deadlineAlertRaised", data: { rule, lateDays: late } });
    change.announce(`case:${caseId}`);
  }
  if (alerts.length > 0) change.announce(`alerts:${actor.authorityId}`);
  return noticed;
}

export const watchJobs: PeriodicJobs = {
  "deadline.watch": { match: "*/10 * * * *", run: ({ asProgram }) => watchAll(asProgram) },
};
