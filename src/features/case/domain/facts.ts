/**
 * The facts that count on a day: corrected entries are out, the rest is in the order in which it happened.
 * The order of recording must never make a difference, so `recordedAt` decides nothing here.
 */
import { compareDays, type Day, isAfter } from "../../../kernel/day.ts";
import { type LegalEvent, type LegalEventOf, type LegalEventType, legalEventTypes } from "./legal-event.ts";

/** Facts in force (geltende Rechtsereignisse): what remains after corrections, sorted by day. */
export type Facts = readonly LegalEvent[];

const rank = new Map(legalEventTypes.map((type, index) => [type, index]));
const rankOf = (type: LegalEventType): number => rank.get(type) ?? 0;

/** What an event says, without its identifier and time of recording: breaks ties between two events of one kind and day. */
const content = (event: LegalEvent): string =>
  JSON.stringify(
    event,
    Object.keys(event)
      .filter((name) => name !== "id" && name !== "recordedAt")
      .sort(),
  );

const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** Two events that say the same on one day are told apart by their identifier, for a stable list only. */
export const byDay = (a: LegalEvent, b: LegalEvent): number =>
  compareDays(a.on, b.on) ||
  rankOf(a.type) - rankOf(b.type) ||
  compareText(content(a), content(b)) ||
  compareText(a.id, b.id);

/** Facts after corrections, and the corrections that hit nothing. A correction itself cannot be corrected, only entered anew. */
export function factsInForce(events: readonly LegalEvent[]): {
  facts: Facts;
  strayCorrections: LegalEventOf<"eventCorrected">[];
} {
  const corrections = of(events, "eventCorrected");
  const corrected = new Set(corrections.map(({ corrects }) => corrects));
  const said = events.filter(({ type }) => type !== "eventCorrected");
  const known = new Set(said.map(({ id }) => id));
  return {
    facts: said.filter(({ id }) => !corrected.has(id)).toSorted(byDay),
    strayCorrections: corrections.filter(({ corrects }) => !known.has(corrects)),
  };
}

export const factsUntil = (facts: Facts, today: Day): Facts => facts.filter(({ on }) => !isAfter(on, today));

export const of = <T extends LegalEventType>(events: readonly LegalEvent[], ...types: T[]): LegalEventOf<T>[] =>
  // The filter leaves only events of the wanted kinds.
  events.filter(({ type }) => (types as LegalEventType[]).includes(type)) as LegalEventOf<T>[];
