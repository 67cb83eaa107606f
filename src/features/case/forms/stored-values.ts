/** What is stored of a person and an address, as their forms would send it: shown where somebody else was faster. */
import type { FormState } from "../../../kernel/form-state.ts";
import type { Person } from "../queries.ts";
import type { Address } from "../queries-person.ts";
import { nationalityFields } from "./person-form.ts";

/** As it is typed in: unknown parts stay 00. */
export const typedBirthDate = (known: Person | undefined): string | undefined =>
  known?.birthDate ? known.birthDate.split("-").toReversed().join(".") : undefined;

export const personValues = (known: Person | undefined): FormState["values"] => ({
  familyName: known?.familyName ?? "",
  givenNames: known?.givenNames ?? "",
  birthName: known?.birthName ?? "",
  originalScript: known?.originalScript ?? "",
  birthDate: typedBirthDate(known) ?? "",
  ...Object.fromEntries(nationalityFields.map((field, index) => [field, known?.nationalities[index] ?? ""])),
});

export const addressValues = (known: Address | undefined): FormState["values"] => ({
  street: known?.street ?? "",
  houseNumber: known?.houseNumber ?? "",
  room: known?.room ?? "",
  facility: known?.facility ?? "",
  postcode: known?.postcode ?? "",
  "ags-text": known?.municipality ?? known?.place ?? "",
});
