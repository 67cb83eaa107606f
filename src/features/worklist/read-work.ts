/** One page of the work queue: asks every source for its first rows behind the last line, merges, names the cases. */
import type { Context } from "../../platform/context.ts";
import { type After, mergeWork, positionOf, type WorkItem } from "./domain/work-item.ts";
import type { WorkQuery } from "./list-definition.ts";
import { type CaseName, caseNames, casesOf } from "./queries.ts";
import type { WorkAsk, WorkSource } from "./work-source.ts";

export type WorkLine = WorkItem & { name: CaseName | undefined };

/** Two days back: what came in yesterday is still new in the morning. */
const newSinceMs = 2 * 24 * 3600 * 1000;

type Page = { after?: After | undefined; limit: number };

const askOf = async (context: Context, query: WorkQuery): Promise<Omit<WorkAsk, "after" | "limit">> => {
  const { actor, today, now } = context;
  return {
    actor,
    today,
    side: query.ansicht === "wartet" ? "waiting" : "own",
    until: query.ansicht === "heute" ? today : undefined,
    arrivedSince: query.ansicht === "neu" ? new Date(now.getTime() - newSinceMs) : undefined,
    cases: await casesOf(context, actor, query),
  };
};

/** Up to `limit` lines in order; the caller asks for one more than it shows. */
export async function readWork(
  context: Context,
  sources: readonly WorkSource[],
  query: WorkQuery,
  { after, limit }: Page,
): Promise<WorkLine[]> {
  const ask = await askOf(context, query);
  const lists: WorkItem[][] = [];
  for (const { kind, read } of sources.filter(({ kind }) => !query.art || kind === query.art))
    lists.push(await read(context, { ...ask, limit, after: after && positionOf(kind, after) }));
  const merged = mergeWork(lists, limit);
  const names = await caseNames(
    context,
    merged.map(({ caseId }) => caseId),
  );
  return merged.map((item) => ({ ...item, name: names.get(item.caseId) }));
}

export type TeamLine = {
  kind: WorkSource["kind"];
  count: number;
  unassigned: number;
  more: boolean;
  oldest: WorkItem | undefined;
};

const countedUpTo = 200;

/** How much there is of each kind of task, for the team as a whole; never by person. */
export async function readTeam(
  context: Context,
  sources: readonly WorkSource[],
  query: WorkQuery,
): Promise<TeamLine[]> {
  const ask = { ...(await askOf(context, query)), after: undefined, limit: countedUpTo + 1 };
  const unassigned = await casesOf(context, context.actor, { ...query, zustaendig: "niemand" });
  const lines: TeamLine[] = [];
  for (const { kind, read } of sources) {
    const found = await read(context, ask);
    const withoutOfficer = found.length > 0 ? await read(context, { ...ask, cases: unassigned }) : [];
    lines.push({
      kind,
      count: Math.min(found.length, countedUpTo),
      unassigned: Math.min(withoutOfficer.length, countedUpTo),
      more: found.length > countedUpTo,
      oldest: found[0],
    });
  }
  return lines;
}
