import { expect, test } from "vitest";
import { decisionBasisOf, decisionKindOf, suspensionCodeOf } from "./legal-words.ts";

test.each([
  ["Abschiebungsandrohung § 59 AufenthG", "residenceThreat", "aufenthG59"],
  ["Androhung nach § 59 Abs. 1 AufenthG", "residenceThreat", "aufenthG59"],
  ["Abschiebungsanordnung § 34a AsylG", "euTransfer", "asylG34a"],
  ["Überstellungsentscheidung", "euTransfer", undefined],
  ["Dublin-Bescheid", "euTransfer", undefined],
  ["Asylablehnung, Regelfall", "asylumStandard", undefined],
  ["Ablehnung Gruppe Art. 68 Abs. 3", "asylumShortened", undefined],
  ["Ausweisungsverfügung", "residenceDecision", undefined],
  ["Abschiebungsandrohung § 34 AsylG", undefined, "asylG34"],
  ["Abschiebungsandrohung § 34 AsylG i. V. m. § 59 AufenthG", undefined, "asylG34"],
  ["§§ 34, 36 AsylG", undefined, "asylG34"],
  ["Anordnung § 58a AufenthG", undefined, "aufenthG58a"],
  ["§ 34 AsylG und § 34a AsylG", undefined, undefined],
  ["Ausweisung mit Abschiebungsandrohung § 59 AufenthG", undefined, "aufenthG59"],
  ["Abschiebungsandrohung", undefined, undefined],
  ["offensichtlich unbegründet", undefined, undefined],
  ["", undefined, undefined],
])("%s is kind %s on basis %s, and nothing is guessed", (text, kind, basis) => {
  expect([decisionKindOf(text), decisionBasisOf(text)]).toEqual([kind, basis]);
});

test.each([
  ["aa", "b-aa"],
  ["b aa", "b-aa"],
  ["b-kk", "b-kk"],
  ["fehlende Reisedokumente", "b-aa"],
  ["Passlosigkeit", "b-aa"],
  ["medizinische Gründe", "b-bb"],
  ["familiäre Bindungen", "b-cc"],
  ["Abschiebungsverbot § 60 Abs. 5", "b-kk"],
  ["Ermessensduldung", "d"],
  ["medizinische Gründe und Passlosigkeit", undefined],
  ["sonstiges", undefined],
  ["ab", undefined],
])("ground %s has code %s", (text, code) => {
  expect(suspensionCodeOf(text)).toBe(code);
});
