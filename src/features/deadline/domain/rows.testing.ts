/** Shape of the worked examples and how they are compared: only the fields that an example expects. Used by tests only. */
import { day } from "../../../kernel/day.ts";
import { computeDeadline } from "./compute.ts";

type Givens = { length?: string; creditedDays?: number; suspended?: string[][] };
type Expected = { raw: string; legalEnd: string; operationalEnd?: string; earliestAction?: string; rolled?: string };

/** Name, rule, start day, calendar, further givens, expected days. */
export type Example = [string, string, string, string, Givens, Expected];

export function computed(rule: string, on: string, calendar: string, givens: Givens, expected: Expected): object {
  const { suspended = [], ...rest } = givens;
  const intervals = suspended.map(([from = "", to = ""]) => ({ from: day(from), to: day(to) }));
  const result = computeDeadline({ rule, on: day(on), calendar, ...rest, suspended: intervals });
  if (!result.ok) return result.refusal;
  const { raw, legalEnd, operationalEnd, earliestAction, rolled } = result.value;
  const days = { raw, legalEnd, operationalEnd, earliestAction, rolled };
  const wanted = Object.entries(days).filter(([name]) => Object.hasOwn(expected, name));
  return Object.fromEntries(wanted.map(([name, value]) => [name, value?.toString()]));
}
