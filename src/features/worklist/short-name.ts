/** The short name of a line: family name and first letter, or „Fam.“; hidden, and never in files, when somebody looks on. */
import { splitLetters } from "../../kernel/name-letters.ts";
import type { CaseName } from "./queries.ts";

export function shortName({ familyName, givenNames, isFamily }: CaseName): string {
  if (isFamily) return `Fam. ${familyName}`;
  const first = splitLetters(givenNames)[0];
  return first ? `${familyName}, ${first}.` : familyName;
}
