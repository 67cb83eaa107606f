/**
 * One statement of a hazard assessment: a fact or an assessment, never both in one, with where it comes from and until
 * when it counts. It is told in words: no figure, no level, no colour about a person (§ 73 BDSG; domain.md 4.2).
 */
import { isAfter, isBefore, type Day } from "../../../kernel/day.ts";

/** Verlässlichkeit einer Aussage in Worten, nie als Zahl (§ 73 BDSG; domain.md 4.2). */
export type Reliability = "documented" | "comprehensible" | "unconfirmed";

/** Wen eine Aussage betrifft: Einsatzkräfte, Person, Kinder, Mitbewohnende (Erlass 26.19.01-000009, Nr. 2 und 3). */
export type Concern = "team" | "person" | "children" | "coResidents";

/** Schutzmaßnahme, die aus einer Aussage folgt, oder die Begründung, warum keine (Erlass 26.19.01-000009, Nr. 2). */
export type ProtectiveMeasure = { kind: "planned"; text: string } | { kind: "none"; reason: string };

/** Äußerung der betroffenen Person zu einer Aussage oder der Grund, warum sie nicht gefragt wurde (§ 73 BDSG; domain.md 4.2). */
export type PersonsRemark = { kind: "heard"; text: string } | { kind: "notHeard"; reason: string };

/** Erkenntnis der Gefährdungsbewertung: Tatsache oder Einschätzung, getrennt (§ 73 BDSG; Erlass 26.19.01-000009, Nr. 1). */
export type HazardStatement = {
  id: string;
  nature: "fact" | "assessment";
  text: string;
  /** Who or what it comes from, such as a note with author and file. */
  origin: string;
  dated: Day;
  reliability: Reliability;
  concerns: readonly Concern[];
  protectiveMeasure: ProtectiveMeasure;
  personsRemark: PersonsRemark;
  /** The norm on which this statement may be passed on (§§ 86, 87 AufenthG, police law). */
  legalBasis: string;
  /** Last day on which it may be used. */
  expiresOn: Day;
  author: string;
};

/** Lücke in einer Aussage, die das Abschließen der Bewertung verhindert (Erlass 26.19.01-000009, Nr. 1). */
export type StatementGap =
  | "text"
  | "origin"
  | "datedInFuture"
  | "concerns"
  | "protectiveMeasure"
  | "personsRemark"
  | "legalBasis"
  | "expired";

export const natureLabels: Record<HazardStatement["nature"], string> = { fact: "Tatsache", assessment: "Einschätzung" };

export const reliabilityLabels: Record<Reliability, string> = {
  documented: "durch Unterlagen oder eigene Wahrnehmung belegt",
  comprehensible: "nachvollziehbar, nicht belegt",
  unconfirmed: "unbestätigt",
};

export const concernLabels: Record<Concern, string> = {
  team: "Einsatzkräfte",
  person: "betroffene Person",
  children: "Kinder",
  coResidents: "Mitbewohnende",
};

const isBlank = (text: string): boolean => text.trim() === "";
const textOf = (answer: ProtectiveMeasure | PersonsRemark): string => ("text" in answer ? answer.text : answer.reason);

export const isExpired = ({ expiresOn }: HazardStatement, today: Day): boolean => isBefore(expiresOn, today);

export function statementGaps(statement: HazardStatement, today: Day): StatementGap[] {
  const checks: [StatementGap, boolean][] = [
    ["text", isBlank(statement.text)],
    ["origin", isBlank(statement.origin)],
    ["datedInFuture", isAfter(statement.dated, today)],
    ["concerns", statement.concerns.length === 0],
    ["protectiveMeasure", isBlank(textOf(statement.protectiveMeasure))],
    ["personsRemark", isBlank(textOf(statement.personsRemark))],
    ["legalBasis", isBlank(statement.legalBasis)],
    ["expired", isExpired(statement, today)],
  ];
  return checks.filter(([, isMissing]) => isMissing).map(([gap]) => gap);
}
