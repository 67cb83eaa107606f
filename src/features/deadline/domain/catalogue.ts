/**
 * The catalogue of deadline rules (domain report 3.2, D01–D64, and the rules of service) as one list, and the choice of
 * the version for a start day. It never falls back to a neighbouring version: no row, no deadline.
 */
import { ok, refused, type Result } from "../../../kernel/result.ts";
import { ammrRules } from "./catalogue-ammr.ts";
import { asylumRules } from "./catalogue-asylum.ts";
import { custodyRules } from "./catalogue-custody.ts";
import { dublinRules } from "./catalogue-dublin3.ts";
import { residenceRules } from "./catalogue-residence.ts";
import { transitAndRetentionRules } from "./catalogue-retention.ts";
import { serviceRules } from "./catalogue-service.ts";
import { type DayNumber, numberOf } from "./day-number.ts";
import { day } from "../../../kernel/day.ts";
import { shortDay } from "./german-day.ts";
import { type Refusal, refusal } from "./refusal.ts";
import type { Rule } from "./rule.ts";

export const catalogue: readonly Rule[] = [
  ...asylumRules,
  ...residenceRules,
  ...custodyRules,
  ...ammrRules,
  ...dublinRules,
  ...transitAndRetentionRules,
  ...serviceRules,
];

type Dated = { rule: Rule; from: DayNumber; to: DayNumber };

const versions = new Map<string, Dated[]>();
for (const rule of catalogue) {
  const to = rule.validTo === undefined ? Number.POSITIVE_INFINITY : numberOf(day(rule.validTo));
  versions.set(rule.id, [...(versions.get(rule.id) ?? []), { rule, from: numberOf(day(rule.validFrom)), to }]);
}

/** The row for a start day. Rows chosen by regime do not look at the day: the regime has been determined by a person. */
export function findRule(id: string, start: DayNumber): Result<Rule, Refusal> {
  const rows = versions.get(id);
  if (!rows) return refused(unknownRule(id));
  const row = rows.find(({ rule, from, to }) => rule.selectedBy === "regime" || (from <= start && start <= to));
  if (row) return ok(row.rule);
  return refused(
    refusal("noVersionForDay", "on", `Für ${id} ist zum ${shortDay(start)} keine Fassung der Regel hinterlegt.`),
  );
}

function unknownRule(id: string): Refusal {
  const parts = [...versions.keys()].filter((known) => known.startsWith(`${id}.`));
  const hint = parts.length > 0 && id !== "" ? ` Gemeint sein kann: ${parts.join(", ")}.` : "";
  return refusal("unknownRule", "rule", `Die Fristregel »${id}« gibt es nicht.${hint}`);
}
