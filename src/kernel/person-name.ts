/**
 * Names of persons (Familienname, Vornamen) as German registers accept them: DIN 91379, data type A, in NFC. It refuses
 * or tidies white space; it must never change a letter of somebody's name.
 */
import { latinLetters, nameSigns, splitLetters } from "./name-letters.ts";
import { proposeLetter } from "./name-proposal.ts";
import { ok, refused, type Result } from "./result.ts";

/** Why a text is no permitted name. `position` counts letters from 1; `proposal` is "" where a sign is to be removed. */
export type NameRefusal =
  | { kind: "character"; character: string; position: number; proposal?: string }
  | { kind: "empty" }
  | { kind: "tooLong" };

/** A technical limit, no norm: what the columns of the database hold, counted in code points as PostgreSQL does. */
const longestName = 200;

/** The name in NFC, trimmed, with single spaces (DIN 91379, Datentyp A), or why it is none. */
export function checkPersonName(text: string): Result<string, NameRefusal> {
  const name = text.normalize("NFC").replace(/\s+/gu, " ").trim();
  if (name === "") return refused({ kind: "empty" });
  if (name.length > 2 * longestName || [...name].length > longestName) return refused({ kind: "tooLong" });

  const letters = splitLetters(name);
  const wrong = letters.findIndex((letter) => !latinLetters.has(letter) && !nameSigns.has(letter));
  const character = letters[wrong];
  if (character !== undefined) return refused(refusedCharacter(character, wrong + 1));
  return letters.some((letter) => latinLetters.has(letter)) ? ok(name) : refused({ kind: "empty" });
}

function refusedCharacter(character: string, position: number): NameRefusal {
  const proposal = proposeLetter(character);
  return { kind: "character", character, position, ...(proposal === undefined ? {} : { proposal }) };
}

/** The refusal as a German sentence for a form or an import. */
export function describeNameRefusal(refusal: NameRefusal): string {
  if (refusal.kind === "empty") return "Der Name fehlt.";
  if (refusal.kind === "tooLong") return `Der Name ist länger als ${longestName} Zeichen.`;
  const { character, position, proposal } = refusal;
  const isInvisible = /^[\p{C}\p{Z}]+$/u.test(character);
  const shown = isInvisible ? `Unsichtbares Zeichen ${codePointsOf(character)}` : `Zeichen ‚${character}‘`;
  const sentence = `${shown} an Stelle ${position} ist nicht zulässig`;
  if (proposal === undefined) return `${sentence} (DIN 91379).`;
  return `${sentence} (DIN 91379). ${proposal === "" ? "Bitte löschen Sie es." : `Gemeint ist vielleicht ‚${proposal}‘.`}`;
}

const codePointsOf = (text: string): string =>
  [...text].map((sign) => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`).join(" ");
