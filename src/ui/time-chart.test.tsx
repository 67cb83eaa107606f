import { expect, test } from "vitest";
import { day } from "../kernel/day.ts";
import { TimeChart } from "./index.ts";
import { scale, ticksBetween } from "./time-scale.ts";

const today = day("2026-11-23");
const labels = (from: string, to: string, most: number) =>
  ticksBetween(day(from), day(to), most).map(({ label }) => label);

test("a few weeks are named by Mondays, longer times by months, with room between them", () => {
  expect(labels("2026-11-20", "2026-12-10", 4)).toEqual(["23.11.", "30.11.", "07.12."]);
  expect(labels("2026-11-20", "2027-03-10", 9)).toEqual(["Dez 26", "Jan 27", "Feb 27", "Mär 27"]);
  expect(labels("2026-11-20", "2028-11-20", 4)).toEqual(["Dez 26", "Jun 27", "Dez 27", "Jun 28"]);
});

test.each([
  ["2026-11-20", "2026-11-21"],
  ["2026-11-20", "2026-11-20"],
  ["1999-01-31", "2099-12-31"],
])("from %s to %s there are never more names than fit", (from, to) => {
  expect(ticksBetween(day(from), day(to), 9).length).toBeLessThanOrEqual(10);
});

test("days stand in proportion, days outside at the edge", () => {
  const x = scale(day("2026-11-01"), day("2026-11-11"), 0, 100);
  expect(["2026-10-01", "2026-11-01", "2026-11-06", "2026-11-11", "2027-01-01"].map((each) => x(day(each)))).toEqual([
    0, 0, 50, 100, 100,
  ]);
});

test("what is over says so in words and is hatched; the description names the next end", () => {
  const text = String(
    <TimeChart
      title="Uhren"
      today={today}
      goal={{ day: day("2026-12-01"), label: "geplanter Beginn" }}
      rows={[
        { label: "Attest", kind: "clock", until: day("2026-11-20") },
        { label: "Pass", kind: "clock", until: day("2034-05-01") },
        { label: "Beschluss", kind: "clock", until: day("2026-12-20") },
      ]}
    />,
  );
  expect(text).toContain("20.11.2026</tspan> vorbei Attest");
  expect(text).toContain("url(#aw-time-hatch-760)");
  expect(text).toContain("Als Nächstes endet: Beschluss am 20.12.2026. 1 sind abgelaufen.");
  expect(text).toContain("aw-time__far");
  expect(text).not.toContain("style=");
  expect(text).not.toContain("NaN");
});
