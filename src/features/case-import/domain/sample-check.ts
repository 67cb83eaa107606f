/** Looks into the first rows of a column: what stands there can weaken or redirect a proposal, never strengthen it. */
import type { ColumnMapping } from "./column-mapping.ts";
import { dateFields, describeField, type Field } from "./field.ts";

const share = (sample: string[], pattern: RegExp): number =>
  sample.length === 0 ? 0 : sample.filter((text) => pattern.test(text)).length / sample.length;

const dateLike = /^\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}|^\d{4}-\d{2}|^\d{4,5}$|^\d{1,2}\. ?\p{L}+ \d{4}/u;

const expected = new Map<Field, RegExp>([
  ...dateFields.map((field): [Field, RegExp] => [field, dateLike]),
  ["birthDate", dateLike],
  ["postcode", /^\d{4,5}$/],
  ["municipalityKey", /^\d{7,8}$/],
]);

const redirections: { from: Field; to: Field; pattern: RegExp }[] = [
  { from: "familyName", to: "fullName", pattern: /^[^,]+,[^,]+$/ },
  { from: "place", to: "postcodeAndPlace", pattern: /^\d{4,5}\s+\p{L}/u },
  { from: "postcode", to: "postcodeAndPlace", pattern: /^\d{4,5}\s+\p{L}/u },
  { from: "street", to: "fullAddress", pattern: /,\s*\d{5}\s+\p{L}/u },
];

/** Another meaning when most rows show it: a column "Name" full of "Muster, Max" holds both names. */
export function preferBySample(entry: ColumnMapping, sample: string[]): ColumnMapping {
  const better = redirections.find(({ from, pattern }) => from === entry.field && share(sample, pattern) > 0.5);
  if (!better) return entry;
  const note = `Nach den ersten Zeilen: ${describeField(better.to).label}.`;
  return { ...entry, field: better.to, certainty: "vermutet", note };
}

/** Less certainty when most rows do not look like the field. */
export function doubtBySample(entry: ColumnMapping, sample: string[]): ColumnMapping {
  const pattern = entry.field ? expected.get(entry.field) : undefined;
  if (!pattern || sample.length === 0 || share(sample, pattern) >= 0.5) return entry;
  return { ...entry, certainty: "vermutet", note: "Die Werte in den ersten Zeilen passen nicht zur Überschrift." };
}
