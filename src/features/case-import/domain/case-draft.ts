/** What a row becomes when it is taken over: plain data without identifiers, ready to be stored or shown. */
import { createHash } from "node:crypto";
import type { BirthDate } from "../../../kernel/birth-date.ts";
import type { AddressReading, DraftAddress } from "./address.ts";
import type { LegalFacts } from "./legal-facts.ts";
import type { Names } from "./person-cells.ts";

/**
 * Draft of a case (Fallentwurf). Values that the sheet leaves empty are missing: taking over a draft adds and changes,
 * it never erases.
 */
export type CaseDraft = {
  fileNumber: string;
  person: Names & { birthDate: BirthDate; nationalities: string[] };
  address?: DraftAddress;
  legal: LegalFacts;
  familyKey?: string;
  language?: string;
  officer?: string;
  remark?: string;
  /** German sentences for the case file that create no state. */
  hints: string[];
  /** SHA-256 of the content; equal fingerprints mean that nothing in the row has changed. */
  fingerprint: string;
};

/** Content of a draft before its fingerprint (Inhalt des Fallentwurfs). */
export type DraftContent = Omit<CaseDraft, "fingerprint">;

/**
 * The fingerprint covers what the sheet says about the place, not the municipality found: an answered question and newer
 * lists of municipalities leave a row unchanged.
 */
export function withFingerprint(content: DraftContent, words: AddressReading["words"] | undefined): CaseDraft {
  const { ags: _found, ...lines } = content.address ?? {};
  const covered = { ...content, address: lines, words: words ?? {} };
  const fingerprint = createHash("sha256")
    .update(`1 ${canonical(covered)}`)
    .digest("hex");
  return { ...content, fingerprint };
}

/** JSON with sorted keys, so that the order in which a row was read does not matter. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`)
    .join(",")}}`;
}

/** The draft after the clerk named the municipality; everything else, the fingerprint too, stays. */
export function answerMunicipality(draft: CaseDraft, { ags, name }: { ags: string; name: string }): CaseDraft {
  if (!draft.address) return draft;
  return { ...draft, address: { ...draft.address, ags, place: draft.address.place || name } };
}
