/**
 * The JSON shape of the deadline engine, the same for command, API and calculator: reads one request, writes one result.
 * Nothing is corrected on the way in: a wrong field is named and refused.
 */
import { type Day, parseDay } from "../../../kernel/day.ts";
import { ok, refused, type Result } from "../../../kernel/result.ts";
import type { DayInterval, Deadline, DeadlineInput } from "./deadline.ts";
import { readMoment } from "./hours.ts";
import { type Refusal, refusal } from "./refusal.ts";

/** Eine Fristberechnung als JSON-Eingabe (§ 31 VwVfG). */
export type DeadlineRequest = { id: string; input: DeadlineInput; unknownFields: string[] };

/** Eine berechnete Frist als JSON-Ausgabe, Tage als ISO-Text (§ 31 VwVfG). */
export type DeadlineAnswer = {
  id: string;
  raw: string;
  legalEnd: string;
  operationalEnd?: string;
  earliestAction?: string;
  rolled?: string;
  until?: string;
  planOn: string;
  rule: string;
  title: string;
  norm: string;
  version: string;
  lengthAssumed: boolean;
  readings: { text: string; day: string }[];
  missed: string;
  steps: { text: string; norm?: string; day?: string }[];
};

const inputFields = ["id", "rule", "on", "calendar", "length", "creditedDays", "suspended"];
// Vector files carry what they expect and why; those say nothing about the computation.
const silentFields = ["expect", "note", "comment"];

export function readRequest(entry: unknown): Result<DeadlineRequest, Refusal> {
  if (typeof entry !== "object" || entry === null || Array.isArray(entry)) {
    return refused(refusal("notAnEntry", "file", "Jeder Eintrag muss ein Objekt mit id, rule, on und calendar sein."));
  }
  const fields = entry as Record<string, unknown>;
  const texts = readTexts(fields, ["id", "rule", "on", "calendar"]);
  if (!texts.ok) return texts;
  const { id = "", rule = "", on = "", calendar = "" } = texts.value;
  const start = readStart(on);
  if (!start.ok) return start;
  const terms = readOptional(fields);
  if (!terms.ok) return terms;
  const unknownFields = Object.keys(fields).filter((name) => ![...inputFields, ...silentFields].includes(name));
  return ok({ id, input: { rule, calendar, ...start.value, ...terms.value }, unknownFields });
}

type TextField = "id" | "rule" | "on" | "calendar";

function readTexts(
  fields: Record<string, unknown>,
  names: TextField[],
): Result<Partial<Record<TextField, string>>, Refusal> {
  const read: Partial<Record<TextField, string>> = {};
  for (const name of names) {
    const value = fields[name];
    if (typeof value !== "string" || value === "") {
      return refused(refusal("fieldMissing", name, `Das Feld »${name}« fehlt oder ist kein Text.`));
    }
    read[name] = value;
  }
  return ok(read);
}

/** A day, or a time in Germany, whose day counts. */
export function readStart(text: string): Result<{ on: Day; at?: string }, Refusal> {
  const day = parseDay(text);
  if (day) return ok({ on: day });
  const moment = readMoment(text);
  return moment.ok ? ok({ on: moment.value.toPlainDate(), at: text }) : moment;
}

type Optional = Pick<DeadlineInput, "length" | "creditedDays" | "suspended">;

function readOptional({ length, creditedDays, suspended }: Record<string, unknown>): Result<Optional, Refusal> {
  if (length !== undefined && typeof length !== "string") {
    return refused(refusal("lengthUnreadable", "length", "Die Länge ist ein Text wie P2W."));
  }
  if (creditedDays !== undefined && typeof creditedDays !== "number") {
    return refused(refusal("creditNotPossible", "creditedDays", "Angerechnete Tage sind eine ganze Zahl ab 0."));
  }
  const intervals = suspended === undefined ? ok([]) : readIntervals(suspended);
  if (!intervals.ok) return intervals;
  return ok({
    ...(length === undefined ? {} : { length }),
    ...(creditedDays === undefined ? {} : { creditedDays }),
    ...(intervals.value.length === 0 ? {} : { suspended: intervals.value }),
  });
}

/** One interval `[from, to]` or a list of them. */
function readIntervals(value: unknown): Result<DayInterval[], Refusal> {
  const list = Array.isArray(value) && value.some(Array.isArray) ? value : [value];
  const intervals = list.map(readInterval);
  const read = intervals.filter((interval) => interval !== undefined);
  if (read.length === intervals.length) return ok(read);
  return refused(refusal("suspensionUnreadable", "suspended", "Die Hemmung ist ein Paar von Tagen: [von, bis]."));
}

function readInterval(value: unknown): DayInterval | undefined {
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [from, to] = value.map((text) => (typeof text === "string" ? parseDay(text) : undefined));
  return from && to ? { from, to } : undefined;
}

export function writeAnswer(id: string, deadline: Deadline): DeadlineAnswer {
  const { operationalEnd, earliestAction, rolled, until } = deadline;
  return {
    id,
    raw: deadline.raw.toString(),
    legalEnd: deadline.legalEnd.toString(),
    ...(operationalEnd ? { operationalEnd: operationalEnd.toString() } : {}),
    ...(earliestAction ? { earliestAction: earliestAction.toString() } : {}),
    ...(rolled ? { rolled: rolled.toString() } : {}),
    ...(until === undefined ? {} : { until }),
    planOn: deadline.planOn.toString(),
    rule: deadline.rule,
    title: deadline.title,
    norm: deadline.norm.norm,
    version: deadline.norm.version,
    lengthAssumed: deadline.lengthAssumed,
    readings: deadline.readings.map(({ text, day }) => ({ text, day: day.toString() })),
    missed: deadline.missed,
    steps: deadline.steps.map(({ text, norm, day }) => ({
      text,
      ...(norm === undefined ? {} : { norm }),
      ...(day ? { day: day.toString() } : {}),
    })),
  };
}
