/**
 * How the causes of 2.7 appear in the figures that parliaments and ministries have published. Data with its source; a
 * cause that a scheme does not name goes to the scheme's residual line, so that every table adds up.
 */
import { failureCauses, failurePhases, type FailureCause, type FailurePhase } from "./outcome.ts";

/** Kennung eines veröffentlichten Schemas (BT-Drs. 21/1532; MKJFGFI 2023; LT-Drs. MV 7/3066; Liste BW). */
export type SchemeId = "federal" | "nrw2023" | "mv" | "bw";

/** Veröffentlichtes Schema der Gründe mit Quelle und Restzeile (zum Beispiel LT-Drs. MV 7/3066). */
export type OutcomeScheme = {
  id: SchemeId;
  title: string;
  source: string;
  categoryOf: (phase: FailurePhase, cause: FailureCause) => string;
};

const beforeHandover: readonly FailurePhase[] = ["beforeBooking", "booked", "pickup", "transport"];

const federalBefore: Partial<Record<FailureCause, string>> = {
  notEncountered: "nicht erfolgte Zuführung",
  absconded: "nicht erfolgte Zuführung",
  medical: "Stornierung des Ersuchens",
  documentProblem: "Stornierung des Ersuchens",
  transportOrFlightFailure: "Stornierung des Ersuchens",
  assistanceUnavailable: "Stornierung des Ersuchens",
};
/** Causes after the hand-over were cited from memory (domain.md 2.7); "Beförderungsverweigerung" and "Widerstand" are published. */
const federalAfter: Partial<Record<FailureCause, string>> = {
  medical: "medizinische Gründe",
  legalRemedy: "Rechtsmittel",
  resistance: "Widerstand",
  carrierRefusal: "Beförderungsverweigerung",
};
const nrw2023: Partial<Record<FailureCause, string>> = {
  notEncountered: "nicht angetroffen: übrige",
  absconded: "nicht angetroffen: untergetaucht",
  medical: "gesundheitlich nicht reisefähig",
  churchAsylum: "Kirchenasyl",
  receivingStateRefusal: "Aufnahme durch Zielstaat verweigert",
  resistance: "Widerstand",
  voluntaryDeparture: "zusätzlich: freiwillig ausgereist",
};
const mv: Partial<Record<FailureCause, string>> = {
  notEncountered: "untergetaucht",
  absconded: "untergetaucht",
  legalRemedy: "Rechtsmittel",
  churchAsylum: "Kirchenasyl",
  resistance: "Renitenz",
};
const bw: Partial<Record<FailureCause, string>> = {
  notEncountered: "nicht angetroffen",
  absconded: "untergetaucht",
  medical: "medizinische Gründe",
  legalRemedy: "Rechtsmittel",
  newAsylumApplication: "Asylantrag / Folgeantrag",
  hardshipOrPetition: "Härtefallkommission / Petition",
  resistance: "renitentes Verhalten",
  transportOrFlightFailure: "organisatorisch",
  familyIncomplete: "familiäre Gründe",
  assistanceUnavailable: "organisatorisch",
  voluntaryDeparture: "freiwillige Ausreise",
  dataOrOrganisationalError: "organisatorisch",
};

const notListed = "im Schema nicht ausgewiesen";

export const outcomeSchemes: Record<SchemeId, OutcomeScheme> = {
  federal: {
    id: "federal",
    title: "Bund: vor und nach Übergabe an die Bundespolizei",
    source: "BT-Drs. 20/12833, 21/1532; LT NRW KA 1859, KA 3541",
    categoryOf: (phase, cause) =>
      beforeHandover.includes(phase)
        ? `vor Übergabe: ${federalBefore[cause] ?? "sonstige"}`
        : `während/nach Übergabe: ${federalAfter[cause] ?? "sonstige"}`,
  },
  nrw2023: {
    id: "nrw2023",
    title: "Nordrhein-Westfalen 2023",
    source: "MKJFGFI, Auswertung 2023 (nur Flüge)",
    categoryOf: (_, cause) => nrw2023[cause] ?? notListed,
  },
  mv: {
    id: "mv",
    title: "Mecklenburg-Vorpommern 2009 bis 2018",
    source: "LT-Drs. MV 7/3066",
    categoryOf: (_, cause) => mv[cause] ?? "sonstige",
  },
  bw: {
    id: "bw",
    title: "Baden-Württemberg",
    source: "Liste BW, zitiert in LT NRW KA 1859",
    categoryOf: (_, cause) => bw[cause] ?? notListed,
  },
};

/** Every line that a scheme can show, so that an empty one is there as well. */
export const schemeCategories = ({ categoryOf }: OutcomeScheme): string[] => [
  ...new Set(failurePhases.flatMap((phase) => failureCauses.map((cause) => categoryOf(phase, cause)))),
];
