/**
 * The state of the duty to leave on one day, from the facts up to that day (domain report 2.2).
 * Never "enforceable" while anything bars or suspends the removal, a period runs, or the threat or order is missing.
 */
import { compareDays, type Day, isAfter, isBefore } from "../../../kernel/day.ts";
import { type Act, actsOf } from "./act.ts";
import { ceasedBars } from "./ceased-bar.ts";
import { claimBars, suspensiveEffectBars } from "./claim-bar.ts";
import { periodStanding, type Threat } from "./departure-period.ts";
import { departureTerms } from "./departure-terms.ts";
import { barStep, conclusion, evidenceSteps, periodSteps } from "./derivation-steps.ts";
import { type Duty, dutyOf } from "./duty.ts";
import type { Bar, DerivationStep, EnforceabilityState, PeriodCalculator } from "./enforceability-state.ts";
import { type Facts, of } from "./facts.ts";
import { courtOrderBars, motionBars } from "./motion-bar.ts";
import {
  applicationBars,
  groupSuspensionBars,
  hardshipBars,
  subsequentApplicationBars,
  suspensionBars,
} from "./suspension-bar.ts";
import { windowBars } from "./window-bar.ts";

/** State of one day with everything it rests on (Stand an einem Tag), and the days on which the state may change. */
export type Evaluation = {
  state: EnforceabilityState;
  until?: Day;
  steps: DerivationStep[];
  questions: string[];
  turningDays: Day[];
};

type Situation = { today: Day; duty: Duty; acts: Act[]; bars: Bar[]; threats: Threat[] };

const holds = (bar: Bar, today: Day): boolean => !isAfter(bar.from, today) && !(bar.to && isBefore(bar.to, today));

function allBars(acts: readonly Act[], facts: Facts, periods: PeriodCalculator): Bar[] {
  return [
    ...applicationBars(facts),
    ...windowBars(acts, facts, periods),
    ...claimBars(acts, facts, periods),
    ...suspensiveEffectBars(facts),
    ...ceasedBars(facts),
    ...motionBars(acts, facts, periods),
    ...courtOrderBars(facts),
    ...subsequentApplicationBars(facts),
    ...suspensionBars(facts),
    ...groupSuspensionBars(facts),
    ...hardshipBars(facts),
  ].toSorted((a, b) => compareDays(a.from, b.from));
}

type Verdict = { state: EnforceabilityState; until?: Day; missing?: true };

/** The last day on which one of the bars still holds, if all of them have a known end. */
function lastDay(bars: readonly Bar[]): { until?: Day } {
  const ends = bars.map(({ to }) => to).filter((to) => to !== undefined);
  const until = ends.length === bars.length ? ends.toSorted(compareDays).at(-1) : undefined;
  return until ? { until } : {};
}

const runningUntil = ({ standing }: Threat): Day | undefined =>
  standing.standing === "running" ? standing.runs.at(-1)?.end : undefined;

const isInterrupted = ({ standing: { standing, runs } }: Threat): boolean => {
  const last = runs.at(-1);
  return standing === "interrupted" && last?.interruptedOn !== undefined && !isAfter(last.interruptedOn, last.end);
};

function withoutDuty({ duty }: Situation, facts: Facts): Verdict | undefined {
  if (duty.isOverForGood) return { state: "lapsed" };
  if (duty.evidence.length > 0) return undefined;
  if (!duty.end) return { state: "noDuty" };
  const { state, on } = duty.end;
  const hadDuty = of(
    facts,
    "obligationToLeaveArisen",
    "decisionServed",
    "removalThreatServed",
    "removalOrderServed",
  ).some((event) => !isAfter(event.on, on));
  return { state: state === "lapsed" && !hadDuty ? "noDuty" : state };
}

function barred({ bars, threats, today }: Situation): Verdict | undefined {
  const holding = bars.filter((bar) => holds(bar, today));
  const onAct = holding.filter(({ blocks }) => blocks === "act");
  if (onAct.length > 0) {
    return {
      state: threats.some(isInterrupted) ? "voluntaryPeriodInterrupted" : "dutyNotEnforceable",
      ...lastDay(onAct),
    };
  }
  return holding.length > 0 ? { state: "suspended", ...lastDay(holding) } : undefined;
}

