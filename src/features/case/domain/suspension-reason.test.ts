import { expect, test } from "vitest";
import { isSuspensionReason, suspensionReasons } from "./suspension-reason.ts";

test("the codes are those of the AZR table, in its order", () => {
  const sentence1 = ["aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh", "ii", "jj", "kk", "ll"].map((code) => `b-${code}`);

  expect(Object.keys(suspensionReasons)).toEqual(["a", ...sentence1, "c", "d", ..."efghijklm"]);
});

test.each([
  ["b-aa", true],
  ["m", true],
  ["n", false],
  ["b", false],
  ["toString", false],
])("%s as a code: %s", (code, expected) => {
  expect(isSuspensionReason(code)).toBe(expected);
});

test("each reason has a label of its own", () => {
  const labels = Object.values(suspensionReasons).map(({ label }) => label);

  expect(new Set(labels).size).toBe(labels.length);
});
