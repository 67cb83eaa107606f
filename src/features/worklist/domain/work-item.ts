/**
 * One line of the work queue and its place in it. Lines are ordered by legal dates only; nothing about a person is known
 * here, so nothing about a person can decide the order (mission, "what it will never do" 2).
 */
import { Temporal } from "temporal-polyfill";
import type { Day } from "../../../kernel/day.ts";

/** Arten von Aufgaben im Arbeitsvorrat (ux-and-data.md, Bild 1; § 10 Satz 2 VwVfG: zügig). */
export const workKinds = {
  stops: "Stopp-Signal",
  alerts: "Fristalarm",
  deadlines: "Frist",
  deadlineChanges: "Frist geändert",
  requests: "Ersuchen",
  gates: "Prüfpunkt läuft ab",
  obstacles: "Hindernis prüfen",
  resubmissions: "Wiedervorlage",
  duties: "Erneuter Versuch",
  standings: "Vollziehbarkeit",
  measures: "Maßnahme",
} as const;

/** Art einer Aufgabe (ux-and-data.md, Bild 1; § 10 Satz 2 VwVfG). */
export type WorkKind = keyof typeof workKinds;

/** Reihenfolge bei gleichem Tag; eine Festlegung, keine Wertung von Personen (§ 10 Satz 2 VwVfG). */
export const kindOrder = Object.keys(workKinds) as WorkKind[];

/** Aufgabe im Arbeitsvorrat (Zeile in Bild 1; § 10 Satz 2 VwVfG). */
export type WorkItem = {
  kind: WorkKind;
  /** Where the line stands: a day counts until its end; without a date the task stands at the end of today. */
  place: Date;
  /** Order inside the source among lines of one place. */
  sub: readonly string[];
  /** What is shown as Frist. */
  due: Day | Date | undefined;
  caseId: string;
  /** Verb and object. */
  task: string;
  href: string;
  counterpart: string;
  status: string;
  /** „Warum hier?“: rule, norm, origin. */
  why: string;
  /** When it came in, where that is known. */
  since?: Date;
  /** A step that can be done from the list because it decides nothing: deriving anew. */
  action?: { label: string; path: string };
  /** Resubmission that „Erledigt“ closes. Tasks with legal effect end by their step only, never by a tick in a list. */
  closes?: string;
};

/** What a list may tick: the case, and the resubmission if the line is one. */
export const selectionOf = ({ caseId, closes }: WorkItem): string => (closes ? `${caseId}.${closes}` : caseId);

/** Fortsetzung hinter der letzten gezeigten Zeile (kein Verwaltungsbegriff; Blättern in Bild 1). */
export type After = { place: Date; kind: WorkKind; sub: readonly string[] };

const ends = new Map<string, number>();

/** The last millisecond of a day in Germany. Kept by day: each line asks, and the lines of a page lie on few days. */
export function endOfDay(day: Day): Date {
  const name = day.toString();
  const known = ends.get(name);
  if (known !== undefined) return new Date(known);
  const plainTime = Temporal.PlainTime.from("00:00");
  const next = day.add({ days: 1 }).toZonedDateTime({ timeZone: "Europe/Berlin", plainTime });
  ends.set(name, next.epochMilliseconds - 1);
  return endOfDay(day);
}

/** Stelle, ab der eine Quelle weiterliest: diese Stelle selbst, nur spätere, oder eigene Zeilen hinter `sub` (Blättern in Bild 1). */
export type Position =
  | { place: Date; from: "here" }
  | { place: Date; from: "later" }
  | { place: Date; from: "sub"; sub: readonly string[] };

export function positionOf(kind: WorkKind, after: After): Position {
  const [own, last] = [kindOrder.indexOf(kind), kindOrder.indexOf(after.kind)];
  if (own === last) return { place: after.place, from: "sub", sub: after.sub };
  return { place: after.place, from: own > last ? "here" : "later" };
}

/** Merges sorted lists of sources; of equal places the order of kinds decides, inside a kind the order of its source. */
export function mergeWork(lists: readonly (readonly WorkItem[])[], limit: number): WorkItem[] {
  const rank = ({ kind }: WorkItem): number => kindOrder.indexOf(kind);
  return lists
    .flat()
    .toSorted((a, b) => a.place.getTime() - b.place.getTime() || rank(a) - rank(b))
    .slice(0, limit);
}
