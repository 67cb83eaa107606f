/**
 * The tab „Fristen“ of a case: every deadline that its events start, also those that wait for their start, are
 * interrupted or over. Derived when the page is made, so that it can never be older than the events.
 */
import type { Child } from "hono/jsx";
import type { Db } from "../../platform/change.ts";
import type { Context } from "../../platform/context.ts";
import {
  Alert,
  Card,
  type Column,
  DataTable,
  Derivation,
  Disclosure,
  EmptyState,
  formatDay,
  formatWeekday,
  LinkButton,
  Status,
} from "../../ui/index.ts";
import { compareDays, dayInGermany } from "../../kernel/day.ts";
import type { DerivedDeadline } from "./domain/case-book.ts";
import type { CaseEvent } from "./domain/case-events.ts";
import { deriveDeadlines } from "./domain/derive.ts";
import { type DeadlineChange, difference } from "./domain/difference.ts";
import { calendarOf } from "./queries.ts";
import { restShown, stateShown } from "./texts.ts";

/** The events of a case in the order of their recording; the case gives them, this feature does not know the case. */
export type EventsOf = (reader: { db: Db }, caseId: string) => Promise<readonly CaseEvent[]>;

export type CaseDeadlines = ReturnType<typeof deriveDeadlines> & { changes: DeadlineChange[] };

/** All deadlines of a case, and what the event that was recorded last has changed. */
export async function deadlinesOfCase(
  reader: { db: Db },
  { id, ownerId }: { id: string; ownerId: string },
  eventsOf: EventsOf,
): Promise<CaseDeadlines> {
  const events = await eventsOf(reader, id);
  const calendars = { authority: await calendarOf(reader, ownerId) };
  const now = deriveDeadlines({ events, calendars });
  const before = deriveDeadlines({ events: events.slice(0, -1), calendars });
  return { ...now, changes: difference(before.deadlines, now.deadlines) };
}

const order = ["running", "refused", "waiting", "interrupted", "suspended", "ended"];

const byDay = (a: DerivedDeadline, b: DerivedDeadline): number => {
  const states = order.indexOf(a.state) - order.indexOf(b.state);
  if (states !== 0 || !a.deadline || !b.deadline) return states;
  return compareDays(a.deadline.planOn, b.deadline.planOn);
};

const end = (now: Date) => (derived: DerivedDeadline) => {
  const { deadline, rule, state, waitingFor } = derived;
  if (!deadline) return waitingFor ? `Beginn fehlt: ${waitingFor}` : "–";
  return (
    <>
      {formatWeekday(deadline.legalEnd)}
      {state === "running" ? ` (${restShown({ rule, end: deadline.legalEnd }, now)})` : ""}
    </>
  );
};

const stateOn = ({ state, rule, deadline }: DerivedDeadline, now: Date) =>
  stateShown(state, { rule, end: deadline?.planOn }, dayInGermany(now));

const columns = (now: Date): Column<DerivedDeadline>[] => [
  {
    key: "frist",
    label: "Frist",
    cell: ({ title, deadline, regime, planned }) => (
      <>
        {title}
        {regime ? ` – ${regime === "AMMR" ? "VO (EU) 2024/1351" : "Dublin III"}` : ""}
        {planned ? "" : " (nicht geplant, das andere Ergebnis ist früher)"}
        {deadline ? (
          <>
            <br />
            <span class="aw-norm">{deadline.norm.norm}</span>
          </>
        ) : null}
      </>
    ),
  },
  { key: "ende", label: "Ende", cell: end(now) },
  { key: "planen", label: "Planen bis", cell: ({ deadline }) => (deadline ? formatDay(deadline.planOn) : "–") },
  { key: "stand", label: "Stand", cell: (derived) => <Status {...stateOn(derived, now)} /> },
  { key: "rechenweg", label: "Rechenweg", cell: (derived) => <Path derived={derived} /> },
];

const Path = ({ derived: { title, deadline, notes } }: { derived: DerivedDeadline }) => (
  <>
    {deadline ? (
      <details class="aw-why">
        <summary>
          Rechenweg<span class="kern-sr-only"> {title}</span>
        </summary>
        <Derivation steps={deadline.steps} label={`Rechenweg ${title}`} />
      </details>
    ) : null}
    {notes.map((note) => (
      <p>{note}</p>
    ))}
  </>
);

const Changes = ({ changes }: { changes: readonly DeadlineChange[] }) =>
  changes.length === 0 ? null : (
    <Alert kind="info" title="Geändert durch das zuletzt erfasste Ereignis">
      <ul>
        {changes.map(({ title, text }) => (
          <li>
            {title}: {text}
          </li>
        ))}
      </ul>
    </Alert>
  );

/** For src/features.ts: the case shows it as one of its tabs. */
export const deadlinesTab = (eventsOf: EventsOf) => ({
  slot: "tab" as const,
  name: "fristen",
  title: "Fristen",
  render: async (context: Context, file: { id: string; ownerId: string }): Promise<Child> => {
    const { deadlines, findings, changes } = await deadlinesOfCase(context, file, eventsOf);
    return (
      <>
        <Changes changes={changes} />
        {findings.map(({ text }) => (
          <Alert kind="warning" title={text} />
        ))}
        <Card title="Fristen dieses Falls" actions={<LinkButton href="/fristen/rechner">Fristenrechner</LinkButton>}>
          <DataTable
            caption="Fristen dieses Falls"
            captionHidden
            columns={columns(context.now)}
            rows={deadlines.toSorted(byDay)}
            empty={
              <EmptyState title="Noch keine Frist.">
                <p>Fristen entstehen aus den Rechtsereignissen, zum Beispiel mit der Zustellung einer Entscheidung.</p>
              </EmptyState>
            }
          />
        </Card>
        <Disclosure summary="Wie gerechnet wird">
          <p>
            Jede Frist folgt aus den erfassten Rechtsereignissen und wird mit jedem Ereignis neu gerechnet. Fristen, die
            die Person schützen, werden mit der späteren Lesart geplant; Grenzen der eigenen Befugnis mit der früheren.
          </p>
        </Disclosure>
      </>
    );
  },
});
