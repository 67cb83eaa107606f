import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { gateTable } from "./gates.ts";
import { diagram } from "./measure-table.ts";

const doc = (name: string) => readFileSync(new URL(`../../../../docs/domain/${name}`, import.meta.url), "utf8");

test("docs/domain/massnahme.md shows the transition table as it is", () => {
  expect(doc("massnahme.md")).toContain(diagram());
});

test("docs/domain/pruefpunkte.md shows the catalogue of gates as it is", () => {
  expect(doc("pruefpunkte.md")).toContain(gateTable());
});
