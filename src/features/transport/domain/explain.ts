/**
 * Why a trip is open (Begründung): for each unit the first rule in the way, the smallest change that would help and who
 * may make it. It never proposes to lower a protection: separation, night, gates and minors are not negotiable.
 */
import type { Instance, Plan, Trip, Unit } from "./model.ts";
import { displacement, type Displacement } from "./explain/displacement.ts";
import { fitsTour, type Relaxed } from "./explain/fits.ts";
import { smallestRelaxation, type Relaxation } from "./explain/relaxation.ts";
import { nightAllowed, daytimeParts } from "./night.ts";

/** Why a unit cannot take a trip (Hinderungsgrund der Einplanung). */
export type ReasonCode =
  | "gateNotGreen"
  | "qualification"
  | "separation"
  | "seats"
  | "pickupWindow"
  | "arrivalWindow"
  | "rideTime"
  | "crewHours"
  | "rest"
  | "drivingTime"
  | "nightHome"
  | "ownerNotSharing"
  | "displaced"
  | "lock"
  | "several";

/** Who could remove the reason (Stelle, die abhelfen kann). */
export type WhoMayChange = "dispatcher" | "municipality" | "airportDesk" | "owner" | "nobody";

/** One reason a unit cannot take a trip (Hinderungsgrund), with the smallest change that would help. */
export type Reason = {
  unit: string;
  code: ReasonCode;
  negotiable: boolean;
  who: WhoMayChange;
  relaxation?: Relaxation;
  displacement?: Displacement;
};

const protectedCodes: ReadonlySet<ReasonCode> = new Set<ReasonCode>(["gateNotGreen", "separation", "nightHome"]);

const changedBy: Record<ReasonCode, WhoMayChange> = {
  gateNotGreen: "nobody",
  separation: "nobody",
  nightHome: "nobody",
  qualification: "dispatcher",
  seats: "dispatcher",
  crewHours: "dispatcher",
  rest: "dispatcher",
  drivingTime: "dispatcher",
  lock: "dispatcher",
  displaced: "dispatcher",
  several: "dispatcher",
  pickupWindow: "municipality",
  rideTime: "dispatcher",
  arrivalWindow: "airportDesk",
  ownerNotSharing: "owner",
};

const reason = (unit: Unit, code: ReasonCode, more: Pick<Reason, "relaxation" | "displacement"> = {}): Reason => ({
  unit: unit.unit,
  code,
  negotiable: !protectedCodes.has(code),
  who: changedBy[code],
  ...more,
});

/** `exchange`: look at units of other authorities too (Restplatzbörse). */
export type ExplainOptions = { exchange?: boolean };

/** One reason a unit; nothing for a trip that is served. */
export function explain(instance: Instance, plan: Plan, tripId: number, options: ExplainOptions = {}): Reason[] {
  const trip = instance.trips.find((t) => t.trip === tripId);
  if (!trip) throw new RangeError(`trip ${tripId} is not part of the instance`);
  if (!plan.unserved.includes(tripId)) return [];
  const reasons = instance.units.map((unit) => reasonFor(instance, plan, trip, unit, options));
  return withCounterfactual(instance, plan, trip, reasons);
}

/** One more solve answers for the first unit that it was displaced from; for the others the code must do. */
function withCounterfactual(instance: Instance, plan: Plan, trip: Trip, reasons: readonly Reason[]): Reason[] {
  const first = reasons.findIndex((r) => r.code === "displaced");
  if (first < 0) return [...reasons];
  const found = displacement(instance, plan, trip.trip, reasons[first]!.unit);
  return reasons.map((r, k) => {
    if (k !== first) return r;
    return found ? { ...r, displacement: found } : { ...r, code: "several" };
  });
}

function reasonFor(instance: Instance, plan: Plan, trip: Trip, unit: Unit, options: ExplainOptions): Reason {
  if (trip.gates !== "green") return reason(unit, "gateNotGreen");
  if (nightOnly(instance, trip)) return reason(unit, "nightHome");
  if (options.exchange && !unit.share) return reason(unit, "ownerNotSharing");
  if (trip.needs.some((need) => !unit.skills.includes(need))) return reason(unit, "qualification");
  if (
    instance.locks.some(
      (l) => l.kind !== "pickupTime" && l.trip === trip.trip && (l.kind === "unit") !== (l.unit === unit.unit),
    )
  )
    return reason(unit, "lock");
  const tour = plan.tours.find((t) => t.unit === unit.unit);
  if (loads(trip).some(([dimension, load]) => load > unit.capacity[dimension])) return reason(unit, "seats");
  const fits = (relaxed: Relaxed): boolean => fitsTour(instance, trip, unit, tour, relaxed);
  if (fits({})) return reason(unit, "displaced");
  // Separation is tested only to name it; what it takes away is never offered as a change.
  if (fits({ company: true })) return reason(unit, "separation");
  if (fits({ seats: true })) return reason(unit, "seats");
  const relaxation = smallestRelaxation(fits);
  if (relaxation) return reason(unit, relaxation.code, { relaxation });
  const alone = fitsTour(instance, trip, unit, undefined, {});
  return alone && tour ? reason(unit, "displaced") : reason(unit, "several");
}

const loads = (trip: Trip): [keyof Trip["load"], number][] =>
  Object.entries(trip.load) as [keyof Trip["load"], number][];

const nightOnly = (instance: Instance, trip: Trip): boolean =>
  (["pickup", "delivery"] as const).some(
    (what) =>
      !nightAllowed(trip[what], trip.nightDecisions) && daytimeParts(trip[what], instance.rules.night).length === 0,
  );
