/**
 * The complete list of fields that planning data may have. Anything else is refused by name, at every level, so that no
 * attribute of a person (name, birth, nationality, religion, case text …) can enter the planner.
 */
import type { Code, DayRules, Instance, Load, Lock, RuleSet, Stop, Trip, Unit, WorkPeriod } from "./model.ts";

type Fields<T> = Readonly<Record<keyof T, true>>;

const load: Fields<Load> = { seats: true, wheelchairs: true, childSeats: true, luggage: true };
const stop: Fields<Stop> = { point: true, kind: true, earliest: true, latest: true, service: true };
const trip: Fields<Trip> = {
  trip: true,
  authority: true,
  pickup: true,
  delivery: true,
  load: true,
  persons: true,
  maxRide: true,
  needs: true,
  company: true,
  nightDecisions: true,
  gates: true,
  date: true,
};
const unit: Fields<Unit> = {
  unit: true,
  owner: true,
  start: true,
  end: true,
  capacity: true,
  skills: true,
  shiftFrom: true,
  shiftTo: true,
  maxDuration: true,
  crew: true,
  ruleSet: true,
  history: true,
  rates: true,
  share: true,
};
const period: Fields<WorkPeriod> = { from: true, to: true, driving: true };
const lock: Fields<Extract<Lock, { kind: "unit" }> & Extract<Lock, { kind: "pickupTime" }>> = {
  kind: true,
  trip: true,
  unit: true,
  earliest: true,
  latest: true,
};
const rules: Fields<DayRules> = {
  separationScope: true,
  maxWaitOnBoard: true,
  night: true,
  weights: true,
  pickupGrid: true,
};
const ruleSet: Fields<RuleSet> = {
  id: true,
  version: true,
  norm: true,
  maxWork: true,
  breaks: true,
  minPiece: true,
  maxWithoutBreak: true,
  rest: true,
  driving: true,
};

const enums = {
  kind: ["home", "facility", "detention", "authority", "airport"],
  needs: ["femaleEscort", "maleEscort", "medical", "twoEscorts", "interpreter", "securedVehicle", "wheelchairLift"],
  company: ["anyone", "ownFamilyOnly", "nobody"],
  gates: ["green", "notGreen"],
  date: ["fixed", "periodEnds", "open"],
} as const;

const codePattern = /^[A-ZÄÖÜ0-9][A-ZÄÖÜ0-9-]{0,23}$/;
/** True for the short codes that units, authorities and records are named by; free text is none. */
export const isCode = (text: unknown): text is Code => typeof text === "string" && codePattern.test(text);

type Found = { path: string; text: string };

export function refuseForeignFields(instance: Instance): Found[] {
  const found: Found[] = [];
  const only = (value: object, fields: object, path: string): void => {
    for (const key of Object.keys(value))
      if (!Object.hasOwn(fields, key))
        found.push({ path: `${path}.${key}`, text: "dieses Feld darf die Tourenplanung nicht erhalten" });
  };
  const code = (value: unknown, path: string): void => {
    if (!isCode(value))
      found.push({ path, text: "muss ein kurzes Kennzeichen aus Großbuchstaben, Ziffern und Bindestrich sein" });
  };
  const oneOf = (value: unknown, allowed: readonly unknown[], path: string): void => {
    if (!allowed.includes(value)) found.push({ path, text: `muss eines von ${allowed.join(", ")} sein` });
  };
  instance.trips.forEach((t, k) => {
    const path = `trips[${k}]`;
    only(t, trip, path);
    only(t.load, load, `${path}.load`);
    for (const what of ["pickup", "delivery"] as const) {
      only(t[what], stop, `${path}.${what}`);
      oneOf(t[what].kind, enums.kind, `${path}.${what}.kind`);
    }
    code(t.authority, `${path}.authority`);
    t.nightDecisions.forEach((record, j) => code(record, `${path}.nightDecisions[${j}]`));
    t.needs.forEach((need, j) => oneOf(need, enums.needs, `${path}.needs[${j}]`));
    for (const key of ["company", "gates", "date"] as const) oneOf(t[key], enums[key], `${path}.${key}`);
  });
  instance.units.forEach((u, k) => {
    const path = `units[${k}]`;
    only(u, unit, path);
    only(u.capacity, load, `${path}.capacity`);
    code(u.unit, `${path}.unit`);
    code(u.owner, `${path}.owner`);
    u.skills.forEach((skill, j) => oneOf(skill, enums.needs, `${path}.skills[${j}]`));
    u.history.forEach((p, j) => only(p, period, `${path}.history[${j}]`));
  });
  instance.locks.forEach((l, k) => only(l, lock, `locks[${k}]`));
  instance.ruleSets.forEach((set, k) => only(set, ruleSet, `ruleSets[${k}]`));
  only(instance.rules, rules, "rules");
  return found;
}
