/** Saved views of the work queue (gespeicherte Ansichten): a name and filters of one officer, never personal data. */
import { newId } from "../../kernel/id.ts";
import { ok, refused, type Result } from "../../kernel/result.ts";
import type { Context } from "../../platform/context.ts";
import { notFound } from "../../platform/http/problem.ts";
import { savedQuery, type WorkQuery } from "./list-definition.ts";

const mostViews = 50;

/** Saves the filters under a name; the same name again replaces them. */
export const saveView = (
  context: Context,
  { name, query }: { name: string; query: WorkQuery },
): Promise<Result<void, "tooMany">> =>
  context.change(async (change) => {
    const { officerId } = change.actor;
    const known = await change.db.selectFrom("saved_view").select("name").where("officer_id", "=", officerId).execute();
    if (known.length >= mostViews && !known.some((view) => view.name === name)) return refused("tooMany");
    const id = newId();
    await change.trx
      .insertInto("saved_view")
      .values({ id, officer_id: officerId, name, query: savedQuery(query) })
      .onConflict((conflict) => conflict.columns(["officer_id", "name"]).doUpdateSet({ query: savedQuery(query) }))
      .execute();
    change.record({ subject: `saved-view:${id}`, event: "viewSaved" });
    return ok(undefined);
  });

export const deleteView = (context: Context, id: string): Promise<void> =>
  context.change(async (change) => {
    const deleted = await change.trx
      .deleteFrom("saved_view")
      .where("id", "=", id)
      .where("officer_id", "=", change.actor.officerId)
      .executeTakeFirst();
    if (Number(deleted.numDeletedRows) === 0) throw notFound();
    change.record({ subject: `saved-view:${id}`, event: "viewDeleted" });
  });
