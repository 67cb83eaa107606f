/** The letter to the police with every letter that a name may have, also where a name is longer than its column. */
import { expect, test } from "vitest";
import { renderEnforcementAssistance } from "./enforcement-assistance-letter.ts";
import { normLetters } from "./norm-characters.testing.ts";
import { a4, fontsOf, textOf, unreadableWords, wordsOf } from "./pdf-tools.testing.ts";
import { sampleAssistance } from "./sample-assistance.testing.ts";

const runs = Array.from({ length: Math.ceil(normLetters.length / 40) }, (_, index) =>
  normLetters.slice(index * 40, index * 40 + 40).join(""),
);

const [first] = sampleAssistance.persons;
if (!first) throw new Error("the sample names nobody");

test("all 649 letters of DIN 91379 stand in the names of the persons, none cut off, covered or lost", async () => {
  const persons = runs.map((run, index) => ({ ...first, familyName: run, givenNames: `Probe-${index}` }));
  const place = { ...sampleAssistance.operationPlace, address: normLetters.join(" ") };
  const pdf = await renderEnforcementAssistance({ ...sampleAssistance, persons, operationPlace: place });
  const text = textOf(pdf).normalize("NFC");
  expect(normLetters.filter((letter) => text.split(letter.normalize("NFC")).length < 3)).toEqual([]);
  expect(unreadableWords(wordsOf(pdf), a4)).toEqual([]);
  expect(fontsOf(pdf).match(/NotoSans-(Regular|Bold)/g)).toHaveLength(2);
});
