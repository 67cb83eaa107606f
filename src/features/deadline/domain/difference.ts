/**
 * What a new or corrected event changed: "war 02.11., ist jetzt 04.11., weil …". Compares two derivations of one case and names
 * the reason it can see; it never hides a change for which it has no reason.
 */
import type { Day } from "../../../kernel/day.ts";
import type { DerivedDeadline, DeadlineState } from "./case-book.ts";
import { numberOf } from "./day-number.ts";
import { dayAndMonth, shortDay } from "./german-day.ts";
import { lengthText } from "./length.ts";

/** Änderung einer Frist durch ein nachgetragenes oder berichtigtes Ereignis (§ 31 VwVfG). */
export type DeadlineChange = {
  key: string;
  rule: string;
  title: string;
  kind: "added" | "removed" | "moved" | "state";
  was?: Day;
  is?: Day;
  text: string;
};

export function difference(before: readonly DerivedDeadline[], after: readonly DerivedDeadline[]): DeadlineChange[] {
  const pairs = pairUp(before, after);
  const matched = new Set(pairs.map(({ was }) => was));
  const gone = before.filter((deadline) => !matched.has(deadline)).map((was) => ({ was, is: undefined }));
  return [...pairs, ...gone].flatMap(({ was, is }) => change(was, is) ?? []);
}

type Pair = { was: DerivedDeadline | undefined; is: DerivedDeadline | undefined };

/** First by the event that starts them, then, for a corrected start, the next of the same kind. */
function pairUp(before: readonly DerivedDeadline[], after: readonly DerivedDeadline[]): Pair[] {
  const open = [...before];
  const take = (matches: (was: DerivedDeadline) => boolean): DerivedDeadline | undefined => {
    const index = open.findIndex(matches);
    return index < 0 ? undefined : open.splice(index, 1)[0];
  };
  const sameKind = (is: DerivedDeadline) => (was: DerivedDeadline) => was.slot === is.slot && was.regime === is.regime;
  const exact = after.map((is) => ({ is, was: take((was) => sameKind(is)(was) && was.startedBy === is.startedBy) }));
  return exact.map(({ is, was }) => ({ is, was: was ?? take(sameKind(is)) }));
}

function change(was: DerivedDeadline | undefined, is: DerivedDeadline | undefined): DeadlineChange | undefined {
  const { key, rule, title } = is ?? was ?? { key: "", rule: "", title: "" };
  const from = was?.deadline?.legalEnd;
  const to = is?.deadline?.legalEnd;
  const days = { ...(from ? { was: from } : {}), ...(to ? { is: to } : {}) };
  const named = { key, rule, title, ...days };
  if (!was) return { ...named, kind: "added", text: to ? `neu: ${shortDay(numberOf(to))}` : `neu: ${stateText(is)}` };
  if (!is) return { ...named, kind: "removed", text: from ? `entfällt (war ${shortDay(numberOf(from))})` : "entfällt" };
  if (from && to && !from.equals(to)) return { ...named, kind: "moved", text: movedText(from, to, because(was, is)) };
  if (was.state === is.state && Boolean(from) === Boolean(to)) return undefined;
  return { ...named, kind: "state", text: `war ${stateText(was)}, ist jetzt ${stateText(is)}` };
}

/** "war 02.11., ist jetzt 04.11., weil …"; with the year where the years differ. */
export function movedText(from: Day, to: Day, why: string): string {
  const write = from.year === to.year ? dayAndMonth : shortDay;
  return `war ${write(numberOf(from))}, ist jetzt ${write(numberOf(to))}, weil ${why}`;
}

/** The first difference in the order of the derivation: rule, start, length, credit, suspension, calendar. */
function because(was: DerivedDeadline, is: DerivedDeadline): string {
  const [a, b] = [was.deadline, is.deadline];
  if (!a || !b) return "sich der Stand geändert hat";
  if (a.rule !== b.rule) return `jetzt »${is.title}« gilt (${b.norm.norm})`;
  if (a.norm.version !== b.norm.version) return `die Regel in anderer Fassung gilt (${b.norm.norm})`;
  if (!a.start.equals(b.start))
    return `der Beginn jetzt am ${shortDay(numberOf(b.start))} liegt (vorher ${shortDay(numberOf(a.start))})`;
  if (a.length !== b.length) return `die Dauer jetzt ${lengthText(b.length)} beträgt (vorher ${lengthText(a.length)})`;
  if (a.creditedDays !== b.creditedDays)
    return `jetzt ${b.creditedDays} Tage angerechnet werden (vorher ${a.creditedDays})`;
  if (a.suspendedDays !== b.suspendedDays)
    return `der Lauf jetzt ${b.suspendedDays} Tage gehemmt war (vorher ${a.suspendedDays})`;
  if (a.calendar !== b.calendar) return `jetzt der Kalender ${b.calendar} gilt (vorher ${a.calendar})`;
  return "sich die Feiertage dieses Kalenders geändert haben";
}

const stateNames: Readonly<Record<DeadlineState, string>> = {
  running: "laufend",
  waiting: "ohne Beginn",
  interrupted: "unterbrochen",
  suspended: "gehemmt",
  ended: "beendet",
  refused: "nicht berechenbar",
};

/** A running deadline names its end: who reads "läuft jetzt" wants to know until when. */
function stateText(derived: DerivedDeadline | undefined): string {
  if (!derived) return "nicht vorhanden";
  const { state, deadline } = derived;
  return state === "running" && deadline
    ? `${stateNames.running} bis ${shortDay(numberOf(deadline.legalEnd))}`
    : stateNames[state];
}
