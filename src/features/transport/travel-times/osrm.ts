/** OSRM `table` service (self-hosted) as a source of travel times; large matrices are asked for in tiles. */
import { withFallback, type Fetch, type Tile } from "./adapter.ts";
import type { LonLat, TravelTimes } from "./port.ts";

/** `mostPoints`: limit of the server on the points of one request (sources and destinations together). */
export type OsrmOptions = { url: string; version: string; mostPoints?: number; timeoutMs?: number; fetch?: Fetch };

type OsrmTable = { code: string; durations?: (number | null)[][]; distances?: (number | null)[][] };

export const osrm = (options: OsrmOptions): TravelTimes =>
  withFallback(
    { id: "osrm", version: options.version, timeoutMs: options.timeoutMs ?? 5000 },
    async (points, request, wanted, put) => {
      const ask = options.fetch ?? fetch;
      for (const tile of wanted(Math.floor((options.mostPoints ?? 100) / 2))) {
        const url = tableUrl(options.url, request.profile, points, tile);
        const response = await ask(url, { signal: request.nextSignal() });
        if (!response.ok) throw new Error(`OSRM answered ${response.status}`);
        const table = (await response.json()) as OsrmTable;
        if (table.code !== "Ok" || !table.durations || !table.distances) throw new Error(`OSRM answered ${table.code}`);
        put(tile, table.durations, table.distances);
      }
    },
  );

/** OSRM knows no coach profile by itself: the operator's server maps `driving` and `coach`. */
function tableUrl(base: string, profile: "car" | "coach", points: readonly LonLat[], { rows, columns }: Tile): string {
  const used = [...rows, ...columns.filter((c) => !rows.includes(c))];
  const coordinates = used.map((k) => `${points[k]!.lon.toFixed(5)},${points[k]!.lat.toFixed(5)}`).join(";");
  const index = (list: readonly number[]): string => list.map((k) => used.indexOf(k)).join(";");
  const path = `/table/v1/${profile === "coach" ? "coach" : "driving"}/${coordinates}`;
  return `${base.replace(/\/$/, "")}${path}?annotations=duration,distance&sources=${index(rows)}&destinations=${index(columns)}`;
}
