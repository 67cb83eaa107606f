/** A calendar day without time or zone: legal periods are counted in days, never in milliseconds. */
import { Temporal } from "temporal-polyfill";

export type Day = Temporal.PlainDate;

/** Reads an ISO day (`2026-11-23`); throws a RangeError for anything else, also for 2026-02-30. */
export const day = (iso: string): Day => Temporal.PlainDate.from(iso, { overflow: "reject" });

/** The day, or undefined when the text is no existing ISO day. */
export function parseDay(iso: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return undefined;
  try {
    return day(iso);
  } catch {
    return undefined;
  }
}

/** Negative, zero or positive, as `a` lies before, on or after `b`. */
export const compareDays = (a: Day, b: Day): number => Temporal.PlainDate.compare(a, b);

export const isAfter = (a: Day, b: Day): boolean => compareDays(a, b) > 0;
export const isBefore = (a: Day, b: Day): boolean => compareDays(a, b) < 0;
export const daysBetween = (from: Day, to: Day): number => from.until(to, { largestUnit: "days" }).days;

/** The day that an instant falls on in Germany (Europe/Berlin). */
export const dayInGermany = (instant: Date): Day =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO("Europe/Berlin").toPlainDate();
