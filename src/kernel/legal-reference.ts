/** A norm as cited on screens and letters (German), with the date of the version that a rule was written for. */
export type LegalReference = {
  /** For example "§ 59 Abs. 1 Satz 8 AufenthG". */
  norm: string;
  /** ISO day on which the cited version came into force or was read. */
  version: string;
};
