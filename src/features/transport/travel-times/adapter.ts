/**
 * What the HTTP adapters share: only new points are asked for, a time-out falls back to the great circle and says so.
 * Nothing is ever sent anywhere but to the configured address.
 */
import { estimate } from "./great-circle.ts";
import type { LonLat, MatrixAnswer, MatrixRequest, TravelTimes } from "./port.ts";

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;
export type Tile = { rows: number[]; columns: number[] };
type Cells = readonly (readonly (number | null)[])[];
type Put = (tile: Tile, seconds: Cells, metres: Cells) => void;
/** What has to be asked for, in tiles of a side. */
type Wanted = (side: number) => Tile[];
type Loader = (
  points: readonly LonLat[],
  /** Each question to the engine has the whole time-out: a large day is many questions. */
  request: MatrixRequest & { nextSignal(): AbortSignal },
  wanted: Wanted,
  put: Put,
) => Promise<void>;

/** Blocks of at most `side` sources and `side` targets. */
export function tilesOf(rows: readonly number[], columns: readonly number[], side: number): Tile[] {
  const blocks = (list: readonly number[]): number[][] =>
    Array.from({ length: Math.ceil(list.length / side) }, (_, k) => list.slice(k * side, (k + 1) * side));
  return blocks(rows).flatMap((r) => blocks(columns).map((c) => ({ rows: r, columns: c })));
}

const keyOf = (p: LonLat): string => `${p.lon.toFixed(5)},${p.lat.toFixed(5)}`;
type Way = { seconds: number; metres: number };

export function withFallback(engine: { id: string; version: string; timeoutMs: number }, load: Loader): TravelTimes {
  // One cache an engine version and profile: coordinates rounded to five decimals.
  const cache = new Map<string, Map<string, Way>>();
  const known = (profile: string, a: LonLat, b: LonLat): Way | undefined =>
    cache.get(`${profile} ${keyOf(a)}`)?.get(keyOf(b));
  const keep = (profile: string, a: LonLat, b: LonLat, way: Way): void => {
    const row = `${profile} ${keyOf(a)}`;
    if (!cache.has(row)) cache.set(row, new Map());
    cache.get(row)!.set(keyOf(b), way);
  };
  const fill = async (points: readonly LonLat[], request: MatrixRequest): Promise<void> => {
    const everywhere = points.map((_, k) => k);
    const old = everywhere.filter((k) => known(request.profile, points[k]!, points[k]!));
    const fresh = everywhere.filter((k) => !old.includes(k));
    // Old points may come from different requests: a pair that was never asked for makes its row new.
    const gaps = old.filter((i) => old.some((j) => !known(request.profile, points[i]!, points[j]!)));
    const rows = [...fresh, ...gaps];
    const kept = old.filter((k) => !gaps.includes(k));
    if (rows.length === 0) return;
    const nextSignal = (): AbortSignal => {
      const timeout = AbortSignal.timeout(engine.timeoutMs);
      return request.signal ? AbortSignal.any([request.signal, timeout]) : timeout;
    };
    const wanted: Wanted = (side) => [...tilesOf(rows, everywhere, side), ...tilesOf(kept, fresh, side)];
    await load(points, { ...request, nextSignal }, wanted, (tile, seconds, metres) => {
      tile.rows.forEach((i, y) =>
        tile.columns.forEach((j, x) => {
          const [s, m] = [seconds[y]?.[x], metres[y]?.[x]];
          const reachable = typeof s === "number" && typeof m === "number";
          keep(
            request.profile,
            points[i]!,
            points[j]!,
            reachable ? { seconds: Math.round(s), metres: Math.round(m) } : { seconds: -1, metres: -1 },
          );
        }),
      );
    });
  };
  return {
    id: engine.id,
    version: engine.version,
    matrix: async (points, request) => {
      let estimated = false;
      try {
        await fill(points, request);
      } catch (error) {
        if (request.signal?.aborted) throw error;
        estimated = true;
      }
      return assemble(points, (a, b) => (estimated ? estimate(a, b) : known(request.profile, a, b)!), estimated);
    },
  };
}

function assemble(points: readonly LonLat[], way: (a: LonLat, b: LonLat) => Way, estimated: boolean): MatrixAnswer {
  const size = points.length;
  const [seconds, metres] = [new Int32Array(size * size), new Int32Array(size * size)];
  const unreachable: number[] = [];
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      const found = way(points[i]!, points[j]!);
      seconds[i * size + j] = found.seconds;
      metres[i * size + j] = found.metres;
    }
  for (let k = 1; k < size; k++) if (seconds[k]! < 0 || seconds[k * size]! < 0) unreachable.push(k);
  return { seconds, metres, unreachable, estimated };
}
