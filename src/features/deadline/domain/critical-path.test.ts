/** The clocks of one measure: earliest expiry, last useful day of each open step, nothing estimated. */
import { describe, expect, test } from "vitest";
import { day } from "../../../kernel/day.ts";
import { type Clock, criticalPath, type LeadTime, type PathStep } from "./critical-path.ts";

const clocks: Clock[] = [
  { id: "t", kind: "transferPeriod", title: "Überstellungsfrist", until: day("2027-04-19") },
  { id: "p", kind: "travelDocument", title: "Laissez-passer", until: day("2027-05-31") },
];
const work = (days: number): LeadTime => ({ days, unit: "workingDays" });
const step = (id: string, after: string[], leadTime?: LeadTime): PathStep => ({
  id,
  title: id,
  after,
  ...(leadTime ? { leadTime } : {}),
});

function path(steps: PathStep[], more: Partial<Parameters<typeof criticalPath>[0]> = {}) {
  const result = criticalPath({ clocks, steps, calendar: "DE-NW", ...more });
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
}
const days = (steps: PathStep[], more = {}) =>
  Object.fromEntries(
    path(steps, more).steps.map(({ id, lastUsefulDay, text }) => [id, lastUsefulDay?.toString() ?? text]),
  );

describe("the critical path", () => {
  test("ends with the clock that runs out first", () => {
    expect(path([])).toMatchObject({ earliestExpiry: { id: "t" } });
    expect(path([]).target?.toString()).toBe("2027-04-19");
  });

  test("or with an earlier day that somebody aims at", () => {
    expect(path([], { target: day("2027-03-01") }).target?.toString()).toBe("2027-03-01");
    expect(path([], { target: day("2027-09-01") }).target?.toString()).toBe("2027-04-19");
  });

  test("an awaited answer ends nothing; a planned flight is the day to aim at, and names what ends before it", () => {
    const flight: Clock = { id: "f", kind: "flight", title: "Flug", until: day("2027-05-10") };
    const answer: Clock = { id: "r", kind: "requestClock", title: "Antwort", until: day("2026-12-01") };
    const result = path([], { clocks: [...clocks, flight, answer] });
    expect(result).toMatchObject({ earliestExpiry: { id: "t" }, tooEarly: [{ id: "t" }] });
    expect(result.target?.toString()).toBe("2027-04-19");
    const early = path([], { clocks: [...clocks, { ...flight, until: day("2027-03-01") }] });
    expect([early.target?.toString(), early.tooEarly]).toEqual(["2027-03-01", []]);
  });

  test("says »noch nicht eingestellt« without lead times, and never estimates", () => {
    expect(days([step("Buchung", []), step("Flug", ["Buchung"])])).toEqual({
      Buchung: "noch nicht eingestellt",
      Flug: "noch nicht eingestellt",
    });
  });

  test("counts working days backwards over weekend and holidays", () => {
    // Five working days before Monday 19 April 2027; ten before that cross Easter (26 and 29 March).
    const steps = [step("Gutachten", [], work(10)), step("Buchung", ["Gutachten"], work(5))];
    expect(days(steps)).toEqual({ Gutachten: "2027-03-25", Buchung: "2027-04-12" });
  });

  test("counts calendar days, but starts on a working day", () => {
    expect(days([step("Ankündigung", [], { days: 14, unit: "calendarDays" })])).toEqual({ Ankündigung: "2027-04-05" });
    expect(days([step("Ankündigung", [], { days: 8, unit: "calendarDays" })])).toEqual({ Ankündigung: "2027-04-09" });
  });

  test("of two followers the stricter one counts", () => {
    const steps = [step("a", [], work(1)), step("b", ["a"], work(3)), step("c", ["a"], work(10))];
    expect(days(steps)).toEqual({ a: "2027-04-02", b: "2027-04-14", c: "2027-04-05" });
  });

  test("a missing lead time behind a step leaves it open, with the day it can in no case pass", () => {
    const [first] = path([step("a", [], work(2)), step("b", ["a"])]).steps;
    expect(first).toMatchObject({ text: "noch nicht eingestellt" });
    expect(first?.lastUsefulDay).toBeUndefined();
    expect(first?.notAfter?.toString()).toBe("2027-04-15");
  });

  test("a step that is done asks for nothing and holds nobody up", () => {
    const steps = [step("a", [], work(2)), { ...step("b", ["a"]), done: true }];
    expect(days(steps)).toEqual({ a: "2027-04-15", b: "erledigt" });
  });

  test("lists steps after what they wait for, whatever the order given", () => {
    expect(path([step("c", ["b"]), step("b", ["a"]), step("a", [])]).order).toEqual(["a", "b", "c"]);
  });

  test("refuses a circle and an unknown step", () => {
    const circle = { clocks, calendar: "DE-NW", steps: [step("a", ["b"]), step("b", ["a"])] };
    expect(criticalPath(circle).ok).toBe(false);
    expect(criticalPath({ ...circle, steps: [step("a", ["x"])] }).ok).toBe(false);
  });

  test("without any clock there is no day to aim at", () => {
    expect(path([step("a", [], work(1))], { clocks: [] })).toMatchObject({
      steps: [{ text: "noch nicht eingestellt" }],
    });
  });
});
