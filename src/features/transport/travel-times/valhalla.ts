/** Valhalla `sources_to_targets` (self-hosted) as a source of travel times; large matrices are asked for in tiles. */
import { withFallback, type Fetch } from "./adapter.ts";
import type { TravelTimes } from "./port.ts";

export type ValhallaOptions = { url: string; version: string; mostPairs?: number; timeoutMs?: number; fetch?: Fetch };

type ValhallaMatrix = {
  sources_to_targets?: { durations?: (number | null)[][]; distances?: (number | null)[][] };
  units?: string;
};

export const valhalla = (options: ValhallaOptions): TravelTimes =>
  withFallback(
    { id: "valhalla", version: options.version, timeoutMs: options.timeoutMs ?? 5000 },
    async (points, request, wanted, put) => {
      const ask = options.fetch ?? fetch;
      const side = Math.floor(Math.sqrt(options.mostPairs ?? 2500));
      for (const tile of wanted(side)) {
        const body = {
          sources: tile.rows.map((k) => ({ lat: points[k]!.lat, lon: points[k]!.lon })),
          targets: tile.columns.map((k) => ({ lat: points[k]!.lat, lon: points[k]!.lon })),
          costing: request.profile === "coach" ? "bus" : "auto",
          units: "kilometers",
          verbose: false,
          ...(request.departure ? { date_time: { type: 1, value: berlinTime(request.departure) } } : {}),
        };
        const response = await ask(`${options.url.replace(/\/$/, "")}/sources_to_targets`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
          signal: request.signal,
        });
        if (!response.ok) throw new Error(`Valhalla answered ${response.status}`);
        const answer = (await response.json()) as ValhallaMatrix;
        const { durations, distances } = answer.sources_to_targets ?? {};
        if (!durations || !distances) throw new Error("Valhalla answered without a matrix");
        const metres = answer.units === "miles" ? 1609.344 : 1000;
        put(
          tile,
          durations,
          distances.map((row) => row.map((d) => (d === null ? null : d * metres))),
        );
      }
    },
  );

const berlinTime = (instant: Date): string => {
  const text = new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Europe/Berlin",
    dateStyle: "short",
    timeStyle: "short",
  }).format(instant);
  return text.replace(" ", "T");
};
