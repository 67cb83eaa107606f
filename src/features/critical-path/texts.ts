/** German words for the clocks of a measure. */
import type { Day } from "../../kernel/day.ts";
import { remaining } from "../../ui/index.ts";
import type { Clock } from "../deadline/index.ts";

export const clockLabels: Readonly<Record<Clock["kind"], string>> = {
  transferPeriod: "Überstellungsfrist",
  transitPermission: "Durchbeförderung",
  travelDocument: "Heimreisedokument",
  fitnessCertificate: "Reisefähigkeit",
  searchWarrant: "Durchsuchungsbeschluss",
  detentionOrder: "Haft oder Gewahrsam",
  evidence: "Nachweis",
  flight: "Planung",
  requestClock: "Antwort der anderen Stelle",
};

/** „noch 3 Tage“, „abgelaufen seit 5 Tagen“: a paper is not overdue, it is no longer good. */
export const restOf = (until: Day, now: Date): string => remaining(until, now).replace(/^überfällig/, "abgelaufen");