/** A rejection on the merits after a transfer order means that Germany decides itself: the order is not used any more. */
const isOrderInForce = (act: Act, acts: readonly Act[]): boolean =>
  act.threat === "order" &&
  act.targetStates !== undefined &&
  !(act.procedure === "euTransfer" && acts.some((other) => isRejectionAfter(act, other)));

const isRejectionAfter = (order: Act, { isDecision, procedure, servedOn }: Act): boolean =>
  isDecision && procedure === "asylum" && isAfter(servedOn, order.servedOn);

/** No bar holds: a running period of any threat comes first, then what can be enforced, and gaps protect the person. */
function unbarred({ acts, threats, today }: Situation): Verdict {
  const running = threats.filter((threat) => runningUntil(threat));
  const ends = running.map(runningUntil).filter((end) => end !== undefined);
  const until = ends.toSorted(compareDays).at(-1);
  if (until) {
    const isWaived = running.every(({ standing }) => standing.runs.at(-1)?.isWaived);
    return { state: isWaived ? "dutyNotEnforceable" : "voluntaryPeriodRunning", until };
  }
  const isOrdered = acts.some((act) => isOrderInForce(act, acts) && isBefore(act.servedOn, today));
  if (isOrdered) return { state: "enforceableByOrder" };
  const isThreatened = threats.some(
    ({ terms, standing }) => terms.missing.length === 0 && standing.standing === "over",
  );
  return isThreatened ? { state: "enforceable" } : { state: "dutyNotEnforceable", missing: true };
}

function questionsOf({ duty, bars, threats, acts, today }: Situation, facts: Facts, verdict: Verdict): string[] {
  if (verdict.state === "lapsed" || verdict.state === "fulfilled") return duty.questions;
  const asked = [...duty.questions, ...threats.flatMap(({ terms }) => [...terms.missing, ...terms.doubts])];
  for (const bar of bars) if (bar.question && holds(bar, today)) asked.push(bar.question);
  const unserved = of(facts, "decisionIssued").filter(
    (issued) => !of(facts, "decisionServed").some(({ kind, on }) => kind === issued.kind && !isBefore(on, issued.on)),
  );
  if (unserved.length > 0) asked.push("Wann ist der erlassene Bescheid zugestellt worden?");
  if (duty.evidence.length === 0) return asked.length > 0 ? asked : ["Ist eine Ausreisepflicht entstanden, und wann?"];
  const hasWay = threats.length > 0 || acts.some((act) => isOrderInForce(act, acts));
  if (!hasWay) asked.push("Wann ist eine Abschiebungsandrohung oder Abschiebungsanordnung zugestellt worden?");
  return asked;
}

const turning = ({ bars, threats }: Situation): Day[] => [
  ...bars.flatMap(({ to }) => (to ? [to.add({ days: 1 })] : [])),
  ...threats.flatMap(({ standing }) =>
    standing.runs.flatMap(({ start, end }) => [start, end].map((day) => day.add({ days: 1 }))),
  ),
];

export function evaluate(facts: Facts, today: Day, periods: PeriodCalculator): Evaluation {
  const duty = dutyOf(facts, today);
  const acts = actsOf(duty.basis);
  const bars = allBars(acts, facts, periods);
  const threats = departureTerms(acts, duty.basis).map((terms) => ({
    terms,
    standing: periodStanding(terms, bars, today, periods),
  }));
  const situation: Situation = { today, duty, acts, bars, threats };
  const verdict = withoutDuty(situation, facts) ?? barred(situation) ?? unbarred(situation);
  const isOver = verdict.state === "noDuty" || verdict.state === "lapsed" || verdict.state === "fulfilled";
  return {
    state: verdict.state,
    ...(verdict.until && { until: verdict.until }),
    steps: [
      ...(duty.end ? [duty.end.step] : []),
      ...(isOver
        ? []
        : [
            ...evidenceSteps(duty.evidence),
            ...bars.map((bar) => barStep(bar, holds(bar, today))),
            ...threats.flatMap((threat) => periodSteps(threat, today)),
          ]),
      conclusion(verdict.state, { acts, threats, isMissing: verdict.missing === true }),
    ],
    questions: [...new Set(questionsOf(situation, facts, verdict))],
    turningDays: turning(situation),
  };
}
