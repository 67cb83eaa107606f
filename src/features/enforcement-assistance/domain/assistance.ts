/**
 * The content of a request for police assistance (domain.md 4.1): what the decree demands, what it asks for, and no
 * more about the persons than the police need for the manner of the execution. Diagnoses and asylum reasons have no field.
 */
import type { Day } from "../../../kernel/day.ts";
import type { CourtOrders } from "./court-order.ts";

/** Person in einem Vollzugshilfeersuchen, auf das Nötige beschränkt (§ 86 Satz 1 AufenthG; Erlass 26.19.01-000009, Nr. 2). */
export type AssistedPerson = { familyName: string; givenNames: string; birthYear: string };

/** Kraft vor Ort mit Erreichbarkeit, eigene oder fremde (Erlass 26.19.01-000009, Nr. 2). */
export type ForceOnSite = { authority: string; persons: string; phone: string };

/** Inhalt eines Vollzugshilfeersuchens (§§ 47 bis 49 PolG NRW; Erlass MKJFGFI vom 06.09.2024, 26.19.01-000009, Nr. 2). */
export type AssistanceDraft = {
  reason: string;
  legalBasis: { norms: readonly string[]; freeText: string };
  plannedStart: { on: Day; time: string } | undefined;
  persons: readonly AssistedPerson[];
  /** `municipality` is added when the request goes out: it is what has made the addressee competent. */
  place: { address: string; municipality: string; accommodationFindings: string };
  caseworker: { name: string; phone: string; nightPhone: string };
  forcesOnSite: readonly ForceOnSite[];
  meeting: { time: string; place: string };
  courtOrders: CourtOrders;
  /** Operational wording only: what the team does, never why in medical terms. */
  vulnerabilities: string;
  /** Facts that make the night unavoidable (§ 58 Abs. 7 AufenthG). */
  nightFacts: string;
  coSignedBy: string;
};

/** Einstellungen der Behörde für Vollzugshilfeersuchen (§ 58 Abs. 7 AufenthG; Erlass 26.19.01-000009). */
export type AssistanceConfig = {
  /** Oldest age of a final hazard assessment in days; undefined means no limit. */
  assessmentMaxAgeDays: number | undefined;
  /** Night time for § 58 Abs. 7 AufenthG; 21 to 6 h is cited from memory (domain.md 7) and has to be confirmed. */
  nightTime: { from: string; to: string };
  coSignatureRequired: boolean;
};

export const defaultConfig: AssistanceConfig = {
  assessmentMaxAgeDays: undefined,
  nightTime: { from: "21:00", to: "06:00" },
  coSignatureRequired: false,
};

/** Norms that the form proposes; the free text takes every other one. */
export const proposedNorms: readonly string[] = [
  "§ 71 Abs. 1 AufenthG",
  "§ 58 Abs. 1 AufenthG",
  "§ 34a Abs. 1 AsylG",
  "§§ 62, 62b AufenthG",
  "§§ 47 ff. PolG NRW",
];

export const emptyDraft: AssistanceDraft = {
  reason: "",
  legalBasis: { norms: [], freeText: "" },
  plannedStart: undefined,
  persons: [],
  place: { address: "", municipality: "", accommodationFindings: "" },
  caseworker: { name: "", phone: "", nightPhone: "" },
  forcesOnSite: [],
  meeting: { time: "", place: "" },
  courtOrders: { need: "undecided" },
  vulnerabilities: "",
  nightFacts: "",
  coSignedBy: "",
};

/** For the next attempt: what belonged to the old date and place, to its orders and to its signature is asked again. */
export const copyForNextAttempt = (draft: AssistanceDraft): AssistanceDraft => ({
  ...draft,
  plannedStart: emptyDraft.plannedStart,
  place: { ...draft.place, municipality: emptyDraft.place.municipality },
  meeting: emptyDraft.meeting,
  courtOrders: emptyDraft.courtOrders,
  nightFacts: emptyDraft.nightFacts,
  coSignedBy: emptyDraft.coSignedBy,
});
