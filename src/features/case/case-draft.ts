/** What is needed to open or renew a case: person, address, first legal facts. Import, form and API all bring this. */

export type PersonDraft = {
  familyName: string;
  givenNames: string;
  birthName?: string | undefined;
  /** `YYYY-MM-DD`, unknown parts as 00. */
  birthDate?: string | undefined;
  /** Keys of the Destatis code list. */
  nationalities: readonly string[];
  /** Name in original script; only for display. */
  originalScript?: string | undefined;
};

export type AddressDraft = {
  street?: string | undefined;
  houseNumber?: string | undefined;
  room?: string | undefined;
  postcode?: string | undefined;
  place?: string | undefined;
  /** Amtlicher Gemeindeschlüssel, 8 digits: confirmed by a person, never guessed from the postcode. */
  ags?: string | undefined;
  facility?: string | undefined;
};

export type CaseDraft = {
  /** Given by a form, so that sending it twice opens one case. */
  id?: string | undefined;
  fileNumber: string;
  person: PersonDraft;
  address: AddressDraft;
  /** Label that the members of a family share (Familienverband). */
  familyLabel?: string | undefined;
  language?: string | undefined;
  /** Officer in charge (Sachbearbeitung); null: nobody yet. Undefined: who opens the case. */
  responsibleOfficerId?: string | null | undefined;
  /** Hash of the imported content; equal content is not written again. */
  fingerprint?: string | undefined;
};
