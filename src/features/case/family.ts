/** The other members of a family unit (Familienverband): each has a case of its own, linked by the unit. */
import { day, type Day } from "../../kernel/day.ts";
import type { Db } from "../../platform/change.ts";
import type { EnforceabilityState } from "./domain/enforceability-state.ts";
import { familyStanding, type FamilyStanding } from "./domain/family-unit.ts";
import type { CaseFile } from "./queries.ts";

type Reader = { db: Db };

export type FamilyMember = { caseId: string; label: string };
export type MemberWithStanding = FamilyMember & { state: EnforceabilityState | undefined };

/** Members without the case itself, with file number, name and standing. */
export async function familyWithStanding(
  { db }: Reader,
  { id, ownerId, familyUnitId }: CaseFile,
): Promise<MemberWithStanding[]> {
  if (!familyUnitId) return [];
  const rows = await db
    .selectFrom("case_file as c")
    .innerJoin("person_identity as p", "p.case_id", "c.id")
    .leftJoin("case_standing as s", "s.case_id", "c.id")
    .select(["c.id", "c.file_number", "p.family_name", "p.given_names", "s.state"])
    .where("c.family_unit_id", "=", familyUnitId)
    .where("c.owner_id", "=", ownerId)
    .where("c.id", "<>", id)
    .orderBy("c.file_number")
    .execute();
  return rows.map((row) => ({
    caseId: row.id,
    label: `${[row.family_name, row.given_names].filter(Boolean).join(", ")} (Az. ${row.file_number})`,
    // Written by the derivation only.
    state: (row.state as EnforceabilityState | null) ?? undefined,
  }));
}

export const familyOf = async (reader: Reader, file: CaseFile): Promise<FamilyMember[]> =>
  (await familyWithStanding(reader, file)).map(({ caseId, label }) => ({ caseId, label }));

/** Since when somebody belongs to the unit is not recorded; for the standing of today every member counts. */
const always = day("1900-01-01");

export function standingOfFamily(
  own: { caseId: string; state: EnforceabilityState | undefined },
  others: readonly MemberWithStanding[],
  today: Day,
): FamilyStanding {
  const all = [own, ...others];
  const members = all.map(({ caseId }) => ({ caseId, isMinor: false, since: always }));
  const states = new Map(all.flatMap(({ caseId, state }) => (state ? [[caseId, state] as const] : [])));
  return familyStanding({ id: "", members }, states, today);
}

export async function familyLabelOf({ db }: Reader, { familyUnitId }: CaseFile): Promise<string | undefined> {
  if (!familyUnitId) return undefined;
  const unit = await db.selectFrom("family_unit").select("label").where("id", "=", familyUnitId).executeTakeFirst();
  return unit?.label;
}
