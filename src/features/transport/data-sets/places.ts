/** Real public places for invented demand: municipalities of NRW, seats of the central authorities, airports. */
import { readFileSync } from "node:fs";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";

export type Place = { code: string; lat: number; lon: number };
export type Places = { municipalities: Place[]; depots: Place[]; airports: Place[] };

const AIRPORTS = ["DUS", "CGN", "FRA", "DTM", "FMO", "PAD", "HAJ"];

function referenceFolder(): string {
  let folder = process.env.AMTSWEG_ROOT ?? dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "data", "reference")) && folder !== dirname(folder)) folder = dirname(folder);
  return join(folder, "data", "reference");
}

const rows = (file: string): Record<string, string>[] =>
  parse(readFileSync(join(referenceFolder(), file)), { columns: true, bom: true });
const place = (code: string, row: Record<string, string>): Place => ({
  code,
  lat: Number(row.lat),
  lon: Number(row.lon),
});

export function readPlaces(): Places {
  const all = rows("gemeinden.csv").filter((row) => row.land_key === "05");
  const byAgs = new Map(all.map((row) => [row.ags, row]));
  const airports = new Map(rows("flughaefen_deutschland_bpol.csv").map((row) => [row.iata, row]));
  return {
    municipalities: all.map((row) => place(`K-${row.kreis_key}`, row)),
    depots: rows("nrw_zentrale_auslaenderbehoerden.csv").map((row) => place(row.zab_id!, byAgs.get(row.sitz_ags)!)),
    airports: AIRPORTS.map((iata) => place(iata, airports.get(iata)!)),
  };
}
