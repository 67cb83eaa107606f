/**
 * Days as whole numbers since 1970-01-01, because a period over half a million cases is counted here, not in `Temporal`.
 * Proleptic Gregorian, no clock, no zone. Must never leave the domain: doors and pages speak `Day`.
 */
import { Temporal } from "temporal-polyfill";
import type { Day } from "../../../kernel/day.ts";

/** Laufende Nummer eines Kalendertags (§ 186 BGB: Fristen werden nach Kalendertagen gerechnet). */
export type DayNumber = number;

/** Jahr, Monat und Tag eines Kalendertags (§ 186 BGB). */
export type Civil = { year: number; month: number; dayOfMonth: number };

const daysOf400Years = 146_097;
const epochShift = 719_468;

export function dayNumber(year: number, month: number, dayOfMonth: number): DayNumber {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysOf400Years + dayOfEra - epochShift;
}

export function civil(number: DayNumber): Civil {
  const shifted = number + epochShift;
  const era = Math.floor(shifted / daysOf400Years);
  const dayOfEra = shifted - era * daysOf400Years;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, dayOfMonth: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1 };
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lengthOfMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 31);

/** The same day of a later (or earlier) month; where that month lacks it, its last day (§ 188 Abs. 3 BGB). */
export function addMonths(number: DayNumber, months: number): DayNumber {
  const { year, month, dayOfMonth } = civil(number);
  const total = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(total / 12);
  const targetMonth = total - targetYear * 12 + 1;
  return dayNumber(targetYear, targetMonth, Math.min(dayOfMonth, lengthOfMonth(targetYear, targetMonth)));
}

/** 1 = Monday to 7 = Sunday. */
export const weekday = (number: DayNumber): number => ((((number + 3) % 7) + 7) % 7) + 1;

export const yearOf = (number: DayNumber): number => civil(number).year;

/** Last day of the calendar quarter. */
export function endOfQuarter(number: DayNumber): DayNumber {
  const { year, month } = civil(number);
  const last = Math.ceil(month / 3) * 3;
  return dayNumber(year, last, lengthOfMonth(year, last));
}

export const endOfYear = (number: DayNumber): DayNumber => dayNumber(yearOf(number), 12, 31);

export const numberOf = (day: Day): DayNumber => dayNumber(day.year, day.month, day.day);

/** Order of two days as `compareDays` of the kernel, without the cost of a call into `Temporal`: asked a hundred times a case. */
export const order = (a: Day, b: Day): number => (a === b ? 0 : a.year - b.year || a.month - b.month || a.day - b.day);

export const nextDay = (day: Day): Day => dayOf(numberOf(day) + 1);

// A PlainDate is immutable and costs 0.6 µs to make; a register uses the same few thousand days again and again.
const known = new Map<DayNumber, Day>();

export function dayOf(number: DayNumber): Day {
  const found = known.get(number);
  if (found) return found;
  const { year, month, dayOfMonth } = civil(number);
  const made = new Temporal.PlainDate(year, month, dayOfMonth);
  if (known.size < 200_000) known.set(number, made);
  return made;
}
