/**
 * Bars while a remedy can still be filed, and in residence law until the act is final.
 * Never counts a day itself: the periods come from the deadline engine.
 */
import { isAfter, isBefore } from "../../../kernel/day.ts";
import { type Act, type RemedyWindow, windowOf } from "./act.ts";
import type { Bar, PeriodCalculator } from "./enforceability-state.ts";
import { type Facts, of } from "./facts.ts";
import { germanDay } from "./german-day.ts";
import { apr, asylG, aufenthG } from "./norms.ts";
import { earliest } from "./span.ts";

const norms = {
  standard: apr("Art. 68"),
  shortened: apr("Art. 68 Abs. 5 Buchst. d"),
  transfer: asylG("§ 34a Abs. 3"),
  security: aufenthG("§ 58a Abs. 4"),
} as const;

const whileOpen = {
  standard: "bis dahin besteht ein Bleiberecht",
  shortened: "bis dahin darf nicht abgeschoben werden",
  transfer: "bis dahin wird nicht überstellt",
  security: "bis dahin darf nicht abgeschoben werden",
} as const;

const lengthened = (act: Act): string =>
  act.instruction === "correct"
    ? ""
    : ` Die Rechtsbehelfsbelehrung fehlt oder ist falsch; die Frist beträgt ${act.regime === "security" ? "ein Jahr" : "drei Monate"}.`;

function remedyBar(act: Act, window: RemedyWindow, facts: Facts): Bar | undefined {
  if (act.regime === "residence") return undefined;
  const name = act.regime === "standard" ? "Klagefrist" : "Frist für Klage und Eilantrag";
  const early = of(facts, "decisionFinal").find(
    ({ procedure, on }) => procedure === act.procedure && !isBefore(on, act.servedOn) && !isAfter(on, window.end),
  );
  return {
    blocks: "act",
    restarts: act.regime === "standard" ? act.procedure : "none",
    act: act.id,
    from: act.servedOn,
    to: window.end,
    holding: `Die ${name} läuft bis ${germanDay(window.end)}; ${whileOpen[act.regime]}.${lengthened(act)}`,
    over: `Die ${name} endete am ${germanDay(window.end)}.${lengthened(act)}`,
    norm: norms[act.regime],
    events: [act.id],
    ...(early && {
      question: `Der Bescheid ist seit ${germanDay(early.on)} als bestandskräftig gemeldet, die ${name} endet aber erst am ${germanDay(window.end)}: Was gilt?`,
    }),
  };
}

/** § 58 Abs. 2 Satz 2 AufenthG: an act against which a claim has suspensive effect is enforceable only once it is final. */
function finalityBar(act: Act, facts: Facts, periods: PeriodCalculator): Bar | undefined {
  if (act.regime !== "residence" || !act.claimSuspends) return undefined;
  // § 58 Abs. 2 VwGO: without a correct instruction nothing is final within a year, whatever the file says.
  const notBefore =
    act.instruction === "correct" ? act.servedOn : periods("D01", act.servedOn, "P1Y", act.courtCalendar);
  const final = of(facts, "decisionFinal").find(
    ({ procedure, on }) => procedure === "residence" && !isBefore(on, notBefore),
  );
  const claimOver = of(facts, "claimDismissedFinal", "claimWithdrawn").find(
    ({ procedure, on }) => procedure === "residence" && !isBefore(on, act.servedOn),
  );
  const to = earliest(final?.on, claimOver?.on);
  const hasClaim = of(facts, "claimFiled").some(
    ({ procedure, on }) => procedure === "residence" && !isBefore(on, act.servedOn),
  );
  const ending = [final, claimOver].find((event) => event && to && event.on.equals(to));
  const question = finalityQuestion(act, hasClaim);
  return {
    blocks: "act",
    restarts: "residence",
    act: act.id,
    from: act.servedOn,
    ...(to && { to }),
    holding: `Eine Klage gegen den Bescheid vom ${germanDay(act.servedOn)} hätte aufschiebende Wirkung; er ist noch nicht bestandskräftig.`,
    over: `Der Bescheid ist seit ${to ? germanDay(to) : ""} bestandskräftig.`,
    norm: aufenthG("§ 58 Abs. 2 Satz 2"),
    events: [act.id, ...(ending ? [ending.id] : [])],
    ...(question && { question }),
  };
}

function finalityQuestion(act: Act, hasClaim: boolean): string | undefined {
  const served = germanDay(act.servedOn);
  if (!act.claimSuspendsKnown)
    return `Hat eine Klage gegen den am ${served} zugestellten Bescheid aufschiebende Wirkung?`;
  return hasClaim ? undefined : `Ist der am ${served} zugestellte Bescheid bestandskräftig geworden, und wann?`;
}

export function windowBars(acts: readonly Act[], facts: Facts, periods: PeriodCalculator): Bar[] {
  return acts.flatMap((act) => {
    const window = windowOf(act, periods);
    const bar = window ? remedyBar(act, window, facts) : finalityBar(act, facts, periods);
    return bar ? [bar] : [];
  });
}
