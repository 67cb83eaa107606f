/**
 * The letters and signs of DIN 91379 data type A, and how a text falls into letters. One letter may be several code
 * points (K͟H, Ạ̈); nothing here may count or cut by code unit.
 */
import { latinLetterTable, nameSignTable } from "./din91379.generated.ts";

/** How one letter is written in searches (Suchform) and in the machine-readable zone of passports (MRZ). */
export type LetterForms = { search: string; passport: string };

/** All Latin letters of DIN 91379 with their plain forms. */
export const latinLetters: ReadonlyMap<string, LetterForms> = new Map(
  latinLetterTable
    .trim()
    .split(" ")
    .map((entry) => {
      const [letter = "", forms = ""] = entry.split("=");
      const [search = "", passport = search] = forms.split("/");
      return [letter, { search, passport }];
    }),
);

/** Apostrophes, hyphen, space and the other signs that data type A allows beside letters. */
export const nameSigns: ReadonlySet<string> = new Set(
  nameSignTable.split(" ").map((codepoint) => String.fromCodePoint(Number.parseInt(codepoint, 16))),
);

const sequences = [...latinLetters.keys()]
  .filter((letter) => [...letter].length > 1)
  .sort((a, b) => b.length - a.length)
  .join("|");
// A mark that follows a listed sequence makes it another letter, so the sequence must not be taken apart from it.
const letterPattern = new RegExp(`(?:${sequences})(?!\\p{M})|\\P{M}\\p{M}*|\\p{M}+`, "gu");

/** The letters of a text in NFC, as a reader counts them. */
export const splitLetters = (text: string): string[] => text.match(letterPattern) ?? [];
