/** Spans between an opening and a closing event, such as a motion and the order that decides it. Never decides what they mean. */
import { compareDays, type Day, isBefore } from "../../../kernel/day.ts";

/** Anything that happened on a day and can be cited (datiertes Ereignis). */
export type Dated = { id: string; on: Day };

/** An opening with the event that closed it, if any (Zeitraum zwischen Antrag und Entscheidung). */
export type Span<Opening extends Dated> = { opened: Opening; closed?: Dated };

/**
 * Each closing ends the oldest opening that is still open; on one day openings come first. An opening too many therefore
 * stays open, which protects the person. `endAll` ends whatever was opened on an earlier day.
 */
export function spans<O extends Dated>(
  opening: readonly O[],
  closing: readonly Dated[],
  endAll: readonly Dated[] = [],
): Span<O>[] {
  const result: Span<O>[] = opening.map((opened) => ({ opened }));
  const closings = [
    ...closing.map((event) => ({ event, all: false })),
    ...endAll.map((event) => ({ event, all: true })),
  ];
  for (const { event, all } of closings.toSorted((a, b) => compareDays(a.event.on, b.event.on))) {
    const open = result.filter((span) => !span.closed && !isBefore(event.on, span.opened.on));
    const ended = all ? open.filter((span) => isBefore(span.opened.on, event.on)) : open.slice(0, 1);
    for (const span of ended) span.closed = event;
  }
  return result;
}

/** Last day of a span and the events that prove it, as a bar wants them. */
export const closing = ({ opened, closed }: Span<Dated>): { to?: Day; events: string[] } =>
  closed ? { to: closed.on, events: [opened.id, closed.id] } : { events: [opened.id] };

/** The earlier of the days that are given. */
export const earliest = (...days: (Day | undefined)[]): Day | undefined =>
  days.filter((day) => day !== undefined).toSorted(compareDays)[0];

/** The later of two days. */
export const later = (a: Day, b: Day): Day => (compareDays(a, b) >= 0 ? a : b);
