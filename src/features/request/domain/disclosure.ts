/**
 * The slice of a request that one recipient gets, and the ledger of what it got. A field that no slice names for a
 * capacity never reaches it; the ledger holds names of fields, never their content.
 */
import type { LegalReference } from "../../../kernel/legal-reference.ts";
import type { RequestType, Slice } from "./request-type.ts";

/** Eintrag im Übermittlungsverzeichnis: welche Felder wann an wen auf welcher Rechtsgrundlage (§ 76 BDSG, § 86 AufenthG). */
export type Disclosure = {
  fields: readonly string[];
  compartment: string;
  toAuthority: string;
  at: Date;
  legalBasis: LegalReference;
};

type Content = Record<string, unknown>;
type Recipient = { authority: string; capacity: string };

const isFilled = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);

const slicesFor = <Fields>({ slices }: RequestType<Fields>, capacity: string): Slice[] =>
  slices.filter((slice) => slice.capacity === capacity);

/** What the recipient may see of the content; everything else is not there, not blanked out. */
export function sliceFor<Fields extends Content>(
  type: RequestType<Fields>,
  capacity: string,
  fields: Fields,
): Partial<Fields> {
  const named = new Set(slicesFor(type, capacity).flatMap((slice) => slice.fields));
  // A subset of the keys of Fields with their own values is a Partial<Fields>.
  return Object.fromEntries(Object.entries(fields).filter(([name]) => named.has(name))) as Partial<Fields>;
}

/** The ledger entries of one transmission: per slice the fields that have content, none for an empty slice. */
export const disclosuresFor = <Fields extends Content>(
  type: RequestType<Fields>,
  fields: Fields,
  { authority, capacity }: Recipient,
  at: Date,
): Disclosure[] =>
  slicesFor(type, capacity)
    .map(({ compartment, fields: names, legalBasis }) => ({
      fields: names.filter((name) => isFilled(fields[name])),
      compartment,
      toAuthority: authority,
      at,
      legalBasis,
    }))
    .filter((entry) => entry.fields.length > 0);

/** What is wrong with a registration: compartments that go to nobody, slices without a basis, rights without a role. */
export function registrationProblems<Fields>(type: RequestType<Fields>): string[] {
  const problems = type.slices.flatMap(({ compartment, fields, legalBasis, capacity }) => [
    ...(compartment === "asylumReasons" ? [`${type.id}: asylum reasons go to nobody`] : []),
    ...(compartment === "medicalSealed" && !sealedMedicalReaders.includes(capacity)
      ? [`${type.id}: sealed medical data must not go to ${capacity}`]
      : []),
    ...(legalBasis.norm.trim() === "" ? [`${type.id}: slice ${compartment} has no legal basis`] : []),
    ...(fields.length === 0 ? [`${type.id}: slice ${compartment} names no field`] : []),
  ]);
  const sides = (["requester", "addressee"] as const).filter((party) => type.roles[party].length === 0);
  return [...problems, ...sides.map((party) => `${type.id}: no role may act for the ${party}`)];
}

/** domain.md 5.5: health professionals, and the ZRK inside its own request. */
const sealedMedicalReaders = ["healthProfessional", "returnCoordination"];
