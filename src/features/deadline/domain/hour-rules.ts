/** Applies the rules that end with an hour: § 428 FamFG (end of the following day) and transit (24 real hours). */
import { ok, refused, type Result } from "../../../kernel/result.ts";
import type { DeadlineInput, Step } from "./deadline.ts";
import { type DayNumber, numberOf } from "./day-number.ts";
import { germanDay } from "./german-day.ts";
import { addHours, clockText, endOfDay, hoursBetween, type Moment, readMoment } from "./hours.ts";
import type { Length } from "./length.ts";
import { type Refusal, refusal } from "./refusal.ts";
import type { Rule } from "./rule.ts";

/** Ende einer nach Stunden bestimmten Frist (§ 31 Abs. 6 VwVfG: alle Tage zählen). */
export type HourEnd = { lastDay: DayNumber; until: string; steps: Step[] };

/** Undefined for rules that end with a whole day. */
export function hourEnd(rule: Rule, input: DeadlineInput, length: Length): Result<HourEnd | undefined, Refusal> {
  if (rule.endsAt === "endOfDay") return endOfFollowingDay(input);
  if (rule.endsAt !== "sameHour") return ok(undefined);
  if (input.at === undefined)
    return refused(refusal("timeMissing", "on", `${rule.id} zählt Stunden: bitte mit Uhrzeit angeben.`));
  const moment = readMoment(input.at);
  if (!moment.ok) return moment;
  const end = addHours(moment.value, length.hours);
  return ok({ lastDay: numberOf(end.toPlainDate()), until: text(end), steps: [hourStep(moment.value, end)] });
}

function endOfFollowingDay(input: DeadlineInput): Result<HourEnd, Refusal> {
  const lastDay = input.on.add({ days: 1 });
  const end = endOfDay(lastDay);
  const result = { lastDay: numberOf(lastDay), until: text(end), steps: [] };
  if (input.at === undefined) return ok(result);
  const moment = readMoment(input.at);
  return moment.ok ? ok({ ...result, steps: [hourStep(moment.value, end)] }) : moment;
}

const text = (moment: Moment): string => moment.toString({ smallestUnit: "second", timeZoneName: "never" });

function hourStep(from: Moment, to: Moment): Step {
  const hours = hoursBetween(from, to);
  const start = `${germanDay(numberOf(from.toPlainDate()))}, ${clockText(from)}`;
  const midnight = to.hour === 0 && to.minute === 0 && to.second === 0;
  const last = midnight ? to.toPlainDate().subtract({ days: 1 }) : to.toPlainDate();
  const end = `${germanDay(numberOf(last))}, ${midnight ? "24:00 Uhr" : clockText(to)}`;
  return {
    text: `Von ${start} bis ${end} sind es höchstens ${hours} volle Stunden.`,
    norm: "§ 31 Abs. 6 VwVfG",
    day: last,
  };
}
