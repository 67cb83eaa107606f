/**
 * Search forms of names: upper-case ASCII words, so that Đorđević, Müller or D’Angelo are found by whoever types them
 * on any keyboard. Equal texts give equal forms on every machine; nothing here may depend on a locale.
 */
import { latinLetters, splitLetters } from "./name-letters.ts";

/** Suchform (Müller → MUELLER), short form without umlaut vowel (MULLER), form in the passport's machine-readable zone. */
type SpellingKind = "search" | "short" | "passport";
type Spelling = { kind: SpellingKind; form: string };
export type SearchWord = { word: string; spellings: Spelling[] };

/** Longest form that is kept: the width of the search column. Both sides are cut alike, so a match stays a match. */
const longestForm = 80;

const separators = /[^\p{L}\p{M}\p{N}'’`´ʹʺʾʿˈˌʼ]+/u;
const apostrophes = /['’`´ʹʺʾʿˈˌʼ]/u;

/** The base letter without its marks, and Ø → O where the Suchform says OE; otherwise the Suchform itself. */
function shortForm(letter: string): string {
  const upper = letter.toUpperCase();
  const base = upper.normalize("NFD").replace(/\p{M}/gu, "");
  if (/^[A-Z]+$/.test(base)) return base;
  return upper.startsWith("Ø") || base.startsWith("Ø") ? "O" : formOf(letter, "search");
}

function formOf(letter: string, kind: SpellingKind): string {
  const known = latinLetters.get(letter);
  if (known && kind !== "short") return known[kind];
  if (known) return shortForm(letter);
  return letter
    .normalize("NFKD")
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "");
}

const spell = (word: string, kind: SpellingKind): string =>
  splitLetters(word)
    .map((letter) => formOf(letter, kind))
    .join("")
    .slice(0, longestForm);

function distinct(spellings: Spelling[]): Spelling[] {
  const seen = new Set<string>();
  return spellings.filter(({ form }) => form !== "" && !seen.has(form) && seen.add(form));
}

const wholeWord = (word: string): SearchWord => ({
  word,
  spellings: distinct([
    { kind: "search", form: spell(word, "search") },
    { kind: "short", form: spell(word, "short") },
    { kind: "passport", form: spell(word, "passport") },
  ]),
});

/** D’Angelo counts as D, ANGELO and, as passports print it, DANGELO (ICAO 9303 drops the apostrophe). */
function wordsOf(part: string): SearchWord[] {
  const pieces = part.split(apostrophes).filter((piece) => piece !== "");
  if (pieces.length <= 1) return pieces.map(wholeWord);
  const joined = { word: part, spellings: distinct([{ kind: "passport", form: spell(pieces.join(""), "passport") }]) };
  return [...pieces.map(wholeWord), joined];
}

/** The words of a name or of a search, each with its spellings. Words are split at space, hyphen and apostrophe. */
export const searchWords = (text: string): SearchWord[] =>
  text
    .normalize("NFC")
    .split(separators)
    .flatMap(wordsOf)
    .filter(({ spellings }) => spellings.length > 0);

/** All search forms of a text, without doubles and in alphabetical order: what the search column stores. */
export const searchForms = (text: string): string[] =>
  [...new Set(searchWords(text).flatMap(({ spellings }) => spellings.map(({ form }) => form)))].sort();

/** One word of the search, and the word and spelling of the name that it found. */
export type WordMatch = { searched: string; word: string; kind: SpellingKind; form: string; whole: boolean };

/** Which spelling of the name answers each word of the search by its beginning; undefined when one word finds nothing. */
export function matchedForm(query: string, name: string): WordMatch[] | undefined {
  const words = searchWords(name);
  const matches = query
    .normalize("NFC")
    .split(separators)
    .filter((part) => wordsOf(part).length > 0)
    .map((part) => matchPart(part, words));
  return matches.length > 0 && matches.every((match) => match !== undefined) ? matches.flat() : undefined;
}

/** D’Ang finds D’Angelo by its two pieces or by its joined form; every other part has one word. */
function matchPart(part: string, words: SearchWord[]): WordMatch[] | undefined {
  const sought = wordsOf(part);
  const joined = sought.length > 1 ? sought.slice(-1) : [];
  const pieces = sought.length > 1 ? sought.slice(0, -1) : sought;
  const found = pieces.map((piece) => matchWord(piece, words));
  if (found.every((match) => match !== undefined)) return found;
  const whole = joined.flatMap((word) => matchWord(word, words) ?? []);
  return whole.length > 0 ? whole : undefined;
}

function matchWord(sought: SearchWord, words: SearchWord[]): WordMatch | undefined {
  const candidates = words.flatMap(({ word, spellings }) =>
    spellings.flatMap(({ kind, form }) => {
      if (!sought.spellings.some((spelling) => form.startsWith(spelling.form))) return [];
      const whole = sought.spellings.some((spelling) => form === spelling.form);
      return [{ searched: sought.word, word, kind, form, whole }];
    }),
  );
  return candidates.find(({ whole }) => whole) ?? candidates[0];
}
