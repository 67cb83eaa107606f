/** What the journal is filtered by: a kind of change besides person and period. */
import { z } from "zod";
import type { FormState } from "../../kernel/form-state.ts";
import { filter, listAddress } from "../../platform/http/list-address.ts";
import { inOrder, instantsOf, listFields, readListQuery } from "./list-query.ts";
import type { JournalFilter } from "./queries.ts";
import { eventsOf, journalKinds } from "./texts.ts";

const querySchema = z.object({ art: filter(z.enum(journalKinds)), ...listFields }).superRefine(inOrder);

export type JournalQuery = z.output<typeof querySchema>;

export const readJournalQuery = (raw: Record<string, string>): { query: JournalQuery; form: FormState } =>
  readListQuery(querySchema, raw);

/** The address of the same list with some values replaced; undefined takes one away. */
export const journalHref = (path: string, query: JournalQuery, change: Partial<JournalQuery> = {}): string =>
  listAddress(path, { ...query, ...change });

export const isFiltered = ({ art, wer, von, bis }: JournalQuery): boolean => Boolean(art ?? wer ?? von ?? bis);

export const journalFilterOf = (query: JournalQuery): Omit<JournalFilter, "limit"> => ({
  ...(query.art && { events: eventsOf(query.art) }),
  ...(query.wer && { by: query.wer }),
  ...instantsOf(query),
  ...(query.vor && { before: query.vor }),
});
