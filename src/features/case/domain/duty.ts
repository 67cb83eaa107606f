/**
 * Whether a duty to leave is on record, and what ended it (§ 50 AufenthG).
 * A title, a proven departure or Germany's own responsibility uses up everything before it: a later duty starts afresh.
 */
import { type Day, isAfter, isBefore } from "../../../kernel/day.ts";
import type { DerivationStep, EnforceabilityState } from "./enforceability-state.ts";
import { type Facts, of } from "./facts.ts";
import { germanDay } from "./german-day.ts";
import { type Procedure, procedureOfDecision } from "./legal-event-choices.ts";
import type { LegalEvent, LegalEventOf, LegalEventType } from "./legal-event.ts";
import { ammr, aufenthG } from "./norms.ts";

/** End of a duty to leave (Wegfall oder Erfüllung der Ausreisepflicht; § 50 AufenthG). */
export type DutyEnd = { state: Extract<EnforceabilityState, "lapsed" | "fulfilled">; on: Day; step: DerivationStep };

/** What stands about the duty to leave (Stand der Ausreisepflicht): the facts still in force, and how it last ended. */
export type Duty = {
  /** Acts and grounds after the last end; empty when there is no duty. */
  basis: Facts;
  evidence: LegalEvent[];
  end?: DutyEnd;
  isOverForGood: boolean;
  questions: string[];
};

const evidenceTypes = [
  "obligationToLeaveArisen",
  "decisionServed",
  "removalThreatServed",
  "removalOrderServed",
] as const satisfies LegalEventType[];

const ended = (
  event: LegalEvent,
  state: DutyEnd["state"],
  sentence: string,
  norm = aufenthG("§ 50 Abs. 1"),
): DutyEnd => ({
  state,
  on: event.on,
  step: { sentence: `${sentence} (${germanDay(event.on)}).`, norm, events: [event.id] },
});

const isProven = ({ proof, destination, entryAllowed }: LegalEventOf<"departed">): boolean =>
  proof !== "none" && (destination === "thirdCountry" || entryAllowed === "yes");

function endOf(event: LegalEvent): DutyEnd | undefined {
  switch (event.type) {
    case "died":
      return ended(event, "lapsed", "Die Person ist verstorben");
    case "naturalised":
      return ended(event, "lapsed", "Die Person ist eingebürgert");
    case "residenceTitleGranted":
      return ended(event, "lapsed", "Ein Aufenthaltstitel ist erteilt");
    case "responsibilityPassedToGermany":
      return ended(event, "lapsed", "Deutschland ist für das Asylverfahren zuständig geworden", ammr("Art. 46 Abs. 2"));
    case "departed":
      return isProven(event)
        ? ended(event, "fulfilled", "Die Ausreise ist nachgewiesen", aufenthG("§ 50 Abs. 2 und 3"))
        : undefined;
    default:
      return undefined;
  }
}

/** The proceedings whose annulment takes this act away; undefined for events that stand by themselves. */
function procedureOfAct(event: LegalEvent): Procedure | undefined {
  switch (event.type) {
    case "decisionServed":
      return procedureOfDecision[event.kind];
    case "removalThreatServed":
      return event.basis === "asylG34" ? "asylum" : "residence";
    case "removalOrderServed":
      return event.basis === "asylG34a" ? "euTransfer" : "security";
    case "obligationToLeaveArisen":
      return event.enforceableBy === "decision" ? "residence" : undefined;
    default:
      return undefined;
  }
}

function departureQuestions(facts: Facts, end: DutyEnd | undefined): string[] {
  return of(facts, "departed")
    .filter((departed) => !isProven(departed) && !(end && !isBefore(end.on, departed.on)))
    .map(({ on, proof }) =>
      proof === "none"
        ? `Die Ausreise am ${germanDay(on)} ist nicht nachgewiesen: Welcher Nachweis liegt vor?`
        : `Ausreise am ${germanDay(on)} in einen EU-Staat: Sind Einreise und Aufenthalt dort erlaubt (§ 50 Abs. 3 AufenthG)?`,
    );
}

export function dutyOf(facts: Facts, today: Day): Duty {
  const ends = facts.map(endOf).filter((end) => end !== undefined);
  const final = of(facts, "died", "naturalised").at(0);
  const end = final ? endOf(final) : ends.at(-1);
  const annulments = of(facts, "decisionAnnulled");
  const isAnnulled = (event: LegalEvent): boolean =>
    annulments.some(({ procedure, on }) => procedureOfAct(event) === procedure && !isAfter(event.on, on));
  const basis = facts.filter((event) => !(end && !isAfter(event.on, end.on)) && !isAnnulled(event));
  const lastAnnulment = annulments.findLast(({ procedure, on }) =>
    facts.some((event) => procedureOfAct(event) === procedure && !isAfter(event.on, on)),
  );
  const evidence = of(basis, ...evidenceTypes);
  const questions = departureQuestions(facts, end);
  const title = of(facts, "residenceTitleGranted").at(-1);
  if (evidence.length === 0 && title?.validUntil && isBefore(title.validUntil, today)) {
    questions.push(
      `Der Aufenthaltstitel galt bis ${germanDay(title.validUntil)}: Ist danach eine Ausreisepflicht entstanden?`,
    );
  }
  const annulledEnd =
    lastAnnulment && ended(lastAnnulment, "lapsed", "Der Bescheid ist aufgehoben", aufenthG("§ 58 Abs. 2 Satz 2"));
  const lastEnd = annulledEnd && !(end && isAfter(end.on, annulledEnd.on)) ? annulledEnd : end;
  return { basis, evidence, isOverForGood: final !== undefined, questions, ...(lastEnd && { end: lastEnd }) };
}
