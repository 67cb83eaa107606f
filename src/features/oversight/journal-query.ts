/**
 * What the journal is filtered by, as it stands in the address: a kind of change, a person by key, a period. A value that
 * does not fit is no filter; a day that is none is said at its field. Never a name or a file number.
 */
import { z } from "zod";
import { filter, listAddress } from "../../platform/http/list-address.ts";
import { isBefore } from "../../kernel/day.ts";
import type { FormState } from "../../kernel/form-state.ts";
import { optionalDay } from "../../platform/http/fields.ts";
import { checkForm } from "../../platform/http/form.ts";
import { instantInGermany } from "../../platform/http/german-time.ts";
import type { JournalFilter } from "./queries.ts";
import { eventsOf, journalKinds } from "./texts.ts";

const querySchema = z
  .object({
    art: filter(z.enum(journalKinds)),
    /** An officer of the authority, "andere" for those of other authorities, "system" for nobody. */
    wer: filter(z.union([z.literal("andere"), z.literal("system"), z.uuid()])),
    von: optionalDay(),
    bis: optionalDay(),
    /** Number of the last line shown. */
    vor: filter(z.coerce.number().int().positive()),
  })
  .superRefine(({ von, bis }, ctx) => {
    if (von && bis && isBefore(bis, von))
      ctx.addIssue({ code: "custom", path: ["bis"], message: "Dieser Tag liegt vor dem Beginn des Zeitraums." });
  });

export type JournalQuery = z.output<typeof querySchema>;

export function readJournalQuery(raw: Record<string, string>): { query: JournalQuery; form: FormState } {
  const read = checkForm(raw, querySchema);
  if (read.ok) return { query: read.value, form: read.form };
  const usable = Object.entries(raw).filter(([key]) => !Object.hasOwn(read.form.errors, key));
  return { query: querySchema.parse(Object.fromEntries(usable)), form: read.form };
}

/** The address of the same list with some values replaced; undefined takes one away. */
export const journalHref = (path: string, query: JournalQuery, change: Partial<JournalQuery> = {}): string =>
  listAddress(path, { ...query, ...change });

export const isFiltered = ({ art, wer, von, bis }: JournalQuery): boolean => Boolean(art ?? wer ?? von ?? bis);

export const journalFilterOf = ({ art, wer, von, bis, vor }: JournalQuery): Omit<JournalFilter, "limit"> => ({
  ...(art && { events: eventsOf(art) }),
  ...(wer && { by: wer }),
  ...(von && { from: instantInGermany(von, "00:00") }),
  ...(bis && { until: instantInGermany(bis.add({ days: 1 }), "00:00") }),
  ...(vor && { before: vor }),
});
