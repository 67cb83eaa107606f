import { describe, expect, test } from "vitest";
import { readAddress } from "./address.ts";
import { readingOf, reference, type Values } from "./examples.test-support.ts";

function addressOf(values: Values) {
  const row = readingOf(values);
  const read = readAddress(row, reference.municipalities);
  return {
    address: read?.address,
    question: read?.question?.text,
    errors: row.errors.map(({ reason }) => reason),
    notes: row.notes,
  };
}

describe("addresses that are read", () => {
  const bochum = { postcode: "44787", place: "Bochum", ags: "05911000" };
  test.each<[string, Values, object]>([
    [
      "separate columns",
      { street: "Beispielstr.", houseNumber: "5a", postcode: "44787", place: "Bochum" },
      { ...bochum, street: "Beispielstr.", houseNumber: "5a" },
    ],
    [
      "street with number",
      { street: "Am Beispiel 5 a", postcode: "44787", place: "Bochum" },
      { ...bochum, street: "Am Beispiel", houseNumber: "5 a" },
    ],
    [
      "street with numbers",
      { street: "Straße des 17. Juni 12-14", place: "Bochum" },
      { place: "Bochum", ags: "05911000", street: "Straße des 17. Juni", houseNumber: "12-14" },
    ],
    [
      "street without number",
      { street: "Straße des 17. Juni", place: "Bochum" },
      { place: "Bochum", ags: "05911000", street: "Straße des 17. Juni" },
    ],
    ["postcode and place in one column", { postcodeAndPlace: "D-44787 Bochum" }, bochum],
    [
      "everything in one column",
      { fullAddress: "Beispielstraße 5, 44787 Bochum" },
      { ...bochum, street: "Beispielstraße", houseNumber: "5" },
    ],
    [
      "everything on two lines",
      { fullAddress: "Beispielstraße 5\n44787 Bochum" },
      { ...bochum, street: "Beispielstraße", houseNumber: "5" },
    ],
    [
      "room and facility",
      { facility: "Haus Beispiel", room: "12", place: "Bochum" },
      { place: "Bochum", ags: "05911000", facility: "Haus Beispiel", room: "12" },
    ],
    [
      "a part with its municipality",
      { place: "Querenburg", municipality: "Bochum", postcode: "44801" },
      { place: "Querenburg", postcode: "44801", ags: "05911000" },
    ],
    ["a key alone", { municipalityKey: "5911000" }, { place: "Bochum", ags: "05911000" }],
  ])("%s", (_, values, address) => {
    expect(addressOf(values)).toEqual({ address, question: undefined, errors: [], notes: [] });
  });

  test("a postcode that lost its zero is completed, and that is said", () => {
    expect(addressOf({ postcode: "6108", place: "Halle" })).toMatchObject({
      address: { postcode: "06108", ags: "15002000" },
      notes: ["PLZ: 6108 als 06108 gelesen."],
    });
  });

  test("a row without any address has none", () => {
    expect(addressOf({})).toEqual({ address: undefined, question: undefined, errors: [], notes: [] });
  });
});

test("a postcode alone leads to a question, never to a municipality", () => {
  const { address, question, errors } = addressOf({ street: "Beispielstraße 5", postcode: "44787" });
  expect(address).not.toHaveProperty("ags");
  expect(question).toContain("allein bestimmt keine Gemeinde");
  expect(errors).toEqual([]);
});

test.each<[Values, string]>([
  [{ postcode: "4478", place: "Bochum" }, "„4478“ ist keine Postleitzahl. Erwartet werden fünf Ziffern."],
  [{ postcode: "447871", place: "Bochum" }, "„447871“ ist keine Postleitzahl. Erwartet werden fünf Ziffern."],
  [{ postcode: "00000", place: "Bochum" }, "„00000“ ist keine Postleitzahl. Erwartet werden fünf Ziffern."],
  [{ postcode: "x" }, "„x“ ist keine Postleitzahl. Erwartet werden fünf Ziffern."],
  [{ street: "Beispielstraße 5" }, "Der Ort fehlt."],
  [{ room: "12" }, "Der Ort fehlt."],
  [{ place: "Musterhausen" }, "Die Gemeinde „Musterhausen“ ist nicht bekannt."],
  [{ municipalityKey: "12" }, "„12“ ist kein Gemeindeschlüssel. Erwartet werden acht Ziffern."],
  [
    { postcodeAndPlace: "Bochum 44787" },
    "„Bochum 44787“ ist nicht als PLZ und Ort lesbar. Erwartet wird zum Beispiel 44787 Bochum.",
  ],
  [{ place: "Bochum", houseNumber: "1".repeat(21) }, "Der Wert ist länger als 20 Zeichen."],
  [
    { fullAddress: `44787 ${"x".repeat(101)}` },
    `„44787 ${"x".repeat(94)}“ ist nicht als PLZ und Ort lesbar. Erwartet wird zum Beispiel 44787 Bochum.`,
  ],
])("%j has the fault: %s", (values, reason) => {
  expect(addressOf(values)).toMatchObject({ question: undefined, errors: [reason] });
});
