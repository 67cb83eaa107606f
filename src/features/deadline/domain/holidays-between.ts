/** Statutory holidays of some weeks, for the calendar view. A year without data is refused, never shown as without holidays. */
import type { Day } from "../../../kernel/day.ts";
import { ok, type Result } from "../../../kernel/result.ts";
import { findCalendar, holidaysKnown } from "./calendar.ts";
import { dayOf, numberOf } from "./day-number.ts";
import type { Refusal } from "./refusal.ts";

/** Name of the holiday by ISO day, both ends included (§ 193 BGB; § 31 Abs. 3 VwVfG). */
export function holidaysBetween(calendarId: string, from: Day, to: Day): Result<ReadonlyMap<string, string>, Refusal> {
  const calendar = findCalendar(calendarId);
  if (!calendar.ok) return calendar;
  const found = new Map<string, string>();
  for (const end of [from, to]) {
    const known = holidaysKnown(calendar.value, numberOf(end));
    if (!known.ok) return known;
  }
  for (let number = numberOf(from); number <= numberOf(to); number += 1) {
    const name = calendar.value.holiday(number);
    if (name) found.set(dayOf(number).toString(), name);
  }
  return ok(found);
}
