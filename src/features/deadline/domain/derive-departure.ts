/**
 * The life of one departure period: set, interrupted when enforceability falls away, begun anew in full afterwards
 * (§ 59 Abs. 1 Satz 6 und 7 AufenthG), extended. "Expired" is never final here.
 */
import { compareDays, type Day } from "../../../kernel/day.ts";
import type { Book } from "./case-book.ts";
import type { CaseEvent, CaseEventType } from "./case-events.ts";
import type { Deadline, OtherStart } from "./deadline.ts";

/** Beginn einer Ausreisefrist (§ 38 AsylG, § 59 AufenthG) oder was dafür fehlt. */
export type DepartureStart = { on: Day; startedBy: string } | { waitingFor: string };

type Events = (...types: CaseEventType[]) => readonly CaseEvent[];
type Context = { event: CaseEvent; events: Events };
type Given = { rule: string; length?: string; until?: Day };

/** Where the period stands after an event. */
type Standing = {
  on: Day;
  startedBy: string;
  given: Given;
  deadline: Deadline | undefined;
  interruptedBy?: CaseEvent;
  notes: string[];
};

const interruptions: CaseEventType[] = ["enforceabilityCeased", "suspensiveEffectOrdered"];
const restarts: CaseEventType[] = ["enforceabilityRestored", "courtOrderEnded", "claimDismissedFinal"];

export function addDeparture(book: Book, start: DepartureStart, rule: "D04" | "D05" | "D07", context: Context): void {
  const { event, events } = context;
  const given = givenPeriod(rule, events);
  if ("waitingFor" in start) {
    return book.add({
      slot: "departurePeriod",
      rule,
      startedBy: event.id,
      state: "waiting",
      waitingFor: start.waitingFor,
    });
  }
  if (!given) {
    return book.add({
      slot: "departurePeriod",
      rule,
      startedBy: event.id,
      state: "waiting",
      waitingFor: "Festsetzung der Ausreisefrist",
    });
  }
  let standing = begin(book, { ...start, given, deadline: undefined, notes: [] }, event);
  for (const next of events(...interruptions, ...restarts, "departurePeriodExtended"))
    standing = follow(book, standing, next);
  addStanding(book, standing, event);
}

/** D04 and D05 are set by law; the length of D07 is in the threat. */
function givenPeriod(rule: "D04" | "D05" | "D07", events: Events): Given | undefined {
  if (rule !== "D07") return { rule };
  const set = events("departurePeriodSet").at(-1);
  if (!set) return undefined;
  if (set.until) return { rule: "authority.date", until: set.until };
  const days = set.days ?? 0;
  const length = set.length ?? `P${days}D`;
  return { rule: set.length === undefined && days < 7 ? "D07.short" : "D07", length };
}

function begin(book: Book, standing: Standing, event: CaseEvent, otherStart?: OtherStart): Standing {
  const { rule, length, until } = standing.given;
  const deadline = book.compute(event, {
    rule,
    on: until ?? standing.on,
    ...(length === undefined ? {} : { length }),
    ...(otherStart ? { otherStart } : {}),
  });
  return { ...standing, deadline };
}

function follow(book: Book, standing: Standing, event: CaseEvent): Standing {
  if (compareDays(event.on, standing.on) < 0) return standing;
  if (event.type === "departurePeriodExtended")
    return event.until ? extend(book, standing, event, event.until) : standing;
  if (interruptions.some((type) => type === event.type)) return { ...standing, interruptedBy: event };
  return standing.interruptedBy ? restart(book, standing, standing.interruptedBy, event) : standing;
}

function extend(book: Book, standing: Standing, event: CaseEvent, until: Day): Standing {
  const given = { rule: "authority.date", until };
  return begin(
    book,
    { ...standing, given, startedBy: event.id, notes: [...standing.notes, `Verlängert bis ${until.toString()}.`] },
    event,
  );
}

/** In full, from the day on which the duty is enforceable again, also when the former period had already run out by then. */
function restart(book: Book, standing: Standing, interruption: CaseEvent, event: CaseEvent): Standing {
  const { interruptedBy: _, ...rest } = standing;
  const expired = standing.deadline !== undefined && compareDays(interruption.on, standing.deadline.legalEnd) > 0;
  const notes = [
    `Unterbrochen am ${interruption.on.toString()}, neu begonnen am ${event.on.toString()} (§ 59 Abs. 1 Satz 6 und 7 AufenthG).`,
  ];
  if (expired)
    notes.push(
      "Die frühere Frist war bei der Unterbrechung schon abgelaufen. Zum Schutz der Person wird der Neubeginn angenommen.",
    );
  const given = standing.given.until ? restartOfDate(standing) : standing.given;
  return begin(
    book,
    { ...rest, on: event.on, startedBy: event.id, given, notes: [...standing.notes, ...notes] },
    event,
  );
}

/** A date cannot begin anew: the days it granted do. */
function restartOfDate({ given, on }: Standing): Given {
  const days = given.until ? on.until(given.until, { largestUnit: "days" }).days : 0;
  return { rule: "D07.extended", length: `P${Math.max(1, days)}D` };
}

function addStanding(book: Book, standing: Standing, event: CaseEvent): void {
  const { given, startedBy, deadline, interruptedBy, notes } = standing;
  const base = { slot: "departurePeriod", rule: given.rule, startedBy, notes };
  if (interruptedBy) {
    book.add({
      ...base,
      state: "interrupted",
      endedBy: interruptedBy.id,
      waitingFor: "Wiedereintritt der Vollziehbarkeit",
    });
    return;
  }
  if (!deadline) return book.add({ ...base, startedBy: event.id, state: "refused" });
  const left = book.of("departed").find(({ on }) => compareDays(on, standing.on) >= 0);
  book.add({ ...base, state: left ? "ended" : "running", deadline, ...(left ? { endedBy: left.id } : {}) });
}
