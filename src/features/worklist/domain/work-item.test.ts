import { expect, test } from "vitest";
import { day } from "../../../kernel/day.ts";
import { endOfDay, mergeWork, positionOf, type WorkItem, type WorkKind } from "./work-item.ts";

const item = (kind: WorkKind, place: string, sub: string): WorkItem => ({
  kind,
  place: new Date(place),
  sub: [sub],
  due: undefined,
  caseId: "c",
  task: "t",
  href: "/",
  counterpart: "–",
  status: "s",
  why: "w",
});

test.each([
  ["2026-11-23", "2026-11-23T22:59:59.999Z"],
  ["2026-03-29", "2026-03-29T21:59:59.999Z"],
  ["2026-10-25", "2026-10-25T22:59:59.999Z"],
])("%s ends in Germany at %s, also in the nights of the clock change", (of, end) => {
  expect(endOfDay(day(of)).toISOString()).toBe(end);
});

test("lines are ordered by date, then by kind, then as their source gave them", () => {
  const merged = mergeWork(
    [
      [item("measures", "2026-11-23T10:00:00Z", "1")],
      [item("deadlines", "2026-11-23T10:00:00Z", "2"), item("deadlines", "2026-11-24T10:00:00Z", "1")],
      [item("stops", "2026-11-25T10:00:00Z", "1")],
    ],
    3,
  );
  expect(merged.map(({ kind, sub }) => `${kind} ${sub[0]}`)).toEqual(["deadlines 2", "measures 1", "deadlines 1"]);
});

test.each([
  ["deadlines", "requests", "later"],
  ["requests", "requests", "sub"],
  ["measures", "requests", "here"],
] as const)("behind a line of another kind %s continues after %s: %s", (kind, last, from) => {
  expect(positionOf(kind, { place: new Date(0), kind: last, sub: ["x"] }).from).toBe(from);
});
