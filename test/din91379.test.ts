import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { din91379Artefact } from "../scripts/din91379-table.ts";

test("the table of permitted letters is the one that the published list gives", () => {
  const { file, text } = din91379Artefact();
  expect(readFileSync(file, "utf8")).toBe(text);
});
