import { describe, expect, test } from "vitest";
import { gates, isDerivedGateId, isGateId } from "./gates.ts";

const ids = (list: typeof gates) => list.map(({ id }) => id);

describe("the catalogue of gates", () => {
  test("holds G01 to G30, each once and in order", () => {
    expect(ids(gates)).toEqual(Array.from({ length: 30 }, (_, index) => `G${String(index + 1).padStart(2, "0")}`));
  });

  test("is hard without exception: no gate carries a way around it", () => {
    expect(gates.filter(({ hard }) => hard !== true)).toEqual([]);
    expect(
      gates.flatMap((gate) => Object.keys(gate)).filter((key) => /override|force|waive|urgent/i.test(key)),
    ).toEqual([]);
  });

  test("names title, question, norm and the day the norm was read for each gate", () => {
    for (const { title, question, norm } of gates) {
      expect(title.length).toBeGreaterThan(8);
      expect(question).toMatch(/^[A-ZÄÖÜ].*\?$/u);
      expect(norm.norm.length).toBeGreaterThan(8);
      expect(norm.version).toBe("2026-11-21");
    }
  });

  test("derives exactly the gates that follow from facts", () => {
    expect(ids(gates.filter(({ kind }) => kind === "derived"))).toEqual([
      "G02",
      "G03",
      "G06",
      "G07",
      "G17",
      "G22",
      "G28",
      "G30",
    ]);
    expect(isDerivedGateId("G30")).toBe(true);
    expect(isDerivedGateId("G13")).toBe(false);
    expect(isGateId("G31")).toBe(false);
  });

  test("needs every gate at the execution, and leaves only the warrant, the assistance and the transit for later", () => {
    expect(gates.every(({ execution }) => execution === "hold")).toBe(true);
    expect(gates.filter(({ schedule }) => schedule !== "hold").map(({ id, schedule }) => [id, schedule])).toEqual([
      ["G18", "notRefused"],
      ["G19", "none"],
      ["G22", "none"],
    ]);
  });
});
