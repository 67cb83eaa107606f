/**
 * Cost and figures of a plan, counted again from the instance alone (Kennzahlen). They describe tours, never persons:
 * head counts and kilometres, no more.
 */
import type { Instance, Objective, Plan, Tour, Trip, Unit } from "./model.ts";

/** Figures of one tour (Kennzahlen einer Tour), counted anew from its stops. */
export type TourFigures = {
  distance: number;
  emptyDistance: number;
  driving: number;
  cost: number;
  rideExcess: number;
};

export function tourFigures(instance: Instance, unit: Unit, tour: Tour, trips: ReadonlyMap<number, Trip>): TourFigures {
  const { time, distance, size } = instance.travel;
  const sum: TourFigures = { distance: 0, emptyDistance: 0, driving: 0, cost: unit.rates.perTour, rideExcess: 0 };
  const leftAt = new Map<number, number>();
  let at = unit.start;
  const drive = (to: number): void => {
    const cell = at * size + to;
    sum.distance += distance[cell]!;
    if (leftAt.size === 0) sum.emptyDistance += distance[cell]!;
    sum.driving += time[cell]!;
    sum.cost += Math.round(distance[cell]! * unit.rates.perDistance + time[cell]! * unit.rates.perTime);
    at = to;
  };
  for (const stop of tour.stops) {
    const trip = trips.get(stop.trip)!;
    drive(trip[stop.what].point);
    if (stop.what === "pickup") leftAt.set(stop.trip, stop.leave);
    else {
      const direct = time[trip.pickup.point * size + trip.delivery.point]!;
      sum.rideExcess += stop.begin - (leftAt.get(stop.trip) ?? stop.begin) - direct;
      leftAt.delete(stop.trip);
    }
  }
  drive(unit.end);
  return sum;
}

/** The objective as the incumbents are compared: unserved weight, then cost, then time on board above direct. */
export function recount(instance: Instance, plan: Plan): Objective {
  const units = new Map(instance.units.map((u) => [u.unit, u]));
  const trips = new Map(instance.trips.map((t) => [t.trip, t]));
  const open = plan.unserved.map((id) => instance.rules.weights[trips.get(id)!.date]);
  let cost = 0;
  let rideExcess = 0;
  for (const tour of plan.tours) {
    const figures = tourFigures(instance, units.get(tour.unit)!, tour, trips);
    cost += figures.cost;
    rideExcess += figures.rideExcess;
  }
  return { unservedWeight: open.reduce((a, b) => a + b, 0), unserved: open.length, cost, rideExcess };
}

/** Negative when a comes first: fewer open, then cheaper, then shorter rides. */
export const compareObjectives = (a: Objective, b: Objective): number =>
  a.unservedWeight - b.unservedWeight || a.cost - b.cost || a.rideExcess - b.rideExcess;
