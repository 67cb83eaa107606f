/**
 * A second, deliberately simple way to count: it walks day by day on the clock of `Date`, asks another holiday package, and knows
 * nothing of the engine. 100,000 random inputs must come out the same.
 */
import { getHolidays, type Region } from "feiertagejs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { catalogue } from "./catalogue.ts";
import { computeDeadline } from "./compute.ts";
import { day } from "../../../kernel/day.ts";

const oneDay = 86_400_000;
// Bavaria and Berlin differ between the two packages on explained days (calendar.test.ts).
const laender = ["BW", "BB", "HB", "HH", "HE", "MV", "NI", "NW", "RP", "SL", "SN", "ST", "SH", "TH"] as const;

const holidayTables = new Map<string, Set<string>>();
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

function isFree(ms: number, land: Region): boolean {
  const date = new Date(ms);
  if (date.getUTCDay() === 0 || date.getUTCDay() === 6) return true;
  const key = `${land} ${date.getUTCFullYear()}`;
  const table =
    holidayTables.get(key) ?? new Set(getHolidays(date.getUTCFullYear(), land).map(({ dateString }) => dateString));
  holidayTables.set(key, table);
  return table.has(iso(ms));
}

/** Walks until the wanted month, then to the day of the start or the last day of that month. */
function walkMonths(start: number, months: number): number {
  const wanted = new Date(start).getUTCDate();
  let passed = 0;
  let ms = start;
  while (passed < months) {
    ms += oneDay;
    if (new Date(ms).getUTCDate() === 1) passed += 1;
  }
  while (new Date(ms).getUTCDate() < wanted && new Date(ms + oneDay).getUTCDate() !== 1) ms += oneDay;
  return ms;
}

function walkDays(start: number, days: number): number {
  let ms = start;
  for (let left = days; left > 0; left -= 1) ms += oneDay;
  return ms;
}

type Case = { rule: string; set: string; rolls: boolean; unit: "M" | "D"; amount: number };

const perDay = { W: 7, D: 1 } as const;
const perMonth = { M: 1, Y: 12 } as const;

/** Rules with one usual length in whole days or months that end without a special feature. */
const cases: Case[] = catalogue.flatMap((rule) => {
  const parts = /^P(\d+)([YMWD])$/.exec(rule.length?.usual ?? "");
  const plain =
    !rule.backwards &&
    !rule.startsAt &&
    !rule.endsAt &&
    !rule.rollDisputed &&
    !rule.length?.mustBeGiven &&
    !rule.validTo;
  if (!parts || !plain) return [];
  const [, amount = "0", unit = "D"] = parts;
  const isMonths = unit === "M" || unit === "Y";
  const factor = isMonths ? perMonth[unit as "M" | "Y"] : perDay[unit as "W" | "D"];
  const rolls = (rule.set === "BGB" || rule.set === "AMMR75" || rule.set === "R1182") && !rule.isDuration;
  return [
    {
      rule: rule.id,
      set: rule.set,
      rolls,
      unit: isMonths ? ("M" as const) : ("D" as const),
      amount: Number(amount) * factor,
    },
  ];
});

function walk(
  { set, rolls, unit, amount }: Case,
  start: number,
  land: Region,
): { raw: string; legalEnd: string; operationalEnd?: string } {
  let raw = unit === "M" ? walkMonths(start, amount) : walkDays(start, amount);
  if (set === "CUSTODY") raw -= oneDay;
  let end = raw;
  if (rolls) while (isFree(end, land)) end += oneDay;
  if (set === "R1182") {
    const workingDays = (): number => {
      let count = 0;
      for (let ms = start + oneDay; ms <= end; ms += oneDay) if (!isFree(ms, land)) count += 1;
      return count;
    };
    while (workingDays() < 2) {
      end += oneDay;
      while (isFree(end, land)) end += oneDay;
    }
  }
  if (set !== "AMMR75" && set !== "DIII42" && set !== "R1182") return { raw: iso(raw), legalEnd: iso(end) };
  let planned = raw;
  while (isFree(planned, land)) planned -= oneDay;
  return { raw: iso(raw), legalEnd: iso(end), ...(planned > start ? { operationalEnd: iso(planned) } : {}) };
}

test("the engine and the walk agree on 100,000 random inputs", () => {
  expect(cases.length).toBeGreaterThan(50);
  const first = Date.UTC(2026, 6, 1);
  let compared = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...cases),
      fc.integer({ min: 0, max: 365 * 12 }),
      fc.constantFrom(...laender),
      (example, offset, land) => {
        const start = first + offset * oneDay;
        const result = computeDeadline(
          { rule: example.rule, on: day(iso(start)), calendar: `DE-${land}` },
          { explain: false },
        );
        if (!result.ok) throw new Error(result.refusal.message);
        const { raw, legalEnd, operationalEnd } = result.value;
        const engine = {
          raw: `${raw}`,
          legalEnd: `${legalEnd}`,
          ...(operationalEnd ? { operationalEnd: `${operationalEnd}` } : {}),
        };
        const walked = walk(example, start, land);
        compared += 1;
        // A plain comparison: a hundred thousand calls of expect would take longer than the counting.
        if (JSON.stringify(engine) !== JSON.stringify(walked)) {
          throw new Error(
            `${example.rule} ${iso(start)} ${land}: ${JSON.stringify(engine)} but walked ${JSON.stringify(walked)}`,
          );
        }
      },
    ),
    { numRuns: 100_000 },
  );
  expect(compared).toBe(100_000);
});
