/** What bars a removal on a day, in the words that the legal gates G06 and G07 ask for. */
import { compareDays, type Day, isAfter, isBefore } from "../../../kernel/day.ts";
import { actsOf } from "./act.ts";
import { claimBars } from "./claim-bar.ts";
import { servedFacts } from "./deemed-service.ts";
import { dutyOf } from "./duty.ts";
import { type Bar, type PeriodCalculator, PeriodUnknown } from "./enforceability-state.ts";
import { factsInForce, factsUntil } from "./facts.ts";
import type { LegalEvent } from "./legal-event.ts";
import { courtOrderBars, motionBars } from "./motion-bar.ts";
import { groupSuspensionBars, hardshipBars, suspensionBars } from "./suspension-bar.ts";
import { windowBars } from "./window-bar.ts";

/** Was einer Abschiebung an einem Tag entgegensteht (§§ 60a, 23a AufenthG; §§ 80, 123 VwGO; §§ 34a, 36 AsylG). */
export type BarringFacts = {
  suspensions: { label: string; until: Day | undefined }[];
  motions: { text: string; status: "pending" | "granted" }[];
  /** Last day of a running period for claim or motion. */
  windowEndsOn: Day | undefined;
};

/** A period that cannot be counted bars like a pending remedy: nobody knows that it is over. */
export function barringFacts(events: readonly LegalEvent[], today: Day, periods: PeriodCalculator): BarringFacts {
  try {
    return barring(events, today, periods);
  } catch (error) {
    if (!(error instanceof PeriodUnknown)) throw error;
    const text = `Eine Frist kann nicht gerechnet werden. ${error.message}`;
    return { suspensions: [], motions: [{ text, status: "pending" }], windowEndsOn: undefined };
  }
}

function barring(events: readonly LegalEvent[], today: Day, periods: PeriodCalculator): BarringFacts {
  const facts = factsUntil(servedFacts(factsInForce(events).facts, periods), today);
  const acts = actsOf(dutyOf(facts, today).basis);
  const inForce = (bars: readonly Bar[]): Bar[] =>
    bars.filter((bar) => !isAfter(bar.from, today) && !(bar.to && isBefore(bar.to, today)));
  const stays = inForce([...suspensionBars(facts), ...groupSuspensionBars(facts), ...hardshipBars(facts)]);
  const pending = inForce([...motionBars(acts, facts, periods), ...claimBars(acts, facts, periods)]);
  const granted = inForce(courtOrderBars(facts));
  const windows = inForce(windowBars(acts, facts, periods)).flatMap(({ to }) => (to ? [to] : []));
  return {
    suspensions: stays.map(({ holding, to }) => ({ label: holding, until: to })),
    motions: [
      ...pending.map(({ holding }) => ({ text: holding, status: "pending" as const })),
      ...granted.map(({ holding }) => ({ text: holding, status: "granted" as const })),
    ],
    windowEndsOn: windows.toSorted(compareDays).at(-1),
  };
}
