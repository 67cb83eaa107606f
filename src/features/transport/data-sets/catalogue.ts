/**
 * The own data sets by name (transport.md 10.4), each reproducible from its seed. Days are for planning, exchanges hold a
 * planned day and rejected trips, repairs a planned day and what has changed.
 */
import type { Instance, Plan } from "../domain/model.ts";
import { plan } from "../domain/plan.ts";
import type { Repair } from "../domain/repair.ts";
import { dayFile, instanceOf, type DayFileInput } from "../input.ts";
import { estimateAll } from "../travel-times/great-circle.ts";
import { toTravelMatrix } from "../travel-times/matrix.ts";
import { generateDay } from "./day.ts";
import type { Places } from "./places.ts";

export type DaySet = { kind: "day"; day: DayFileInput; instance: Instance };
export type ExchangeSet = { kind: "exchange"; day: DayFileInput; instance: Instance; plan: Plan; rejected: number[] };
export type RepairSet = { kind: "repair"; day: DayFileInput; instance: Instance; plan: Plan; change: Repair };
export type DataSet = DaySet | ExchangeSet | RepairSet;

const PLANNING_ITERATIONS = 400;

export const dayInstance = (day: DayFileInput): Instance =>
  instanceOf(dayFile.parse(day), toTravelMatrix(estimateAll(day.points), "great-circle 1"));

const daySet = (places: Places, trips: number, units: number): DaySet => {
  const day = generateDay(places, { trips, units, seed: trips });
  return { kind: "day", day, instance: dayInstance(day) };
};

/** A day that its units serve alone, then the trips that were rejected come on top. */
export function exchangeSet(
  places: Places,
  rejectedTrips: number,
  tours: number,
  seed: number,
  scarce = false,
): ExchangeSet {
  const planned = Math.round(tours * (scarce ? 1.3 : 1.8));
  const day = generateDay(places, { trips: planned + rejectedTrips, units: tours, seed, scarce });
  const instance = dayInstance(day);
  const first: Instance = {
    ...instance,
    trips: instance.trips.slice(0, planned),
    separate: instance.separate.filter((pair) => pair.every((id) => id <= planned)),
  };
  const result = plan(first, { seed: 1, iterations: PLANNING_ITERATIONS });
  const rejected = instance.trips.map((t) => t.trip).filter((id) => id > planned);
  const leftOver = new Set(result.plan.unserved);
  // Trips that the first pass could not serve are not part of the market of this data set.
  const trips = day.trips.filter((t) => !leftOver.has(t.trip));
  const kept = { ...day, trips, separate: (day.separate ?? []).filter((pair) => !pair.some((id) => leftOver.has(id))) };
  return {
    kind: "exchange",
    day: kept,
    instance: dayInstance(kept),
    plan: { tours: result.plan.tours, unserved: rejected },
    rejected,
  };
}

function repairSet(
  places: Places,
  change: (instance: Instance, plan: Plan) => { instance: Instance; change: Repair },
): RepairSet {
  const { day, instance } = daySet(places, 100, 50);
  const { plan: standing } = plan(instance, { seed: 1, iterations: 4 * PLANNING_ITERATIONS });
  return { kind: "repair", day, plan: standing, ...change(instance, standing) };
}

const NINE = 9 * 3600;
const quietChange: Repair = {
  now: NINE,
  freezeUntil: NINE + 3600,
  cancelled: [],
  told: [],
  tolerance: 600,
  acceptedUnits: [],
  brokenUnits: [],
  movePrice: 1_000_000,
};

/** Every tenth trip that has not begun is called off at nine. */
const cancelTenth = (instance: Instance, standing: Plan): { instance: Instance; change: Repair } => {
  const waiting = standing.tours.flatMap((t) =>
    t.stops.filter((s) => s.what === "pickup" && s.begin > quietChange.freezeUntil).map((s) => s.trip),
  );
  const cancelled = waiting.toSorted((a, b) => a - b).filter((_, k) => k % 10 === 0);
  return { instance, change: { ...quietChange, cancelled, told: waiting } };
};

/** The busiest airport's flights of the afternoon leave ninety minutes later; the reception there opens as before. */
const shiftFlights = (instance: Instance): { instance: Instance; change: Repair } => {
  const busiest = instance.trips[0]!.delivery.point;
  const trips = instance.trips.map((t) =>
    t.delivery.point === busiest && t.delivery.latest > 13 * 3600
      ? { ...t, delivery: { ...t.delivery, latest: t.delivery.latest + 5400 } }
      : t,
  );
  return { instance: { ...instance, trips }, change: quietChange };
};

const sets: Readonly<Record<string, (places: Places) => DataSet>> = {
  "nrw-100": (p) => daySet(p, 100, 50),
  "nrw-200": (p) => daySet(p, 200, 90),
  "nrw-300": (p) => daySet(p, 300, 130),
  "exchange-40x60": (p) => exchangeSet(p, 40, 60, 4060),
  "exchange-80x200": (p) => exchangeSet(p, 80, 200, 80200),
  "scarce-40x19": (p) => exchangeSet(p, 40, 19, 4019, true),
  "cancel-10": (p) => repairSet(p, cancelTenth),
  "flight-shift-90": (p) => repairSet(p, shiftFlights),
};

export const dataSetNames = Object.keys(sets);
export const dataSet = (name: string, places: Places): DataSet | undefined => sets[name]?.(places);
