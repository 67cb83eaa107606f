/**
 * Words that judge a person without telling what happened. Finding one asks for the fact; it never blocks and never
 * rewrites what somebody wrote (domain.md 4.6: being announced as "renitent" says nothing).
 */

/** Hinweis auf ein unbestimmtes Wort, das nach der Tatsache fragt (§ 73 BDSG: Tatsache und Einschätzung trennen). */
export type VagueWord = { word: string; question: string };

const stems = [
  "renitent",
  "aggressiv",
  "gewaltbereit",
  "gefährlich",
  "polizeibekannt",
  "amtsbekannt",
  "unkooperativ",
  "querulant",
  "querulatorisch",
  "verhaltensauffällig",
  "problematisch",
  "uneinsichtig",
  "unberechenbar",
];

const pattern = new RegExp(`(?<!\\p{L})(?:${stems.join("|")})\\p{L}*`, "giu");

/** Each vague word once, as it was written, in the order it occurs. */
export const vagueWords = (text: string): VagueWord[] =>
  [...new Set(text.match(pattern))].map((word) => ({
    word,
    question: `„${word}“ sagt nicht, was geschehen ist. Was ist wann und wo geschehen, und wer hat es gesehen?`,
  }));
