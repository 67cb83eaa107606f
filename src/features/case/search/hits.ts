/** The hits of a search with what the reader may see of them. Officers of another authority are led to the request. */
import type { Context } from "../../../platform/context.ts";
import { searchCases } from "../search.ts";
import { explainHit } from "./explain-hit.ts";

export type ShownHit = { href: string; name: string; fileNumber: string; matched: string[] };

const owners: readonly string[] = ["caseworker", "supervisor"];

async function textsOf({ db }: Context, ids: readonly string[]) {
  const rows = await db
    .selectFrom("case_file as c")
    .innerJoin("person_identity as p", "p.case_id", "c.id")
    .leftJoin("case_address as a", "a.case_id", "c.id")
    .select(["c.id", "c.file_number", "p.family_name", "p.given_names", "p.birth_name", "a.place"])
    .where("c.id", "in", [...ids])
    .execute();
  const aliases = await db
    .selectFrom("person_alias")
    .select(["case_id", "name"])
    .where("case_id", "in", [...ids])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    fileNumber: row.file_number,
    name: [row.family_name, row.given_names].filter(Boolean).join(", "),
    birthName: row.birth_name ?? undefined,
    place: row.place ?? undefined,
    aliases: aliases.filter(({ case_id }) => case_id === row.id).map(({ name }) => name),
  }));
}

/** The open request through which the reader's authority has a part in each case. */
async function requestsOf({ db, actor }: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const parts = await db
    .selectFrom("case_party")
    .select(["case_id", "request_id"])
    .where("authority_id", "=", actor.authorityId)
    .where("capacity", "=", actor.role)
    .where("ended_at", "is", null)
    .where("case_id", "in", [...ids])
    .orderBy("since")
    .execute();
  return new Map(parts.map(({ case_id, request_id }) => [case_id, request_id]));
}

/** Ordered by name, then file number: never by anything about the person's case. */
export async function findHits(context: Context, query: string): Promise<ShownHit[]> {
  const ids = (await searchCases(context, query)).map(({ caseId }) => caseId);
  if (ids.length === 0) return [];
  const isOwner = owners.includes(context.actor.role);
  const requests = isOwner ? new Map<string, string>() : await requestsOf(context, ids);
  const collator = new Intl.Collator("de");
  return (await textsOf(context, ids))
    .map(({ id, ...texts }) => ({
      href: isOwner ? `/faelle/${id}` : `/ersuchen/${requests.get(id) ?? ""}`,
      name: texts.name,
      fileNumber: texts.fileNumber,
      matched: explainHit(query, texts),
    }))
    .sort((a, b) => collator.compare(a.name, b.name) || collator.compare(a.fileNumber, b.fileNumber));
}
