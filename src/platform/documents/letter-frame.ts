/** What every letter (DIN 5008, Form B) carries around its text. Plain strings, written out by the feature. */

/** Letterhead of the sending authority. */
type Letterhead = {
  authority: string;
  unit: string | null;
  /** One line above the address, so that an undeliverable letter comes back (Rücksendeangabe). */
  returnAddress: string;
  /** Columns at the foot of the first page: building, telephone, mailbox. May be empty. */
  footer: readonly (readonly string[])[];
};

/** Form of signing: "Im Auftrag" or "In Vertretung", set from the role. */
type SigningMode = "Im Auftrag" | "In Vertretung";

/** Frame of a letter. `subject` is also the title of the file: it never holds a name or a planned date (§ 97a AufenthG). */
export type LetterFrame = {
  letterhead: Letterhead;
  recipient: { remarks: readonly string[]; lines: readonly string[] };
  /** File numbers (Aktenzeichen): own, the other side's, and the number in Amtsweg. */
  reference: { own: string; yours: string | null; secondary: string | null };
  contact: { name: string; phone: string; email: string | null };
  date: string;
  subject: string;
  salutation: string | null;
  signature: { mode: SigningMode | null; name: string; role: string | null };
  /** Sets the mark "Geheim: § 97a AufenthG" on every page. */
  isSecret: boolean;
  /** Sets the mark "TESTBETRIEB – erfundene Daten" on every page (demo and training). */
  isTestData: boolean;
};
