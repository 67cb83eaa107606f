/** What every page of an import does first: find it, or answer as for one that does not exist. */
import { isId } from "../../kernel/id.ts";
import type { Http } from "../../platform/http/env.ts";
import { notFound } from "../../platform/http/problem.ts";
import type { Batch } from "./batch.ts";
import { findBatch } from "./queries.ts";

/** `id`: the one of the address unless told. */
export async function openBatch(c: Http, id: string = c.req.param("id") ?? ""): Promise<Batch> {
  const batch = isId(id) ? await findBatch(c.var.context, id) : undefined;
  if (!batch || batch.ownerId !== c.var.context.actor.authorityId) throw notFound();
  return batch;
}

/** Rows hold person data: each look at them is noted with the number of persons shown. */
export const noteRows = (c: Http, what: string, hits: number): void =>
  c.var.context.noteAccess({ what, purpose: "Bearbeitung", ownerId: c.var.context.actor.authorityId, hits });
