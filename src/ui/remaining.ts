/** How much time is left, in words. Rounds towards less: it never promises time that is not there. */
import { type Day, dayInGermany, daysBetween } from "../kernel/day.ts";

const minute = 60_000;
const hour = 60 * minute;
const dayLength = 24 * hour;

const days = (count: number): string => (count === 1 ? "1 Tag" : `${count} Tage`);

function sinceDays(count: number): string {
  return count === 1 ? "1 Tag" : `${count} Tagen`;
}

/** `3 Std. 12 Min.`, `1 Tag 6 Std.`, `2 Tage`; from two days on the hours are left out. */
function span(length: number, inDays: (count: number) => string): string {
  const whole = Math.floor(length / dayLength);
  const hours = Math.floor((length % dayLength) / hour);
  if (whole >= 2) return inDays(whole);
  if (whole === 1) return hours === 0 ? inDays(1) : `${inDays(1)} ${hours} Std.`;
  const minutes = Math.floor((length % hour) / minute);
  if (hours === 0) return minutes === 0 ? "weniger als 1 Min." : `${minutes} Min.`;
  return minutes === 0 ? `${hours} Std.` : `${hours} Std. ${minutes} Min.`;
}

/**
 * `noch 2 Tage`, `heute`, `überfällig seit 1 Tag` for a day (counted in calendar days of Germany);
 * `noch 3 Std. 12 Min.`, `überfällig seit 1 Std. 14 Min.` for an instant.
 */
export function remaining(due: Day | Date, now: Date): string {
  if (due instanceof Date) {
    const left = due.getTime() - now.getTime();
    return left >= 0 ? `noch ${span(left, days)}` : `überfällig seit ${span(-left, sinceDays)}`;
  }
  const left = daysBetween(dayInGermany(now), due);
  if (left === 0) return "heute";
  return left > 0 ? `noch ${days(left)}` : `überfällig seit ${sinceDays(-left)}`;
}
