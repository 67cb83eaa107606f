/**
 * The plan as lanes over time (Tafel): stops as blocks, windows as brackets, slack as a thin line, the load as a curve
 * under each lane. Shows trip numbers and head counts, never who is driven or where a home is.
 */
import type { Instance, Plan, Tour, Trip, Unit } from "../domain/model.ts";
import { clockText } from "../texts.ts";
import { element, label, line, picture } from "./svg.ts";

const LEFT = 120;
const WIDTH = 1180;
const LANE = 58;
const TOP = 56;
const RIGHT = 24;

type Scale = (time: number) => number;

export function drawLanes(instance: Instance, plan: Plan): string {
  const from = Math.floor(Math.min(...plan.tours.map((t) => t.start), 86400) / 3600) * 3600;
  const to = Math.ceil(Math.max(...plan.tours.map((t) => t.end), from + 3600) / 3600) * 3600;
  const scale: Scale = (time) => LEFT + ((time - from) / (to - from)) * (WIDTH - LEFT - RIGHT);
  const height = TOP + plan.tours.length * LANE + 64;
  const trips = new Map(instance.trips.map((t) => [t.trip, t]));
  const units = new Map(instance.units.map((u) => [u.unit, u]));
  const lanes = plan.tours.map((tour, k) => lane(tour, trips, units.get(tour.unit)!, scale, TOP + k * LANE));
  return picture(WIDTH, height, "Tourenplan", describe(instance, plan), [
    hours(from, to, scale, height),
    ...lanes,
    legend(height - 40, plan),
  ]);
}

/** The same plan in words, tour by tour. */
export function describe(instance: Instance, plan: Plan): string {
  const trips = new Map(instance.trips.map((t) => [t.trip, t]));
  const tours = plan.tours.map((tour) => {
    const stops = tour.stops.map(
      (s) =>
        `${clockText(s.begin)} ${s.what === "pickup" ? "Abholung" : "Ankunft"} Fahrt ${s.trip} (${trips.get(s.trip)!.persons} Pers.)`,
    );
    const breaks = tour.breaks.map((b) => `Pause ${clockText(b.from)}–${clockText(b.to)}`);
    return `${tour.unit}, ${clockText(tour.start)} bis ${clockText(tour.end)}: ${[...stops, ...breaks].join("; ")}.`;
  });
  const open = plan.unserved.length === 0 ? "Keine Fahrt ist offen." : `Offen: Fahrt ${plan.unserved.join(", ")}.`;
  return [`${plan.tours.length} Touren.`, ...tours, open].join(" ");
}

function hours(from: number, to: number, scale: Scale, height: number): string {
  const step = to - from > 20 * 3600 ? 7200 : 3600;
  const parts: string[] = [label(8, 20, "Tourenplan", { "font-size": 15, "font-weight": "bold" })];
  for (let t = from; t <= to; t += step) {
    parts.push(line(scale(t), TOP - 10, scale(t), height - 56, { "stroke-width": 0.4, "stroke-dasharray": "2 3" }));
    parts.push(label(scale(t), TOP - 16, clockText(t), { "text-anchor": "middle" }));
  }
  return parts.join("");
}

function lane(tour: Tour, trips: ReadonlyMap<number, Trip>, unit: Unit, scale: Scale, y: number): string {
  const middle = y + 14;
  const parts = [
    label(8, middle + 4, tour.unit, { "font-weight": "bold" }),
    label(8, middle + 18, `${unit.capacity.seats} Plätze`),
    line(scale(tour.start), middle, scale(tour.end), middle, { "stroke-width": 1.5 }),
    loadCurve(tour, trips, unit, scale, y + 46),
    ...tour.breaks.map((b) =>
      element("rect", {
        x: scale(b.from),
        y: middle - 3,
        width: scale(b.to) - scale(b.from),
        height: 6,
        fill: "#fff",
        stroke: "#000",
        "stroke-dasharray": "2 2",
      }),
    ),
  ];
  const slack = slackOf(tour, trips);
  tour.stops.forEach((stop, k) => {
    const [x, end] = [scale(stop.begin), scale(stop.leave)];
    const pickup = stop.what === "pickup";
    const width = Math.max(4, end - x);
    const place = trips.get(stop.trip)![stop.what];
    parts.push(bracket(scale, place.earliest, place.latest, middle, pickup, tour));
    parts.push(
      line(x, middle + 9, Math.min(scale(stop.begin + slack[k]!), WIDTH - RIGHT), middle + 9, { "stroke-width": 0.8 }),
    );
    parts.push(
      element("rect", { x, y: middle - 7, width, height: 14, fill: pickup ? "#fff" : "#000", stroke: "#000" }),
    );
    parts.push(
      label(x + width / 2, k % 2 === 0 ? middle - 10 : middle + 20, String(stop.trip), {
        "text-anchor": "middle",
        "font-size": 9,
      }),
    );
  });
  return parts.join("");
}

/** Ends of the window where they lie inside the tour. */
function bracket(scale: Scale, earliest: number, latest: number, y: number, opens: boolean, tour: Tour): string {
  const half = opens ? 4 : 6;
  const tick = (time: number, turn: number): string =>
    time < tour.start || time > tour.end
      ? ""
      : element("path", {
          d: `M${scale(time) + turn},${y - half} h${-turn} v${2 * half} h${turn}`,
          fill: "none",
          stroke: "#000",
          "stroke-width": 0.6,
        });
  return tick(earliest, 3) + tick(latest, -3);
}

/** How far a stop may slip before a window breaks further on. */
function slackOf(tour: Tour, trips: ReadonlyMap<number, Trip>): number[] {
  const slack: number[] = [];
  let ahead = Infinity;
  for (let k = tour.stops.length - 1; k >= 0; k--) {
    const stop = tour.stops[k]!;
    const next = tour.stops[k + 1];
    const waiting = next ? next.begin - next.arrive : 0;
    ahead = Math.min(
      trips.get(stop.trip)![stop.what].latest - stop.begin,
      ahead === Infinity ? Infinity : ahead + waiting,
    );
    slack[k] = Math.max(0, ahead);
  }
  return slack;
}

function loadCurve(tour: Tour, trips: ReadonlyMap<number, Trip>, unit: Unit, scale: Scale, base: number): string {
  const unitHeight = 12 / Math.max(1, unit.capacity.seats);
  let seats = 0;
  let path = `M${scale(tour.start).toFixed(1)},${base}`;
  for (const stop of tour.stops) {
    const load = trips.get(stop.trip)!.load.seats;
    seats += stop.what === "pickup" ? load : -load;
    path += ` H${scale(stop.begin).toFixed(1)} V${(base - seats * unitHeight).toFixed(1)}`;
  }
  path += ` H${scale(tour.end).toFixed(1)} V${base}`;
  return element("path", { d: path, fill: "#ccc", stroke: "#000", "stroke-width": 0.6 });
}

const legend = (y: number, plan: Plan): string =>
  label(
    8,
    y,
    "weißer Block = Abholung · schwarzer Block = Ankunft · Zahl = Fahrtnummer · Klammern = Zeitfenster · dünne Linie = Spielraum · graue Fläche = belegte Plätze · gestrichelt = Pause",
  ) +
  label(8, y + 18, plan.unserved.length === 0 ? "Keine Fahrt ist offen." : `Offen: Fahrt ${plan.unserved.join(", ")}`, {
    "font-weight": "bold",
  });
