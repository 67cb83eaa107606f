/**
 * Words for kinds of decisions and grounds of a Duldung. Only words that leave no doubt lead to a kind: a wrong kind would
 * give a person the wrong periods, so everything else stays text for the clerk.
 */
import { fold } from "./fold.ts";

/** Kind of decision that a text names beyond doubt (Bescheidart); the values are those of the case. */
export type ImportedDecisionKind =
  | "asylumStandard"
  | "asylumShortened"
  | "euTransfer"
  | "residenceDecision"
  | "residenceThreat";

/** Legal basis that a text names (Rechtsgrundlage): § 34 AsylG, § 59 AufenthG, § 34a AsylG or § 58a AufenthG. */
export type ImportedBasis = "asylG34" | "aufenthG59" | "asylG34a" | "aufenthG58a";

const basisWords: [RegExp, ImportedBasis][] = [
  [/\b34 ?a( \w+){0,4} asylg\b/, "asylG34a"],
  [/\b34(?! a\b)( \w+){0,4} asylg\b/, "asylG34"],
  [/\b58 ?a( \w+){0,4} aufenthg\b/, "aufenthG58a"],
];

/** The basis, when the text names exactly one. § 34 AsylG itself points to § 59 AufenthG, so that one counts only alone. */
export function decisionBasisOf(text: string): ImportedBasis | undefined {
  const folded = fold(text);
  const bases = basisWords.filter(([pattern]) => pattern.test(folded)).map(([, basis]) => basis);
  if (bases.length > 0) return bases.length === 1 ? bases[0] : undefined;
  return /\b59( \w+){0,4} aufenthg\b/.test(folded) ? "aufenthG59" : undefined;
}

const kindOfBasis: Partial<Record<ImportedBasis, ImportedDecisionKind>> = {
  asylG34a: "euTransfer",
  aufenthG59: "residenceThreat",
};

const kindWords: [RegExp, ImportedDecisionKind][] = [
  [/\bueberstellungsentscheidung\b|\bdublin bescheid\b/, "euTransfer"],
  [/\bregelfall\b|\bklagefrist (2|zwei) wochen\b/, "asylumStandard"],
  [/\bart 68 abs 3\b|\bklagefrist (1|eine) woche\b/, "asylumShortened"],
  [/\bausweisung(sverfuegung)?\b/, "residenceDecision"],
];

/** The kind, when the text names exactly one. */
export function decisionKindOf(text: string): ImportedDecisionKind | undefined {
  const folded = fold(text);
  const basis = decisionBasisOf(text);
  const byBasis = basis && kindOfBasis[basis];
  const byWords = kindWords.filter(([pattern]) => pattern.test(folded)).map(([, kind]) => kind);
  const kinds = new Set(byBasis ? [byBasis, ...byWords] : byWords);
  return kinds.size === 1 ? [...kinds][0] : undefined;
}

/** Words of the AZR grounds (AZRG-DV, annex, "Duldung"); the code is letter and double letter. */
const suspensionWords: [RegExp, string][] = [
  [/reisedokument|passlos|passbeschaffung|fehlender pass|passersatz/, "b-aa"],
  [/medizin|krank|reiseunfaehig/, "b-bb"],
  [/familiaer|familienbindung/, "b-cc"],
  [/massnahmen zur aufenthaltsbeendigung/, "b-dd"],
  [/folgeantrag/, "b-ee"],
  [/unbegleitet|\b58 abs 1a\b/, "b-ff"],
  [/einvernehmen|zeugenschutz|\b72 abs 4\b/, "b-gg"],
  [/\b456a\b/, "b-hh"],
  [/\b123 vwgo\b/, "b-ii"],
  [/\b80 abs 5\b|aufschiebende wirkung/, "b-jj"],
  [/abschiebungsverbot|\b60 abs [1-57]\b/, "b-kk"],
  [/ermessensduldung/, "d"],
];

const suspensionCode = /^(a|b-(aa|bb|cc|dd|ee|ff|gg|hh|ii|jj|kk|ll)|[c-m])$/;

/** The code of the AZR, when the text is one or names exactly one ground. */
export function suspensionCodeOf(text: string): string | undefined {
  const code = text
    .toLowerCase()
    .replace(/\s+/g, "-")
    .replace(/^([a-l])\1$/, "b-$1$1");
  if (suspensionCode.test(code)) return code;
  const folded = fold(text);
  const codes = suspensionWords.filter(([pattern]) => pattern.test(folded)).map(([, ground]) => ground);
  return codes.length === 1 ? codes[0] : undefined;
}
