/** The filter „Behörde“: cases that are open with another authority, which is asked for something there and has not finished. */
import { type RawBuilder, sql } from "kysely";
import type { Actor } from "../../platform/actor.ts";
import type { Db } from "../../platform/change.ts";
import { type CaseScope, enoughCases, inScope, scopeOfFound } from "./case-scope.ts";
import { also } from "./work-source.ts";

type Reader = { db: Db };
type Condition = RawBuilder<unknown>;

export type OtherAuthority = { id: string; name: string };

/** With whom the own authority has open requests, by name; read by jumping through an index, not by counting requests. */
export async function otherAuthorities({ db }: Reader, { authorityId }: Actor): Promise<OtherAuthority[]> {
  const next = (after: Condition): Condition =>
    sql`(select r.addressee_id from request r where r.owner_id = ${authorityId} and r.closed_at is null ${after}
      order by r.addressee_id limit 1)`;
  const { rows } = await sql<OtherAuthority>`with recursive others(id) as (
      select ${next(sql``)} union all
      select ${next(sql`and r.addressee_id > o.id`)} from others o where o.id is not null
    ) select a.id, a.name from others o join authority a on a.id = o.id order by a.name limit 100`.execute(db as never);
  return rows;
}

/** Of the cases that the other filters leave those that are open with this authority. */
export async function openWith(
  { db }: Reader,
  actor: Actor,
  { behoerde, cases }: { behoerde: string; cases: CaseScope | undefined },
): Promise<CaseScope> {
  const open = sql`r.owner_id = ${actor.authorityId} and r.addressee_id = ${behoerde} and r.closed_at is null`;
  // Once each: a case may have two open requests to one authority.
  const found = sql<{
    id: string;
  }>`select distinct r.case_id as id from request r where ${open} ${also(inScope(sql`r.case_id`, { cases }))}
    limit ${sql.lit(enoughCases)}`;
  const { rows } = await found.execute(db as never);
  const isOpen = (caseId: Condition) => sql`exists (select from request r where ${open} and r.case_id = ${caseId})`;
  return scopeOfFound({ db }, actor, rows, (caseId) => sql`(${isOpen(caseId)} ${also(inScope(caseId, { cases }))})`);
}
