/** Finds names (like `/JavaScript`) in the syntax of PDF, also where letters are hidden as `#61`. */

const endOfName = "(?![^\\0\\s()<>[\\]{}/%])";

/** Each letter as itself or as its number, so that no text has to be rewritten before the search. */
const hidable = (name: string): string =>
  [...name]
    .map((letter) => {
      const hex = letter.charCodeAt(0).toString(16);
      const digits = [...hex].map((digit) => (/\d/.test(digit) ? digit : `[${digit}${digit.toUpperCase()}]`)).join("");
      return `(?:${letter}|#${digits})`;
    })
    .join("");

/** A name ends before white space, a delimiter or the end of the text: `/JS` is not found in `/JSON`. */
export const nameSearch = (names: readonly string[]): RegExp =>
  new RegExp(`/(?:${names.map(hidable).join("|")})${endOfName}`);

const filterSearch = new RegExp(`${nameSearch(["Filter"]).source}\\s*(\\[[^\\]]{0,200}\\]|/[^\\s()<>[\\]{}/%]+|)`, "g");

/** The names given for `/Filter`; undefined when the filter is named twice or elsewhere, so that nobody can tell. */
export function filtersOf(dictionary: string): readonly string[] | undefined {
  const found = [...dictionary.matchAll(filterSearch)];
  if (found.length === 0) return [];
  const value = found[0]?.[1] ?? "";
  const names = value.match(/\/[^\s()<>[\]{}/%]+/g) ?? [];
  return found.length === 1 && names.length > 0 && !/\d\s+\d+\s+R/.test(value) ? names : undefined;
}
