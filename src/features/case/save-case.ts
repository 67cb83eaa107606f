/** Renews person and address of a case (Stammdaten ändern). Legal facts go through record-event. */
import type { Change } from "../../platform/change.ts";
import type { CaseDraft } from "./case-draft.ts";
import { addressRow, personRow } from "./case-rows.ts";
import { familyUnitIds } from "./family-units.ts";
import { saveTokens, tokensOf } from "./search-tokens.ts";

/** New person data and address of a known case; the journal names the fields, not their values. */
export async function renewCase(change: Change, caseId: string, ownerId: string, draft: CaseDraft): Promise<void> {
  const { trx } = change;
  const family = await familyUnitIds(change, ownerId, [draft]);
  await trx
    .updateTable("case_file")
    .set((eb) => ({
      municipality_ags: draft.address.ags ?? null,
      language: draft.language ?? null,
      import_fingerprint: draft.fingerprint ?? null,
      version: eb("version", "+", 1),
      ...(draft.familyLabel === undefined ? {} : { family_unit_id: family.get(draft.familyLabel) ?? null }),
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
