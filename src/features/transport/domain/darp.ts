/**
 * Reads the public dial-a-ride benchmark files (Cordeau a, b; Cordeau & Laporte pr) into an instance and writes costs back
 * in the unit of the papers. Used to measure the planner; never in the daily work of an authority.
 */
import type { Code, Instance, TravelMatrix, Trip, Unit } from "./model.ts";

/** Whole ticks a minute: double-precision distances are rounded up to a billionth, so a feasible plan stays feasible. */
export const TICKS = 1e9;

type Row = { id: number; x: number; y: number; service: number; load: number; earliest: number; latest: number };

export class DarpFormatError extends Error {}

export function readDarp(text: string): Instance {
  const rows = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const numbers = rows.map((row, k) => row.split(/\s+/).map((cell) => finite(cell, k + 1)));
  const [header, ...body] = numbers;
  if (!header || header.length < 5) throw new DarpFormatError("line 1: expected »vehicles N duration capacity ride«");
  const [vehicles, , duration, capacity, ride] = header as [number, number, number, number, number];
  if (!Number.isInteger(vehicles) || vehicles < 1) throw new DarpFormatError("line 1, field 1: number of vehicles");
  const nodes = body.map((cells, k) => row(cells, k + 2));
  // The second number of the header means different things in different sets: the rows are counted instead.
  const repeatsDepot = nodes.length % 2 === 0;
  const n = (nodes.length - (repeatsDepot ? 2 : 1)) / 2;
  if (n < 1) throw new DarpFormatError("no requests");
  const places = repeatsDepot ? nodes.slice(0, -1) : nodes;
  return {
    trips: Array.from({ length: n }, (_, r) => trip(places, r + 1, n, ride)),
    units: Array.from({ length: vehicles }, (_, k) => unit(k, places[0]!, duration, capacity)),
    separate: [],
    travel: euclid(places),
    rules: {
      separationScope: "tour",
      maxWaitOnBoard: -1,
      night: null,
      weights: { fixed: 1, periodEnds: 1, open: 1 },
      pickupGrid: 0,
    },
    locks: [],
  };
}

function finite(cell: string, line: number): number {
  const value = Number(cell);
  if (!Number.isFinite(value)) throw new DarpFormatError(`line ${line}: »${cell}« is no number`);
  return value;
}

function row(cells: readonly number[], line: number): Row {
  if (cells.length < 7) throw new DarpFormatError(`line ${line}: expected »id x y service load earliest latest«`);
  const [id, x, y, service, load, earliest, latest] = cells as [number, number, number, number, number, number, number];
  if (earliest > latest) throw new DarpFormatError(`line ${line}: window ends before it begins`);
  if (earliest < 0 || service < 0) throw new DarpFormatError(`line ${line}: negative time`);
  return { id, x, y, service, load, earliest, latest };
}

function trip(places: readonly Row[], pickup: number, n: number, ride: number): Trip {
  const [p, d] = [places[pickup]!, places[pickup + n]!];
  if (p.load < 0 || p.load + d.load !== 0) throw new DarpFormatError(`request ${pickup}: loads do not add up to zero`);
  const stop = (point: number, at: Row): Trip["pickup"] => ({
    point,
    kind: "facility",
    earliest: Math.round(at.earliest * TICKS),
    latest: Math.round(at.latest * TICKS),
    service: Math.round(at.service * TICKS),
  });
  return {
    trip: pickup,
    authority: "A" as Code,
    pickup: stop(pickup, p),
    delivery: stop(pickup + n, d),
    load: { seats: p.load, wheelchairs: 0, childSeats: 0, luggage: 0 },
    persons: p.load,
    maxRide: Math.round(ride * TICKS),
    needs: [],
    company: "anyone",
    nightDecisions: [],
    gates: "green",
    date: "open",
  };
}

const unit = (k: number, depot: Row, duration: number, capacity: number): Unit => ({
  unit: `V-${k + 1}` as Code,
  owner: "A" as Code,
  start: 0,
  end: 0,
  capacity: { seats: capacity, wheelchairs: 0, childSeats: 0, luggage: 0 },
  skills: [],
  shiftFrom: Math.round(depot.earliest * TICKS),
  shiftTo: Math.round(depot.latest * TICKS),
  maxDuration: Math.round(duration * TICKS),
  crew: 1,
  ruleSet: "none",
  history: [],
  rates: { perDistance: 1, perTime: 0, perTour: 0 },
  share: null,
});

function euclid(places: readonly Row[]): TravelMatrix {
  const size = places.length;
  const time = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      const [dx, dy] = [places[i]!.x - places[j]!.x, places[i]!.y - places[j]!.y];
      time[i * size + j] = Math.ceil(Math.sqrt(dx * dx + dy * dy) * TICKS);
    }
  return { source: "euclid", size, time, distance: time, estimated: false };
}

/** Node ids of the benchmark file: pick-up r, delivery n + r. */
export const darpNode = (trip: number, what: "pickup" | "delivery", n: number): number =>
  what === "pickup" ? trip : trip + n;
