/** What every page of a measure does first: find it for an officer of its owner, ask what for, and note the access. */
import { isId } from "../../kernel/id.ts";
import type { Http } from "../../platform/http/env.ts";
import { notFound } from "../../platform/http/problem.ts";
import { openCaseBehind } from "../case/index.ts";
import { findMeasure, type StoredMeasure } from "./queries.ts";

export async function openOwnMeasure(c: Http, what: string): Promise<StoredMeasure> {
  const id = c.req.param("id") ?? "";
  const { context } = c.var;
  const stored = isId(id) ? await findMeasure(context, id) : undefined;
  if (!stored || stored.ownerId !== context.actor.authorityId) throw notFound();
  await openCaseBehind(c, stored.caseId, what);
  return stored;
}
