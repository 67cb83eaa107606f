/** The period calculator of the case domain, on the deadline engine with the calendar of the owner's Land. */
import type { Db } from "../../platform/change.ts";
import { computeDeadline } from "../deadline/index.ts";
import { type PeriodCalculator, PeriodUnknown } from "./domain/enforceability-state.ts";

/** Calendar of the authority's Land, for example `DE-NW` (§ 31 Abs. 3 VwVfG). */
export async function calendarOf({ db }: { db: Db }, authorityId: string): Promise<string> {
  const { land } = await db
    .selectFrom("authority")
    .select("land")
    .where("id", "=", authorityId)
    .executeTakeFirstOrThrow();
  return `DE-${land}`;
}

/** The row of the catalogue for a period whose length was given: without instruction, or as the authority set it. */
const variantOf = (rule: string, length: string | undefined): string => {
  if (length === "P3M") return "D01.uninstructed";
  if (length === "P1Y") return "D01.uninstructedGeneral";
  return length ? "D07.extended" : rule;
};

/** Throws `PeriodUnknown` for a day without a rule: the derivation answers with it. */
export const periodsOf =
  (authorityCalendar: string): PeriodCalculator =>
  (asked, start, length, calendar = authorityCalendar) => {
    const rule = variantOf(asked, length);
    const given = rule === "D07.extended" && length ? { length } : {};
    const deadline = computeDeadline({ rule, on: start, calendar, ...given }, { explain: false });
    if (!deadline.ok) throw new PeriodUnknown(deadline.refusal.message);
    return asked.startsWith("service.") ? deadline.value.planOn : deadline.value.legalEnd;
  };
