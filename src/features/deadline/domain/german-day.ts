/** Days as German officials write them ("Mo 23.11.2026"); for derivations only, nothing is computed from this text. */
import type { Day } from "../../../kernel/day.ts";
import { civil, type DayNumber, numberOf, weekday } from "./day-number.ts";

const names = ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"];
const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`);

export function shortDay(number: DayNumber): string {
  const { year, month, dayOfMonth } = civil(number);
  return `${two(dayOfMonth)}.${two(month)}.${year}`;
}

export const germanDay = (number: DayNumber): string => `${names[weekday(number) - 1]} ${shortDay(number)}`;

/** "02.11." – only where the year is clear from the context. */
export const dayAndMonth = (number: DayNumber): string => shortDay(number).slice(0, 6);

/** "23.11.2026" for a day from a door or an event. */
export const writtenDay = (day: Day): string => shortDay(numberOf(day));
