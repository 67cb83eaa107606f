/** Which police authority is asked: the one competent for the municipality of the planned place, never for the district. */
import { refused, ok, type Result } from "../../kernel/result.ts";
import type { Db } from "../../platform/change.ts";
import { type Competence, competentAuthorities, findMunicipality } from "../authority/index.ts";
import { findPlan } from "../measure/index.ts";

/** Warum keine Kreispolizeibehörde bestimmt werden kann (POG NRW; VO über die Kreispolizeibehörden NRW). */
export type AddresseeRefusal = { code: "noMunicipality" } | { code: "unknown"; municipality: string };
export type Addressee = Competence & { municipality: string };

export type Police = Result<Addressee, AddresseeRefusal>;

export async function policeFor(reader: { db: Db }, measureId: string): Promise<Police> {
  const plan = await findPlan(reader, measureId);
  if (!plan?.ags) return refused({ code: "noMunicipality" });
  const [municipality, { police }] = await Promise.all([
    findMunicipality(reader, plan.ags),
    competentAuthorities(reader, plan.ags),
  ]);
  if (!municipality) return refused({ code: "noMunicipality" });
  if (!police) return refused({ code: "unknown", municipality: municipality.name });
  return ok({ ...police, municipality: municipality.name });
}

export const addresseeRefusalText = (refusal: AddresseeRefusal): string =>
  refusal.code === "noMunicipality"
    ? "Der Einsatzort hat noch keine Gemeinde. Bitte in der Planung die Gemeinde aus der Liste wählen. Danach steht fest, welche Polizeibehörde zuständig ist."
    : `Für ${refusal.municipality} ist keine zuständige Polizeibehörde hinterlegt. Das Verzeichnis kennt nur Nordrhein-Westfalen. Bitte die Verwaltung des Verzeichnisses fragen.`;

/** Why this authority: „Der Einsatzort Witten gehört zu diesem Polizeibezirk. (VO über die Kreispolizeibehörden NRW § 1)“. */
export const competenceText = (police: Police): string =>
  police.ok ? `${police.value.reason} (${police.value.norm})` : addresseeRefusalText(police.refusal);
