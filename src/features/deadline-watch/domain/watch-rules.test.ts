/** Which rules alert is a decision about liberty and responsibility: it is compared with the catalogue. */
import { expect, test } from "vitest";
import { catalogue } from "../../deadline/domain/catalogue.ts";
import { alertRules, defaultNoticeDays, quietRules, readNoticeDays } from "./watch-rules.ts";

const known = new Set(catalogue.map(({ id }) => id));

test("every rule that alerts or is quiet stands in the catalogue", () => {
  expect([...Object.keys(alertRules), ...quietRules].filter((id) => !known.has(id))).toEqual([]);
});

test("every maximum duration of deprivation of liberty alerts", () => {
  const maxima = catalogue.filter(({ set, length }) => set === "CUSTODY" && length).map(({ id }) => id);
  expect(maxima.length).toBeGreaterThan(6);
  expect(maxima.filter((id) => alertRules[id] !== "custody")).toEqual([]);
});

test("every period whose end makes Germany responsible for a transfer alerts", () => {
  const transfers = catalogue.filter(
    ({ norm, title }) => /Art\. 46|Art\. 29 /.test(norm) && /berstellung/.test(title) && !/Haft/.test(title),
  );
  expect(transfers.length).toBeGreaterThan(5);
  expect(transfers.filter(({ id }) => alertRules[id] === undefined).map(({ id }) => id)).toEqual([]);
});

test("no period that protects the person alerts: the program never presses for the end of a protection", () => {
  const protective = catalogue.filter(({ direction }) => direction === "protectsPerson").map(({ id }) => id);
  expect(protective.filter((id) => alertRules[id])).toEqual([]);
});

test.each([
  ["14, 7, 1", [14, 7, 1]],
  ["1;7 14 7", [14, 7, 1]],
  ["", []],
  ["0", [0]],
  ["7 Tage", "notNumbers"],
  ["-3", "notNumbers"],
  ["1.5", "notNumbers"],
  ["401", "tooFar"],
  ["1 2 3 4 5 6 7 8 9 10 11", "tooMany"],
])("steps are read as numbers of days: %j", (text, read) => {
  expect(readNoticeDays(text)).toEqual(read);
});

test("the default steps can be entered as they are shown", () => {
  expect(readNoticeDays(defaultNoticeDays.join(", "))).toEqual(defaultNoticeDays);
});
