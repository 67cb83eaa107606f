/** Short words for the examples of the derivation tests. Used by tests only; all events are fictional. */
import { day } from "../../../kernel/day.ts";
import type { DerivedDeadline } from "./case-book.ts";
import type { CaseEvent, CaseEventType, CaseFacts, LegalRegime } from "./case-events.ts";
import { deriveDeadlines } from "./derive.ts";

type Fields = Omit<Partial<CaseEvent>, "until" | "informedOn"> & { until?: string; informedOn?: string };

/** An event whose id is its kind and day, unless another is given. */
export function event(type: CaseEventType, on: string, { until, informedOn, ...fields }: Fields = {}): CaseEvent {
  return {
    id: `${type} ${on}`,
    type,
    on: day(on),
    ...fields,
    ...(until ? { until: day(until) } : {}),
    ...(informedOn ? { informedOn: day(informedOn) } : {}),
  };
}

export const factsOf = (events: readonly CaseEvent[], regime?: LegalRegime, memberState?: string): CaseFacts => ({
  events,
  calendars: { authority: "DE-NW", ...(memberState ? { memberState } : {}) },
  ...(regime ? { regime: { regime, reason: "Testfall", author: "A. Muster" } } : {}),
});

export const derive = (events: readonly CaseEvent[], regime?: LegalRegime): DerivedDeadline[] =>
  deriveDeadlines(factsOf(events, regime)).deadlines;

/** "slot rule state end" of each deadline, for comparison at a glance. */
export const lines = (events: readonly CaseEvent[], regime?: LegalRegime): string[] =>
  derive(events, regime).map(line).toSorted();

export const line = ({ slot, rule, state, deadline, waitingFor, regime, planned }: DerivedDeadline): string =>
  [slot, regime, rule, state, deadline?.legalEnd.toString() ?? waitingFor, planned ? undefined : "(nicht geplant)"]
    .filter((part) => part !== undefined)
    .join(" ");

export const lineOf = (slot: string, events: readonly CaseEvent[], regime?: LegalRegime): string[] =>
  derive(events, regime)
    .filter((deadline) => deadline.slot === slot)
    .map(line);
