/** Which file numbers (Aktenzeichen) the own authority already has, and what is stored under them. For the import. */
import type { Db } from "../../platform/change.ts";
import type { CaseDraft } from "./case-draft.ts";

type Reader = { db: Db };

/** Spelling by which file numbers are compared; the same as the column file_number_key. */
export const fileNumberKey = (text: string): string =>
  text
    .normalize("NFC")
    .replaceAll(/\s+/gu, "")
    .replaceAll(/[a-z]/g, (letter) => letter.toUpperCase());

/** A case that is already there; `fingerprint` is null where nothing was imported. */
export type KnownCase = { id: string; fingerprint: string | null };

/** Cases of the authority with one of these file numbers, by `fileNumberKey`. */
export async function knownCases(
  { db }: Reader,
  ownerId: string,
  fileNumbers: readonly string[],
): Promise<Map<string, KnownCase>> {
  const keys = [...new Set(fileNumbers.map(fileNumberKey))];
  if (keys.length === 0) return new Map();
  const rows = await db
    .selectFrom("case_file")
    .select(["id", "file_number_key", "import_fingerprint"])
    .where("owner_id", "=", ownerId)
    .where("file_number_key", "in", keys)
    .execute();
  return new Map(rows.map((row) => [row.file_number_key, { id: row.id, fingerprint: row.import_fingerprint }]));
}

/** Person and address as stored, by case. */
export async function storedDrafts({ db }: Reader, caseIds: readonly string[]): Promise<Map<string, CaseDraft>> {
  if (caseIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("case_file as c")
    .innerJoin("person_identity as p", "p.case_id", "c.id")
    .innerJoin("case_address as a", "a.case_id", "c.id")
    .select(["c.id", "c.file_number", "c.language", "p.family_name", "p.given_names", "p.birth_name", "p.birth_date"])
    .select(["p.nationalities", "a.street", "a.house_number", "a.room", "a.postcode", "a.place", "a.ags", "a.facility"])
    .where("c.id", "in", caseIds)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        fileNumber: row.file_number,
        language: row.language ?? undefined,
        person: {
          familyName: row.family_name,
          givenNames: row.given_names,
          birthName: row.birth_name ?? undefined,
          birthDate: row.birth_date ?? undefined,
          nationalities: row.nationalities,
        },
        address: {
          street: row.street ?? undefined,
          houseNumber: row.house_number ?? undefined,
          room: row.room ?? undefined,
          postcode: row.postcode ?? undefined,
          place: row.place ?? undefined,
          ags: row.ags ?? undefined,
          facility: row.facility ?? undefined,
        },
      },
    ]),
  );
}
