/** What every page of a request does first: find it for a party in a role of its kind, and note the access with its purpose. */
import { isId } from "../../kernel/id.ts";
import type { Http } from "../../platform/http/env.ts";
import { notFound } from "../../platform/http/problem.ts";
import { openCaseBehind } from "../case/index.ts";
import type { Party } from "./domain/request.ts";
import { findRequest, partyOf, type StoredRequest } from "./queries.ts";
import { type RegisteredType, type RequestTypes, typeOf } from "./registered-type.ts";

export type OpenedRequest = { stored: StoredRequest; party: Party; type: RegisteredType };

/** The other sides open a request for what it asks of them; the owner's purpose is that of the case. */
export const purposes: Record<Exclude<Party, "requester">, string> = {
  addressee: "Prüfung des Ersuchens",
  mediator: "Vermittlung",
};

/** An unseen request, a missing one and one without a part in it give the same answer. */
export async function openRequest(c: Http, types: RequestTypes, what: string): Promise<OpenedRequest> {
  const id = c.req.param("id") ?? "";
  const { context } = c.var;
  const stored = isId(id) ? await findRequest(context, id) : undefined;
  const party = stored && partyOf(context.actor.authorityId, stored);
  if (!stored || !party) throw notFound();
  const type = typeOf(types, stored.type);
  if (!type.domain.roles[party].includes(context.actor.role)) throw notFound();
  if (party === "requester") await openCaseBehind(c, stored.caseId, what);
  else context.noteAccess({ what, purpose: purposes[party], caseId: stored.caseId, ownerId: stored.ownerId });
  return { stored, party, type };
}

/** The same for the one who asks: drafts, content, files. */
export async function openOwnRequest(c: Http, types: RequestTypes, what: string): Promise<OpenedRequest> {
  const opened = await openRequest(c, types, what);
  if (opened.party !== "requester") throw notFound();
  return opened;
}
