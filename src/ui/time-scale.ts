/** Where a day stands on the axis of a time chart, and which days the axis names. Whole days only. */
import { compareDays, type Day, daysBetween } from "../kernel/day.ts";
import { formatDay } from "./format.ts";

export type Tick = { day: Day; label: string };

const monthNames = ["Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"];

export const earliest = (days: readonly Day[]): Day | undefined => days.toSorted(compareDays)[0];
export const latest = (days: readonly Day[]): Day | undefined => days.toSorted(compareDays).at(-1);

const monthLabel = ({ month, year }: Day): string => `${monthNames[month - 1] ?? ""} ${String(year).slice(2)}`;

/** First days of months (of every second, third, … month where there is no room), or Mondays for a few weeks. */
export function ticksBetween(from: Day, to: Day, most: number): Tick[] {
  const days = daysBetween(from, to);
  if (days <= 7 * most) {
    const monday = from.add({ days: (8 - from.dayOfWeek) % 7 });
    const weeks = Math.floor(daysBetween(monday, to) / 7) + 1;
    return Array.from({ length: Math.max(0, weeks) }, (_, week) => monday.add({ days: 7 * week })).map((day) => ({
      day,
      label: formatDay(day).slice(0, 6),
    }));
  }
  const first = from.day === 1 ? from : from.with({ day: 1 }).add({ months: 1 });
  const months = Math.max(0, (to.year - first.year) * 12 + to.month - first.month) + 1;
  const step = [1, 2, 3, 6, 12, 24, 60].find((each) => months / each <= most) ?? 240;
  return Array.from({ length: Math.ceil(months / step) }, (_, index) => first.add({ months: index * step }))
    .filter((day) => compareDays(day, to) <= 0)
    .map((day) => ({ day, label: monthLabel(day) }));
}

/** Gives the place of a day between `left` and `right`; days outside stand at the edge. */
export function scale(from: Day, to: Day, left: number, right: number): (day: Day) => number {
  const span = Math.max(1, daysBetween(from, to));
  return (day) => {
    const share = Math.min(1, Math.max(0, daysBetween(from, day) / span));
    return Math.round((left + share * (right - left)) * 10) / 10;
  };
}
