/**
 * The independent check (unabhängige Prüfung) of a plan against its instance. It shares no code with the search, trusts
 * no figure of the plan, and runs on everything that leaves the solver, on import, and before release.
 */
import { checkCrew } from "./check/crew.ts";
import { checkRide } from "./check/ride.ts";
import { checkTour } from "./check/tour.ts";
import type { Violation } from "./check/violation.ts";
import type { Instance, Plan } from "./model.ts";

export type { Violation } from "./check/violation.ts";

export function check(instance: Instance, plan: Plan): Violation[] {
  const found: Violation[] = [];
  const units = new Map(instance.units.map((u) => [u.unit as string, u]));
  const trips = new Map(instance.trips.map((t) => [t.trip, t]));
  const unitsSeen = new Set<string>();
  const servedBy = new Map<number, string>();
  for (const tour of plan.tours) {
    const unit = units.get(tour.unit);
    if (!unit) {
      found.push({ code: "unknownUnit", unit: tour.unit });
      continue;
    }
    if (unitsSeen.has(tour.unit)) found.push({ code: "unitTwice", unit: tour.unit });
    unitsSeen.add(tour.unit);
    const strangers = tour.stops.filter((s) => !trips.has(s.trip));
    for (const s of strangers) found.push({ code: "unknownTrip", unit: tour.unit, trip: s.trip });
    if (strangers.length > 0) continue;
    for (const trip of new Set(tour.stops.map((s) => s.trip))) {
      if (servedBy.has(trip)) found.push({ code: "tripTwice", unit: tour.unit, trip });
      servedBy.set(trip, tour.unit);
    }
    found.push(
      ...checkTour(instance, trips, unit, tour),
      ...checkRide(instance, trips, unit, tour),
      ...checkCrew(instance, unit, tour),
    );
  }
  const open = new Set(plan.unserved);
  for (const trip of instance.trips)
    if (servedBy.has(trip.trip) === open.has(trip.trip)) found.push({ code: "unservedList", trip: trip.trip });
  for (const lock of instance.locks) {
    const by = servedBy.get(lock.trip);
    if (lock.kind === "unit" && by !== undefined && by !== lock.unit)
      found.push({ code: "lock", unit: by, trip: lock.trip });
    if (lock.kind === "notUnit" && by === lock.unit) found.push({ code: "lock", unit: by, trip: lock.trip });
  }
  return found;
}
