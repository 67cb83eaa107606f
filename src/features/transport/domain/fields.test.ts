import { expect, test } from "vitest";
import { refuseForeignFields } from "./fields.ts";
import type { Instance, Lock, Plan, Trip, Unit } from "./model.ts";
import { aTrip, aUnit, anInstance, code, plane } from "./sample.ts";

/** Every field name at every depth, and every type of a leaf, of what the planner can be given. */
type Leaf = string | number | boolean | null | undefined | Float64Array;
type KeysOf<T> = T extends Leaf
  ? never
  : T extends readonly (infer E)[]
    ? KeysOf<E>
    : { [K in keyof T]: K | KeysOf<T[K]> }[keyof T];
type LeavesOf<T> = T extends Leaf
  ? T
  : T extends readonly (infer E)[]
    ? LeavesOf<E>
    : { [K in keyof T]: LeavesOf<T[K]> }[keyof T];

type Allowed =
  | "trip"
  | "authority"
  | "pickup"
  | "delivery"
  | "load"
  | "persons"
  | "maxRide"
  | "needs"
  | "company"
  | "nightDecisions"
  | "gates"
  | "date"
  | "point"
  | "kind"
  | "earliest"
  | "latest"
  | "service"
  | "seats"
  | "wheelchairs"
  | "childSeats"
  | "luggage"
  | "unit"
  | "owner"
  | "start"
  | "end"
  | "capacity"
  | "skills"
  | "shiftFrom"
  | "shiftTo"
  | "maxDuration"
  | "crew"
  | "ruleSet"
  | "history"
  | "from"
  | "to"
  | "driving"
  | "rates"
  | "perDistance"
  | "perTime"
  | "perTour"
  | "share"
  | "maxExtra";

type Equals<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
/** Fails to compile when a field is added that is not on the list, or when a trip may hold free text. */
const fieldsAreTheList: Equals<KeysOf<Trip | Unit>, Allowed> = true;
const noFreeTextInTrips: string extends LeavesOf<Trip> ? false : true = true;
const noFreeTextInPlans: string extends LeavesOf<Plan> ? false : true = true;
const noFreeTextInLocks: string extends LeavesOf<Lock> ? false : true = true;

const instance = (trip: Trip): Instance =>
  anInstance({
    trips: [trip],
    units: [aUnit("U-1", 0)],
    travel: plane([
      [0, 0],
      [3, 4],
    ]),
  });

test("the types of the planner leave no place for an attribute of a person", () => {
  expect([fieldsAreTheList, noFreeTextInTrips, noFreeTextInPlans, noFreeTextInLocks]).toEqual([true, true, true, true]);
});

test("a clean instance has no foreign fields", () => {
  expect(refuseForeignFields(instance(aTrip(1, 0, 1)))).toEqual([]);
});

test.each([
  ["name", "Muster"],
  ["birthDate", "1990-01-01"],
  ["nationality", "Testland"],
  ["religion", "Probe"],
  ["remark", "freier Text"],
  ["sex", "w"],
])("a trip with »%s« is refused at run time", (field, value) => {
  const foreign = { ...aTrip(1, 0, 1), [field]: value };
  expect(refuseForeignFields(instance(foreign)).map((p) => p.path)).toEqual([`trips[0].${field}`]);
});

test.each([
  ["authority", { authority: code("Frau Muster aus Testland") }, "trips[0].authority"],
  [
    "record number",
    { nightDecisions: [code("weil sie sonst flieht"), code("AZ-1")] as const },
    "trips[0].nightDecisions[0]",
  ],
  ["need", { needs: ["Testland" as never] }, "trips[0].needs[0]"],
  ["stop", { pickup: { ...aTrip(1, 0, 1).pickup, address: "Musterweg 1" } as never }, "trips[0].pickup.address"],
])("free text cannot hide in the %s", (_, change, path) => {
  expect(refuseForeignFields(instance(aTrip(1, 0, 1, change))).map((p) => p.path)).toContain(path);
});
