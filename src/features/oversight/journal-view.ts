/** One page of the journal, of the authority or of one case: filtered by what the address says, the latest first. */
import type { Context } from "../../platform/context.ts";
import { listOfficers } from "../authority/index.ts";
import { journalFilterOf, readJournalQuery } from "./journal-query.ts";
import type { JournalView } from "./pages/journal-list.tsx";
import { listJournal } from "./queries.ts";

const perPage = 100;

type Asked = {
  /** The authority whose journal it is. */
  chain: string;
  caseId?: string;
  path: string;
  caption: string;
  raw: Record<string, string>;
};

export async function journalView(
  context: Context,
  { chain, caseId, path, caption, raw }: Asked,
): Promise<JournalView> {
  const { query, form } = readJournalQuery(raw);
  const filter = { ...journalFilterOf(query), ...(caseId && { caseId }), limit: perPage + 1 };
  const lines = await listJournal(context, chain, filter);
  return {
    path,
    caption,
    query,
    form,
    lines: lines.slice(0, perPage),
    next: lines.length > perPage ? lines[perPage - 1]?.seq : undefined,
    officers: await listOfficers(context, chain),
  };
}
