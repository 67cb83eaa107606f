import { expect, test } from "vitest";
import { accepts, problemOf } from "./accepts.ts";

const pdf = { name: "Beschluss.PDF", type: "application/pdf", size: 1_000 };

test.each([
  ["", true],
  [".pdf", true],
  ["application/pdf,.docx", true],
  ["application/*", true],
  ["image/*", false],
  [".docx, .odt", false],
])("a PDF fits the rule »%s«: %s", (rule, fits) => {
  expect(accepts(rule, pdf)).toBe(fits);
});

test("a file that is too big is named with its size, the limit and a way out", () => {
  expect(problemOf({ ...pdf, size: 12_400_000 }, ".pdf", 10_000_000)).toBe(
    "»Beschluss.PDF« wurde nicht übernommen: Die Datei ist 12,4 MB groß, zulässig sind 10 MB. Bitte teilen oder verkleinern Sie sie.",
  );
  expect(problemOf(pdf, ".pdf", 10_000_000)).toBeUndefined();
});
