import { expect, test } from "vitest";
import { niceStep } from "./chart.tsx";
import { BarChart } from "./index.ts";

test.each([
  [0, 1],
  [4, 1],
  [10, 2],
  [97, 20],
  [412, 100],
  [50_000, 10_000],
])("a highest value of %d gets grid lines every %d", (max, step) => {
  expect(niceStep(max)).toBe(step);
});

test("a suppressed number stands neither in the picture nor in the description, and no second table repeats the first", () => {
  const text = String(
    <BarChart
      title="Fälle"
      unit="Fälle"
      data={[
        { label: "Musterstadt", value: 41 },
        { label: "Probedorf", value: 7_777, suppressed: true },
      ]}
    />,
  );
  expect(text).not.toMatch(/7.?777/);
  expect(text).toContain("Höchster Wert: Musterstadt mit 41 Fälle.");
  expect(text.match(/geheim/g)).toHaveLength(1);
  expect(text).not.toContain("<table");
  expect(text).not.toContain("style=");
});
