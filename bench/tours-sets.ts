/** Benchmark instances of the tour planner with the values they are measured against. Only a/ holds proven optima. */
import { readFileSync, readdirSync } from "node:fs";
import { readDarp } from "../src/features/transport/domain/darp.ts";
import type { Instance } from "../src/features/transport/domain/model.ts";

export type Benchmark = { name: string; instance: Instance; reference: number; proven: boolean };

const folder = "test/darp";

const proven = new Map(
  readFileSync(`${folder}/bks.csv`, "utf8")
    .split("\n")
    .slice(1)
    .map((row) => row.split(","))
    .map(([name, value]) => [name!, Number(value)] as const),
);

/** Remembered best-known values, for orientation only (test/darp/README.md). */
const remembered: Readonly<Record<string, number>> = {
  pr03: 532.0,
  pr04: 570.25,
  pr05: 625.64,
  pr06: 783.78,
  pr07: 291.71,
  pr08: 487.84,
  pr09: 653.94,
  pr10: 845.47,
};

export function benchmark(name: string): Benchmark {
  const set = name.startsWith("pr") ? "pr" : "a";
  const instance = readDarp(readFileSync(`${folder}/${set}/${name}.txt`, "utf8"));
  return { name, instance, reference: proven.get(name) ?? remembered[name] ?? Number.NaN, proven: set === "a" };
}

const namesIn = (set: string): string[] =>
  readdirSync(`${folder}/${set}`)
    .map((file) => file.replace(".txt", ""))
    .toSorted();
export const setA = namesIn("a");
export const setPr = namesIn("pr");
