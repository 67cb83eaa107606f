/** One page of the work queue: asks every source for its first rows behind the last line, merges, names the cases. */
import type { Context } from "../../platform/context.ts";
import { deputisedToday } from "../deputy/index.ts";
import { type After, mergeWork, positionOf, type WorkItem } from "./domain/work-item.ts";
import type { WorkQuery } from "./list-definition.ts";
import { openWith } from "./other-authority.ts";
import { type CaseName, caseNames, casesOf } from "./queries.ts";
import type { CaseScope } from "./case-scope.ts";
import type { WorkAsk, WorkSource } from "./work-source.ts";

export type WorkLine = WorkItem & { name: CaseName | undefined };

/** Two days back: what came in yesterday is still new in the morning. */
const newSinceMs = 2 * 24 * 3600 * 1000;

type Page = { after?: After | undefined; limit: number };

export type PlainAsk = Omit<WorkAsk, "after" | "limit">;

/** What a view asks of every source; `cases` are those that its filters leave. */
export function askOf({ actor, today, now }: Context, { ansicht }: WorkQuery, cases: CaseScope | undefined): PlainAsk {
  return {
    actor,
    today,
    side: ansicht === "wartet" ? "waiting" : "own",
    until: ansicht === "heute" ? today : undefined,
    arrivedSince: ansicht === "neu" ? new Date(now.getTime() - newSinceMs) : undefined,
    cases,
  };
}

/** The sources that a view and its filter of kinds leave. */
export const sourcesOf = (sources: readonly WorkSource[], { ansicht, art }: WorkQuery): readonly WorkSource[] =>
  sources.filter(({ kind }) => (!art || kind === art) && (ansicht !== "wiedervorlage" || kind === "resubmissions"));

/** The cases that the filters leave; undefined: all of the authority. */
export async function scopeOf(context: Context, query: WorkQuery): Promise<CaseScope | undefined> {
  const { actor, today } = context;
  const deputised =
    query.zustaendig === "vertretung"
      ? (await deputisedToday(context, actor, today)).map(({ absent }) => absent.id)
      : [];
  const cases = await casesOf(context, actor, { ...query, deputised });
  return query.behoerde ? openWith(context, actor, { behoerde: query.behoerde, cases }) : cases;
}

/** A query with the cases that its filters leave, found once for lines and counts. */
export type Wanted = { query: WorkQuery; cases: CaseScope | undefined };

export const wanted = async (context: Context, query: WorkQuery): Promise<Wanted> => ({
  query,
  cases: await scopeOf(context, query),
});

/** Up to `limit` lines in order; the caller asks for one more than it shows. */
export async function readWork(
  context: Context,
  sources: readonly WorkSource[],
  { query, cases }: Wanted,
  { after, limit }: Page,
): Promise<WorkLine[]> {
  const ask = askOf(context, query, cases);
  const lists = await Promise.all(
    sourcesOf(sources, query).map(({ kind, read }) =>
      read(context, { ...ask, limit, after: after && positionOf(kind, after) }),
    ),
  );
  const merged = mergeWork(lists, limit);
  const names = await caseNames(
    context,
    merged.map(({ caseId }) => caseId),
  );
  return merged.map((item) => ({ ...item, name: names.get(item.caseId) }));
}
