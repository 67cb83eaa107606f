/**
 * What every page of a case does first: find it, ask what for, note the access.
 * An unseen case and a missing case give the same answer.
 */
import type { Http } from "../../platform/http/env.ts";
import { notFound } from "../../platform/http/problem.ts";
import { isId } from "../../kernel/id.ts";
import { type CaseFile, findCase } from "./queries.ts";

/** The case of the address, for officers of its owner. Their purpose is handling the case (§ 86 Satz 1 AufenthG). */
export async function openOwnCase(c: Http, what: string): Promise<CaseFile> {
  const id = c.req.param("id") ?? "";
  const { context } = c.var;
  const file = isId(id) ? await findCase(context, id) : undefined;
  if (!file || file.ownerId !== context.actor.authorityId) throw notFound();
  context.noteAccess({ what, purpose: "Bearbeitung", caseId: file.id, ownerId: file.ownerId });
  return file;
}
