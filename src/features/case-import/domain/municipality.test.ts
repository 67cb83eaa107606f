import { describe, expect, test } from "vitest";
import { reference } from "./examples.test-support.ts";
import { findMunicipality, type PlaceWords } from "./municipality.ts";

const find = (words: PlaceWords) => findMunicipality(words, reference.municipalities);

describe("the municipality is found", () => {
  test.each<[string, PlaceWords, string]>([
    ["by a name that exists once", { name: "Witten" }, "05954036"],
    ["by name and postcode", { name: "Münster", postcode: "48143" }, "05515000"],
    ["by name and Kreis", { name: "Münster", district: "Landkreis Darmstadt-Dieburg" }, "06432015"],
    ["by name and key of the Kreis", { name: "Münster", district: "05515" }, "05515000"],
    ["whatever the spelling", { name: "MUENSTER", postcode: "64839" }, "06432015"],
    ["without its addition", { name: "Halle", postcode: "33790" }, "05754012"],
    ["with another addition", { name: "Halle/Westfalen" }, "05754012"],
    ["with a short addition", { name: "Mülheim a. d. Ruhr" }, "05117000"],
    ["with a title", { name: "Stadt Bochum" }, "05911000"],
    ["with Sankt cut short", { name: "St. Augustin" }, "05382056"],
    ["by its exact name before longer ones", { name: "Essen" }, "05113000"],
    ["by the postcode against the exact name", { name: "Essen", postcode: "49632" }, "03453006"],
    ["by a postcode of which only the Kreis is known", { name: "Hattingen", postcode: "45527" }, "05954016"],
    ["by its key", { ags: "05954036" }, "05954036"],
    ["by its key with fitting name", { ags: "05515000", name: "Münster" }, "05515000"],
    ["by its key, the name being a part of it", { ags: "05911000", name: "Querenburg" }, "05911000"],
  ])("%s", (_, words, ags) => {
    expect(find(words)).toEqual({ kind: "found", ags });
  });

  test("a postcode that is not in the list is said", () => {
    expect(find({ name: "Witten", postcode: "58999" })).toEqual({
      kind: "found",
      ags: "05954036",
      note: "PLZ 58999 steht nicht im Verzeichnis.",
    });
  });
});

describe("the clerk is asked", () => {
  test.each<[string, PlaceWords, string, string[]]>([
    ["two of a name", { name: "Münster" }, "Es gibt mehrere Gemeinden namens „Münster“.", ["05515000", "06432015"]],
    ["two heads", { name: "Halle" }, "Es gibt mehrere Gemeinden namens „Halle“.", ["05754012", "15002000"]],
    [
      "a postcode of the neighbour in the same Kreis",
      { name: "Hattingen", postcode: "58452" },
      "Die PLZ 58452 gehört nach dem Verzeichnis nicht zu „Hattingen“.",
      ["05954036", "05954016"],
    ],
    ["a postcode alone", { postcode: "58452" }, "Die PLZ 58452 allein bestimmt keine Gemeinde.", ["05954036"]],
    ["a postcode of two", { postcode: "58456" }, "Welche ist gemeint?", ["05954036", "05954016"]],
    [
      "a part of a municipality",
      { name: "Querenburg", postcode: "44801" },
      "„Querenburg“ ist keine Gemeinde, vielleicht ein Ortsteil.",
      ["05911000"],
    ],
    ["a slip", { name: "Hatingen" }, "„Hatingen“ ist keine Gemeinde", ["05954016"]],
    [
      "a wrong Kreis",
      { name: "Witten", district: "Unna" },
      "„Witten“ liegt nicht in dem angegebenen Kreis.",
      ["05954036"],
    ],
    [
      "key against name",
      { ags: "05911000", name: "Witten" },
      "Der Gemeindeschlüssel 05911000 gehört nicht zu „Witten“.",
      ["05911000", "05954036"],
    ],
  ])("%s", (_, words, text, candidates) => {
    const finding = find(words);
    expect(finding).toMatchObject({ kind: "question", candidates: candidates.map((ags) => ({ ags })) });
    expect(finding.kind === "question" && finding.text).toContain(text);
  });

  test("every candidate is named with Kreis and Land", () => {
    expect(find({ name: "Halle" })).toMatchObject({
      candidates: [
        { ags: "05754012", name: "Halle (Westf.)", district: "Gütersloh", land: "NW" },
        { ags: "15002000", name: "Halle (Saale)", district: "Halle (Saale), Stadt", land: "NI" },
      ],
    });
  });
});

test.each<[PlaceWords, string]>([
  [{}, "Der Ort fehlt."],
  [{ postcode: "99999" }, "Der Ort fehlt, und die PLZ 99999 ist unbekannt."],
  [{ name: "Musterhausen" }, "Die Gemeinde „Musterhausen“ ist nicht bekannt."],
  [{ name: "???" }, "Die Gemeinde „???“ ist nicht bekannt."],
  [{ ags: "05999999" }, "Den Gemeindeschlüssel 05999999 gibt es nicht."],
])("%j is unknown: %s", (words, reason) => {
  expect(find(words)).toEqual({ kind: "unknown", reason });
});
