/**
 * What police assistance registers with the request envelope, as plain data: stages, slices, gates, letter. The police
 * get what they need for the manner of the execution; no slice names medical, asylum or register data.
 */
import type { LegalReference } from "../../../kernel/legal-reference.ts";
import type { AssistanceDraft } from "./assistance.ts";

const version = "2026-11-21";
const decree = "Erlass MKJFGFI vom 06.09.2024, 26.19.01-000009";

export const assistanceNorm: LegalReference = { norm: `§§ 47 bis 49 PolG NRW; ${decree}`, version };

/** Stages inside the common life of a request (domain.md 4.1: hazardDone, briefed). */
export const assistanceStages = [
  { in: "draft", name: "hazardDone", label: "Gefährdungsbewertung abgeschlossen", after: undefined },
  { in: "accepted", name: "briefed", label: "Einsatz besprochen", after: undefined },
  { in: "acceptedWithConditions", name: "briefed", label: "Einsatz besprochen", after: undefined },
] as const;

/** Feldname im Inhalt eines Vollzugshilfeersuchens; `findings` sind die Aussagen der Bewertung (§ 86 Satz 1 AufenthG). */
export type AssistanceField = keyof AssistanceDraft | "findings";

const toPolice = (compartment: string, fields: readonly AssistanceField[], norm: string) => ({
  compartment,
  fields,
  capacity: "districtPolice",
  legalBasis: { norm, version },
});

export const assistanceSlices = [
  toPolice("legal", ["reason", "legalBasis", "courtOrders"], `§§ 47 bis 49 PolG NRW; ${decree}, Nr. 2 und 5`),
  toPolice("identity", ["persons"], `§ 86 Satz 1 AufenthG; ${decree}, Nr. 2`),
  toPolice("address", ["place"], `§ 86 Satz 1 AufenthG; ${decree}, Nr. 2`),
  toPolice("schedule", ["plannedStart", "meeting", "forcesOnSite", "caseworker", "nightFacts"], `${decree}, Nr. 2`),
  toPolice("hazard", ["findings"], `§§ 86, 87 AufenthG; ${decree}, Nr. 1 und 2`),
  toPolice("medicalOperational", ["vulnerabilities"], "§ 86 Satz 2 AufenthG"),
];

/** The gates that a sent request can open, with a person or the facts saying so. */
export const assistanceOpensGates: readonly string[] = ["G19", "G22"];

export const assistanceLetter = "enforcement-assistance";

/** Mermaid text of what this kind adds to the common life; docs/domain/vollzugshilfe.md holds a copy. */
export const diagram = (): string =>
  [
    "stateDiagram-v2",
    '  state "Bewertung im Entwurf" as assessmentDraft',
    '  state "Bewertung abgeschlossen" as assessmentFinal',
    "  [*] --> assessmentDraft",
    "  assessmentDraft --> assessmentDraft: answerSource",
    "  assessmentDraft --> assessmentFinal: finalise",
    "  assessmentFinal --> assessmentDraft: answerSource",
    ...assistanceStages.flatMap(({ in: status, name, label }) => [
      `  state "${label}" as ${status}_${name}`,
      `  ${status} --> ${status}_${name}: ${name}`,
    ]),
    "  assessmentFinal --> draft_hazardDone",
  ].join("\n");
