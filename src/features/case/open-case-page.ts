/**
 * What every page of a case does first: find it, ask what for, note the access. The only door to a case.
 * An unseen case and a missing case give the same answer.
 */
import { isId } from "../../kernel/id.ts";
import { apiRoot } from "../../platform/http/api.ts";
import type { Http } from "../../platform/http/env.ts";
import { HttpProblem, notFound, SeeOther } from "../../platform/http/problem.ts";
import { currentPurpose } from "./access-purpose.ts";
import { type CaseFile, findCase } from "./queries.ts";

/** A case of the own authority by the address, without noting an access: only for the question „Wozu?“. */
export const findOwnCase = (c: Http): Promise<CaseFile> => ownCase(c, c.req.param("id") ?? "");

async function ownCase({ var: { context } }: Http, id: string): Promise<CaseFile> {
  const file = isId(id) ? await findCase(context, id) : undefined;
  if (!file || file.ownerId !== context.actor.authorityId) throw notFound();
  return file;
}

export const purposeHeader = "access-purpose";

/** Programs state the purpose with each call, people once a day on a page of its own. */
async function purposeOf(c: Http, file: CaseFile): Promise<string> {
  const stated = await currentPurpose(c.var.context, file, c.req.method === "GET");
  if (stated) return stated;
  if (!c.req.path.startsWith(`${apiRoot}/`)) throw new SeeOther(askPurposeAt(c, file.id));
  const header = c.req.header(purposeHeader)?.trim() ?? "";
  if (header.length >= 3 && header.length <= 200) return header;
  throw new HttpProblem(
    428,
    "Zweck fehlt",
    "Sie sind für diesen Fall nicht zuständig. Bitte den Zweck des Zugriffs mitsenden: Access-Purpose, 3 bis 200 Zeichen.",
  );
}

function askPurposeAt(c: Http, id: string): string {
  const { pathname, search } = new URL(c.req.url);
  const back = c.req.method === "GET" ? pathname + search : `/faelle/${id}`;
  return `/faelle/${id}/wozu?weiter=${encodeURIComponent(back)}`;
}

/** The case of the address, for officers of its owner. */
export const openOwnCase = (c: Http, what: string): Promise<CaseFile> =>
  openCaseBehind(c, c.req.param("id") ?? "", what);

/** The case behind a page of another feature (measure, request): the same question, the same purpose, the same note. */
export async function openCaseBehind(c: Http, caseId: string, what: string): Promise<CaseFile> {
  const file = await ownCase(c, caseId);
  c.var.context.noteAccess({ what, purpose: await purposeOf(c, file), caseId: file.id, ownerId: file.ownerId });
  return file;
}

/** The purpose to be shown on the page of a case that is open. */
export const shownPurpose = async (c: Http, file: CaseFile): Promise<string> =>
  (await currentPurpose(c.var.context, file, false)) ?? "Bearbeitung";
