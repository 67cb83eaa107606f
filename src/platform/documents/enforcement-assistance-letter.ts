/**
 * Content of the request for enforcement assistance (Vollzugshilfeersuchen, §§ 47 ff. PolG NRW) as a letter.
 * Plain values that the feature fills from the fields it may disclose to the police, and nothing beyond them.
 */
import type { LegalReference } from "../../kernel/legal-reference.ts";
import type { LetterFrame } from "./letter-frame.ts";
import { type PdfOptions, renderPdf } from "./render-pdf.ts";

/** A fact (Tatsache) of the hazard assessment. `origin` may also say how reliable it is. */
type HazardFact = { text: string; origin: string; date: string; relevantFor: string };

/** An assessment (Einschätzung): somebody's opinion, with the facts it rests on. Never mixed with facts (§ 73 BDSG). */
type HazardOpinion = { text: string; author: string; date: string; basedOn: string };

/** One of the three sources of the decree. `queried` tells when it was asked, for example "Abgefragt am 18.11.2026." */
export type HazardSource = {
  queried: string;
  facts: readonly HazardFact[];
  assessments: readonly HazardOpinion[];
};

/** Hazard assessment (Gefährdungsbewertung): own findings, police, public prosecutor. Text only, never a figure. */
type HazardAssessmentPart = {
  assessedOn: string;
  assessedBy: string;
  validUntil: string | null;
  own: HazardSource;
  police: HazardSource;
  prosecutor: HazardSource;
  protectiveMeasures: readonly string[];
  remarkOfPerson: string | null;
};

/** What the police learn of a person: name, year of birth, role in the family, what to do. No diagnosis, no nationality. */
type AssistancePerson = {
  familyName: string;
  givenNames: string;
  birthYear: string;
  role: string;
  operationalNote: string;
};

/** Court order (Gerichtsbeschluss): with the request, or at the latest carried at the start of the operation. */
type AssistanceCourtOrder = { kind: string; court: string; reference: string; date: string } & (
  | { status: "enclosed"; enclosure: number }
  | { status: "carriedAtStart" }
);

type LetterEnclosure = { number: number; title: string; extent: string; sha256: string };

export type EnforcementAssistanceLetter = LetterFrame & {
  /** Why this police authority is competent (Einsatzort and Polizeibezirk). */
  competence: string;
  reason: string;
  legalBases: readonly LegalReference[];
  /** What the police examine; for North Rhine-Westphalia `reviewScopeNrw`. */
  reviewScope: string;
  hazardAssessment: HazardAssessmentPart;
  persons: readonly AssistancePerson[];
  notDisclosed: readonly string[];
  operationPlace: { address: string; kind: string; findings: readonly string[] };
  forces: readonly { authority: string; strength: string; phone: string }[];
  reachability: { caseworker: string; night: string; telephoneNote: string | null };
  meeting: { time: string; place: string };
  courtOrders: readonly AssistanceCourtOrder[];
  /** Shown where no court order is listed: why none is needed. */
  noCourtOrder: string;
  enclosures: readonly LetterEnclosure[];
};

/** Decree 26.19.01-000009 of 6 September 2024, no. 3. */
export const reviewScopeNrw = "Geprüft wird die Art und Weise der Durchführung (§§ 47 bis 49 PolG NRW).";

/** What the police are never told in a request for enforcement assistance. */
export const neverDisclosedToPolice: readonly string[] = ["Diagnosen", "Asylgründe", "AZR-Nummer"];

export const renderEnforcementAssistance = (
  letter: EnforcementAssistanceLetter,
  options?: PdfOptions,
): Promise<Uint8Array> => renderPdf("enforcement-assistance", letter, options);
