/** How days and instants read in German (DIN 5008). Shows Europe/Berlin only; never decides a deadline. */
import { Temporal } from "temporal-polyfill";
import type { Day } from "../kernel/day.ts";

const zone = "Europe/Berlin";
const weekdays = ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"];
const months = [
  "Januar",
  "Februar",
  "März",
  "April",
  "Mai",
  "Juni",
  "Juli",
  "August",
  "September",
  "Oktober",
  "November",
  "Dezember",
];

const two = (value: number): string => String(value).padStart(2, "0");
const weekday = (day: Day): string => weekdays[day.dayOfWeek - 1] ?? "";

/** `23.11.2026` */
export const formatDay = (day: Day): string => `${two(day.day)}.${two(day.month)}.${day.year}`;

/** `Mo 23.11.2026`, wherever work is planned. */
export const formatWeekday = (day: Day): string => `${weekday(day)} ${formatDay(day)}`;

/** `23. November 2026`, in running text and letters. */
export const formatLongDay = (day: Day): string => `${day.day}. ${months[day.month - 1] ?? ""} ${day.year}`;

const inGermany = (instant: Date): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);

/** The name of the time, but only in the hour that comes twice in October. */
function repeatedHour(at: Temporal.ZonedDateTime): string {
  const wall = at.toPlainDateTime();
  const first = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
  const second = wall.toZonedDateTime(zone, { disambiguation: "later" });
  if (first.epochMilliseconds === second.epochMilliseconds) return "";
  return at.epochMilliseconds === first.epochMilliseconds ? " (MESZ)" : " (MEZ)";
}

/** `08:05`, for tables; `02:30 (MESZ)` in the repeated hour. */
export function formatTime(instant: Date): string {
  const at = inGermany(instant);
  return `${two(at.hour)}:${two(at.minute)}${repeatedHour(at)}`;
}

/** `23.11.2026, 08:05 Uhr`; `25.10.2026, 02:30 Uhr (MESZ)` in the repeated hour. */
export function formatInstant(instant: Date): string {
  const at = inGermany(instant);
  return `${formatDay(at.toPlainDate())}, ${two(at.hour)}:${two(at.minute)} Uhr${repeatedHour(at)}`;
}

/** `Nacht Mo/Di 23./24.11.2026`: a night belongs to two dates. Takes the day on which it begins. */
export function formatNight(begins: Day): string {
  const ends = begins.add({ days: 1 });
  const first =
    begins.year !== ends.year
      ? formatDay(begins)
      : begins.month !== ends.month
        ? `${two(begins.day)}.${two(begins.month)}.`
        : `${two(begins.day)}.`;
  return `Nacht ${weekday(begins)}/${weekday(ends)} ${first}/${formatDay(ends)}`;
}
