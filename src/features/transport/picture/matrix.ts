/** The exchange as a matrix: open trips by tours, with the proposal. Shapes carry the meaning, not colours. */
import type { ExchangeResult } from "../domain/exchange.ts";
import { euros } from "../texts.ts";
import { element, label, line, picture } from "./svg.ts";

const CELL = 18;
const LEFT = 110;
const TOP = 130;

export function drawMatrix(result: ExchangeResult): string {
  const trips = [...result.placed, ...result.open].toSorted((a, b) => a - b);
  const units = [...new Set([...result.singles.map((s) => s.unit), ...result.proposals.map((p) => p.unit)])].toSorted();
  const fits = new Set(result.singles.map((s) => `${s.trip} ${s.unit}`));
  const chosen = new Set(result.proposals.flatMap((p) => p.trips.map((t) => `${t} ${p.unit}`)));
  const width = Math.max(760, LEFT + units.length * CELL + 20);
  const height = TOP + trips.length * CELL + 60;
  const parts = [label(8, 20, "Restplatzbörse: offene Fahrten und Touren", { "font-size": 15, "font-weight": "bold" })];
  units.forEach((unit, k) => {
    const x = LEFT + k * CELL + CELL / 2;
    parts.push(label(0, 0, unit, { transform: `translate(${x + 4} ${TOP - 6}) rotate(-60)`, "font-size": 10 }));
    parts.push(line(x, TOP, x, TOP + trips.length * CELL, { "stroke-width": 0.3 }));
  });
  trips.forEach((trip, row) => {
    const y = TOP + row * CELL + CELL / 2;
    const open = result.open.includes(trip);
    parts.push(label(8, y + 4, `Fahrt ${trip}${open ? " offen" : ""}`, open ? { "font-weight": "bold" } : {}));
    parts.push(line(LEFT, y, LEFT + units.length * CELL, y, { "stroke-width": 0.3 }));
    units.forEach((unit, k) =>
      parts.push(mark(LEFT + k * CELL + CELL / 2, y, fits.has(`${trip} ${unit}`), chosen.has(`${trip} ${unit}`))),
    );
  });
  parts.push(label(8, height - 30, "schwarzes Quadrat = Vorschlag · Kreis = möglich · leer = passt nicht"));
  return picture(width, height, "Restplatzbörse", describeExchange(result), parts);
}

function mark(x: number, y: number, fits: boolean, chosen: boolean): string {
  if (chosen) return element("rect", { x: x - 6, y: y - 6, width: 12, height: 12, fill: "#000" });
  return fits ? element("circle", { cx: x, cy: y, r: 3.5, fill: "#fff", stroke: "#000" }) : "";
}

export function describeExchange(result: ExchangeResult): string {
  const parts = result.proposals.map(
    (p) => `${p.owner}, ${p.unit}: Fahrt ${p.trips.join(", ")} für ${euros(p.cost)} und ${minutesText(p.extra)}.`,
  );
  const open =
    result.open.length === 0 ? "Keine Fahrt bleibt offen." : `Offen bleiben: Fahrt ${result.open.join(", ")}.`;
  const proof = result.proven
    ? `Nachweislich bester Vorschlag mit höchstens ${result.bundleSize} neuen Fahrten je Tour.`
    : `Bester gefundener Vorschlag mit höchstens ${result.bundleSize} neuen Fahrten je Tour, nicht bewiesen.`;
  return [
    `${result.placed.length} Fahrten untergebracht, einzeln nacheinander wären es ${result.oneByOne.placed}.`,
    proof,
    ...(result.fairness.applied ? [fairnessText(result)] : []),
    ...parts,
    open,
  ].join(" ");
}

/** What the balance between the authorities costs is told with every proposal (Preis des Ausgleichs). */
const fairnessText = ({ fairness }: ExchangeResult): string =>
  `Der Ausgleich zwischen den Behörden kostet ${euros(fairness.price)} (${(fairness.priceShare * 100).toFixed(1).replace(".", ",")} % der Kosten).`;

const minutesText = (seconds: number): string =>
  seconds < 0 ? `${Math.round(-seconds / 60)} Minuten weniger` : `${Math.round(seconds / 60)} Minuten mehr`;
