import { describe, expect, test } from "vitest";
import { latinLetters, nameSigns, splitLetters } from "./name-letters.ts";
import { checkPersonName, describeNameRefusal } from "./person-name.ts";

describe("permitted names", () => {
  test("the table holds the 649 Latin letters and 18 signs of DIN 91379 data type A", () => {
    expect([latinLetters.size, nameSigns.size]).toEqual([649, 18]);
  });

  test.each([...latinLetters.keys()])("the letter %s is accepted, counts as one and stays as it is", (letter) => {
    expect(checkPersonName(letter)).toEqual({ ok: true, value: letter });
    expect(checkPersonName(letter.normalize("NFD"))).toEqual({ ok: true, value: letter });
    expect(splitLetters(`x${letter}x`)).toEqual(["x", letter, "x"]);
  });

  test.each([...nameSigns])("the sign %s may stand inside a name", (sign) => {
    expect(checkPersonName(`A${sign}b`)).toEqual({ ok: true, value: `A${sign}b` });
  });

  test.each([
    ["  Muster   Beispiel ", "Muster Beispiel"],
    ["Muster\u00A0Probe", "Muster Probe"],
    ["Đurić-Muster", "Đurić-Muster"],
    ["Mu\u0308ller", "Müller"],
    ["K\u035FHalid", "K\u035FHalid"],
    ["D’Angelo", "D’Angelo"],
  ])("%j becomes %j", (text, name) => {
    expect(checkPersonName(text)).toEqual({ ok: true, value: name });
  });
});

describe("refused names", () => {
  test.each([
    ["Musꞗter", "ꞗ", 4, "b"],
    ["Muster1", "1", 7, undefined],
    ["K\u035FHaꞗ", "ꞗ", 3, "b"],
    ["Ạ\u0308q\u0303", "q\u0303", 2, "q"],
    ["Иван", "И", 1, undefined],
    ["Mаx", "а", 2, "a"],
    ["Muster–Probe", "–", 7, "-"],
    ["Mus\u00ADter", "\u00AD", 4, ""],
    ["ﬁ", "ﬁ", 1, "fi"],
    ["Muster(Probe)", "(", 7, undefined],
    ["M¼ller", "¼", 2, undefined],
  ])("%j is refused at %j, letter %d, with proposal %j", (text, character, position, proposal) => {
    expect(checkPersonName(text)).toEqual({
      ok: false,
      refusal: { kind: "character", character, position, ...(proposal === undefined ? {} : { proposal }) },
    });
  });

  test.each([
    ["", "empty"],
    [" \u00A0\t", "empty"],
    ["-", "empty"],
    ["a".repeat(201), "tooLong"],
    ["K\u035FH".repeat(67), "tooLong"],
  ])("%j is refused as %s", (text, kind) => {
    expect(checkPersonName(text)).toEqual({ ok: false, refusal: { kind } });
  });

  test("200 code points are the most", () => {
    expect(checkPersonName("a".repeat(200)).ok).toBe(true);
  });

  test.each([
    ["Musꞗter", "Zeichen ‚ꞗ‘ an Stelle 4 ist nicht zulässig (DIN 91379). Gemeint ist vielleicht ‚b‘."],
    ["Muster1", "Zeichen ‚1‘ an Stelle 7 ist nicht zulässig (DIN 91379)."],
    ["Mus\u200Bter", "Unsichtbares Zeichen U+200B an Stelle 4 ist nicht zulässig (DIN 91379). Bitte löschen Sie es."],
    ["", "Der Name fehlt."],
    ["a".repeat(300), "Der Name ist länger als 200 Zeichen."],
  ])("%j is explained in German", (text, sentence) => {
    const result = checkPersonName(text);
    expect(result.ok ? "" : describeNameRefusal(result.refusal)).toBe(sentence);
  });
});
