/** Order, load, skills, gates and separation of one tour, stop by stop; times are checked elsewhere. */
import type { Instance, Tour, Trip, Unit } from "../model.ts";
import type { Violation } from "./violation.ts";

const DIMENSIONS = ["seats", "wheelchairs", "childSeats", "luggage"] as const;

export function checkTour(instance: Instance, trips: ReadonlyMap<number, Trip>, unit: Unit, tour: Tour): Violation[] {
  const found: Violation[] = [];
  const aboard = new Set<number>();
  const done = new Set<number>();
  for (const stop of tour.stops) {
    const trip = trips.get(stop.trip)!;
    if (stop.what === "delivery") {
      if (!aboard.delete(stop.trip)) found.push({ code: "order", unit: unit.unit, trip: stop.trip });
      done.add(stop.trip);
      continue;
    }
    if (aboard.has(stop.trip) || done.has(stop.trip)) found.push({ code: "order", unit: unit.unit, trip: stop.trip });
    const together = instance.rules.separationScope === "tour" ? [...aboard, ...done] : [...aboard];
    for (const other of together)
      if (mustBeApart(instance, trip, trips.get(other)!))
        found.push({ code: "separation", unit: unit.unit, trip: stop.trip, by: other });
    aboard.add(stop.trip);
    for (const dimension of DIMENSIONS) {
      const load = [...aboard].reduce((sum, id) => sum + trips.get(id)!.load[dimension], 0);
      if (load > unit.capacity[dimension])
        found.push({ code: "seats", unit: unit.unit, trip: stop.trip, by: load - unit.capacity[dimension] });
    }
    if (trip.needs.some((need) => !unit.skills.includes(need)))
      found.push({ code: "qualification", unit: unit.unit, trip: stop.trip });
    if (trip.gates !== "green") found.push({ code: "gateNotGreen", unit: unit.unit, trip: stop.trip });
  }
  for (const left of aboard) found.push({ code: "order", unit: unit.unit, trip: left });
  return found;
}

function mustBeApart(instance: Instance, a: Trip, b: Trip): boolean {
  if (a.company !== "anyone" || b.company !== "anyone") return true;
  return instance.separate.some(([x, y]) => (x === a.trip && y === b.trip) || (x === b.trip && y === a.trip));
}
