/** What counting anew changed although no event came in: rules or holidays are others now. Compares with what was stored. */
import type { Day } from "../../../kernel/day.ts";
import type { DerivedDeadline } from "./case-book.ts";
import { numberOf } from "./day-number.ts";
import { type DeadlineChange, movedText } from "./difference.ts";
import { shortDay } from "./german-day.ts";

/** Gespeicherte Frist (§ 31 VwVfG), soweit der Vergleich sie braucht. */
export type Stored = {
  key: string;
  rule: string;
  title: string;
  legalEnd: Day;
  details: { norm: { version: string }; state: string };
};

const because = (was: Stored, version: string | undefined): string =>
  was.details.norm.version === version
    ? "Feiertage oder Rechenregeln berichtigt wurden"
    : "die Regel jetzt in anderer Fassung hinterlegt ist";

export function storedDifference(before: readonly Stored[], after: readonly DerivedDeadline[]): DeadlineChange[] {
  const known = new Map(before.map((stored) => [stored.key, stored]));
  const changes = after.flatMap(({ key, rule, title, deadline }): DeadlineChange[] => {
    if (!deadline) return [];
    const is = deadline.legalEnd;
    const was = known.get(key);
    known.delete(key);
    if (!was) return [{ key, rule, title, kind: "added", is, text: `neu: ${shortDay(numberOf(is))}` }];
    if (was.legalEnd.equals(is)) return [];
    const text = movedText(was.legalEnd, is, because(was, deadline.norm.version));
    return [{ key, rule, title, kind: "moved", was: was.legalEnd, is, text }];
  });
  const gone = [...known.values()].map(({ key, rule, title, legalEnd }): DeadlineChange => {
    const text = `entfällt (war ${shortDay(numberOf(legalEnd))})`;
    return { key, rule, title, kind: "removed", was: legalEnd, text };
  });
  return [...changes, ...gone];
}
