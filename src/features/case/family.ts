/** The other members of a family unit (Familienverband): each has a case of its own, linked by the unit. */
import type { Db } from "../../platform/change.ts";
import type { CaseFile } from "./queries.ts";

export type FamilyMember = { caseId: string; label: string };

/** Members without the case itself, with file number and name. */
export async function familyOf({ db }: { db: Db }, { id, familyUnitId }: CaseFile): Promise<FamilyMember[]> {
  if (!familyUnitId) return [];
  const rows = await db
    .selectFrom("case_file as c")
    .innerJoin("person_identity as p", "p.case_id", "c.id")
    .select(["c.id", "c.file_number", "p.family_name", "p.given_names"])
    .where("c.family_unit_id", "=", familyUnitId)
    .where("c.id", "<>", id)
    .orderBy("c.file_number")
    .execute();
  return rows.map((row) => ({
    caseId: row.id,
    label: `${row.family_name}, ${row.given_names} (Az. ${row.file_number})`,
  }));
}
