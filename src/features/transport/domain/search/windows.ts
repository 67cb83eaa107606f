/**
 * The windows that the search sees: night taken out at homes, locks applied, pick-up and delivery tightened by each other.
 * An empty window (earliest after latest) means: this trip cannot be planned as it stands.
 */
import type { Instance, Trip } from "../model.ts";
import { daytimeParts, nightAllowed, type Window } from "../night.ts";

export type TripWindows = { pickup: Window; delivery: Window };

const EMPTY: Window = { earliest: 1, latest: 0 };

export function tripWindows(instance: Instance, time: Float64Array): TripWindows[] {
  return instance.trips.map((trip) => {
    const way = time[trip.pickup.point * instance.travel.size + trip.delivery.point]!;
    return tighten(
      { pickup: stopWindow(instance, trip, "pickup"), delivery: stopWindow(instance, trip, "delivery") },
      trip,
      way,
    );
  });
}

function stopWindow(instance: Instance, trip: Trip, what: "pickup" | "delivery"): Window {
  const stop = trip[what];
  const night = nightAllowed(stop, trip.nightDecisions) ? null : instance.rules.night;
  const parts = daytimeParts(stop, night);
  // Validation refuses a window with two daytime parts: a person decides which evening or morning is meant.
  let window = parts[0] ?? EMPTY;
  for (const lock of instance.locks)
    if (what === "pickup" && lock.kind === "pickupTime" && lock.trip === trip.trip)
      window = { earliest: Math.max(window.earliest, lock.earliest), latest: Math.min(window.latest, lock.latest) };
  return window;
}

function tighten({ pickup, delivery }: TripWindows, trip: Trip, way: number): TripWindows {
  const direct = trip.pickup.service + way;
  const longest = trip.pickup.service + trip.maxRide;
  if (direct > longest || pickup.earliest > pickup.latest || delivery.earliest > delivery.latest)
    return { pickup: EMPTY, delivery: EMPTY };
  const latest = Math.min(delivery.latest, pickup.latest + longest);
  const earliest = Math.max(delivery.earliest, pickup.earliest + direct);
  return {
    pickup: {
      earliest: Math.max(pickup.earliest, earliest - longest),
      latest: Math.min(pickup.latest, latest - direct),
    },
    delivery: { earliest, latest },
  };
}
