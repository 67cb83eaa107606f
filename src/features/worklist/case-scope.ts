/**
 * Which cases a filter means. Few: an array of them, whose rows are looked up. Many: rows are read in date order and each
 * is asked for its case; looking up every case would cost more than the page.
 */
import { type RawBuilder, sql } from "kysely";
import type { Actor } from "../../platform/actor.ts";
import type { Db } from "../../platform/change.ts";

type Condition = RawBuilder<unknown>;

export type Few = { few: Condition; shared?: SharedRows };
export type CaseScope = Few | { many: (caseId: Condition) => Condition };

/** Rows of few cases by a name: what several counts of one statement have in common is found once. */
export type SharedRows = Map<string, Condition>;

type Found = readonly { id: string }[];

/** As one text, which costs nothing to send to every source. */
export const fewOf = (found: Found): Few => ({ few: sql`${`{${found.map(({ id }) => id).join(",")}}`}::uuid[]` });

/** Up to here cases are looked up in any authority. */
const alwaysFew = 1000;
/** And up to here where they are less than one in ten: of rows in the order of dates, theirs would come late. */
const mostLookedUp = 5000;

/** So many cases have to be found to know how they are read. */
export const enoughCases = mostLookedUp + 1;

/** `found`: the cases, up to `enoughCases` of them. */
export async function scopeOfFound(
  { db }: { db: Db },
  { authorityId }: Actor,
  found: Found,
  many: (caseId: Condition) => Condition,
): Promise<CaseScope> {
  if (found.length <= alwaysFew) return fewOf(found);
  if (found.length > mostLookedUp) return { many };
  const { rows } = await sql`select from case_file f where f.owner_id = ${authorityId}
    offset ${sql.lit(found.length * 10)} limit 1`.execute(db as never);
  return rows.length > 0 ? fewOf(found) : { many };
}

/** For a source of few rows: each is asked for its case. */
export const inScope = (caseId: Condition, { cases }: { cases: CaseScope | undefined }): Condition | undefined =>
  cases && ("few" in cases ? sql`${caseId} = any(${cases.few})` : cases.many(caseId));
