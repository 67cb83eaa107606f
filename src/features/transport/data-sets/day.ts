/**
 * An invented day on real places, from a seed: demand, windows and vehicles are assumptions for measuring the planner and
 * say nothing about any real day. There are no persons in it, only counts.
 */
import { randomFrom, type Random } from "../domain/deterministic-math.ts";
import type { DayFileInput } from "../input.ts";
import { estimate } from "../travel-times/great-circle.ts";
import type { Place, Places } from "./places.ts";

type TripInput = DayFileInput["trips"][number];
type UnitInput = DayFileInput["units"][number];

export type DaySize = {
  trips: number;
  units: number;
  seed: number;
  /** Seats are scarce: small vehicles only. */ scarce?: boolean;
};

export function generateDay(places: Places, size: DaySize): DayFileInput {
  const random = randomFrom(size.seed);
  const { municipalities, depots, airports } = places;
  const points = [...depots, ...airports, ...municipalities];
  const trips = Array.from({ length: size.trips }, (_, k) => trip(k + 1, random, places));
  return {
    format: "amtsweg-tours-1",
    points: points.map(({ lat, lon }) => ({ lat, lon })),
    trips,
    units: Array.from({ length: size.units }, (_, k) => unit(k, random, depots, size.scarce ?? false)),
    separate: separations(trips.length, random),
  };
}

const pick = <T>(random: Random, list: readonly T[]): T => list[random.below(list.length)]!;
const clock = (minutes: number): string => {
  const day = Math.floor(minutes / 1440);
  const rest = minutes - day * 1440;
  const text = `${String(Math.floor(rest / 60)).padStart(2, "0")}:${String(rest % 60).padStart(2, "0")}`;
  return day === 0 ? text : `${day > 0 ? "+" : ""}${day} ${text}`;
};

const DAWN = 6 * 60;
const DUSK = 21 * 60 - 30;

function trip(number: number, random: Random, { municipalities, depots, airports }: Places): TripInput {
  const from = random.below(municipalities.length);
  const to = random.below(10) < 6 ? random.below(2) : random.below(airports.length);
  const way = estimate(municipalities[from]!, airports[to]!).seconds / 60;
  const persons = pick(random, [1, 1, 1, 1, 1, 2, 2, 3, 4, 5]);
  const home = random.below(10) < 7;
  // Reporting times lie so late that the pick-up can begin by daylight.
  const earliestReport = Math.ceil((DAWN + 45 + 1.2 * way) / 5) * 5;
  const report = earliestReport + 5 * random.below(Math.max(1, Math.floor((20 * 60 - earliestReport) / 5)));
  const wide = 60 + 15 * random.below(7);
  const latest = Math.min(DUSK, Math.floor((report - way - 20) / 5) * 5);
  const children = persons >= 3 ? persons - 2 : 0;
  return {
    trip: number,
    authority: municipalities[from]!.code,
    pickup: {
      point: depots.length + airports.length + from,
      kind: home ? "home" : "facility",
      from: clock(Math.max(DAWN, latest - wide)),
      to: clock(latest),
      serviceMinutes: 15 + 5 * persons,
    },
    delivery: {
      point: depots.length + to,
      kind: "airport",
      from: clock(report - 90),
      to: clock(report),
      serviceMinutes: 15,
    },
    load: {
      seats: persons - children,
      childSeats: children,
      wheelchairs: random.below(40) === 0 ? 1 : 0,
      luggage: persons,
    },
    persons,
    needs: [
      ...(random.below(6) === 0 ? (["femaleEscort"] as const) : []),
      ...(random.below(12) === 0 ? (["medical"] as const) : []),
    ],
    company: random.below(50) === 0 ? "nobody" : "anyone",
    gates: "green",
    date: pick(random, ["fixed", "fixed", "fixed", "fixed", "periodEnds", "open"] as const),
  };
}

function unit(k: number, random: Random, depots: readonly Place[], scarce: boolean): UnitInput {
  const depot = k % depots.length;
  const bus = !scarce && k % 7 === 3;
  const early = k % 2 === 0;
  return {
    unit: `${depots[depot]!.code.replace("ZAB-", "")}-${k + 1}`,
    owner: depots[depot]!.code,
    start: depot,
    capacity: bus
      ? { seats: 14, childSeats: 4, wheelchairs: 1, luggage: 20 }
      : { seats: scarce ? 4 : 6, childSeats: 3, wheelchairs: 1, luggage: scarce ? 6 : 9 },
    skills: [
      ...(k % 3 !== 1 ? (["femaleEscort"] as const) : []),
      "maleEscort",
      ...(k % 4 === 0 || random.below(8) === 0 ? (["medical"] as const) : []),
    ],
    shift: { from: early ? "04:00" : "08:00", to: early ? "18:00" : "23:30", maxMinutes: 600 },
    crew: 2,
    ruleSet: "ArbZG",
    centsPerKm: bus ? 75 : 45,
    centsPerCrewHour: 3600,
    centsPerTour: 6000,
    share: { maxExtraMinutes: 45 },
  };
}

function separations(trips: number, random: Random): [number, number][] {
  return Array.from({ length: Math.floor(trips / 20) }, (): [number, number] => {
    const a = 1 + random.below(trips);
    return [a, 1 + ((a + random.below(trips - 1)) % trips)];
  }).filter(([a, b]) => a !== b);
}
