/**
 * Served acts (zugestellte Verwaltungsakte) with what the law says about remedies against them.
 * Where the file does not say which rules apply, the act gets the ones that protect the person.
 */
import { compareDays, type Day, isAfter } from "../../../kernel/day.ts";
import type { PeriodCalculator, PeriodRule } from "./enforceability-state.ts";
import { type Facts, of } from "./facts.ts";
import {
  type DecisionKind,
  type InstructionOnRemedies,
  type NoDeparturePeriodReason,
  type Procedure,
  procedureOfDecision,
} from "./legal-event-choices.ts";
import type { LegalEventOf } from "./legal-event.ts";

/** Which remedies bar a removal (Rechtsschutzregime): AsylG §§ 34a, 36, 74, 75 with APR Art. 68; § 58a AufenthG; VwGO § 80. */
export type Regime = "standard" | "shortened" | "transfer" | "security" | "residence";

/** A served act (zugestellter Bescheid, Androhung oder Anordnung). */
export type Act = {
  id: string;
  procedure: Procedure;
  regime: Regime;
  servedOn: Day;
  instruction: InstructionOnRemedies;
  /** Only in residence law: suspensive effect of a claim; unknown is read as yes. */
  claimSuspends: boolean;
  claimSuspendsKnown: boolean;
  isDecision: boolean;
  threat: "threat" | "order" | "none";
  targetStates?: string;
  noPeriodReason?: NoDeparturePeriodReason;
  /** Land of the court where it is not that of the authority (§ 57 Abs. 2 VwGO, § 222 Abs. 2 ZPO). */
  courtCalendar?: string;
};

const regimeOfDecision: Readonly<Record<DecisionKind, Regime>> = {
  asylumStandard: "standard",
  asylumShortened: "shortened",
  euTransfer: "transfer",
  residenceDecision: "residence",
  residenceThreat: "residence",
};

type Served = LegalEventOf<"decisionServed"> | LegalEventOf<"removalThreatServed">;

const shared = (event: Served | LegalEventOf<"removalOrderServed">) => ({
  id: event.id,
  servedOn: event.on,
  instruction: event.instructionOnRemedies,
  ...(event.targetStates && { targetStates: event.targetStates }),
  ...(event.courtCalendar && { courtCalendar: event.courtCalendar }),
});

const remedies = (event: Served) => ({
  claimSuspends: event.claimSuspends !== "no",
  claimSuspendsKnown: event.claimSuspends !== undefined,
  ...(event.noDeparturePeriodReason && { noPeriodReason: event.noDeparturePeriodReason }),
});

function decisionAct(event: LegalEventOf<"decisionServed">): Act {
  const threat = !event.removalActIncluded ? "none" : event.kind === "euTransfer" ? "order" : "threat";
  const procedure = procedureOfDecision[event.kind];
  return {
    ...shared(event),
    ...remedies(event),
    procedure,
    regime: regimeOfDecision[event.kind],
    isDecision: true,
    threat,
  };
}

/** A threat of the BAMF that comes later shares the rules of the decision before it; without one, those with suspensive effect. */
function threatAct(event: LegalEventOf<"removalThreatServed">, decisions: readonly Act[]): Act {
  const before = decisions.filter(({ procedure, servedOn }) => procedure === "asylum" && !isAfter(servedOn, event.on));
  const isAsylum = event.basis === "asylG34";
  const regime = isAsylum ? (before.at(-1)?.regime ?? "standard") : "residence";
  const procedure = isAsylum ? "asylum" : "residence";
  return { ...shared(event), ...remedies(event), procedure, regime, isDecision: false, threat: "threat" };
}

function orderAct(event: LegalEventOf<"removalOrderServed">): Act {
  const isTransfer = event.basis === "asylG34a";
  return {
    ...shared(event),
    procedure: isTransfer ? "euTransfer" : "security",
    regime: isTransfer ? "transfer" : "security",
    claimSuspends: false,
    claimSuspendsKnown: true,
    isDecision: false,
    threat: "order",
  };
}

/** All served acts in the order of service. */
export function actsOf(basis: Facts): Act[] {
  const decisions = of(basis, "decisionServed").map(decisionAct);
  const threats = of(basis, "removalThreatServed").map((event) => threatAct(event, decisions));
  const orders = of(basis, "removalOrderServed").map(orderAct);
  return [...decisions, ...threats, ...orders].toSorted((a, b) => compareDays(a.servedOn, b.servedOn));
}

/** How long a remedy can still be filed (Klage- oder Antragsfrist); a missing instruction lengthens it. */
export type RemedyWindow = { rule: PeriodRule; end: Day };

const windowRules = { standard: "D01", shortened: "D02", transfer: "D02", security: "D08" } as const;

/** § 74 Abs. 1, §§ 34a Abs. 3, 36 Abs. 2 AsylG; § 58a Abs. 4 AufenthG; without correct instruction three months or one year. */
export function windowOf(act: Act, periods: PeriodCalculator): RemedyWindow | undefined {
  if (act.regime === "residence") return undefined;
  const rule = windowRules[act.regime];
  const lengthened = act.regime === "security" ? "P1Y" : "P3M";
  const length = act.instruction === "correct" ? undefined : lengthened;
  return { rule, end: periods(rule, act.servedOn, length, act.courtCalendar) };
}
