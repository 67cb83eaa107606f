/**
 * The six rule sets by which periods are counted: does the event day count, where does the end fall, does it roll.
 * Pure arithmetic on day numbers; which rule set a period follows is said by the catalogue, never guessed here.
 */
import type { Calendar } from "./calendar.ts";
import type { DayNumber } from "./day-number.ts";
import { addLength, type Length } from "./length.ts";

/** Zählweise einer Frist (§§ 187–193 BGB, Art. 75 VO (EU) 2024/1351, Art. 42 VO (EU) Nr. 604/2013, VO (EWG, Euratom) Nr. 1182/71). */
export type RuleSetName = "BGB" | "AMMR75" | "DIII42" | "R1182" | "CUSTODY" | "SUSPEND";

/** Eigenschaften einer Zählweise (§ 31 VwVfG, Art. 75 VO (EU) 2024/1351). */
export type RuleSet = {
  name: RuleSetName;
  title: string;
  /** Custody: the first day counts (§ 187 Abs. 2 BGB, read strictly). */
  firstDayCounts: boolean;
  /** The end moves to the next working day when it falls on Saturday, Sunday or a statutory holiday. */
  rolls: boolean;
  /** A period of two days or more holds at least this many working days (Art. 3 Abs. 5 VO 1182/71). */
  workingDaysAtLeast: number;
  /** We must finish by it: plan on the last working day that is not later than the unrolled end. */
  plansOnWorkingDay: boolean;
  norms: { start: string; end: string; roll: string };
};

const ammr = (letter: string): string => `Art. 75 Buchst. ${letter} VO (EU) 2024/1351`;
const unmoved = { rolls: false, workingDaysAtLeast: 0 };
const moved = { firstDayCounts: false, rolls: true };

export const ruleSets: Readonly<Record<RuleSetName, RuleSet>> = {
  BGB: {
    ...moved,
    name: "BGB",
    title: "Fristen des deutschen Rechts",
    workingDaysAtLeast: 0,
    plansOnWorkingDay: false,
    norms: {
      start: "§ 31 Abs. 1 VwVfG, § 187 Abs. 1 BGB",
      end: "§ 31 Abs. 1 VwVfG, § 188 BGB",
      roll: "§ 31 Abs. 3 VwVfG",
    },
  },
  AMMR75: {
    ...moved,
    name: "AMMR75",
    title: "Fristen der Asyl- und Migrationsmanagement-Verordnung",
    workingDaysAtLeast: 0,
    plansOnWorkingDay: true,
    norms: { start: ammr("a"), end: ammr("b"), roll: ammr("d") },
  },
  DIII42: {
    ...unmoved,
    name: "DIII42",
    title: "Fristen der Dublin-III-Verordnung",
    firstDayCounts: false,
    plansOnWorkingDay: true,
    norms: {
      start: "Art. 42 Buchst. a VO (EU) Nr. 604/2013",
      end: "Art. 42 Buchst. b VO (EU) Nr. 604/2013",
      roll: "Art. 42 VO (EU) Nr. 604/2013",
    },
  },
  R1182: {
    ...moved,
    name: "R1182",
    title: "Fristen anderer EU-Rechtsakte",
    workingDaysAtLeast: 2,
    plansOnWorkingDay: true,
    norms: {
      start: "Art. 3 Abs. 1 VO (EWG, Euratom) Nr. 1182/71",
      end: "Art. 3 Abs. 2 VO (EWG, Euratom) Nr. 1182/71",
      roll: "Art. 3 Abs. 4 VO (EWG, Euratom) Nr. 1182/71",
    },
  },
  CUSTODY: {
    ...unmoved,
    name: "CUSTODY",
    title: "Höchstdauer einer Freiheitsentziehung",
    firstDayCounts: true,
    plansOnWorkingDay: false,
    norms: {
      start: "§ 187 Abs. 2 BGB (strenge Lesart)",
      end: "§ 188 BGB (strenge Lesart)",
      roll: "Art. 104 Abs. 2 GG",
    },
  },
  SUSPEND: {
    ...unmoved,
    name: "SUSPEND",
    title: "Dauer, die die Person schützt",
    firstDayCounts: false,
    plansOnWorkingDay: false,
    norms: { start: "§ 187 Abs. 1 BGB", end: "§ 188 BGB", roll: "§ 188 BGB" },
  },
};

/** Last day of the length, before any roll. */
export const rawEnd = (set: RuleSet, start: DayNumber, length: Length): DayNumber =>
  addLength(start, length) - (set.firstDayCounts ? 1 : 0);

/** Counted backwards from a day that does not count: the last day on which the act is still in time. Never rolls. */
export const rawEndBackwards = (start: DayNumber, length: Length): DayNumber => addLength(start, length, -1);

export function nextWorkingDay(day: DayNumber, calendar: Calendar): DayNumber {
  let end = day;
  while (!calendar.isWorkingDay(end)) end += 1;
  return end;
}

export function lastWorkingDay(day: DayNumber, calendar: Calendar): DayNumber {
  let end = day;
  while (!calendar.isWorkingDay(end)) end -= 1;
  return end;
}

/** The end after rolling, and after Art. 3 Abs. 5 VO 1182/71 where the rule set asks for working days in the period. */
export function rolledEnd(set: RuleSet, start: DayNumber, raw: DayNumber, calendar: Calendar): DayNumber {
  let end = nextWorkingDay(raw, calendar);
  if (raw - start < 2) return end;
  let working = workingDaysBetween(start, end, calendar);
  while (working < set.workingDaysAtLeast) {
    end = nextWorkingDay(end + 1, calendar);
    working += 1;
  }
  return end;
}

function workingDaysBetween(after: DayNumber, until: DayNumber, calendar: Calendar): number {
  let count = 0;
  // More than two are never asked for, and a long period need not be walked.
  for (let day = until; day > after && count < 2; day -= 1) if (calendar.isWorkingDay(day)) count += 1;
  return count;
}
