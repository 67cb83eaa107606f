/** The day that is proposed for a resubmission: two working days before the deadline (house rule, ux-and-data.md 4.11). */
import { type Day, isBefore } from "../../kernel/day.ts";
import type { Context } from "../../platform/context.ts";
import { findCalendar } from "./domain/calendar.ts";
import { lastWorkingDay } from "./domain/counting.ts";
import { dayOf, numberOf } from "./domain/day-number.ts";
import { calendarOf } from "./queries.ts";

/** Undefined where that day is over, or where the calendar does not reach. */
export async function dayForResubmission(context: Context, deadline: Day): Promise<Day | undefined> {
  const calendar = findCalendar(await calendarOf(context, context.actor.authorityId));
  if (!calendar.ok) return undefined;
  const before = lastWorkingDay(numberOf(deadline) - 1, calendar.value);
  const proposed = dayOf(lastWorkingDay(before - 1, calendar.value));
  return isBefore(proposed, context.today) ? undefined : proposed;
}
