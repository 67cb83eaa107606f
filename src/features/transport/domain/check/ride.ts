/** Times of one tour: windows, night at homes, ways, service, time on board, waiting with persons on board, shift. */
import type { Instance, Tour, Trip, Unit } from "../model.ts";
import type { Violation } from "./violation.ts";

export function checkRide(instance: Instance, trips: ReadonlyMap<number, Trip>, unit: Unit, tour: Tour): Violation[] {
  const found: Violation[] = [];
  const { travel, rules } = instance;
  const leftPickup = new Map<number, number>();
  let at = unit.start;
  let free = tour.start;
  for (const [k, stop] of tour.stops.entries()) {
    const trip = trips.get(stop.trip)!;
    const place = trip[stop.what];
    const tell = (code: Violation["code"], by: number): void =>
      void found.push({ code, unit: unit.unit, trip: stop.trip, by });
    const reach = free + pauseAfter(tour, k) + travel.time[at * travel.size + place.point]!;
    if (stop.arrive < reach) tell("tooEarly", reach - stop.arrive);
    if (stop.begin < stop.arrive) tell("tooEarly", stop.arrive - stop.begin);
    if (stop.leave !== stop.begin + place.service) tell("service", stop.leave - stop.begin - place.service);
    if (stop.begin < place.earliest) tell("window", place.earliest - stop.begin);
    if (stop.begin > place.latest) tell("window", stop.begin - place.latest);
    if (place.kind === "home" && trip.nightDecisions.length !== 2 && touchesNight(rules.night, stop.begin, stop.leave))
      tell("nightHome", 0);
    const mayWait = place.kind === "home" ? 0 : rules.maxWaitOnBoard;
    if (rules.maxWaitOnBoard >= 0 && leftPickup.size > 0 && stop.begin - reach > mayWait)
      tell("waitOnBoard", stop.begin - reach - mayWait);
    if (stop.what === "pickup") leftPickup.set(stop.trip, stop.leave);
    else {
      const ride = stop.begin - (leftPickup.get(stop.trip) ?? stop.begin);
      if (ride > trip.maxRide) tell("rideTime", ride - trip.maxRide);
      leftPickup.delete(stop.trip);
    }
    for (const lock of instance.locks)
      if (
        lock.kind === "pickupTime" &&
        lock.trip === stop.trip &&
        stop.what === "pickup" &&
        (stop.begin < lock.earliest || stop.begin > lock.latest)
      )
        tell("lock", 0);
    at = place.point;
    free = stop.leave;
  }
  const home = free + pauseAfter(tour, tour.stops.length) + travel.time[at * travel.size + unit.end]!;
  if (tour.end < home) found.push({ code: "tooEarly", unit: unit.unit, by: home - tour.end });
  return found;
}

const pauseAfter = (tour: Tour, stops: number): number =>
  tour.breaks.reduce((sum, b) => (b.afterStop === stops ? sum + b.to - b.from : sum), 0);

/** Any moment of the stop inside the night counts. */
function touchesNight(night: Instance["rules"]["night"], from: number, to: number): boolean {
  if (!night) return false;
  const day = Math.floor(from / night.day) * night.day;
  return from < day + night.to || to > day + night.from;
}
