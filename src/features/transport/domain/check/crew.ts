/** Shift, breaks and rule set of the crew of one tour. The rule set itself is the one pure function everybody uses. */
import { crewViolations } from "../crew-rules.ts";
import type { Instance, Tour, Trip, Unit } from "../model.ts";
import type { Violation } from "./violation.ts";

export function checkCrew(instance: Instance, unit: Unit, tour: Tour): Violation[] {
  const found: Violation[] = [];
  if (tour.start < unit.shiftFrom || tour.end > unit.shiftTo) found.push({ code: "shift", unit: unit.unit });
  if (tour.end - tour.start > unit.maxDuration) found.push({ code: "crewHours", unit: unit.unit });
  if (!breaksStand(tour)) found.push({ code: "break", unit: unit.unit });
  const rules = instance.ruleSets.find((set) => set.id === unit.ruleSet);
  if (!rules) return [...found, { code: "unknownUnit", unit: unit.unit }];
  const drives = drivesOf(instance, unit, tour);
  for (const code of crewViolations(rules, unit.history, {
    start: tour.start,
    end: tour.end,
    drives,
    breaks: tour.breaks,
  }))
    found.push({ code, unit: unit.unit });
  return found;
}

/** A break lies between leaving one stop and arriving at the next, with nobody on board. */
function breaksStand(tour: Tour): boolean {
  return tour.breaks.every((b) => {
    const before = tour.stops.slice(0, b.afterStop);
    const pickups = before.filter((s) => s.what === "pickup").length;
    const left = before.at(-1)?.leave ?? tour.start;
    const next = tour.stops[b.afterStop]?.arrive ?? tour.end;
    return 2 * pickups === before.length && b.from >= left && b.to <= next && b.to >= b.from;
  });
}

function drivesOf(instance: Instance, unit: Unit, tour: Tour): { from: number; to: number }[] {
  const { time, size } = instance.travel;
  const trips = new Map<number, Trip>(instance.trips.map((t) => [t.trip, t]));
  let at = unit.start;
  let free = tour.start;
  const points = [
    ...tour.stops.map((s) => ({ point: trips.get(s.trip)![s.what].point, leave: s.leave })),
    { point: unit.end, leave: tour.end },
  ];
  return points.map(({ point, leave }, k) => {
    const from = tour.breaks.reduce((latest, b) => (b.afterStop === k ? Math.max(latest, b.to) : latest), free);
    const drive = { from, to: from + time[at * size + point]! };
    at = point;
    free = leave;
    return drive;
  });
}
