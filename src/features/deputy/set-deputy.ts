/** Sets and ends a deputy (Vertretung). Officials set their own; supervisors also that of others. */
import { compareDays, type Day } from "../../kernel/day.ts";
import { newId } from "../../kernel/id.ts";
import { ok, refused, type Result } from "../../kernel/result.ts";
import type { Context } from "../../platform/context.ts";
import { notFound } from "../../platform/http/problem.ts";
import { assignableOfficers } from "../case/index.ts";

export type DeputyRefusal = "notAssignable" | "onlyOwn" | "samePerson" | "endsBefore" | "tooLong" | "isOver";

type Wanted = { absentId: string; deputyId: string; from: Day; until: Day };

const mayDecideFor = ({ actor }: Context, absentId: string): boolean =>
  actor.role === "supervisor" || absentId === actor.officerId;

async function refusalOf(context: Context, { absentId, deputyId, from, until }: Wanted) {
  const officers = await assignableOfficers(context);
  const isKnown = (wanted: string): boolean => officers.some(({ id }) => id === wanted);
  if (!isKnown(absentId) || !isKnown(deputyId)) return "notAssignable";
  if (!mayDecideFor(context, absentId)) return "onlyOwn";
  if (absentId === deputyId) return "samePerson";
  if (compareDays(until, from) < 0) return "endsBefore";
  if (compareDays(until, context.today) < 0) return "isOver";
  return compareDays(until, from.add({ days: 366 })) > 0 ? "tooLong" : undefined;
}

export async function setDeputy(context: Context, wanted: Wanted): Promise<Result<undefined, DeputyRefusal>> {
  const refusal = await refusalOf(context, wanted);
  if (refusal) return refused(refusal);
  await context.change(async (change) => {
    const id = newId();
    const days = { from: wanted.from.toString(), until: wanted.until.toString() };
    await change.trx
      .insertInto("deputy")
      .values({
        id,
        owner_id: change.actor.authorityId,
        officer_id: wanted.absentId,
        deputy_id: wanted.deputyId,
        from_on: days.from,
        until_on: days.until,
        set_by: change.actor.officerId,
      })
      .execute();
    const data = { officerId: wanted.absentId, deputyId: wanted.deputyId, ...days };
    change.record({ subject: `deputy:${id}`, event: "deputySet", data });
  });
  return ok(undefined);
}

/** Ends it with yesterday; one that has not begun is taken back the same way: its days stay in the journal. */
export const endDeputy = (context: Context, id: string): Promise<void> =>
  context.change(async (change) => {
    const found = await change.db
      .selectFrom("deputy")
      .select(["officer_id", "from_on"])
      .where("id", "=", id)
      .where("owner_id", "=", change.actor.authorityId)
      .where("until_on", ">=", context.today.toString())
      .executeTakeFirst();
    if (!found || !mayDecideFor(context, found.officer_id)) throw notFound();
    const yesterday = context.today.subtract({ days: 1 }).toString();
    const from_on = found.from_on < yesterday ? found.from_on : yesterday;
    await change.trx.updateTable("deputy").set({ from_on, until_on: yesterday }).where("id", "=", id).execute();
    change.record({ subject: `deputy:${id}`, event: "deputyEnded" });
  });
