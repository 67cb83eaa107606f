/**
 * Rules that count hours, in Europe/Berlin: § 428 FamFG ends with the day after the seizure, whatever the clock does in that
 * night. A wall time that does not exist is refused; a time that exists twice means the earlier one, which frees earlier.
 */
import { Temporal } from "temporal-polyfill";
import type { Day } from "../../../kernel/day.ts";
import { ok, refused, type Result } from "../../../kernel/result.ts";
import { type Refusal, refusal } from "./refusal.ts";

const zone = "Europe/Berlin";

/** Zeitpunkt in Deutschland (§ 428 FamFG). */
export type Moment = Temporal.ZonedDateTime;

const pattern = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]\d{2}:\d{2})?$/;

/** Reads `2026-12-04T10:00` as German wall time, and `…+01:00` or `…Z` as an instant. */
export function readMoment(text: string): Result<Moment, Refusal> {
  const parts = pattern.exec(text);
  if (!parts) return refused(unreadable(text));
  try {
    return parts[3] ? ok(Temporal.Instant.from(text).toZonedDateTimeISO(zone)) : wallTime(text);
  } catch {
    return refused(unreadable(text));
  }
}

function wallTime(text: string): Result<Moment, Refusal> {
  const plain = Temporal.PlainDateTime.from(text, { overflow: "reject" });
  const moment = plain.toZonedDateTime(zone, { disambiguation: "earlier" });
  if (moment.toPlainDateTime().equals(plain)) return ok(moment);
  return refused(refusal("timeDoesNotExist", "on", `Die Uhrzeit in »${text}« gibt es wegen der Zeitumstellung nicht.`));
}

const unreadable = (text: string): Refusal =>
  refusal("dayUnreadable", "on", `»${text}« ist kein Tag und kein Zeitpunkt. Beispiele: 2026-12-04, 2026-12-04T10:00.`);

/** 24:00 of the day, as the first instant after it. */
export const endOfDay = (day: Day): Moment => day.add({ days: 1 }).toZonedDateTime({ timeZone: zone });

/** Real hours later: the hour that is skipped or repeated in a clock-change night is neither lost nor won. */
export const addHours = (moment: Moment, hours: number): Moment => moment.add({ hours });

export const hoursBetween = (from: Moment, to: Moment): number =>
  Math.floor((to.epochMilliseconds - from.epochMilliseconds) / 3_600_000);

/** "10:00 Uhr", in the repeated hour of October with "(MESZ)" or "(MEZ)". */
export function clockText(moment: Moment): string {
  const twice = [-1, 1].some((hours) => moment.add({ hours }).toPlainTime().equals(moment.toPlainTime()));
  const season = moment.offset === "+02:00" ? "MESZ" : "MEZ";
  return `${moment.toPlainTime().toString({ smallestUnit: "minute" })} Uhr${twice ? ` (${season})` : ""}`;
}
