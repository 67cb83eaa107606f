/**
 * Which municipality (Gemeinde) a form means. A postcode names several places, and competence hangs on the municipality:
 * where more than one is possible the person is asked, nothing is guessed.
 */
import { ok, refused, type Result } from "../../kernel/result.ts";
import type { Db } from "../../platform/change.ts";
import { findMunicipality, type Municipality, searchMunicipalities } from "./queries.ts";

type Typed = { ags: string | undefined; text: string | undefined; postcode?: string | undefined };

const placeLine = ({ name, districtName, land }: Municipality): string => `${name} (${districtName}, ${land})`;
const listed = (found: readonly Municipality[]): string => found.slice(0, 5).map(placeLine).join("; ");

/** The municipality that was chosen or clearly named, undefined where nothing was typed, or what to ask. */
export async function chosenMunicipality(
  reader: { db: Db },
  { ags, text, postcode }: Typed,
): Promise<Result<Municipality | undefined, string>> {
  const chosen = ags ? await findMunicipality(reader, ags) : undefined;
  // Without script the words may have been changed after the choice; then the words count.
  if (chosen && (!text || text === chosen.name)) return ok(chosen);
  if (text) return byName(reader, text);
  if (!postcode) return ok(undefined);
  const possible = await searchMunicipalities(reader, postcode);
  return refused(
    possible.length > 0
      ? `Die Postleitzahl genügt nicht. Geben Sie die Gemeinde an. Möglich ist: ${listed(possible)}.`
      : "Die Postleitzahl genügt nicht. Geben Sie die Gemeinde an.",
  );
}

async function byName(reader: { db: Db }, text: string): Promise<Result<Municipality, string>> {
  const begins = await searchMunicipalities(reader, text);
  const exact = begins.filter(({ name }) => name.toLowerCase() === text.toLowerCase());
  const found = exact.length > 0 ? exact : begins;
  const [only] = found;
  if (only && found.length === 1) return ok(only);
  return refused(
    only
      ? `„${text}“ ist nicht eindeutig. Wählen Sie aus der Liste: ${listed(found)}.`
      : `Eine Gemeinde „${text}“ gibt es im Verzeichnis nicht. Prüfen Sie die Schreibweise.`,
  );
}
