/**
 * Norms as the case cites them, each with the day of the version that the rules were written for.
 * Never cites a norm that the domain report does not name.
 */
import type { LegalReference } from "../../../kernel/legal-reference.ts";

/** Federal law (Bundesrecht) was read in a corpus refreshed on this day; later amendments are not in the rules. */
const federalLawReadOn = "2026-08-19";

export const aufenthG = (place: string): LegalReference => ({ norm: `${place} AufenthG`, version: federalLawReadOn });
export const asylG = (place: string): LegalReference => ({ norm: `${place} AsylG`, version: federalLawReadOn });
export const vwGO = (place: string): LegalReference => ({ norm: `${place} VwGO`, version: federalLawReadOn });

/** Asylum Procedure Regulation (Asylverfahrensverordnung), applied since 2026-06-12. */
export const apr = (place: string): LegalReference => ({ norm: `${place} VO (EU) 2024/1348`, version: "2026-06-12" });

/** Asylum and Migration Management Regulation (AMM-Verordnung), applied since 2026-07-01. */
export const ammr = (place: string): LegalReference => ({ norm: `${place} VO (EU) 2024/1351`, version: "2026-07-01" });

/** A rule of this system that no statute demands: it is named as such, so that nobody takes it for law. */
export const housePolicy = (what: string): LegalReference => ({
  norm: `Hausregel: ${what}`,
  version: federalLawReadOn,
});
