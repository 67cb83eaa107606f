import { expect, test } from "vitest";
import { plan } from "../domain/plan.ts";
import { randomDay } from "../domain/sample.ts";
import type { ExchangeResult } from "../domain/exchange.ts";
import { describe as describePlan, drawLanes } from "./lanes.ts";
import { drawMatrix } from "./matrix.ts";
import { escapeText } from "./svg.ts";

const instance = randomDay({ trips: 12, units: 4, seed: 2, strict: true });
const { plan: found } = plan(instance, { seed: 1, iterations: 100 });

test("the plan is drawn in black, white and grey, with the same content as text", () => {
  const svg = drawLanes(instance, found);
  const colours = new Set([...svg.matchAll(/(?:fill|stroke)="(#[^"]+)"/g)].map((m) => m[1]));
  expect([...colours].every((c) => ["#000", "#fff", "#ccc"].includes(c!))).toBe(true);
  expect(svg).toContain(`<desc id="text">${escapeText(describePlan(instance, found))}</desc>`);
  expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="titel text"/);
  for (const tour of found.tours) expect(svg).toContain(`>${tour.unit}</text>`);
  expect(svg.match(/NaN|undefined|Infinity/)).toBeNull();
});

test("an empty plan can be drawn too", () => {
  expect(drawLanes(instance, { tours: [], unserved: [1, 2] })).toContain("Offen: Fahrt 1, 2");
});

test("the exchange matrix names open trips and says what the shapes mean", () => {
  const result = {
    placed: [1],
    open: [2],
    proven: true,
    bundleSize: 3,
    oneByOne: { placed: 0, placedWeight: 0, cost: 0 },
    fairness: { applied: true, gain: 40, price: 250_000, priceShare: 0.021 },
    proposals: [{ owner: "ZAB-1", unit: "U-1", trips: [1], cost: 1_250_000, extra: 600, accepted: false }],
    singles: [
      { trip: 1, unit: "U-1", cost: 1_250_000, extra: 600 },
      { trip: 2, unit: "U-2", cost: 5, extra: 5 },
    ],
  } as unknown as ExchangeResult;
  const svg = drawMatrix(result);
  expect(svg).toContain("Fahrt 2 offen");
  expect(svg).toContain("Nachweislich bester Vorschlag mit höchstens 3 neuen Fahrten je Tour.");
  expect(svg).toContain("Der Ausgleich zwischen den Behörden kostet 2,50 € (2,1 % der Kosten).");
  expect(svg).toContain("ZAB-1, U-1: Fahrt 1 für 12,50 € und 10 Minuten mehr.");
});
