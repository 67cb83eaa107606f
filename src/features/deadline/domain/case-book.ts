/**
 * The events of one case made ready for derivation: void ones gone, in an order that does not depend on who recorded what
 * when, with a place to collect deadlines and findings. Nothing is lost silently: a refusal becomes a finding.
 */
import type { Day } from "../../../kernel/day.ts";
import type { CaseEvent, CaseEventType, CaseFacts } from "./case-events.ts";
import { caseEventTypes } from "./case-events.ts";
import { findRule } from "./catalogue.ts";
import { computeDeadline } from "./compute.ts";
import type { ComputeOptions, Deadline, DeadlineInput } from "./deadline.ts";
import { numberOf, order } from "./day-number.ts";
import type { Rule } from "./rule.ts";

/**
 * Stand einer Frist (§ 59 Abs. 1 Satz 6 und 7 AufenthG kennt Unterbrechung und Neubeginn: "abgelaufen" ist nie endgültig).
 * `waiting`: the start is not recorded. `refused`: no day can be computed, the note says why.
 */
export type DeadlineState = "running" | "waiting" | "interrupted" | "suspended" | "ended" | "refused";

/** Frist eines Falls, abgeleitet aus seinen Rechtsereignissen (§ 31 VwVfG). */
export type DerivedDeadline = {
  /** Stable while events are added: what it is for, under which regime, and the how-manieth. */
  key: string;
  slot: string;
  rule: string;
  title: string;
  regime?: "DublinIII" | "AMMR";
  startedBy: string;
  state: DeadlineState;
  deadline?: Deadline;
  /** German: the fact without which the period cannot start. */
  waitingFor?: string;
  endedBy?: string;
  notes: readonly string[];
  /** False for the later of two results while the regime is unsettled. */
  planned: boolean;
};

/** Feststellung, die ein Mensch ansehen muss (z. B. verspätete Klage, fehlende Unterrichtung nach Art. 46 Abs. 2 VO (EU) 2024/1351). */
export type Finding = { event: string; code: string; text: string };

/** Eintrag vor der Nummerierung. */
export type Entry = Omit<DerivedDeadline, "key" | "title" | "notes" | "planned"> & {
  title?: string;
  notes?: readonly string[];
};

/** Arbeitsmappe einer Ableitung (§ 31 VwVfG). */
export type Book = {
  /** Valid events of these kinds, oldest first. */
  of: (...types: CaseEventType[]) => readonly CaseEvent[];
  compute: (event: CaseEvent, input: Omit<DeadlineInput, "calendar">) => Deadline | undefined;
  add: (entry: Entry) => void;
  find: (finding: Finding) => void;
  entries: Entry[];
  findings: Finding[];
};

const precedence = new Map<string, number>(caseEventTypes.map((type, index) => [type, index]));

export function openBook(facts: CaseFacts, options: ComputeOptions): Book {
  const events = inOrder(validEvents(facts.events));
  const byType = groupByType(events);
  const entries: Entry[] = [];
  const findings: Finding[] = [];
  const find = (finding: Finding): void => void findings.push(finding);
  return {
    of: (...types) => {
      const [only] = types;
      if (types.length === 1 && only) return byType.get(only) ?? [];
      const wanted: readonly string[] = types.filter((type) => byType.has(type));
      return wanted.length === 0 ? [] : events.filter(({ type }) => wanted.includes(type));
    },
    compute: (event, input) => {
      const calendar = calendarFor(facts, event, input);
      const result = computeDeadline({ ...input, calendar }, options);
      if (result.ok) return result.value;
      find({ event: event.id, code: result.refusal.code, text: result.refusal.message });
      return undefined;
    },
    add: (entry) => void entries.push(entry),
    find,
    entries,
    findings,
  };
}

