/**
 * Would the trip fit into this tour of this unit if one family of limits were relaxed? Asked only to give reasons; the
 * relaxed instance never leaves this file and never becomes a plan.
 */
import type { Instance, Tour, Trip, Unit } from "../model.ts";
import { compile } from "../search/compile.ts";
import { insertionCost } from "../search/insertion.ts";
import { intern } from "../search/slab.ts";
import { writeSequence } from "../search/solution.ts";
import { newSearch } from "../search/state.ts";

/** Bounds taken away on trial (Lockerung auf Probe). */
export type Relaxed = {
  company?: boolean;
  seats?: boolean;
  pickupEarlier?: number;
  pickupLater?: number;
  deliveryLater?: number;
  ride?: number;
  crew?: number;
  ruleSet?: boolean;
  rest?: boolean;
};

const PLENTY = 120;
const DAY = 86400;

/** Only the trips of this tour and the new one take part, so one question costs well under a millisecond. */
export function fitsTour(
  instance: Instance,
  trip: Trip,
  unit: Unit,
  tour: Tour | undefined,
  relaxed: Relaxed,
): boolean {
  const members = new Set(tour?.stops.map((s) => s.trip));
  const trips = [...instance.trips.filter((t) => members.has(t.trip)), relaxTrip(trip, relaxed)];
  const own = relaxUnit(unit, relaxed);
  const known = new Set(trips.map((t) => t.trip));
  const small: Instance = {
    ...instance,
    trips: relaxed.company ? trips.map((t) => ({ ...t, company: "anyone" as const })) : trips,
    units: [own],
    separate: relaxed.company ? [] : instance.separate.filter(([a, b]) => known.has(a) && known.has(b)),
    locks: instance.locks.filter((l) => known.has(l.trip) && (l.kind === "pickupTime" || l.unit === unit.unit)),
  };
  const search = newSearch(compile(small), 1, 16);
  const { problem, inserter } = search;
  const index = new Map(small.trips.map((t, r) => [t.trip, r]));
  const nodes = (tour?.stops ?? []).map((s) => index.get(s.trip)! + (s.what === "delivery" ? problem.n : 0));
  const handle = intern(problem, inserter.slab, inserter.bench, writeSequence(problem, inserter.bench, 0, nodes), 0);
  return insertionCost(inserter, handle, problem.n - 1) < Infinity;
}

function relaxTrip(trip: Trip, relaxed: Relaxed): Trip {
  return {
    ...trip,
    maxRide: trip.maxRide + (relaxed.ride ?? 0),
    pickup: {
      ...trip.pickup,
      earliest: trip.pickup.earliest - (relaxed.pickupEarlier ?? 0),
      latest: trip.pickup.latest + (relaxed.pickupLater ?? 0),
    },
    delivery: { ...trip.delivery, latest: trip.delivery.latest + (relaxed.deliveryLater ?? 0) },
  };
}

function relaxUnit(unit: Unit, relaxed: Relaxed): Unit {
  const crew = relaxed.crew ?? 0;
  return {
    ...unit,
    capacity: relaxed.seats
      ? { seats: PLENTY, wheelchairs: PLENTY, childSeats: PLENTY, luggage: PLENTY }
      : unit.capacity,
    shiftFrom: unit.shiftFrom - crew,
    shiftTo: unit.shiftTo + crew,
    maxDuration: unit.maxDuration + crew,
    ruleSet: relaxed.ruleSet ? "none" : unit.ruleSet,
    // The rest is forgotten, the hours at the wheel still count.
    history: relaxed.rest ? unit.history.map((p) => ({ ...p, to: p.from - DAY })) : unit.history,
  };
}
