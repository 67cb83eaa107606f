/** Reads the published lists that rows are compared with. Their origin is described in data/reference/README.md. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { programFile } from "../../../platform/root.ts";
import { buildReference, type Reference } from "../domain/reference.ts";

type Line = Record<string, string | undefined>;

/** The lookups for judging rows. Takes some 200 ms: load once and keep. */
export function loadReference(folder: string = programFile("data", "reference")): Reference {
  const lines = (name: string): Line[] =>
    parse(readFileSync(join(folder, `${name}.csv`)), { columns: true, bom: true });
  const text = (value: string | undefined): string => value ?? "";
  return buildReference({
    nationalities: lines("staatsangehoerigkeiten").map((line) => ({
      key: text(line["destatis_key"]),
      label: text(line["bezeichnung"]),
      kind: text(line["art"]),
    })),
    states: lines("staaten").map((line) => ({
      key: text(line["destatis_key"]),
      names: [text(line["name_de"]), text(line["name_de_alternativ"])],
      codes: [text(line["alpha2"]), text(line["alpha3"]), text(line["mrz_code"])].filter((code) => code !== ""),
      adjective: text(line["nationalitaet_de"]),
    })),
    municipalities: lines("gemeinden").map((line) => ({
      ags: text(line["ags"]),
      name: text(line["name"]),
      districtKey: text(line["kreis_key"]),
      districtName: text(line["kreis_name"]),
      land: text(line["land_kuerzel"]),
      ...(line["plz_verwaltung"] ? { postcode: line["plz_verwaltung"] } : {}),
    })),
    postcodes: lines("plz_orte").map((line) => ({
      postcode: text(line["plz"]),
      place: text(line["ort"]),
      districtKey: text(line["kreis_key"]),
      ...(line["ags"] ? { ags: line["ags"] } : {}),
    })),
  });
}
