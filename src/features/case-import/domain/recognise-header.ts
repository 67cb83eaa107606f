/** What one heading means by itself. Proposals only: the clerk sees the certainty and may change every column. */
import type { Certainty } from "./column-mapping.ts";
import { editDistance, isSlipOf } from "./edit-distance.ts";
import { fieldNames, type Field } from "./field.ts";
import { fold, foldTight } from "./fold.ts";
import { certainHeaders, leftOut, likelyHeaders } from "./header-synonyms.ts";

/** Meaning of a heading (Deutung einer Überschrift). */
export type Recognised = { field: Field | null; certainty: Certainty; note?: string };

const nothing: Recognised = { field: null, certainty: "keine" };

const certain = new Map<string, Recognised>();
const likely = new Map<string, Recognised>();
for (const field of fieldNames) {
  for (const header of certainHeaders[field].split("|")) certain.set(foldTight(header), { field, certainty: "sicher" });
  for (const header of (likelyHeaders[field] ?? "").split("|"))
    likely.set(foldTight(header), { field, certainty: "vermutet" });
}
for (const { headers, note } of leftOut) {
  for (const header of headers.split("|")) certain.set(foldTight(header), { ...nothing, note });
}
likely.delete("");

const ofAnotherOffice = /\b(bamf|bundesamt|maris|vg|ovg|gericht|verwaltungsgericht|staatsanwaltschaft|azr|polizei)\b/;

/** Meaning of a heading: as it stands, without what is in brackets, by its beginning, or as a slip of the keyboard. */
export function recogniseHeader(header: string): Recognised {
  const found =
    asWritten(header) ??
    asWritten(header.replace(/\(.*?\)/g, "")) ??
    eitherOr(header) ??
    byBeginning(header) ??
    bySlip(header);
  if (!found) return nothing;
  const isForeign = found.field === "fileNumber" && ofAnotherOffice.test(fold(header));
  return isForeign ? { ...nothing, note: "Das Aktenzeichen einer anderen Stelle wird nicht übernommen." } : found;
}

function asWritten(header: string): Recognised | undefined {
  const key = foldTight(header);
  return certain.get(key) ?? likely.get(key);
}

/** "Familienname / Nachname": every part must mean the same. */
function eitherOr(header: string): Recognised | undefined {
  const parts = header.split("/").map(asWritten);
  const [first] = parts;
  return first && parts.length > 1 && parts.every((part) => part?.field === first.field) ? first : undefined;
}

/** "Zugestellt am (PZU) laut Akte" begins like a known heading of six letters or more. */
function byBeginning(header: string): Recognised | undefined {
  const words = fold(header.replace(/\(.*?\)/g, "")).split(" ");
  for (let count = words.length - 1; count > 0; count--) {
    const key = words.slice(0, count).join("");
    const found = key.length >= 6 ? certain.get(key) : undefined;
    if (found) return { ...found, certainty: found.field ? "vermutet" : "keine" };
  }
  return undefined;
}

/** The field of the nearest known heading; two fields equally near are no proposal. */
function bySlip(header: string): Recognised | undefined {
  const typed = foldTight(header);
  const slips = [...certain].flatMap(([known, meaning]) => (isSlipOf(typed, known) ? [{ known, meaning }] : []));
  const rated = slips.map(({ known, meaning }) => ({ meaning, distance: editDistance(typed, known, 2) }));
  const nearest = Math.min(...rated.map(({ distance }) => distance));
  const meant = rated.filter(({ distance }) => distance === nearest).map(({ meaning }) => meaning);
  const [first] = meant;
  if (!first || meant.some(({ field }) => field !== first.field)) return undefined;
  return { ...first, certainty: first.field ? "vermutet" : "keine" };
}
