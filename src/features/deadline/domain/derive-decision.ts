/** From served acts to their periods: remedies first, then the departure period of the threat that counts. Never decides a remedy. */
import type { Book } from "./case-book.ts";
import { addClaimPeriod } from "./claim-period.ts";
import type { Deadline } from "./deadline.ts";
import { departureBars } from "./departure-bars.ts";
import { addDeparture } from "./derive-departure.ts";
import { type Act, servedActs } from "./served-acts.ts";

export function deriveDecisions(book: Book): void {
  const acts = servedActs(book);
  const windows = new Map<string, Deadline>();
  for (const act of acts) {
    const window = addClaimPeriod(book, act, acts);
    if (window) windows.set(act.event.id, window);
  }
  for (const procedure of ["asylum", "residence"] as const) {
    const own = acts.filter((act) => act.procedure === procedure && act.annulledBy === undefined);
    const [first] = own;
    if (!first) continue;
    const threat = threatThatCounts(own);
    if (threat) addDeparture(book, threat, departureBars(book, threat, own, windows));
    else if (procedure === "asylum") {
      const rule = first.regime === "shortened" ? "D04" : "D05";
      book.add({
        slot: "departurePeriod",
        rule,
        startedBy: first.event.id,
        state: "waiting",
        waitingFor: "Zustellung der Abschiebungsandrohung",
      });
    }
  }
}

/** The last one; of two threats of one day the one that grants a period. */
function threatThatCounts(acts: readonly Act[]): Act | undefined {
  const threats = acts.filter(({ isThreat }) => isThreat);
  const last = threats.at(-1);
  return (
    threats.find(({ on, event }) => last && on.equals(last.on) && event.noDeparturePeriodReason === undefined) ?? last
  );
}
