import { expect, test } from "vitest";
import { DarpFormatError, readDarp, readDarpFile, TICKS } from "./darp.ts";
import { plan } from "./plan.ts";

const header = "1 2 480 3 30";
const nodes = [
  "0 0.0 0.0 0 0 0 480",
  "1 1.0 0.0 3 1 0 1440",
  "2 2.0 0.0 3 1 0 1440",
  "3 3.0 0.0 3 -1 60 75",
  "4 4.0 0.0 3 -1 60 75",
];
const depotAgain = "5 0.0 0.0 0 0 0 480";
const file = (...lines: string[]): string => lines.join("\n");
const plain = readDarp(file(header, ...nodes));

test.each<[string, string]>([
  ["the depot repeated as a last row", file(header, ...nodes, depotAgain)],
  ["the number of stops instead of requests in the header", file("1 4 480 3 30", ...nodes)],
  [
    "blank lines, tabs, spaces and Windows line ends",
    `\n ${file(header, ...nodes)
      .replaceAll(" ", "\t ")
      .replaceAll("\n", " \r\n\r\n")}\n\n`,
  ],
  ["comments and a byte-order mark", `\uFEFF# set x\n${file(`${header} % vehicles`, "// nodes", ...nodes)}`],
  ["more columns than known", file(`${header} 0`, ...nodes.map((row) => `${row} 0 0`))],
  ["rows in another order", file(header, ...nodes.toReversed())],
  ["decimal numbers for whole ones", file("1 2 480.0 3.0 30.0", ...nodes)],
])("reads the same task from a file with %s", (_, text) => {
  expect(readDarp(text)).toEqual(plain);
});

test("a return depot elsewhere is another point, with its own end of the shift", () => {
  const { units, travel } = readDarp(file(header, ...nodes, "5 9.0 0.0 0 0 0 400"));
  expect([units[0]!.start, units[0]!.end, units[0]!.shiftTo / TICKS]).toEqual([0, 5, 400]);
  expect(travel.distance[4 * travel.size + 5]! / TICKS).toBe(5);
});

test("a depot row that names only the moment of leaving leaves the return to the last row", () => {
  const { units } = readDarp(file(header, "0 0 0 0 0 10 10", ...nodes.slice(1), depotAgain));
  expect([units[0]!.shiftFrom / TICKS, units[0]!.shiftTo / TICKS]).toEqual([10, 480]);
});

test("answers speak of the ids of the file, also when these do not count from zero", () => {
  const shifted = nodes.map((row) => row.replace(/^\d/, (id) => String(Number(id) + 101)));
  expect(readDarpFile(file(header, ...shifted)).nodeIds).toEqual([102, 103, 104, 105]);
  expect(readDarp(file(header, ...shifted))).toEqual(plain);
});

test("a request that no vehicle can serve stays open, the others ride", () => {
  const far = "2 200.0 0.0 3 1 0 30";
  const instance = readDarp(file(header, nodes[0]!, nodes[1]!, far, ...nodes.slice(3)));
  expect(plan(instance, { seed: 1, iterations: 50 }).plan.unserved).toEqual([2]);
});

test.each<[string, string, RegExp]>([
  ["an empty file", "", /line 1: expected/],
  ["a short header", "1 2 480", /line 1: expected/],
  ["no vehicle", file("0 2 480 3 30", ...nodes), /field 1/],
  ["a negative ride limit", file("1 2 480 3 -30", ...nodes), /field 5/],
  ["no requests", file(header, nodes[0]!), /no requests/],
  ["a word", file(header, nodes[0]!, "1 x 0 3 1 0 1440"), /line 3: »x«/],
  ["not a number", file(header, nodes[0]!, "1 NaN 0 3 1 0 1440"), /line 3: »NaN«/],
  ["a short row", file(header, nodes[0]!, "1 0 0 3 1"), /line 3: expected/],
  ["a window that ends before it begins", file(header, nodes[0]!, "1 0 0 3 1 50 40"), /line 3: window/],
  ["a negative window", file(header, nodes[0]!, "1 0 0 3 1 -50 40"), /line 3: negative/],
  ["loads that do not match", file(header, ...nodes.slice(0, 4), "4 4.0 0.0 3 -2 60 75"), /request 2/],
  ["the same id twice", file(header, ...nodes.slice(0, 4), "3 4.0 0.0 3 -1 60 75"), /different/],
])("refuses %s and names the place", (_, text, message) => {
  expect(() => readDarp(text)).toThrow(DarpFormatError);
  expect(() => readDarp(text)).toThrow(message);
});
