/**
 * Reasons of a Duldung as the AZR stores them (AZRG-DV, annex, table "Duldung"), so that exchange loses nothing.
 * Holds only the codes that the domain report lists; never a reason of our own.
 */
import type { LegalReference } from "../../../kernel/legal-reference.ts";
import { aufenthG } from "./norms.ts";

const trainingVariant = (letter: string) => ({
  label: `Ausbildungsduldung (Fallgruppe ${letter} der AZR-Tabelle)`,
  norm: aufenthG("§ 60c"),
});
const employmentVariant = (letter: string) => ({
  label: `Beschäftigungsduldung (Fallgruppe ${letter} der AZR-Tabelle)`,
  norm: aufenthG("§ 60d"),
});
const sentence1 = aufenthG("§ 60a Abs. 2 Satz 1");

export const suspensionReasons = {
  a: { label: "Aussetzung durch Anordnung der obersten Landesbehörde", norm: aufenthG("§ 60a Abs. 1") },
  "b-aa": { label: "fehlende Reisedokumente", norm: sentence1 },
  "b-bb": { label: "medizinische Gründe", norm: sentence1 },
  "b-cc": { label: "familiäre Bindungen", norm: sentence1 },
  "b-dd": { label: "konkrete Maßnahmen zur Aufenthaltsbeendigung stehen bevor", norm: sentence1 },
  "b-ee": { label: "Asylfolgeantrag", norm: sentence1 },
  "b-ff": { label: "unbegleiteter Minderjähriger (§ 58 Abs. 1a AufenthG)", norm: sentence1 },
  "b-gg": {
    label: "fehlendes Einvernehmen der Staatsanwaltschaft oder der Zeugenschutzdienststelle (§ 72 Abs. 4 AufenthG)",
    norm: sentence1,
  },
  "b-hh": { label: "fehlendes Absehen von der Vollstreckung (§ 456a StPO)", norm: sentence1 },
  "b-ii": { label: "Eilantrag nach § 123 VwGO stattgegeben", norm: sentence1 },
  "b-jj": { label: "aufschiebende Wirkung nach § 80 Abs. 5 VwGO angeordnet", norm: sentence1 },
  "b-kk": { label: "Abschiebungsverbot (§ 60 Abs. 1 bis 5, 7 AufenthG)", norm: sentence1 },
  "b-ll": { label: "sonstige Gründe", norm: sentence1 },
  c: { label: "Zeugin oder Zeuge in einem Verbrechensverfahren", norm: aufenthG("§ 60a Abs. 2 Satz 2") },
  d: { label: "Ermessensduldung", norm: aufenthG("§ 60a Abs. 2 Satz 3") },
  e: trainingVariant("e"),
  f: trainingVariant("f"),
  g: trainingVariant("g"),
  h: trainingVariant("h"),
  i: employmentVariant("i"),
  j: employmentVariant("j"),
  k: employmentVariant("k"),
  l: employmentVariant("l"),
  m: employmentVariant("m"),
} as const satisfies Record<string, { label: string; norm: LegalReference }>;

/** Reason of a suspension (Duldungsgrund) by its AZR letter: `b-aa` is letter b, double letter aa (§§ 60a, 60c, 60d AufenthG). */
export type SuspensionReason = keyof typeof suspensionReasons;

export const isSuspensionReason = (code: string): code is SuspensionReason => Object.hasOwn(suspensionReasons, code);
