import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { latinLetters } from "./name-letters.ts";
import { matchedForm, searchForms, searchWords } from "./search-form.ts";

type Row = { codepoints: string; gruppe: string; suchform: string; icao_mrz: string };
const published = parse<Row>(readFileSync("data/reference/din91379_zeichen.csv"), { columns: true })
  .filter(({ gruppe }) => gruppe === "bll")
  .map((row) => ({
    letter: String.fromCodePoint(...row.codepoints.split(" ").map((part) => Number.parseInt(part.slice(2), 16))),
    ...row,
  }));

describe("search forms", () => {
  test.each(published)("$letter is searched as $suchform", ({ letter, suchform, icao_mrz }) => {
    expect(latinLetters.get(letter)).toEqual({ search: suchform, passport: icao_mrz });
    const spellings = searchWords(`X${letter}X`).flatMap((word) => word.spellings);
    expect(spellings[0]).toEqual({ kind: "search", form: `X${suchform}X` });
    for (const { form } of spellings) expect(form).toMatch(/^X[A-Z]+X$/);
  });

  test.each([
    ["Đorđević", ["DORDEVIC"]],
    ["Müller", ["MUELLER", "MULLER"]],
    ["MÜLLER", ["MUELLER", "MULLER"]],
    ["Nguyễn", ["NGUYEN"]],
    ["Weiß", ["WEISS"]],
    ["Sørensen", ["SOERENSEN", "SORENSEN"]],
    ["Åberg", ["AABERG", "ABERG"]],
    ["Đurić-Muster, Țvetana", ["DURIC", "MUSTER", "TVETANA"]],
    ["D’Angelo", ["ANGELO", "D", "DANGELO"]],
    ["Saʾid", ["ID", "SA", "SAID"]],
    ["K\u035FHalid", ["KHALID"]],
    ["Muster 2", ["2", "MUSTER"]],
    ["Иван", []],
    ["", []],
    ["a".repeat(100), ["A".repeat(80)]],
  ])("%j is found by %j", (text, forms) => {
    expect(searchForms(text)).toEqual(forms);
  });
});

describe("which spelling matched", () => {
  test.each([
    ["mueller", "Müller", "MUELLER", "search"],
    ["muller", "Müller", "MULLER", "short"],
    ["Müller", "Muller", "MULLER", "search"],
    ["Müll", "Mueller", "MUELLER", "search"],
    ["dangelo", "D’Angelo", "DANGELO", "passport"],
    ["D’Angelo", "Dangelo", "DANGELO", "search"],
  ])("%s finds %s by %s (%s)", (query, name, form, kind) => {
    expect(matchedForm(query, name)).toMatchObject([{ form, kind }]);
  });

  test("every word of the search must be found, in any order", () => {
    expect(matchedForm("muster tvet", "Țvetana Đurić-Muster")).toEqual([
      { searched: "muster", word: "Muster", kind: "search", form: "MUSTER", whole: true },
      { searched: "tvet", word: "Țvetana", kind: "search", form: "TVETANA", whole: false },
    ]);
    expect(matchedForm("muster probe", "Țvetana Đurić-Muster")).toBeUndefined();
  });

  test("a search without any letter finds nothing", () => {
    expect(matchedForm(" -, ", "Muster")).toBeUndefined();
  });
});
