/** What the access log is filtered by: whose accesses, besides person and period. */
import { z } from "zod";
import type { FormState } from "../../kernel/form-state.ts";
import { filter, listAddress } from "../../platform/http/list-address.ts";
import { inOrder, instantsOf, listFields, readListQuery } from "./list-query.ts";
import type { AccessFilter } from "./queries-accesses.ts";

const querySchema = z
  // Without it: accesses to cases of the authority, whoever they are by.
  .object({ seite: filter(z.literal("eigene")), ...listFields })
  .superRefine(inOrder);

export type AccessQuery = z.output<typeof querySchema>;

export const readAccessQuery = (raw: Record<string, string>): { query: AccessQuery; form: FormState } =>
  readListQuery(querySchema, raw);

/** The address of the same list with some values replaced; undefined takes one away. */
export const accessHref = (path: string, query: AccessQuery, change: Partial<AccessQuery> = {}): string =>
  listAddress(path, { ...query, ...change });

export const isFiltered = ({ wer, von, bis }: AccessQuery): boolean => Boolean(wer ?? von ?? bis);

export const accessFilterOf = (query: AccessQuery): Omit<AccessFilter, "limit"> => ({
  side: query.seite === "eigene" ? "ourOfficers" : "ourCases",
  ...(query.wer && { by: query.wer }),
  ...instantsOf(query),
  ...(query.vor && { before: query.vor }),
});
