/** Opens a case or renews its person and address (Fall anlegen, Stammdaten ändern). Legal facts go through record-event. */
import { newId } from "../../kernel/id.ts";
import type { Day } from "../../kernel/day.ts";
import type { Change } from "../../platform/change.ts";
import type { CaseDraft } from "./case-draft.ts";
import type { LegalEventDraft } from "./domain/legal-event.ts";
import { insertEvent } from "./record-event.ts";
import { renewStanding } from "./renew-standing.ts";
import { saveTokens, tokensOf } from "./search-tokens.ts";

/** Finds or makes the family unit of the own authority with this label. */
async function familyUnitId({ trx }: Change, ownerId: string, label: string | undefined): Promise<string | null> {
  if (!label) return null;
  const known = await trx
    .insertInto("family_unit")
    .values({ id: newId(), owner_id: ownerId, label })
    .onConflict((conflict) => conflict.columns(["owner_id", "label"]).doUpdateSet({ label }))
    .returning("id")
    .executeTakeFirstOrThrow();
  return known.id;
}

const personRow = ({ person }: CaseDraft) => ({
  family_name: person.familyName,
  given_names: person.givenNames,
  birth_name: person.birthName ?? null,
  birth_date: person.birthDate ?? null,
  nationalities: [...person.nationalities],
});

const addressRow = ({ address }: CaseDraft) => ({
  street: address.street ?? null,
  house_number: address.houseNumber ?? null,
  room: address.room ?? null,
  postcode: address.postcode ?? null,
  place: address.place ?? null,
  ags: address.ags ?? null,
  facility: address.facility ?? null,
});

/** A new case of the actor's authority with its first facts; gives its id. The file number must be new. */
export async function openCase(
  change: Change,
  draft: CaseDraft,
  events: readonly LegalEventDraft[],
  today: Day,
): Promise<string> {
  const { trx, actor } = change;
  const id = newId();
  const ownerId = actor.authorityId;
  await trx
    .insertInto("case_file")
    .values({
      id,
      owner_id: ownerId,
      file_number: draft.fileNumber,
      family_unit_id: await familyUnitId(change, ownerId, draft.familyLabel),
      municipality_ags: draft.address.ags ?? null,
      responsible_officer_id: actor.officerId,
      language: draft.language ?? null,
      import_fingerprint: draft.fingerprint ?? null,
    })
    .execute();
  await trx
    .insertInto("person_identity")
    .values({ case_id: id, owner_id: ownerId, ...personRow(draft) })
    .execute();
  await trx
    .insertInto("case_address")
    .values({ case_id: id, owner_id: ownerId, ...addressRow(draft) })
    .execute();
  await saveTokens(change, id, ownerId, tokensOf(draft));
  const locked = { id, ownerId, fileNumber: draft.fileNumber };
  for (const event of events) await insertEvent(change, locked, event);
  const { state } = await renewStanding(change, locked, today);
  change.record({
    subject: `case:${id}`,
    caseId: id,
    event: "caseOpened",
    data: { events: events.length, standing: state },
  });
  return id;
}

/** New person data and address of a known case; the journal names the fields, not their values. */
export async function renewCase(change: Change, caseId: string, ownerId: string, draft: CaseDraft): Promise<void> {
  const { trx } = change;
  await trx
    .updateTable("case_file")
    .set((eb) => ({
      municipality_ags: draft.address.ags ?? null,
      language: draft.language ?? null,
      import_fingerprint: draft.fingerprint ?? null,
      version: eb("version", "+", 1),
    }))
    .where("id", "=", caseId)
    .execute();
  await trx.updateTable("person_identity").set(personRow(draft)).where("case_id", "=", caseId).execute();
  await trx.updateTable("case_address").set(addressRow(draft)).where("case_id", "=", caseId).execute();
  const aliases = await trx.selectFrom("person_alias").select("name").where("case_id", "=", caseId).execute();
  await saveTokens(
    change,
    caseId,
    ownerId,
    tokensOf(
      draft,
      aliases.map(({ name }) => name),
    ),
  );
  change.record({
    chain: ownerId,
    subject: `case:${caseId}`,
    caseId,
    event: "caseRenewed",
    data: { from: "person, address" },
  });
}
