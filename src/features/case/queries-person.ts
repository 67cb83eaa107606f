/** Reads around the person of a case: address, aliases, nationalities of the code list. */
import type { Db } from "../../platform/change.ts";

type Reader = { db: Db };

export type Address = {
  street: string | null;
  houseNumber: string | null;
  room: string | null;
  postcode: string | null;
  place: string | null;
  ags: string | null;
  /** Name of the municipality of the directory. */
  municipality: string | null;
  facility: string | null;
};

/** Undefined where the role may not see addresses. */
export const findAddress = ({ db }: Reader, caseId: string): Promise<Address | undefined> =>
  db
    .selectFrom("case_address as a")
    .leftJoin("municipality as m", "m.ags", "a.ags")
    .select(["a.street", "a.house_number as houseNumber", "a.room", "a.postcode", "a.place", "a.ags", "a.facility"])
    .select("m.name as municipality")
    .where("a.case_id", "=", caseId)
    .executeTakeFirst();

/** Weitere Schreibweise oder Aliasname, mit Quelle. */
export type Alias = { id: string; name: string; source: string };

export const listAliases = ({ db }: Reader, caseId: string): Promise<Alias[]> =>
  db
    .selectFrom("person_alias")
    .select(["id", "name", "source"])
    .where("case_id", "=", caseId)
    .orderBy("name")
    .orderBy("id")
    .execute();

/** The code list of the Federal Statistical Office, for the form only; nothing is ordered or filtered by it. */
export const listNationalities = ({ db }: Reader): Promise<{ key: string; label: string }[]> =>
  db.selectFrom("nationality").select(["key", "label"]).orderBy("label").execute();

export async function nationalityLabels({ db }: Reader, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return [];
  const rows = await db
    .selectFrom("nationality")
    .select(["key", "label"])
    .where("key", "in", [...keys])
    .execute();
  return keys.map((key) => rows.find((row) => row.key === key)?.label ?? key);
}
