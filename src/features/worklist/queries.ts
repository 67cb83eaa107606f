/** Reads of the work queue that belong to no source: which cases a filter means, how cases are called, saved views. */
import { type RawBuilder, sql } from "kysely";
import { day, type Day } from "../../kernel/day.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Db } from "../../platform/change.ts";
import type { WorkQuery } from "./list-definition.ts";
import { type CaseScope, enoughCases, fewOf, scopeOfFound } from "./case-scope.ts";

type Reader = { db: Db };

/**
 * Planning the statements of the queue takes longer than running them, and none gains from knowing its values: each reads
 * the first rows of an index. For this transaction only.
 */
export const keepPlans = ({ db }: Reader): Promise<unknown> =>
  sql`set local plan_cache_mode = force_generic_plan`.execute(db as never);

const upperBound = "\uffff";
/** As the search words of cases are written: upper case, without spaces. */
const fileNumberToken = (text: string): string => text.toUpperCase().replaceAll(/[^A-Z0-9./-]/g, "");

const byFileNumber = (authorityId: string, az: string): RawBuilder<{ id: string }> => {
  const token = fileNumberToken(az);
  return sql`select t.case_id as id from search_token t where t.owner_id = ${authorityId} and t.kind = 'fileNumber'
    and t.token >= ${token} and t.token < ${token + upperBound}`;
};

/** More cases than this are no filter but the whole list again; the page asks for more of the file number. */
export const mostCasesByFileNumber = 2000;

/** True if the beginning of a file number fits too many cases to be of use. */
export async function isTooShort({ db }: Reader, { authorityId }: Actor, { az }: WorkQuery): Promise<boolean> {
  if (az === undefined) return false;
  const { rows } = await sql`${byFileNumber(authorityId, az)} limit ${sql.lit(mostCasesByFileNumber + 1)}`.execute(
    db as never,
  );
  return rows.length > mostCasesByFileNumber;
}

type Who = { zustaendig: "ich" | "vertretung" | "niemand"; officerId: string; deputised: readonly string[] };

function assigned({ zustaendig, officerId, deputised }: Who): RawBuilder<unknown> {
  if (zustaendig === "niemand") return sql`f.responsible_officer_id is null`;
  const officers = zustaendig === "ich" ? [officerId] : deputised;
  return sql`f.responsible_officer_id = any(${officers}::uuid[])`;
}

/** The cases that the filters leave; undefined: all of the authority. */
export async function casesOf(
  { db }: Reader,
  actor: Actor,
  { zustaendig, az, deputised }: Pick<WorkQuery, "zustaendig" | "az"> & { deputised: readonly string[] },
): Promise<CaseScope | undefined> {
  const { authorityId, officerId } = actor;
  const numbered = az
    ? sql<{ id: string }>`(${byFileNumber(authorityId, az)} limit ${sql.lit(enoughCases)})`
    : undefined;
  if (!zustaendig) return numbered && fewOf((await numbered.execute(db as never)).rows);
  const who = assigned({ zustaendig, officerId, deputised });
  const mine = sql<{ id: string }>`select f.id from case_file f where f.owner_id = ${authorityId} and ${who}`;
  if (numbered) return fewOf((await sql<{ id: string }>`${numbered} intersect ${mine}`.execute(db as never)).rows);
  // In the order of the index: the planner takes the cases of nobody for far more than they are and would read all.
  const order = zustaendig === "niemand" ? sql`order by f.owner_id, f.responsible_officer_id` : sql``;
  const first = sql<{ id: string }>`${mine} ${order} limit ${sql.lit(enoughCases)}`;
  const { rows } = await first.execute(db as never);
  // Not as a join: the planner takes row-level security for far more selective than it is and would read every case.
  return scopeOfFound({ db }, actor, rows, (caseId) => sql`(select ${who} from case_file f where f.id = ${caseId})`);
}

/** How a line calls its case: file number and a short name. */
export type CaseName = {
  fileNumber: string;
  familyName: string;
  givenNames: string;
  isFamily: boolean;
  officer: string | undefined;
};

export async function caseNames({ db }: Reader, ids: readonly string[]): Promise<Map<string, CaseName>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("case_file as c")
    .leftJoin("person_identity as p", "p.case_id", "c.id")
    .leftJoin("officer as o", "o.id", "c.responsible_officer_id")
    .select(["c.id", "c.file_number", "c.family_unit_id", "p.family_name", "p.given_names", "o.display_name"])
    .where(sql<boolean>`c.id = any(${[...new Set(ids)]}::uuid[])`)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        fileNumber: row.file_number,
        familyName: row.family_name ?? "",
        givenNames: row.given_names ?? "",
        isFamily: row.family_unit_id !== null,
        officer: row.display_name ?? undefined,
      },
    ]),
  );
}

export type SavedView = { id: string; name: string; query: string };

export const savedViews = async ({ db }: Reader, { officerId }: Actor): Promise<SavedView[]> =>
  db
    .selectFrom("saved_view")
    .select(["id", "name", "query"])
    .where("officer_id", "=", officerId)
    .orderBy("name")
    .limit(50)
    .execute();

/** The earliest running deadline of a case: a resubmission is proposed before it. */
export async function earliestDeadline({ db }: Reader, caseId: string): Promise<Day | undefined> {
  const row = await db.selectFrom("case_list").select("next_due").where("case_id", "=", caseId).executeTakeFirst();
  return row?.next_due ? day(row.next_due) : undefined;
}

/** What the open resubmissions of a selection say. */
export async function openNotes(
  { db }: Reader,
  ids: readonly string[],
): Promise<{ fileNumber: string; note: string }[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom("resubmission as r")
    .innerJoin("case_file as c", "c.id", "r.case_id")
    .select(["c.file_number as fileNumber", "r.note"])
    .where("r.id", "in", [...ids])
    .where("r.closed_at", "is", null)
    .orderBy("r.due_on")
    .execute();
}
