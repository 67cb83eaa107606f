/**
 * Reads the public dial-a-ride benchmark files (Cordeau a, b; Cordeau & Laporte pr) into an instance and writes costs back
 * in the unit of the papers. Used to measure the planner; never in the daily work of an authority.
 */
import { noRules } from "./crew-rules.ts";
import type { Code, Instance, TravelMatrix, Trip, Unit } from "./model.ts";

/** Whole ticks a minute: double-precision distances are rounded up to a billionth, so a feasible plan stays feasible. */
export const TICKS = 1e9;

type Depots = { depot: Row; end: Row; endPoint: number };

type Row = { id: number; x: number; y: number; service: number; load: number; earliest: number; latest: number };

export class DarpFormatError extends Error {}

/** A benchmark file as the planner takes it, with the ids that the file gives to pick-ups and deliveries (1…2n in order). */
export type DarpFile = { instance: Instance; nodeIds: readonly number[] };

export const readDarp = (text: string): Instance => readDarpFile(text).instance;

export function readDarpFile(text: string): DarpFile {
  const [header, ...body] = linesOf(text);
  if (!header || header.cells.length < 5)
    throw new DarpFormatError(`line ${header?.line ?? 1}: expected »vehicles N duration capacity ride«`);
  const { places, end, n } = nodesOf(body.map(({ cells, line }) => row(cells, line)));
  const [vehicles, , duration, capacity, ride] = header.cells as [number, number, number, number, number];
  if (!Number.isInteger(vehicles) || vehicles < 1)
    throw new DarpFormatError(`line ${header.line}, field 1: number of vehicles`);
  for (const [k, value] of [duration, capacity, ride].entries())
    if (value < 0) throw new DarpFormatError(`line ${header.line}, field ${k + 3}: negative`);
  const seats = places.reduce((sum, place) => sum + Math.max(0, place.load), 0);
  const depot = places[0]!;
  const elsewhere = end.x !== depot.x || end.y !== depot.y;
  const depots: Depots = { depot, end, endPoint: elsewhere ? places.length : 0 };
  const instance: Instance = {
    trips: Array.from({ length: n }, (_, r) => trip(places, r + 1, n, ride)),
    // More seats than there are persons change nothing; the planner counts to 127.
    units: Array.from({ length: vehicles }, (_, k) => unit(k, depots, duration, Math.min(capacity, seats))),
    separate: [],
    travel: euclid(elsewhere ? [...places, end] : places),
    rules: {
      separationScope: "tour",
      maxWaitOnBoard: -1,
      night: null,
      weights: { fixed: 1, periodEnds: 1, open: 1 },
      pickupGrid: 0,
    },
    locks: [],
    ruleSets: [noRules],
  };
  return { instance, nodeIds: places.slice(1).map((place) => place.id) };
}

type Line = { line: number; cells: number[] };

/** Rows of numbers; blank lines, a byte-order mark and comments (`#`, `//`, `%`) are skipped. */
const linesOf = (text: string): Line[] =>
  text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)
    .map((row, k) => ({ line: k + 1, row: row.replace(/(#|\/\/|%).*$/, "").trim() }))
    .filter(({ row }) => row !== "")
    .map(({ line, row }) => ({ line, cells: row.split(/\s+/).map((cell) => finite(cell, line)) }));

/**
 * The second number of the header means different things in different sets (requests or stops): the rows are counted
 * instead. Some sets repeat the depot as a last row, others do not. Rows may stand in any order when their ids are 0, 1, 2 …
 */
function nodesOf(rows: readonly Row[]): { places: Row[]; end: Row; n: number } {
  const numbered = rows.toSorted((a, b) => a.id - b.id);
  const nodes = numbered.every((node, k) => node.id === k) ? numbered : [...rows];
  const repeatsDepot = nodes.length % 2 === 0;
  const n = (nodes.length - (repeatsDepot ? 2 : 1)) / 2;
  if (n < 1) throw new DarpFormatError("no requests");
  const places = repeatsDepot ? nodes.slice(0, -1) : nodes;
  const ids = places.slice(1).map((place) => place.id);
  if (new Set(ids).size < ids.length || !ids.every(Number.isInteger))
    throw new DarpFormatError("node ids must be different whole numbers");
  return { places, end: nodes.at(repeatsDepot ? -1 : 0)!, n };
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

const unit = (k: number, { depot, end, endPoint }: Depots, duration: number, capacity: number): Unit => ({
  unit: `V-${k + 1}` as Code,
  owner: "A" as Code,
  start: 0,
  end: endPoint,
  capacity: { seats: capacity, wheelchairs: 0, childSeats: 0, luggage: 0 },
  skills: [],
  shiftFrom: Math.round(depot.earliest * TICKS),
  // Both rows limit the shift; a depot row that names only the moment of leaving says nothing about the return.
  shiftTo: Math.round((depot.latest > depot.earliest ? Math.min(depot.latest, end.latest) : end.latest) * TICKS),
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