export function validEvents(events: readonly CaseEvent[]): readonly CaseEvent[] {
  const standing = events.filter(({ corrected }) => corrected !== true);
  // A correction cannot itself be corrected: the fact is entered anew, as in the case file.
  const corrected = new Set(
    standing.flatMap(({ type, corrects }) => (type === "eventCorrected" ? corrects : undefined) ?? []),
  );
  return corrected.size === 0 ? standing : standing.filter(({ id }) => !corrected.has(id));
}

function groupByType(events: readonly CaseEvent[]): Map<string, CaseEvent[]> {
  const groups = new Map<string, CaseEvent[]>();
  for (const event of events) {
    const group = groups.get(event.type);
    if (group) group.push(event);
    else groups.set(event.type, [event]);
  }
  return groups;
}

const inOrder = (events: readonly CaseEvent[]): readonly CaseEvent[] =>
  events
    .map((event) => ({ event, day: numberOf(event.on) }))
    .toSorted((a, b) => a.day - b.day || compareWithinDay(a.event, b.event))
    .map(({ event }) => event);

/** By hour, then by the order of a procedure, then by content; the identifier only decides between equals. */
function compareWithinDay(a: CaseEvent, b: CaseEvent): number {
  return (
    compareText(a.at, b.at) ||
    (precedence.get(a.type) ?? 0) - (precedence.get(b.type) ?? 0) ||
    compareText(contentOf(a), contentOf(b)) ||
    compareText(a.id, b.id)
  );
}

/** What an event says, without when and by whom it was recorded: identifiers grow with time and must not decide. */
const contentOf = (event: CaseEvent): string =>
  [
    event.kind,
    event.basis,
    event.procedure,
    event.forum,
    event.length,
    event.days,
    event.until,
    event.manner,
    event.ground,
    event.fact,
    event.evidence,
    event.informedOn,
    event.plannedFor,
    event.regime,
    event.courtCalendar,
    event.memberState,
    event.onHit,
    event.instructionOnRemedies,
    event.noDeparturePeriodReason,
    event.removalActIncluded,
    event.claimSuspends,
  ].join("|");

const compareText = (a = "", b = ""): number => (a < b ? -1 : a > b ? 1 : 0);

/** What the event itself says, else what is known of the case: the court's seat for periods before a court, the other state for its answers, otherwise our own seat. */
function calendarFor(
  { calendars }: CaseFacts,
  { courtCalendar, memberState }: CaseEvent,
  { rule, on }: Omit<DeadlineInput, "calendar">,
): string {
  const found = findRule(rule, numberOf(on));
  if (!found.ok) return calendars.authority;
  if (found.value.before === "court") return courtCalendar ?? calendars.court ?? calendars.authority;
  const other = memberState ?? calendars.memberState;
  return isForOtherState(found.value) ? (other ?? calendars.authority) : calendars.authority;
}

const isForOtherState = (rule: Rule): boolean => rule.silence !== undefined || rule.id === "D50.answer";

/** An opening with the event that closed it, if any (Zeitraum zwischen Antrag und Entscheidung; § 34a Abs. 3 AsylG). */
export type Span = { opened: CaseEvent; closed?: CaseEvent };

/**
 * Each closing ends the oldest opening still open; an opening too many stays open, which protects the person. `endAll` ends
 * whatever was opened on an earlier day.
 */
export function spans(
  openings: readonly CaseEvent[],
  closings: readonly CaseEvent[],
  endAll: readonly CaseEvent[],
): Span[] {
  const found: Span[] = openings.map((opened) => ({ opened }));
  const endings = [
    ...closings.map((event) => ({ event, all: false })),
    ...endAll.map((event) => ({ event, all: true })),
  ];
  for (const { event, all } of endings.toSorted((a, b) => order(a.event.on, b.event.on))) {
    const open = found.filter((span) => !span.closed && order(event.on, span.opened.on) >= 0);
    const ended = all ? open.filter((span) => order(span.opened.on, event.on) < 0) : open.slice(0, 1);
    for (const span of ended) span.closed = event;
  }
  return found;
}

export const notBefore = (events: readonly CaseEvent[], day: Day): CaseEvent | undefined =>
  events.find(({ on }) => order(on, day) >= 0);
