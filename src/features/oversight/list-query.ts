/**
 * What both lists of oversight are filtered by, as it stands in the address: a person by key, a period, the last line shown.
 * A value that does not fit is no filter; a day that is none is said at its field. Never a name or a file number.
 */
import { z } from "zod";
import { type Day, isBefore } from "../../kernel/day.ts";
import type { FormState } from "../../kernel/form-state.ts";
import { optionalDay } from "../../platform/http/fields.ts";
import { checkForm } from "../../platform/http/form.ts";
import { instantInGermany } from "../../platform/http/german-time.ts";
import { filter } from "../../platform/http/list-address.ts";

export const listFields = {
  /** An officer of the authority, "andere" for those of other authorities, "system" for nobody. */
  wer: filter(z.union([z.literal("andere"), z.literal("system"), z.uuid()])),
  von: optionalDay(),
  bis: optionalDay(),
  /** Number of the last line shown. */
  vor: filter(z.coerce.number().int().positive()),
};

type Period = { von?: Day | undefined; bis?: Day | undefined };

export function inOrder({ von, bis }: Period, ctx: z.RefinementCtx): void {
  if (von && bis && isBefore(bis, von))
    ctx.addIssue({ code: "custom", path: ["bis"], message: "Dieser Tag liegt vor dem Beginn des Zeitraums." });
}

/** `until` is exclusive. */
export const instantsOf = ({ von, bis }: Period): { from?: Date; until?: Date } => ({
  ...(von && { from: instantInGermany(von, "00:00") }),
  ...(bis && { until: instantInGermany(bis.add({ days: 1 }), "00:00") }),
});

/** What is wrong is said at its field and filters nothing. */
export function readListQuery<S extends z.ZodType>(
  schema: S,
  raw: Record<string, string>,
): { query: z.output<S>; form: FormState } {
  const read = checkForm(raw, schema);
  if (read.ok) return { query: read.value, form: read.form };
  const usable = Object.entries(raw).filter(([key]) => !Object.hasOwn(read.form.errors, key));
  return { query: schema.parse(Object.fromEntries(usable)), form: read.form };
}
