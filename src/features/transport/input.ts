/**
 * Planning files as they come in (JSON), read strictly: an unknown field is an error, so no attribute of a person can be
 * smuggled in. Times in the file are clock times of the planning day ("06:30", "+1 02:00" for the next day).
 */
import { z } from "zod";
import { isCode } from "./domain/fields.ts";
import { ruleSetFile, ruleSetsOfDay } from "./input/rule-sets.ts";
import type { Code, Instance, Lock, Stop, TravelMatrix, Trip, Unit } from "./domain/model.ts";

const MINUTE = 60;
const clockPattern = /^(?:([+-]\d{1,2}) )?([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/;

const clock = z
  .string()
  .regex(clockPattern, "Uhrzeit wie 06:30 oder +1 02:00")
  .transform((text) => {
    const [, day, hours, minutes, seconds] = clockPattern.exec(text)!;
    return Number(day ?? 0) * 86400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0);
  });
const code = z
  .string()
  .refine(isCode, "kurzes Kennzeichen aus Großbuchstaben, Ziffern und Bindestrich")
  .transform((text) => text as Code);
const minutes = z.int().min(0).max(2880);
const count = z.int().min(0).max(127);
const skill = z.enum([
  "femaleEscort",
  "maleEscort",
  "medical",
  "twoEscorts",
  "interpreter",
  "securedVehicle",
  "wheelchairLift",
]);
const number = z.int().min(1);

const load = z.strictObject({
  seats: count,
  wheelchairs: count.default(0),
  childSeats: count.default(0),
  luggage: count.default(0),
});
const stop = z.strictObject({
  point: z.int().min(0),
  kind: z.enum(["home", "facility", "detention", "authority", "airport"]),
  from: clock,
  to: clock,
  serviceMinutes: minutes,
});
const trip = z.strictObject({
  trip: number,
  authority: code,
  pickup: stop,
  delivery: stop,
  load,
  persons: z.int().min(1).max(500),
  /** Without it: one and a half times the direct way, at least an hour more than it. */
  maxRideMinutes: minutes.optional(),
  needs: z.array(skill).default([]),
  company: z.enum(["anyone", "ownFamilyOnly", "nobody"]).default("anyone"),
  nightDecisions: z.union([z.tuple([]), z.tuple([code, code])]).default([]),
  gates: z.enum(["green", "notGreen"]).default("notGreen"),
  date: z.enum(["fixed", "periodEnds", "open"]).default("open"),
});
const unit = z.strictObject({
  unit: code,
  owner: code,
  start: z.int().min(0),
  end: z.int().min(0).optional(),
  capacity: load,
  skills: z.array(skill).default([]),
  shift: z.strictObject({ from: clock, to: clock, maxMinutes: minutes }),
  crew: z.int().min(1).max(10),
  ruleSet: z.string().max(40).default("ArbZG"),
  history: z.array(z.strictObject({ from: clock, to: clock, drivingMinutes: minutes })).default([]),
  centsPerKm: z.number().min(0).max(100_000),
  centsPerCrewHour: z.number().min(0).max(1_000_000),
  centsPerTour: z.number().min(0).max(10_000_000),
  share: z.strictObject({ maxExtraMinutes: minutes }).nullable().default(null),
});
const lock = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("unit"), trip: number, unit: code }),
  z.strictObject({ kind: z.literal("notUnit"), trip: number, unit: code }),
  z.strictObject({ kind: z.literal("pickupTime"), trip: number, from: clock, to: clock }),
]);
const rules = z.strictObject({
  separationScope: z.enum(["tour", "onBoard"]).default("tour"),
  maxWaitOnBoardMinutes: z.int().min(-1).max(600).default(15),
  weights: z
    .strictObject({
      fixed: z.int().min(1).max(100),
      periodEnds: z.int().min(1).max(100),
      open: z.int().min(1).max(100),
    })
    .default({ fixed: 3, periodEnds: 2, open: 1 }),
  pickupGridMinutes: z.int().min(0).max(60).default(5),
});

export const dayFile = z.strictObject({
  format: z.literal("amtsweg-tours-1"),
  points: z.array(z.strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) })).max(5000),
  trips: z.array(trip),
  units: z.array(unit),
  separate: z.array(z.tuple([number, number])).default([]),
  locks: z.array(lock).default([]),
  rules: rules.prefault({}),
  ruleSets: z.array(ruleSetFile).default([]),
});
export type DayFile = z.infer<typeof dayFile>;
export type DayFileInput = z.input<typeof dayFile>;

