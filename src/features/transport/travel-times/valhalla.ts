/** Valhalla `sources_to_targets` as a source of travel times, self-hosted or in this process; large matrices go in tiles. */
import { withFallback, type Fetch } from "./adapter.ts";
import type { MatrixRequest, TravelTimes } from "./port.ts";

type Limits = { version: string; mostPairs?: number; timeoutMs?: number };
export type ValhallaOptions = Limits & { url: string; fetch?: Fetch };

type ValhallaMatrix = {
  sources_to_targets?: { durations?: (number | null)[][]; distances?: (number | null)[][] };
  units?: string;
};
type Ask = (body: object, signal: AbortSignal) => Promise<ValhallaMatrix>;

export const valhalla = (options: ValhallaOptions): TravelTimes =>
  overValhalla("valhalla", options, async (body, signal) => {
    const response = await (options.fetch ?? fetch)(`${options.url.replace(/\/$/, "")}/sources_to_targets`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal,
    });
    if (!response.ok) throw new Error(`Valhalla answered ${response.status}`);
    return (await response.json()) as ValhallaMatrix;
  });

/** What we use of the package `@valhallajs/valhallajs`, which an operator may install (docs/tours.md). */
export type ValhallaActor = { matrix(query: object): Promise<unknown> };

/** Valhalla in this process, on the tiles of the operator: no address leaves the machine. */
export const valhallaInProcess = (actor: ValhallaActor, options: Limits): TravelTimes =>
  overValhalla("valhalla-in-process", options, async (body, signal) => {
    const ended = new Promise<never>((_, reject) =>
      signal.addEventListener("abort", () => reject(new Error("Valhalla took too long")), { once: true }),
    );
    return (await Promise.race([actor.matrix(body), ended])) as ValhallaMatrix;
  });

/** Loads the package where it is installed; it is no dependency of this program (280 MB). */
export async function loadValhalla(configFile: string, name = "@valhallajs/valhallajs"): Promise<ValhallaActor> {
  const { Actor } = (await import(name)) as { Actor: { fromConfigFile(file: string): Promise<ValhallaActor> } };
  return Actor.fromConfigFile(configFile);
}

function overValhalla(id: string, options: Limits, ask: Ask): TravelTimes {
  const side = Math.floor(Math.sqrt(options.mostPairs ?? 2500));
  return withFallback(
    { id, version: options.version, timeoutMs: options.timeoutMs ?? 5000 },
    async (points, request, wanted, put) => {
      for (const tile of wanted(side)) {
        const place = (k: number): object => ({ lat: points[k]!.lat, lon: points[k]!.lon });
        const body = question(tile.rows.map(place), tile.columns.map(place), request);
        const answer = await ask(body, request.nextSignal());
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
}

const question = (sources: object[], targets: object[], request: MatrixRequest): object => ({
  sources,
  targets,
  costing: request.profile === "coach" ? "bus" : "auto",
  units: "kilometers",
  verbose: false,
  ...(request.departure ? { date_time: { type: 1, value: berlinTime(request.departure) } } : {}),
});

const berlinTime = (instant: Date): string => {
  const text = new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Europe/Berlin",
    dateStyle: "short",
    timeStyle: "short",
  }).format(instant);
  return text.replace(" ", "T");
};
