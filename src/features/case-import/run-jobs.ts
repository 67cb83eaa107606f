/** How the long steps of an import are started: as a job after the commit, or by the caller itself (command line). */
import type { Day } from "../../kernel/day.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Job } from "../../platform/change.ts";
import { jobFor } from "../../platform/jobs.ts";

export const judgeJob = "case-import.judge";
export const applyJob = "case-import.apply";

/** `inBackground` false: the caller runs the step after the change, and no worker is asked. */
export type StepOptions = { inBackground?: boolean };

/**
 * One waiting job an import: asking again replaces it, also after a crash has left it locked. `today` is the day of the
 * decision, so that a retry judges as the first attempt did.
 */
export const jobsFor = (
  actor: Actor,
  name: typeof judgeJob | typeof applyJob,
  { batchId, today, inBackground = true }: StepOptions & { batchId: string; today: Day },
): Job[] => (inBackground ? [jobFor(actor, name, { batchId, today: today.toString() }, `import:${batchId}`)] : []);
