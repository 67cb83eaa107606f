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

export const vwVfG = (place: string): LegalReference => ({ norm: `${place} VwVfG`, version: federalLawReadOn });
export const famFG = (place: string): LegalReference => ({ norm: `${place} FamFG`, version: federalLawReadOn });

/** Transit by air through another member state (Durchbeförderungsrichtlinie). */
export const transitDirective = (place: string): LegalReference => ({
  norm: `${place} RL 2003/110/EG`,
  version: "2003-11-25",
});

/** Return Border Procedure Regulation (Rückkehrgrenzverfahren), applied since 2026-06-12. */
export const borderReturn = (place: string): LegalReference => ({
  norm: `${place} VO (EU) 2024/1349`,
  version: "2026-06-12",
});

/** Asylum Procedure Regulation (Asylverfahrensverordnung), applied since 2026-06-12. */
export const apr = (place: string): LegalReference => ({ norm: `${place} VO (EU) 2024/1348`, version: "2026-06-12" });

/** Asylum and Migration Management Regulation (AMM-Verordnung), applied since 2026-07-01. */
export const ammr = (place: string): LegalReference => ({ norm: `${place} VO (EU) 2024/1351`, version: "2026-07-01" });

/** A rule of this system that no statute demands: it is named as such, so that nobody takes it for law. */
export const housePolicy = (what: string): LegalReference => ({
  norm: `Hausregel: ${what}`,
  version: federalLawReadOn,
});
