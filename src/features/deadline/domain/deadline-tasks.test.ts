import { expect, test } from "vitest";
import { catalogue } from "./catalogue.ts";
import { day } from "../../../kernel/day.ts";
import { deadlineTasks, hasLapsed, rulesOf } from "./deadline-tasks.ts";

const countable = [...new Set(catalogue.filter(({ length }) => length).map(({ id }) => id))];

test("every rule that gives a day is either a task of ours or watched", () => {
  expect(Object.keys(deadlineTasks).toSorted()).toEqual(countable.toSorted());
});

test.each([
  ["D01", "watched", "the person sues, we do not"],
  ["D02", "watched", "the person files the motion"],
  ["D07", "watched", "the person leaves"],
  ["D32.confirm", "watched", "the other state answers"],
  ["D35", "ours", "we transfer"],
  ["D23", "ours", "we release or justify"],
  ["D24", "ours", "we go to the judge or release"],
  ["D50.request", "ours", "we ask for transit"],
  ["D61", "ours", "we erase"],
] as const)("%s is %s: %s", (rule, whose, _reason) => {
  expect(deadlineTasks[rule]?.whose).toBe(whose);
  expect(rulesOf(whose)).toContain(rule);
});

test("a period that protects the person is never a task of ours", () => {
  const protective = catalogue.filter(({ direction, length }) => direction === "protectsPerson" && length);
  expect(protective.length).toBeGreaterThan(15);
  expect(protective.filter(({ id }) => deadlineTasks[id]?.whose !== "watched").map(({ id }) => id)).toEqual([]);
});

test.each([
  ["D07", "2026-11-22", true, "the period to leave is over, enforceability follows by law"],
  ["D07", "2026-11-23", false, "its last day belongs to it"],
  ["D01", "2026-06-16", true, "nobody can sue any more"],
  ["D35", "2026-06-16", false, "the transfer stays our task, and overdue"],
] as const)("%s until %s has lapsed on 23.11.2026: %s (%s)", (rule, end, lapsed, _reason) => {
  expect(hasLapsed(rule, day(end), day("2026-11-23"))).toBe(lapsed);
});
