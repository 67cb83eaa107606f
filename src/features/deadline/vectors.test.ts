/** The worked examples of the domain report: every field under `expect` must be equal. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseDay } from "../../kernel/day.ts";
import { computeDeadline } from "./domain/compute.ts";

type Vector = {
  id: string;
  rule: string;
  on: string;
  calendar: string;
  length?: string;
  creditedDays?: number;
  suspended?: [string, string];
  expect: Record<string, string>;
};

const file = new URL("../../../test/vectors/deadlines.json", import.meta.url);
const vectors = JSON.parse(readFileSync(file, "utf8")) as Vector[];

test("all 36 worked examples are there", () => {
  expect(vectors).toHaveLength(36);
});

test.each(vectors.map((vector) => [vector.id, vector.rule, vector] as const))("%s: %s", (_, rule, v) => {
  const on = parseDay(v.on.slice(0, 10));
  if (!on) throw new Error("bad vector");
  const suspended = v.suspended?.map((text) => parseDay(text)!) ?? [];
  const [from, to] = suspended;
  const result = computeDeadline({
    rule,
    on,
    calendar: v.calendar,
    ...(v.on.includes("T") ? { at: v.on } : {}),
    ...(v.length ? { length: v.length } : {}),
    ...(v.creditedDays ? { creditedDays: v.creditedDays } : {}),
    ...(from && to ? { suspended: [{ from, to }] } : {}),
  });
  if (!result.ok) throw new Error(result.refusal.message);
  const plain = JSON.parse(JSON.stringify(result.value)) as Record<string, string>;
  expect(Object.fromEntries(Object.keys(v.expect).map((field) => [field, plain[field]]))).toEqual(v.expect);
});
