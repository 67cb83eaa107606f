/**
 * The terms of a removal threat's departure period: which rule, what was granted, whether it was waived, and what is missing.
 * Never fills a gap with an assumption against the person: a gap is a question, and the threat does not count until it is answered.
 */
import { type Day, isAfter, isBefore } from "../../../kernel/day.ts";
import type { Act } from "./act.ts";
import type { PeriodRule } from "./enforceability-state.ts";
import { type Facts, of } from "./facts.ts";
import { germanDay } from "./german-day.ts";
import {
  asylumNoPeriodReasons,
  type NoDeparturePeriodReason,
  noPeriodReasons,
  residenceNoPeriodReasons,
} from "./legal-event-choices.ts";

/** A period that an authority granted (gesetzte oder verlängerte Ausreisefrist). */
export type PeriodGrant = { id: string; on: Day; days?: number; until?: Day };

/** Terms of the departure period of one threat (Bedingungen der Ausreisefrist; § 38 AsylG, § 59 AufenthG). */
export type DepartureTerms = {
  procedure: "asylum" | "residence";
  rule: Extract<PeriodRule, "D04" | "D05" | "D07">;
  /** Asylum law sets the length itself; in residence law the authority does. */
  isStatutory: boolean;
  minimumDays: number;
  threatOn: Day;
  acts: string[];
  grants: PeriodGrant[];
  /** No period is granted, from the start or from a day on. */
  waiver?: { from?: Day; ground: string; events: string[] };
  events: string[];
  /** Facts without which the threat cannot be executed. */
  missing: string[];
  /** Facts that contradict each other but do not open anything. */
  doubts: string[];
};

/** § 59 Abs. 1 Satz 1 AufenthG: the shortest period without a special ground. */
const shortestDays = 7;

/** Of two threats of one day the one that grants a period counts. */
function lastThreat(acts: readonly Act[], procedure: DepartureTerms["procedure"]): Act | undefined {
  const threats = acts.filter((act) => act.procedure === procedure && act.threat === "threat");
  const last = threats.at(-1);
  return (
    threats.find(({ servedOn, noPeriodReason }) => last && servedOn.equals(last.servedOn) && !noPeriodReason) ?? last
  );
}

function missingInAsylum(threat: Act, acts: readonly Act[], basis: Facts): string[] {
  const decisions = acts.filter(({ isDecision, procedure }) => isDecision && procedure === "asylum");
  if (decisions.length === 0) return ["Welcher ablehnende Bescheid des Bundesamts gehört zur Abschiebungsandrohung?"];
  const newer = decisions.findLast(({ servedOn }) => isAfter(servedOn, threat.servedOn));
  if (!newer) return [];
  // § 71 Abs. 3 AsylG: the threat of the first procedure stands for a subsequent application.
  const isSubsequent = of(basis, "subsequentApplicationFiled").some(
    ({ on }) => !isBefore(on, threat.servedOn) && !isAfter(on, newer.servedOn),
  );
  return isSubsequent
    ? []
    : [`Enthält der am ${germanDay(newer.servedOn)} zugestellte Bescheid eine Abschiebungsandrohung?`];
}

function missingInResidence(acts: readonly Act[], basis: Facts, hasPeriod: boolean): string[] {
  const rests =
    acts.some(({ isDecision, regime }) => isDecision && regime !== "residence") ||
    of(basis, "obligationToLeaveArisen").some(({ enforceableBy }) => enforceableBy === "law") ||
    of(basis, "decisionServed").some(({ kind }) => kind === "residenceDecision");
  return [
    ...(rests ? [] : ["Woraus folgt die Ausreisepflicht: kraft Gesetzes oder aus welchem Bescheid?"]),
    ...(hasPeriod ? [] : ["Welche Ausreisefrist ist gesetzt, oder aus welchem Grund ist davon abgesehen?"]),
  ];
}

function waiverOf(threat: Act, grants: readonly PeriodGrant[], facts: Facts): DepartureTerms["waiver"] {
  const grounds = threat.procedure === "asylum" ? asylumNoPeriodReasons : residenceNoPeriodReasons;
  const waived = of(facts, "departurePeriodDispensed").findLast(
    ({ ground, on }) => Object.hasOwn(grounds, ground) && !isBefore(on, threat.servedOn),
  );
  const text = (ground: NoDeparturePeriodReason): string => noPeriodReasons[ground];
  if (waived && !grants.some(({ on }) => !isBefore(on, waived.on))) {
    return { from: waived.on, ground: text(waived.ground), events: [waived.id] };
  }
  const { noPeriodReason } = threat;
  return noPeriodReason && grants.length === 0 ? { ground: text(noPeriodReason), events: [threat.id] } : undefined;
}

function termsOf(threat: Act, acts: readonly Act[], basis: Facts): DepartureTerms {
  const isAsylum = threat.procedure === "asylum";
  // What was granted or waived before this threat belonged to another one.
  const isOfThisThreat = ({ on }: { on: Day }): boolean => !isBefore(on, threat.servedOn);
  const periodsSet = of(basis, "departurePeriodSet").filter(isOfThisThreat);
  const grants: PeriodGrant[] = [...periodsSet, ...of(basis, "departurePeriodExtended").filter(isOfThisThreat)];
  const waiver = waiverOf(threat, grants, basis);
  const hasWaiver = waiver !== undefined || threat.noPeriodReason !== undefined;
  const decision = acts.findLast(
    ({ isDecision, procedure, servedOn }) =>
      isDecision && procedure === threat.procedure && !isAfter(servedOn, threat.servedOn),
  );
  const missing = isAsylum
    ? missingInAsylum(threat, acts, basis)
    : missingInResidence(acts, basis, periodsSet.length > 0 || hasWaiver);
  if (!threat.targetStates) missing.push("Welchen Zielstaat nennt die Abschiebungsandrohung?");
  const isShort = !isAsylum && !hasWaiver && grants.some(({ days = shortestDays }) => days < shortestDays);
  return {
    procedure: isAsylum ? "asylum" : "residence",
    rule: isAsylum ? (threat.regime === "shortened" ? "D04" : "D05") : "D07",
    isStatutory: isAsylum,
    minimumDays: isAsylum || hasWaiver ? 1 : shortestDays,
    threatOn: threat.servedOn,
    acts: [threat.id, ...(decision && decision.id !== threat.id ? [decision.id] : [])],
    grants,
    ...(waiver && { waiver }),
    events: [threat.id, ...grants.map(({ id }) => id)],
    missing,
    doubts: [
      ...(isShort
        ? ["Die Ausreisefrist ist kürzer als sieben Tage: Welcher Grund nach § 59 Abs. 1 Satz 2 AufenthG liegt vor?"]
        : []),
      ...(threat.noPeriodReason && grants.length > 0
        ? ["Es ist eine Ausreisefrist gesetzt und zugleich davon abgesehen: Was gilt? Bis dahin gilt die Frist."]
        : []),
    ],
  };
}

/** The terms of the threats that count, one per kind of procedure. */
export function departureTerms(acts: readonly Act[], basis: Facts): DepartureTerms[] {
  const threats = (["asylum", "residence"] as const).map((procedure) => lastThreat(acts, procedure));
  return threats.filter((threat) => threat !== undefined).map((threat) => termsOf(threat, acts, basis));
}
