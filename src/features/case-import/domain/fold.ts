/** Brings German spellings to one form for comparing: Münster, MÜNSTER and Muenster are equal. Never for storing or showing. */

const umlauts: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/** Lower-case ASCII words with single spaces between them. */
export const fold = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => umlauts[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/** The same without spaces: "Familien-Name" and "Familienname" are equal. */
export const foldTight = (text: string): string => fold(text).replaceAll(" ", "");
