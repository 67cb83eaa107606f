/** A fictional request for police assistance that is ready to be sent, and its hazard assessment, for tests. */
import { day, type Day } from "../../../kernel/day.ts";
import type { AssistanceDraft } from "./assistance.ts";
import { answerSource, finalise, newAssessment, type HazardAssessment } from "./hazard-assessment.ts";
import type { HazardStatement } from "./hazard-statement.ts";

export const today: Day = day("2026-11-23");

export const draft = (change: Partial<AssistanceDraft> = {}): AssistanceDraft => ({
  reason: "Widerstand zu erwarten; eigene Kräfte reichen nicht aus",
  legalBasis: { norms: ["§ 71 Abs. 1 AufenthG", "§§ 47 ff. PolG NRW"], freeText: "" },
  plannedStart: { on: day("2026-11-24"), time: "06:15" },
  persons: [{ familyName: "Muster", givenNames: "Țvetana", birthYear: "1991" }],
  place: { address: "Musterweg 3, Musterdorf", municipality: "", accommodationFindings: "" },
  caseworker: { name: "A. Beispiel", phone: "0000 12-340", nightPhone: "0000 12-345" },
  forcesOnSite: [{ authority: "ABH Musterstadt", persons: "zwei", phone: "0000 12-341" }],
  meeting: { time: "05:45", place: "Wache Musterdorf" },
  courtOrders: {
    need: "required",
    kinds: ["searchWarrant"],
    orders: [{ kind: "searchWarrant", state: "attached", sha256: "ab" }],
  },
  vulnerabilities: "Kinder zuerst ansprechen",
  nightFacts: "",
  coSignedBy: "",
  ...change,
});

export const statement = (change: Partial<HazardStatement> = {}): HazardStatement => ({
  id: "s1",
  nature: "fact",
  text: "Am 26.10. wurde die Tür nicht geöffnet.",
  origin: "Vermerk A. Beispiel",
  dated: day("2026-10-26"),
  reliability: "documented",
  concerns: ["team"],
  protectiveMeasure: { kind: "planned", text: "zivile Kleidung" },
  personsRemark: { kind: "notHeard", reason: "Die Person war nicht anwesend." },
  legalBasis: "§ 86 Satz 1 AufenthG",
  expiresOn: day("2026-12-31"),
  author: "a.beispiel",
  ...change,
});

export const answered = (...statements: HazardStatement[]): HazardAssessment => {
  const nothing = { result: "noFindings", answeredOn: day("2026-11-18"), reference: "Antwort vom 18.11.2026" } as const;
  const police = answerSource(newAssessment(), "policeFindings", nothing);
  const prosecutor = answerSource(police, "prosecutorFindings", nothing);
  return answerSource(prosecutor, "ownFindings", { result: "findings", statements });
};

export const finalAssessment = (...statements: HazardStatement[]): HazardAssessment => {
  const list = statements.length > 0 ? statements : [statement()];
  const result = finalise(answered(...list), { reviewer: "b.muster", on: day("2026-11-20") });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};
