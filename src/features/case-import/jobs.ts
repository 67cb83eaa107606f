/** The jobs of the import. Each may run twice, at the same time too: the lock on the import puts them in line. */
import { z } from "zod";
import { day } from "../../kernel/day.ts";
import type { JobHandlers } from "../../platform/jobs.ts";
import { applyBatch } from "./apply-batch.ts";
import { judgeBatch } from "./judge-batch.ts";
import { applyJob, judgeJob } from "./run-jobs.ts";

const payload = z.object({ batchId: z.uuid(), today: z.iso.date() });

export const importJobs: JobHandlers = {
  [judgeJob]: async (context, raw) => {
    const { batchId, today } = payload.parse(raw);
    await judgeBatch(context, batchId, day(today));
  },
  [applyJob]: async (context, raw) => {
    const { batchId, today } = payload.parse(raw);
    await applyBatch(context, batchId, day(today));
  },
};
