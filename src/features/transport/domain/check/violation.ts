/** The names of what can be wrong with a plan, for people and for tests; never a severity that could be weighed. */
export type ViolationCode =
  | "unknownUnit"
  | "unitTwice"
  | "unknownTrip"
  | "tripTwice"
  | "unservedList"
  | "lock"
  | "order"
  | "seats"
  | "qualification"
  | "gateNotGreen"
  | "separation"
  | "window"
  | "nightHome"
  | "tooEarly"
  | "service"
  | "rideTime"
  | "waitOnBoard"
  | "shift"
  | "break"
  | "crewHours"
  | "rest"
  | "drivingTime";

/** One broken rule of a plan (Regelverstoß im Tourenplan). */
export type Violation = { code: ViolationCode; unit?: string; trip?: number; by?: number };
