/**
 * What an instance must fulfil before anybody plans with it, with the path of the offending field. Refuses foreign fields
 * at run time, so that no attribute of a person can enter through a caller that bypasses the file schema.
 */
import { refuseForeignFields } from "./fields.ts";
import type { Instance, Stop, Trip, Unit } from "./model.ts";
import { ruleSetOf } from "./crew-rules.ts";
import { daytimeParts, nightAllowed } from "./night.ts";

/** One mistake of the input, with its place and a German text (Eingabefehler). */
export type InputProblem = { path: string; text: string };

export const MOST_TRIPS = 2000;
const MOST_UNITS = 1000;
const MOST_LOAD = 127;

export function validate(instance: Instance): InputProblem[] {
  const { trips, units } = instance;
  if (trips.length > MOST_TRIPS)
    return [{ path: "trips", text: `${trips.length} Fahrten; höchstens ${MOST_TRIPS} können zusammen geplant werden` }];
  if (units.length > MOST_UNITS) return [{ path: "units", text: `${units.length} Fahrzeuge; höchstens ${MOST_UNITS}` }];
  const found = refuseForeignFields(instance);
  if (found.length > 0) return found;
  const tell = (path: string, text: string): void => void found.push({ path, text });
  duplicates(
    trips.map((t) => t.trip),
    (k, id) => tell(`trips[${k}].trip`, `Fahrtnummer ${id} kommt mehrfach vor`),
  );
  duplicates(
    units.map((u) => u.unit),
    (k, id) => tell(`units[${k}].unit`, `Fahrzeug ${id} kommt mehrfach vor`),
  );
  trips.forEach((trip, k) => checkTrip(instance, trip, `trips[${k}]`, tell));
  duplicates(
    instance.ruleSets.map((set) => set.id),
    (k, id) => tell(`ruleSets[${k}].id`, `Regelwerk ${id} kommt mehrfach vor`),
  );
  units.forEach((unit, k) => checkUnit(instance, unit, `units[${k}]`, tell));
  const known = new Set(trips.map((t) => t.trip));
  instance.separate.forEach((pair, k) => {
    for (const id of pair) if (!known.has(id)) tell(`separate[${k}]`, `Fahrt ${id} gibt es nicht`);
    if (pair[0] === pair[1]) tell(`separate[${k}]`, "eine Fahrt kann nicht von sich selbst getrennt werden");
  });
  instance.locks.forEach((lock, k) => {
    if (!known.has(lock.trip)) tell(`locks[${k}].trip`, `Fahrt ${lock.trip} gibt es nicht`);
    if (lock.kind !== "pickupTime" && !units.some((u) => u.unit === lock.unit))
      tell(`locks[${k}].unit`, `Fahrzeug ${lock.unit} gibt es nicht`);
  });
  if (found.length === 0) found.push(...unreachable(instance));
  return found;
}

type Tell = (path: string, text: string) => void;

function duplicates<T>(ids: readonly T[], tell: (k: number, id: T) => void): void {
  const seen = new Set<T>();
  ids.forEach((id, k) => {
    if (seen.has(id)) tell(k, id);
    seen.add(id);
  });
}

const wholeNumber = (value: number, least: number, most = Number.MAX_SAFE_INTEGER): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most;

function checkTrip(instance: Instance, trip: Trip, path: string, tell: Tell): void {
  if (!wholeNumber(trip.trip, 1)) tell(`${path}.trip`, "Fahrtnummer muss eine positive ganze Zahl sein");
  if (!wholeNumber(trip.maxRide, 0)) tell(`${path}.maxRide`, "längste Zeit im Fahrzeug muss eine ganze Zahl ab 0 sein");
  if (!wholeNumber(trip.persons, 0, 500))
    tell(`${path}.persons`, "Personenzahl muss eine ganze Zahl von 0 bis 500 sein");
  checkLoad(trip.load, `${path}.load`, tell);
  for (const what of ["pickup", "delivery"] as const) {
    checkStop(instance, trip[what], `${path}.${what}`, tell);
    const night = nightAllowed(trip[what], trip.nightDecisions) ? null : instance.rules.night;
    if (trip[what].latest - trip[what].earliest < 1e12 && daytimeParts(trip[what], night).length > 1)
      tell(`${path}.${what}`, "das Zeitfenster umschließt eine Nacht: bitte den Abend oder den Morgen wählen");
  }
}

function checkStop(instance: Instance, stop: Stop, path: string, tell: Tell): void {
  if (!wholeNumber(stop.point, 0, instance.travel.size - 1)) tell(`${path}.point`, "diesen Ort gibt es nicht");
  if (!Number.isSafeInteger(stop.earliest)) tell(`${path}.earliest`, "keine ganze Zahl");
  if (!Number.isSafeInteger(stop.latest)) tell(`${path}.latest`, "keine ganze Zahl");
  if (stop.earliest > stop.latest) tell(`${path}.latest`, "das Zeitfenster endet, bevor es beginnt");
  if (!wholeNumber(stop.service, 0)) tell(`${path}.service`, "Haltezeit muss eine ganze Zahl ab 0 sein");
}

function checkLoad(load: Trip["load"], path: string, tell: Tell): void {
  for (const [dimension, value] of Object.entries(load))
    if (!wholeNumber(value, 0, MOST_LOAD))
      tell(`${path}.${dimension}`, `muss eine ganze Zahl von 0 bis ${MOST_LOAD} sein`);
}

function checkUnit(instance: Instance, unit: Unit, path: string, tell: Tell): void {
  for (const end of ["start", "end"] as const)
    if (!wholeNumber(unit[end], 0, instance.travel.size - 1)) tell(`${path}.${end}`, "diesen Ort gibt es nicht");
  checkLoad(unit.capacity, `${path}.capacity`, tell);
  if (!Number.isSafeInteger(unit.shiftFrom) || !Number.isSafeInteger(unit.shiftTo))
    tell(`${path}.shiftFrom`, "keine ganze Zahl");
  if (unit.shiftFrom > unit.shiftTo) tell(`${path}.shiftTo`, "die Schicht endet, bevor sie beginnt");
  if (!wholeNumber(unit.maxDuration, 0)) tell(`${path}.maxDuration`, "muss eine ganze Zahl ab 0 sein");
  if (!ruleSetOf(unit.ruleSet, instance.ruleSets))
    tell(`${path}.ruleSet`, `Regelwerk ${unit.ruleSet} ist nicht eingerichtet`);
  for (const [rate, value] of Object.entries(unit.rates))
    if (!Number.isFinite(value) || value < 0) tell(`${path}.rates.${rate}`, "muss eine Zahl ab 0 sein");
  unit.history.forEach((period, k) => {
    if (![period.from, period.to, period.driving].every(Number.isSafeInteger) || period.to < period.from)
      tell(`${path}.history[${k}]`, "keine gültige Schicht");
  });
}

function unreachable(instance: Instance): InputProblem[] {
  const { travel, trips, units } = instance;
  const used = [
    ...new Set([
      ...trips.flatMap((t) => [t.pickup.point, t.delivery.point]),
      ...units.flatMap((u) => [u.start, u.end]),
    ]),
  ];
  for (const from of used)
    for (const to of used) {
      const time = travel.time[from * travel.size + to]!;
      const distance = travel.distance[from * travel.size + to]!;
      if (!(time >= 0 && distance >= 0))
        return [{ path: `points[${to}]`, text: `Ort ${to} ist von Ort ${from} aus nicht erreichbar` }];
    }
  return [];
}
