/**
 * The words of the tour planner (Landestransportkoordination, Sammeltransport, Restplatzbörse): trips, units, plans.
 * It never holds an attribute of a person: trip numbers, points, counts and rule bits only (mission, "what it will never do", 1 and 2).
 */

/** A short pseudonymous code (unit, authority, record number): capital letters, digits, hyphens; never free text. */
export type Code = string & { readonly __code: unique symbol };

/** German term: Platzbedarf. One whole number a dimension; a family is one load, so it cannot be split. */
export type Load = { seats: number; wheelchairs: number; childSeats: number; luggage: number };

/** German term: Art des Halts. `home` = Wohnung (§ 58 Abs. 7 AufenthG: not at night without two recorded decisions). */
export type StopKind = "home" | "facility" | "detention" | "authority" | "airport";

/** German term: Halt. Times are whole time units (seconds since 0:00 of the planning day), windows are limits for the begin. */
export type Stop = { point: number; kind: StopKind; earliest: number; latest: number; service: number };

/** German term: Anforderung an Fahrzeug und Begleitung, from recorded decisions only. */
export type Skill =
  | "femaleEscort"
  | "maleEscort"
  | "medical"
  | "twoEscorts"
  | "interpreter"
  | "securedVehicle"
  | "wheelchairLift";

/** German term: Fahrt (Transportersuchen): one family or one person, from pick-up to delivery, never split. */
export type Trip = {
  trip: number;
  authority: Code;
  pickup: Stop;
  delivery: Stop;
  load: Load;
  /** Head count, for figures such as kilometres per person. */
  persons: number;
  /** Longest time on board (end of pick-up to begin of delivery). */
  maxRide: number;
  needs: readonly Skill[];
  /** `ownFamilyOnly` protects minors, `nobody` is a recorded decision; both mean: no other trip in the vehicle. */
  company: "anyone" | "ownFamilyOnly" | "nobody";
  /** The two record numbers that § 58 Abs. 7 and 8 AufenthG ask for before a home is entered at night, or none. */
  nightDecisions: readonly [] | readonly [Code, Code];
  gates: "green" | "notGreen";
  /** Weight comes from dates only: appointment that is lost otherwise, transfer period about to end, or neither. */
  date: "fixed" | "periodEnds" | "open";
};

/** German term: Schicht der letzten 14 Tage, as offsets to the planning day; `driving` counts time at the wheel. */
export type WorkPeriod = { from: number; to: number; driving: number };

/** German term: Regelwerk der Besatzung (versioned configuration). All lengths in seconds; `null` = the rule set says nothing about it. */
export type RuleSet = {
  id: string;
  version: string;
  norm: string;
  /** Longest working time of a shift, breaks not counted. */
  maxWork: number | null;
  /** Working time above `over` needs breaks of `total` altogether. */
  breaks: readonly { over: number; total: number }[];
  minPiece: number;
  maxWithoutBreak: number | null;
  rest: number | null;
  driving: { maxDay: number; maxWeek: number; maxFortnight: number; breakAfter: number; breakLength: number } | null;
};

/** Cost of a unit: whole cost units (thousandths of a cent) a distance unit, a time unit under way, a tour. */
export type Rates = { perDistance: number; perTime: number; perTour: number };

/** German term: Fahrzeug mit Besatzung. `share` = offered to the spare-seat exchange (Restplatzbörse), with a limit. */
export type Unit = {
  unit: Code;
  owner: Code;
  start: number;
  end: number;
  capacity: Load;
  skills: readonly Skill[];
  shiftFrom: number;
  shiftTo: number;
  maxDuration: number;
  crew: number;
  ruleSet: string;
  history: readonly WorkPeriod[];
  rates: Rates;
  share: { maxExtra: number } | null;
};

/** German term: Fahrzeitmatrix. Row by row, `-1` where there is no way; `estimated` when not from a road network. */
export type TravelMatrix = {
  source: string;
  size: number;
  time: Float64Array;
  distance: Float64Array;
  estimated: boolean;
};

/** German term: Festlegung durch die Disposition. */
export type Lock =
  | { kind: "unit"; trip: number; unit: Code }
  | { kind: "notUnit"; trip: number; unit: Code }
  | { kind: "pickupTime"; trip: number; earliest: number; latest: number };

/** German term: Fahrtregeln des Tages (configuration). */
export type DayRules = {
  /** Pairs in `separate` may not share a tour (`tour`) or only not be on board together (`onBoard`). */
  separationScope: "tour" | "onBoard";
  /** Longest wait at a stop while persons are on board; at a home it is always zero. -1 switches the rule off. */
  maxWaitOnBoard: number;
  /** Night at homes as seconds of the day, or null where no stop is a home (benchmarks). */
  night: { from: number; to: number; day: number } | null;
  weights: { fixed: number; periodEnds: number; open: number };
  /** Pick-up times are rounded to this grid before they are told, 0 = not. */
  pickupGrid: number;
};

/** German term: Planungsaufgabe eines Tages. */
export type Instance = {
  trips: readonly Trip[];
  units: readonly Unit[];
  separate: readonly (readonly [number, number])[];
  travel: TravelMatrix;
  rules: DayRules;
  locks: readonly Lock[];
  /** The versions in force on this day; part of the planId. */
  ruleSets: readonly RuleSet[];
};

/** German term: Halt einer Tour mit Zeiten. `arrive` ≤ `begin`; `leave` = `begin` + service. */
export type PlannedStop = { trip: number; what: "pickup" | "delivery"; arrive: number; begin: number; leave: number };

/** German term: Pause, taken with nobody on board, after the stop with this index (0 = before the first stop). */
export type PlannedBreak = { afterStop: number; from: number; to: number };

/** German term: Tour. */
export type Tour = {
  unit: Code;
  start: number;
  end: number;
  stops: readonly PlannedStop[];
  breaks: readonly PlannedBreak[];
};

/** What is compared first to last: unserved weight, cost, time on board above direct (Zielgrößen, in dieser Reihenfolge). */
export type Objective = { unservedWeight: number; unserved: number; cost: number; rideExcess: number };

/** German term: Tourenplan. It is a proposal: people decide, gates are checked before and again at release. */
export type Plan = { tours: readonly Tour[]; unserved: readonly number[] };
