/** How the draft of a case lies in the tables: one place for opening, renewing and the import. */
import type { CaseDraft } from "./case-draft.ts";

export const personRow = ({ person }: Pick<CaseDraft, "person">) => ({
  family_name: person.familyName,
  given_names: person.givenNames,
  birth_name: person.birthName ?? null,
  birth_date: person.birthDate ?? null,
  nationalities: [...person.nationalities],
  // The spreadsheet has no such column; what a person typed in stays.
  ...(person.originalScript && { original_script: person.originalScript }),
});

export const addressRow = ({ address }: Pick<CaseDraft, "address">) => ({
  street: address.street ?? null,
  house_number: address.houseNumber ?? null,
  room: address.room ?? null,
  postcode: address.postcode ?? null,
  place: address.place ?? null,
  ags: address.ags ?? null,
  facility: address.facility ?? null,
});
