/**
 * Counts all running deadlines anew when the holidays, the catalogue or the way of counting are others than those they were counted
 * with. In batches, each with its progress in one transaction: a program that stops goes on where it was. What moved is kept and
 * told; nothing else about a case changes.
 */
import { sql } from "kysely";
import { programAt } from "../../platform/actor.ts";
import type { Change } from "../../platform/change.ts";
import { type Context, createContext } from "../../platform/context.ts";
import type { Pool } from "../../platform/database/pool.ts";
import type { PeriodicJobs } from "../../platform/jobs.ts";
import { calculationVersion } from "../deadline/index.ts";
import { renewStanding } from "./renew-standing.ts";

/** So many cases are locked at once; nobody at work waits longer than for these. */
const casesAtOnce = 50;

/** Compares with what is stored, and counts until nothing is left. */
export async function recalculate(pool: Pool, now: Date, version = calculationVersion()): Promise<void> {
  await pool.query(
    `insert into deadline_basis (version) values ($1) on conflict (only_row) do update
       set version = excluded.version, since = now(), reached_owner = '', reached_case = null, renewed = 0, changed = 0,
         finished_at = null
       where deadline_basis.version <> excluded.version`,
    [version],
  );
  const { rows } = await pool.query<{ finished: boolean }>(
    "select finished_at is not null as finished from deadline_basis",
  );
  if (rows[0]?.finished) return;
  const owners = await pool.query<{ id: string }>("select app.deadline_owners() as id");
  // Sorted here, where the progress is compared as well.
  for (const id of owners.rows.map((row) => row.id).toSorted())
    await recalculateOwn(asCaseWork(pool, id, now), version);
  await pool.query("update deadline_basis set finished_at = now() where version = $1 and finished_at is null", [
    version,
  ]);
}

/** The program itself, with the sight of the case work of one authority: it has to read the events to count anew. */
const asCaseWork = (pool: Pool, owner: string, now: Date): Context =>
  createContext(pool, { ...programAt(owner), role: "caseworker" }, now);

async function recalculateOwn(context: Context, version: string): Promise<void> {
  while (await context.change((change) => nextBatch(change, context, version)));
}

/** False once nothing of this authority is left. Another process waits at the row of the progress. */
async function nextBatch(change: Change, { actor, today }: Context, version: string): Promise<boolean> {
  const { trx } = change;
  const owner = actor.authorityId;
  const basis = await trx.selectFrom("deadline_basis").selectAll().forUpdate().executeTakeFirstOrThrow();
  if (basis.version !== version || basis.finished_at || basis.reached_owner > owner) return false;
  const cases = await runningAfter(change, owner, basis.reached_owner === owner ? basis.reached_case : null);
  const last = cases.at(-1);
  if (last === undefined) return false;
  let changed = 0;
  for (const id of cases) if (await recalculateCase(change, { id, ownerId: owner }, today)) changed += 1;
  await trx
    .updateTable("deadline_basis")
    .set((eb) => ({
      reached_owner: owner,
      reached_case: last,
      renewed: eb("renewed", "+", cases.length),
      changed: eb("changed", "+", changed),
    }))
    .execute();
  const data = { version, cases: cases.length, changed };
  change.record({ subject: `authority:${owner}`, event: "deadlinesRecalculated", data });
  return true;
}

/** Locked in the order of their ids, without raising the version of a case that somebody has open. */
async function runningAfter({ trx }: Change, owner: string, after: string | null): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from case_file where id in (
      select distinct case_id from case_deadline where owner_id = ${owner} and status = 'running'
        and (${after}::uuid is null or case_id > ${after}::uuid) order by case_id limit ${casesAtOnce})
    order by id for update`.execute(trx);
  return rows.map(({ id }) => id);
}

async function recalculateCase(
  change: Change,
  of: { id: string; ownerId: string },
  today: Context["today"],
): Promise<boolean> {
  const { changes } = await renewStanding(change, of, today);
  if (changes.length === 0) return false;
  change.record({
    chain: of.ownerId,
    subject: `case:${of.id}`,
    caseId: of.id,
    event: "deadlinesChanged",
    data: { deadlinesChanged: changes.length },
  });
  change.announce(`case:${of.id}`);
  return true;
}

export const recalculationJobs: PeriodicJobs = {
  "deadline.recalculate": { match: "*/15 * * * *", run: ({ pool, now }) => recalculate(pool, now) },
};
