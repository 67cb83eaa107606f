/** Changes person data, address, aliases and family of a case. The journal names the fields, never their values. */
import { newId } from "../../kernel/id.ts";
import type { Change } from "../../platform/change.ts";
import type { Context } from "../../platform/context.ts";
import type { AddressDraft, PersonDraft } from "./case-draft.ts";
import { type LockedCase, lockCase } from "./lock-case.ts";
import { findPerson } from "./queries.ts";
import { findAddress, listAliases } from "./queries-person.ts";
import { addressRow, personRow } from "./case-rows.ts";
import { familyUnitIds } from "./family-units.ts";
import { saveTokens, tokensOf } from "./search-tokens.ts";

type Row = Record<string, unknown>;

/** Names of the columns whose value is another one now. */
const changedFields = (before: Row, after: Row): string[] =>
  Object.keys(after).filter((name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null));

/** The search words follow what is stored. */
async function renewTokens(change: Change, { id, ownerId, fileNumber }: LockedCase): Promise<void> {
  const person = await findPerson(change, id);
  const address = await findAddress(change, id);
  const aliases = await listAliases(change, id);
  if (!person) return;
  const draft = {
    fileNumber,
    person: { ...person, birthName: person.birthName ?? undefined, birthDate: undefined, originalScript: undefined },
    address: { place: address?.place ?? undefined },
  };
  await saveTokens(
    change,
    id,
    ownerId,
    tokensOf(
      draft,
      aliases.map(({ name }) => name),
    ),
  );
}

function recordFields(change: Change, locked: LockedCase, event: string, fields: readonly string[]): void {
  change.record({ chain: locked.ownerId, subject: `case:${locked.id}`, caseId: locked.id, event, data: { fields } });
  change.announce(`case:${locked.id}`);
}

export type PersonChange = {
  seenVersion: number;
  person: PersonDraft;
  familyLabel: string | undefined;
  language: string | undefined;
};

/** A form without any change writes nothing. */
export const changePerson = (context: Context, caseId: string, input: PersonChange): Promise<void> =>
  context.change(async (change) => {
    const { trx } = change;
    const locked = await lockCase(change, caseId, input.seenVersion);
    const before = await trx
      .selectFrom("person_identity")
      .selectAll()
      .where("case_id", "=", caseId)
      .executeTakeFirstOrThrow();
    const spine = await trx.selectFrom("case_file").selectAll().where("id", "=", caseId).executeTakeFirstOrThrow();
    const row = { ...personRow(input), original_script: input.person.originalScript ?? null };
    const families = await familyUnitIds(change, locked.ownerId, [input]);
    const caseRow = {
      family_unit_id: families.get(input.familyLabel ?? "") ?? null,
      language: input.language ?? null,
    };
    const fields = [...changedFields(before, row), ...changedFields(spine, caseRow)];
    if (fields.length === 0) return;
    await trx
      .updateTable("person_identity")
      .set((eb) => ({ ...row, version: eb("version", "+", 1) }))
      .where("case_id", "=", caseId)
      .execute();
    await trx.updateTable("case_file").set(caseRow).where("id", "=", caseId).execute();
    await renewTokens(change, locked);
    recordFields(change, locked, "personChanged", fields);
  });

export const changeAddress = (
  context: Context,
  caseId: string,
  { seenVersion, address }: { seenVersion: number; address: AddressDraft },
): Promise<void> =>
  context.change(async (change) => {
    const { trx } = change;
    const locked = await lockCase(change, caseId, seenVersion);
    const before = await trx
      .selectFrom("case_address")
      .selectAll()
      .where("case_id", "=", caseId)
      .executeTakeFirstOrThrow();
    const row = addressRow({ address });
    const fields = changedFields(before, row);
    if (fields.length === 0) return;
    await trx
      .updateTable("case_address")
      .set((eb) => ({ ...row, version: eb("version", "+", 1) }))
      .where("case_id", "=", caseId)
      .execute();
    await trx.updateTable("case_file").set({ municipality_ags: row.ags }).where("id", "=", caseId).execute();
    await renewTokens(change, locked);
    recordFields(change, locked, "addressChanged", fields);
  });

export const addAlias = (
  context: Context,
  caseId: string,
  { seenVersion, name, source }: { seenVersion: number; name: string; source: string },
): Promise<void> =>
  context.change(async (change) => {
    const locked = await lockCase(change, caseId, seenVersion);
    await change.trx
      .insertInto("person_alias")
      .values({ id: newId(), case_id: caseId, owner_id: locked.ownerId, name, source })
      .execute();
    await renewTokens(change, locked);
    recordFields(change, locked, "aliasAdded", ["name", "source"]);
  });
