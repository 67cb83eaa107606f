/**
 * The nine states of the duty to leave and the parts of a derivation (domain report 2.2).
 * A state is never typed in or stored as truth; it is derived from legal events each time.
 */
import type { Day } from "../../../kernel/day.ts";
import type { LegalReference } from "../../../kernel/legal-reference.ts";
import type { Procedure } from "./legal-event-choices.ts";

export const enforceabilityStates = {
  noDuty: "keine Ausreisepflicht",
  dutyNotEnforceable: "ausreisepflichtig, nicht vollziehbar",
  voluntaryPeriodRunning: "Ausreisefrist läuft",
  voluntaryPeriodInterrupted: "Ausreisefrist unterbrochen",
  enforceable: "vollziehbar",
  enforceableByOrder: "vollziehbar aufgrund Anordnung",
  suspended: "Abschiebung ausgesetzt",
  fulfilled: "Ausreisepflicht erfüllt",
  lapsed: "Ausreisepflicht erledigt",
} as const;

/** State of the enforceability of the duty to leave (Vollziehbarkeit der Ausreisepflicht; §§ 50, 58, 59, 60a AufenthG). */
export type EnforceabilityState = keyof typeof enforceabilityStates;

export const isEnforceable = (state: EnforceabilityState): boolean =>
  state === "enforceable" || state === "enforceableByOrder";

/** One step of a derivation (Ableitungsschritt): a German sentence, the norm with its version, the events it rests on. */
export type DerivationStep = { sentence: string; norm: LegalReference; events: string[] };

/** How a state follows from the events (Herleitung der Vollziehbarkeit); open questions name the facts that are missing. */
export type Derivation = {
  state: EnforceabilityState;
  /** First day of the state without a gap; absent where no event began it. */
  since?: Day;
  /** Last day of the state, if nothing else happens; absent where no day is known. */
  until?: Day;
  steps: DerivationStep[];
  openQuestions: string[];
};

/** Rule of the deadline catalogue that the derivation needs (Fristenregel; domain report 3.2). */
export type PeriodRule = "D01" | "D02" | "D04" | "D05" | "D07" | "D08" | ServiceRule;

/** Rule by which a decision counts as served (Bekanntgabefiktion; § 41 VwVfG, § 10 AsylG). */
export type ServiceRule =
  | "service.post"
  | "service.centre"
  | "service.portal"
  | "service.public"
  | "service.lastAddress";

/**
 * Last day of a period with roll (gesetzliches Fristende). `length` is an ISO 8601 duration (`P30D`, `P3M`, `P1Y`) that
 * replaces the length of the catalogue; the way of counting stays that of the rule. `calendar` is the Land of the court where
 * it is not that of the authority. Of a rule of service the day on which the decision counts as served, in the later reading.
 */
export type PeriodCalculator = (rule: PeriodRule, start: Day, length?: string, calendar?: string) => Day;

/** A period that cannot be counted (nicht berechenbare Frist): the catalogue has no version for its day. The text says so in German. */
export class PeriodUnknown extends Error {}

/** What keeps a removal from being lawful for a time (Vollstreckungshindernis in Recht und Gericht; §§ 58, 60a AufenthG). */
export type Bar = {
  /** `act`: the act is not enforceable. `removal`: the act stands, the removal is suspended. */
  blocks: "act" | "removal";
  /** Whose departure period restarts afterwards, § 59 Abs. 1 Satz 6 AufenthG; "none" where enforceability itself stays. */
  restarts: Procedure | "all" | "none";
  /** The act to which the bar belongs: its own departure period does not begin before the bar ends. */
  act?: string;
  from: Day;
  /** Last day of the bar; absent while it is open. */
  to?: Day;
  /** What to say while the bar holds and what to say once it is over. */
  holding: string;
  over: string;
  norm: LegalReference;
  events: string[];
  /** Asked while the bar holds because a fact is missing. */
  question?: string;
};
