/**
 * The length of a period as an ISO duration (`P2W`, `P30D`, `P18M`, `P1Y6M`). Months and days are not mixed: the law
 * counts a period in one or the other (§ 188 BGB), and the order of adding would change the result.
 */
import { refused, ok, type Result } from "../../../kernel/result.ts";
import { addMonths, type DayNumber } from "./day-number.ts";
import { type Refusal, refusal } from "./refusal.ts";

/** Dauer einer Frist, nach Monaten oder nach Tagen bestimmt (§ 188 BGB), oder nach Stunden (§ 31 Abs. 6 VwVfG). */
export type Length = { iso: string; months: number; days: number; hours: number };

const pattern = /^P(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(\d{1,4})H)?$/;
const read = new Map<string, Length>();

export function readLength(iso: string): Result<Length, Refusal> {
  const found = read.get(iso);
  if (found) return ok(found);
  const parts = pattern.exec(iso);
  if (!parts || iso === "P" || iso.endsWith("T")) return refused(unreadable(iso));
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  const length = { iso, months: years * 12 + months, days: weeks * 7 + days, hours };
  const kinds = [length.months, length.days, length.hours].filter((amount) => amount > 0).length;
  if (kinds > 1) return refused(mixed(iso));
  if (read.size < 10_000) read.set(iso, length);
  return ok(length);
}

/** A length written in the catalogue; a mistake there is a broken program, not a refusal. */
export function knownLength(iso: string): Length {
  const length = readLength(iso);
  if (!length.ok) throw new RangeError(length.refusal.message);
  return length.value;
}

const unreadable = (iso: string): Refusal =>
  refusal("lengthUnreadable", "length", `»${iso}« ist keine Dauer. Beispiele: P2W, P30D, P6M, P1Y.`);
const mixed = (iso: string): Refusal =>
  refusal(
    "lengthUnreadable",
    "length",
    `»${iso}« mischt Monate und Tage. Bitte nur eine der beiden Angaben verwenden.`,
  );

/** The day at the end of the length, counted from a day that does not count itself (§§ 187 Abs. 1, 188 BGB). */
export const addLength = (from: DayNumber, { months, days }: Length, direction: 1 | -1 = 1): DayNumber =>
  months > 0 ? addMonths(from, direction * months) : from + direction * days;

const nouns: Record<string, [string, string]> = {
  Y: ["Jahr", "Jahre"],
  M: ["Monat", "Monate"],
  W: ["Woche", "Wochen"],
  D: ["Tag", "Tage"],
  H: ["Stunde", "Stunden"],
};

/** "2 Wochen", "1 Jahr und 6 Monate". */
export function lengthText(iso: string): string {
  const parts = [...iso.matchAll(/(\d+)([YMWDH])/g)].map(([, amount = "0", unit = "D"]) => {
    const [one, many] = nouns[unit] ?? ["Tag", "Tage"];
    return `${Number(amount)} ${Number(amount) === 1 ? one : many}`;
  });
  return parts.join(" und ");
}
