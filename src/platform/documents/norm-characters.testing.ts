/** The characters of DIN 91379 as published; `bll` are the 649 Latin letters. */
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { programFile } from "../root.ts";

type NormCharacter = { codepoints: string; zeichen: string; gruppe: string };

export const normCharacters: readonly NormCharacter[] = parse(
  readFileSync(programFile("data/reference/din91379_zeichen.csv")),
  { columns: true },
);

export const normLetters = normCharacters.filter(({ gruppe }) => gruppe === "bll").map(({ zeichen }) => zeichen);
