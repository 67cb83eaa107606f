/** Builders of small invented instances for tests: points in a plane, minutes as ways. Not used by the program. */
import { shippedRuleSets } from "./crew-rules.ts";
import { randomFrom } from "./deterministic-math.ts";
import type { Code, Instance, Load, Trip, TravelMatrix, Unit } from "./model.ts";

export const code = (text: string): Code => text as Code;
export const load = (seats: number, more: Partial<Load> = {}): Load => ({
  seats,
  wheelchairs: 0,
  childSeats: 0,
  luggage: 0,
  ...more,
});
export const MINUTE = 60;
export const HOUR = 3600;

/** Travel times between points on a plane: a minute and a kilometre a step. */
export function plane(points: readonly (readonly [number, number])[]): TravelMatrix {
  const size = points.length;
  const time = new Float64Array(size * size);
  const distance = new Float64Array(size * size);
  points.forEach(([x, y], i) =>
    points.forEach(([u, v], j) => {
      const steps = Math.sqrt((x - u) ** 2 + (y - v) ** 2);
      time[i * size + j] = Math.ceil(steps * MINUTE);
      distance[i * size + j] = Math.ceil(steps * 1000);
    }),
  );
  return { source: "plane", size, time, distance, estimated: true };
}

type Changes<T> = { [K in keyof T]?: T[K] };

export function aTrip(trip: number, from: number, to: number, more: Changes<Trip> = {}): Trip {
  return {
    trip,
    authority: code(`A-${trip % 3}`),
    pickup: { point: from, kind: "facility", earliest: 6 * HOUR, latest: 20 * HOUR, service: 5 * MINUTE },
    delivery: { point: to, kind: "airport", earliest: 6 * HOUR, latest: 20 * HOUR, service: 5 * MINUTE },
    load: load(1),
    persons: 1,
    maxRide: 2 * HOUR,
    needs: [],
    company: "anyone",
    nightDecisions: [],
    gates: "green",
    date: "open",
    ...more,
  };
}

export function aUnit(name: string, depot: number, more: Changes<Unit> = {}): Unit {
  return {
    unit: code(name),
    owner: code("ZAB-1"),
    start: depot,
    end: depot,
    capacity: load(4),
    skills: [],
    shiftFrom: 5 * HOUR,
    shiftTo: 22 * HOUR,
    maxDuration: 10 * HOUR,
    crew: 2,
    ruleSet: "none",
    history: [],
    rates: { perDistance: 1, perTime: 0, perTour: 0 },
    share: { maxExtra: 3 * HOUR },
    ...more,
  };
}

export function anInstance(more: Pick<Instance, "trips" | "units" | "travel"> & Changes<Instance>): Instance {
  return {
    separate: [],
    rules: {
      separationScope: "tour",
      maxWaitOnBoard: -1,
      night: { from: 21 * HOUR, to: 6 * HOUR, day: 24 * HOUR },
      weights: { fixed: 3, periodEnds: 2, open: 1 },
      pickupGrid: 0,
    },
    locks: [],
    ruleSets: shippedRuleSets,
    ...more,
  };
}

/** Size of an invented day for tests (Übungstag). */
export type RandomDay = { trips: number; units: number; seed: number; strict?: boolean; spread?: number };

/** A small random day; `strict` switches on waiting limits, working time law, needs and separation. */
export function randomDay({ trips, units, seed, strict = false, spread = 40 }: RandomDay): Instance {
  const random = randomFrom(seed);
  const points = Array.from({ length: 2 * trips + 2 }, (): [number, number] => [
    random.below(spread),
    random.below(spread),
  ]);
  const list = Array.from({ length: trips }, (_, k) => {
    const from = 6 * HOUR + 30 * MINUTE * random.below(16);
    return aTrip(k + 1, 2 + k, 2 + trips + k, {
      pickup: {
        point: 2 + k,
        kind: random.below(2) === 0 ? "home" : "facility",
        earliest: from,
        latest: from + 20 * MINUTE * (1 + random.below(6)),
        service: 10 * MINUTE,
      },
      delivery: { point: 2 + trips + k, kind: "airport", earliest: from, latest: from + 4 * HOUR, service: 5 * MINUTE },
      load: load(1 + random.below(2)),
      maxRide: (40 + random.below(60)) * MINUTE,
      date: (["fixed", "periodEnds", "open"] as const)[random.below(3)]!,
      ...(strict && random.below(4) === 0 ? { needs: ["medical"] as const } : {}),
      ...(strict && random.below(12) === 0 ? { company: "nobody" as const } : {}),
    });
  });
  const instance = anInstance({
    trips: list,
    units: Array.from({ length: units }, (_, k) =>
      aUnit(
        `U-${k + 1}`,
        k % 2,
        strict ? { ruleSet: "ArbZG", skills: k % 2 === 0 ? ["medical"] : [], capacity: load(2 + (k % 3)) } : {},
      ),
    ),
    travel: plane(points),
  });
  if (!strict) return instance;
  const separate = trips > 3 ? [[1, 2] as const, [2, 3] as const] : [];
  return { ...instance, separate, rules: { ...instance.rules, maxWaitOnBoard: 15 * MINUTE, pickupGrid: 5 * MINUTE } };
}
