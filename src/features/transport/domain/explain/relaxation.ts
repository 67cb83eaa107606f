/**
 * The smallest relaxation of one family of limits that makes a trip fit, in steps of five minutes up to four hours.
 * Night, gates, separation and minors are not among the families.
 */
import type { Relaxed } from "./fits.ts";

/** Smallest change by which a trip would fit (kleinste Lockerung). */
export type Relaxation = {
  code: "pickupWindow" | "arrivalWindow" | "rideTime" | "crewHours" | "drivingTime" | "rest";
  /** What to change; `by` in time units (seconds). */
  change: "pickupEarlier" | "pickupLater" | "deliveryLater" | "ride" | "crew" | "ruleSet" | "rest";
  by: number;
};

const STEP = 300;
const MOST_STEPS = 48;

const families: readonly [Relaxation["change"], Relaxation["code"]][] = [
  ["pickupEarlier", "pickupWindow"],
  ["pickupLater", "pickupWindow"],
  ["deliveryLater", "arrivalWindow"],
  ["ride", "rideTime"],
  ["crew", "crewHours"],
];

export function smallestRelaxation(fits: (relaxed: Relaxed) => boolean): Relaxation | undefined {
  let best: Relaxation | undefined;
  for (const [change, code] of families) {
    const most = best ? best.by / STEP - 1 : MOST_STEPS;
    if (most < 1 || !fits({ [change]: most * STEP })) continue;
    let [no, yes] = [0, most];
    while (yes - no > 1) {
      const middle = (no + yes) >> 1;
      if (fits({ [change]: middle * STEP })) yes = middle;
      else no = middle;
    }
    best = { code, change, by: yes * STEP };
  }
  if (best) return best;
  if (fits({ rest: true })) return { code: "rest", change: "rest", by: 0 };
  return fits({ ruleSet: true }) ? { code: "drivingTime", change: "ruleSet", by: 0 } : undefined;
}
