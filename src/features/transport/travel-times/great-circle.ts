/**
 * Estimated travel times without a road network: great circle with detour and speed by distance class (transport.md 8.1).
 * Always marked as estimated; whoever plans with it adds a buffer of ten minutes or twelve percent.
 */
import type { LonLat, MatrixAnswer, TravelTimes } from "./port.ts";

const EARTH = 6_371_008.8;

/** Detour and speed by great-circle distance: estimates, to be calibrated on pairs from a real engine. */
const detours = [
  { below: 5_000, factor: 1.45 },
  { below: 30_000, factor: 1.35 },
  { below: Infinity, factor: 1.26 },
];
const speeds = [
  { below: 8_000, kmh: 32 },
  { below: 30_000, kmh: 52 },
  { below: 80_000, kmh: 70 },
  { below: Infinity, kmh: 82 },
];
const START_SECONDS = 180;

/** Slower hours on crowded roads; regions are configuration, empty by default. */
export type RushHour = {
  factor: number;
  hours: readonly { from: number; to: number }[];
  regions: readonly { south: number; west: number; north: number; east: number }[];
};
export const rushHourDefaults: RushHour = {
  factor: 1.25,
  hours: [
    { from: 6.5, to: 9 },
    { from: 15.5, to: 18.5 },
  ],
  regions: [],
};

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

export function greatCircleMetres(a: LonLat, b: LonLat): number {
  const [dLat, dLon] = [radians(b.lat - a.lat) / 2, radians(b.lon - a.lon) / 2];
  const h = Math.sin(dLat) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLon) ** 2;
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(h)));
}

export function estimate(a: LonLat, b: LonLat): { seconds: number; metres: number } {
  const straight = greatCircleMetres(a, b);
  if (straight < 1) return { seconds: 0, metres: 0 };
  const metres = Math.round(straight * detours.find((d) => straight < d.below)!.factor);
  const kmh = speeds.find((s) => metres < s.below)!.kmh;
  return { seconds: Math.round(START_SECONDS + metres / (kmh / 3.6)), metres };
}

export function greatCircle(rush: RushHour = rushHourDefaults): TravelTimes {
  return {
    id: "great-circle",
    version: "1",
    matrix: (points, { departure }) => Promise.resolve(estimateAll(points, rush, departure)),
  };
}

/** Synchronous form for generated data sets and for the fall-back of the adapters. */
export function estimateAll(
  points: readonly LonLat[],
  rush: RushHour = rushHourDefaults,
  departure?: Date,
): MatrixAnswer {
  const size = points.length;
  const seconds = new Int32Array(size * size);
  const metres = new Int32Array(size * size);
  const crowded = isRushHour(rush, departure) ? points.map((p) => inRegion(rush, p)) : [];
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      const way = estimate(points[i]!, points[j]!);
      seconds[i * size + j] = Math.round(way.seconds * (crowded[i] && crowded[j] ? rush.factor : 1));
      metres[i * size + j] = way.metres;
    }
  return { seconds, metres, unreachable: [], estimated: true };
}

function isRushHour(rush: RushHour, departure?: Date): boolean {
  if (!departure) return false;
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/Berlin",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  })
    .format(departure)
    .split(":");
  const hour = Number(parts[0]) + Number(parts[1]) / 60;
  return rush.hours.some((h) => hour >= h.from && hour < h.to);
}

const inRegion = (rush: RushHour, p: LonLat): boolean =>
  rush.regions.some((r) => p.lat >= r.south && p.lat <= r.north && p.lon >= r.west && p.lon <= r.east);