const planned = z.strictObject({
  trip: number,
  what: z.enum(["pickup", "delivery"]),
  arrive: z.int(),
  begin: z.int(),
  leave: z.int(),
});
export const planFile = z.looseObject({
  tours: z.array(
    z.strictObject({
      unit: code,
      start: z.int(),
      end: z.int(),
      stops: z.array(planned),
      breaks: z.array(z.strictObject({ afterStop: z.int().min(0), from: z.int(), to: z.int() })),
    }),
  ),
  unserved: z.array(number),
});

export const exchangeFile = z.strictObject({
  format: z.literal("amtsweg-exchange-1"),
  day: dayFile,
  plan: planFile,
  rejected: z.array(number),
  options: z
    .strictObject({
      maxBundle: z.int().min(1).max(3).default(3),
      ownerCapsMinutes: z.record(z.string(), minutes).default({}),
      fairnessLimit: z.number().min(0).max(1).default(0.03),
      ledger: z
        .array(
          z.strictObject({
            authority: code,
            requested: z.int().min(0),
            servedFirstPass: z.int().min(0),
            servedByExchange: z.int().min(0),
            selfTransport: z.int().min(0),
            lostForLackOfTransport: z.int().min(0),
          }),
        )
        .default([]),
      accepted: z.array(z.strictObject({ unit: code, trips: z.array(number) })).default([]),
      declined: z.array(z.strictObject({ unit: code, trips: z.array(number) })).default([]),
    })
    .prefault({}),
});

const stopOf = (s: DayFile["trips"][number]["pickup"]): Stop => ({
  point: s.point,
  kind: s.kind,
  earliest: s.from,
  latest: s.to,
  service: s.serviceMinutes * MINUTE,
});

/** The instance of a day; travel times come from the port, never from the file. */
export function instanceOf(file: DayFile, travel: TravelMatrix): Instance {
  return {
    trips: file.trips.map((t): Trip => ({
      trip: t.trip,
      authority: t.authority,
      pickup: stopOf(t.pickup),
      delivery: stopOf(t.delivery),
      load: t.load,
      persons: t.persons,
      maxRide:
        t.maxRideMinutes === undefined
          ? defaultRide(travel, t.pickup.point, t.delivery.point)
          : t.maxRideMinutes * MINUTE,
      needs: t.needs,
      company: t.company,
      nightDecisions: t.nightDecisions,
      gates: t.gates,
      date: t.date,
    })),
    units: file.units.map((u): Unit => ({
      unit: u.unit,
      owner: u.owner,
      start: u.start,
      end: u.end ?? u.start,
      capacity: u.capacity,
      skills: u.skills,
      shiftFrom: u.shift.from,
      shiftTo: u.shift.to,
      maxDuration: u.shift.maxMinutes * MINUTE,
      crew: u.crew,
      ruleSet: u.ruleSet,
      history: u.history.map((h) => ({ from: h.from, to: h.to, driving: h.drivingMinutes * MINUTE })),
      // Cost unit is the thousandth of a cent: metres × cents a kilometre, seconds × crew × cents an hour ÷ 3.6.
      rates: {
        perDistance: u.centsPerKm,
        perTime: (u.crew * u.centsPerCrewHour) / 3.6,
        perTour: Math.round(u.centsPerTour * 1000),
      },
      share: u.share ? { maxExtra: u.share.maxExtraMinutes * MINUTE } : null,
    })),
    separate: file.separate,
    travel,
    rules: {
      separationScope: file.rules.separationScope,
      maxWaitOnBoard: file.rules.maxWaitOnBoardMinutes < 0 ? -1 : file.rules.maxWaitOnBoardMinutes * MINUTE,
      night: { from: 21 * 3600, to: 6 * 3600, day: 86400 },
      weights: file.rules.weights,
      pickupGrid: file.rules.pickupGridMinutes * MINUTE,
    },
    locks: file.locks.map((l): Lock =>
      l.kind === "pickupTime" ? { kind: l.kind, trip: l.trip, earliest: l.from, latest: l.to } : l,
    ),
    ruleSets: ruleSetsOfDay(file.ruleSets),
  };
}

function defaultRide(travel: TravelMatrix, from: number, to: number): number {
  const direct = travel.time[from * travel.size + to] ?? 0;
  return Math.max(Math.ceil(1.5 * direct), direct + 60 * MINUTE);
}

/** First offending field of a file, in words: `trips[3].pickup.to: …`. */
export function firstIssue(error: z.ZodError): { path: string; text: string } {
  const issue = error.issues[0]!;
  const keys = issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0]!] : issue.path;
  const path = keys.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : text === "" ? String(key) : `${text}.${String(key)}`),
    "",
  );
  return {
    path,
    text: issue.code === "unrecognized_keys" ? "dieses Feld darf die Tourenplanung nicht erhalten" : issue.message,
  };
}
