/**
 * Changes the responsible officer of cases (Sachbearbeitung): one from its page, or several from the work queue. Goes
 * through app.assign_cases, because supervisors distribute work but do not write person data (domain report 5.5).
 */
import { sql } from "kysely";
import { ok, refused, type Result } from "../../kernel/result.ts";
import type { Change } from "../../platform/change.ts";
import type { Context } from "../../platform/context.ts";
import { changedMeanwhile } from "../../platform/http/problem.ts";
import { listOfficers } from "../authority/index.ts";

const mayHandle: readonly string[] = ["caseworker", "supervisor"];

/** Officers of the own authority who may handle cases. */
export async function assignableOfficers(context: Context): Promise<{ id: string; name: string }[]> {
  const officers = await listOfficers(context, context.actor.authorityId);
  return officers.filter(({ roles }) => roles.some((role) => mayHandle.includes(role)));
}

const isAssignable = async (context: Context, officerId: string): Promise<boolean> =>
  (await assignableOfficers(context)).some(({ id }) => id === officerId);

/** Gives the cases that changed hands; a case of another authority, or one that is with the officer already, does not. */
async function handOver(
  change: Change,
  ids: readonly string[],
  officerId: string | null,
  seen?: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select app.assign_cases(${ids}::uuid[], ${officerId}::uuid,
    ${seen ?? null}::integer) as id`.execute(change.trx);
  for (const { id } of rows) {
    change.record({ subject: `case:${id}`, caseId: id, event: "caseAssigned", data: { officerId } });
    change.announce(`case:${id}`);
  }
  return rows.map(({ id }) => id);
}

export async function assignCase(
  context: Context,
  { id, version, responsibleOfficer }: { id: string; version: number; responsibleOfficer?: { id: string } | undefined },
  { seenVersion, officerId }: { seenVersion: number; officerId: string },
): Promise<Result<undefined, "notAssignable">> {
  if (!(await isAssignable(context, officerId))) return refused("notAssignable");
  if (version !== seenVersion) throw changedMeanwhile();
  if (responsibleOfficer?.id === officerId) return ok(undefined);
  const moved = await context.change((change) => handOver(change, [id], officerId, seenVersion));
  if (moved.length === 0) throw changedMeanwhile();
  return ok(undefined);
}

/** A case that changed hands, and who had it before. */
export type Moved = { id: string; from: string | null };

type Assignment = { caseIds: readonly string[]; officerId: string };

/** Several at once from a list; gives how many changed hands. `kept` runs in the same transaction. */
export async function assignCases(
  context: Context,
  { caseIds, officerId }: Assignment,
  kept: (change: Change, moved: readonly Moved[]) => Promise<unknown>,
): Promise<Result<number, "notAssignable">> {
  if (!(await isAssignable(context, officerId))) return refused("notAssignable");
  const count = await context.change(async (change) => {
    const before = await officersOf(change, caseIds);
    const moved = await handOver(change, caseIds, officerId);
    await kept(
      change,
      moved.map((id) => ({ id, from: before.get(id) ?? null })),
    );
    return moved.length;
  });
  return ok(count);
}

/** Undoes an assignment: back to whom each case was with, unless somebody has moved it on since. */
export async function handBack(change: Change, cases: readonly Moved[], officerId: string): Promise<number> {
  const now = await officersOf(
    change,
    cases.map(({ id }) => id),
  );
  const mine = cases.filter(({ id }) => now.get(id) === officerId);
  let count = 0;
  for (const [from, those] of Map.groupBy(mine, (each) => each.from))
    count += (
      await handOver(
        change,
        those.map(({ id }) => id),
        from,
      )
    ).length;
  return count;
}

async function officersOf({ db }: Change, ids: readonly string[]): Promise<Map<string, string | null>> {
  const rows = await db
    .selectFrom("case_file")
    .select(["id", "responsible_officer_id"])
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row.responsible_officer_id]));
}
