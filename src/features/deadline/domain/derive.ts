/**
 * All deadlines of a case from its legal events: which start, continue, are interrupted, suspended, credited, extended or ended.
 * Pure, and the same for any order of recording. It marks dates; it never triggers a legal act.
 */
import { type Book, type DerivedDeadline, type Entry, type Finding, openBook } from "./case-book.ts";
import type { CaseFacts } from "./case-events.ts";
import { catalogue } from "./catalogue.ts";
import type { ComputeOptions } from "./deadline.ts";
import { deriveCustody } from "./derive-custody.ts";
import { deriveDecisions } from "./derive-decision.ts";
import { deriveEntryBan } from "./derive-entry-ban.ts";
import { derivePlain } from "./derive-plain.ts";
import { deriveTransfer } from "./derive-transfer.ts";
import type { Regime } from "./transfer-rules.ts";
import { order } from "./day-number.ts";

/** Abgeleitete Fristen eines Falls mit Feststellungen (§ 31 VwVfG). */
export type Derivation = { deadlines: DerivedDeadline[]; findings: Finding[] };

export function deriveDeadlines(facts: CaseFacts, options: ComputeOptions = {}): Derivation {
  const book = openBook(facts, options);
  deriveDecisions(book);
  deriveCustody(book);
  for (const regime of regimesOf(facts, book)) deriveTransfer(book, regime);
  derivePlain(book);
  deriveEntryBan(book);
  return { deadlines: numbered(book.entries), findings: distinct(book.findings) };
}

/** Nobody has determined the regime: both are shown, as if it were unsettled. */
function regimesOf(facts: CaseFacts, book: Book): Regime[] {
  const regime = facts.regime?.regime ?? book.of("regimeDetermined").at(-1)?.regime;
  if (regime === "DublinIII" || regime === "AMMR") return [regime];
  const asked = book.of(
    "applicationRegistered",
    "hitReceived",
    "takeChargeRequested",
    "takeBackNotified",
    "requestAccepted",
  );
  return asked.length > 0 ? ["DublinIII", "AMMR"] : [];
}

const titles = new Map(catalogue.map(({ id, title }) => [id, title]));

function numbered(entries: readonly Entry[]): DerivedDeadline[] {
  const counts = new Map<string, number>();
  const deadlines = entries.map((entry) => {
    const name = entry.regime ? `${entry.slot}/${entry.regime}` : entry.slot;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return {
      ...entry,
      key: `${name}#${count}`,
      title: entry.title ?? titles.get(entry.rule) ?? entry.rule,
      notes: entry.notes ?? [],
      planned: true,
    };
  });
  return markPlanned(deadlines);
}

/** Of two regimes the earlier day is planned on; a result without a day never displaces one with a day. */
function markPlanned(deadlines: DerivedDeadline[]): DerivedDeadline[] {
  if (!deadlines.some(({ regime }) => regime === "DublinIII")) return deadlines;
  return deadlines.map((deadline) => {
    const twin = deadline.regime && deadlines.find((other) => isTwin(deadline, other));
    return twin && isEarlier(twin, deadline) ? { ...deadline, planned: false } : deadline;
  });
}

/** One transfer period a regime; of the other clocks, the one that the same event started. */
const isTwin = (a: DerivedDeadline, b: DerivedDeadline): boolean =>
  b.regime !== undefined &&
  a.regime !== b.regime &&
  a.slot === b.slot &&
  (a.slot === "transferPeriod" || a.startedBy === b.startedBy);

function isEarlier(a: DerivedDeadline, b: DerivedDeadline): boolean {
  if (a.key === b.key || !a.deadline) return false;
  if (!b.deadline) return true;
  const sooner = order(a.deadline.planOn, b.deadline.planOn) || order(a.deadline.legalEnd, b.deadline.legalEnd);
  return sooner < 0 || (sooner === 0 && a.regime === "AMMR");
}

function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Map(findings.map((finding) => [`${finding.event} ${finding.code} ${finding.text}`, finding]));
  return [...seen.values()];
}
