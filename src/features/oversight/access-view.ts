/** One page of the access log, of the authority or of one case: filtered by what the address says, the latest first. */
import type { Context } from "../../platform/context.ts";
import { listOfficers } from "../authority/index.ts";
import { accessFilterOf, readAccessQuery } from "./access-query.ts";
import type { AccessView } from "./pages/access-list.tsx";
import { listAccesses } from "./queries-accesses.ts";

const perPage = 100;

type Asked = {
  authorityId: string;
  caseId?: string;
  path: string;
  caption: string;
  raw: Record<string, string>;
};

export async function accessView(
  context: Context,
  { authorityId, caseId, path, caption, raw }: Asked,
): Promise<AccessView> {
  const { query, form } = readAccessQuery(raw);
  const [lines, officers] = await Promise.all([
    listAccesses(context, authorityId, { ...accessFilterOf(query), ...(caseId && { caseId }), limit: perPage + 1 }),
    listOfficers(context, authorityId),
  ]);
  return {
    path,
    caption,
    query,
    form,
    lines: lines.slice(0, perPage),
    next: lines.length > perPage ? lines[perPage - 1]?.id : undefined,
    officers,
  };
}
