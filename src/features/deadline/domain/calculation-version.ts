/**
 * With what deadlines are counted: program, holiday data, catalogue. When one of them changes, what is stored was counted with another
 * law or another calendar and has to be counted anew.
 */
import { holidayDataVersion } from "./calendar.ts";
import { catalogue } from "./catalogue.ts";

/** Raised by hand whenever the way of counting or of deriving changes the day of any deadline. */
const countingVersion = 1;

/** Changes with each row and each word of the catalogue (FNV-1a). */
function fingerprint(text: string): string {
  let hash = 2_166_136_261;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619) >>> 0;
  return hash.toString(16).padStart(8, "0");
}

/** Stand der Berechnung (§ 31 VwVfG): Rechenweg, Feiertage, Fristenkatalog. */
export const calculationVersion = (rows: readonly unknown[] = catalogue, holidays = holidayDataVersion): string =>
  `Rechnung ${countingVersion}, Feiertage ${holidays}, Katalog ${fingerprint(JSON.stringify(rows))}`;
