/** The tasks of one case, for its page: the same lines as in the work queue, so that both never say different things. */
import type { Context } from "../../platform/context.ts";
import type { CaseWork } from "../case/index.ts";
import { mergeWork, type WorkItem, type WorkKind } from "./domain/work-item.ts";
import { fewOf } from "./case-scope.ts";
import type { WorkAsk, WorkSource } from "./work-source.ts";

const shownAtMost = 20;

/** The page says these in words of its own. */
const shownElsewhere: readonly WorkKind[] = ["obstacles", "duties", "resubmissions"];

/** In what others have to do; the rest of what waits are clocks, which have their tab. */
const awaited: readonly WorkKind[] = ["requests", "stops"];

async function linesOf(context: Context, sources: readonly WorkSource[], ask: WorkAsk): Promise<WorkItem[]> {
  return mergeWork(await Promise.all(sources.map(({ read }) => read(context, ask))), ask.limit);
}

export const workOfCase =
  (sources: readonly WorkSource[]) =>
  async (context: Context, caseId: string): Promise<CaseWork> => {
    const ask: Omit<WorkAsk, "side"> = {
      actor: context.actor,
      today: context.today,
      until: undefined,
      arrivedSince: undefined,
      cases: fewOf([{ id: caseId }]),
      after: undefined,
      limit: shownAtMost,
    };
    const own = sources.filter(({ kind }) => !shownElsewhere.includes(kind));
    const others = sources.filter(({ kind }) => awaited.includes(kind));
    const [tasks, waiting] = await Promise.all([
      linesOf(context, own, { ...ask, side: "own" }),
      linesOf(context, others, { ...ask, side: "waiting" }),
    ]);
    return { tasks, waiting };
  };
