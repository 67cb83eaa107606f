/**
 * The tab „Fristen“ of a case: every deadline that its events start, also those that wait for their start, are
 * interrupted or over. Derived when the page is made, so that it can never be older than the events.
 */
import type { Child } from "hono/jsx";
import { compareDays, dayInGermany } from "../../kernel/day.ts";
import type { Context } from "../../platform/context.ts";
import {
  Alert,
  Card,
  type Column,
  DataTable,
  Disclosure,
  EmptyState,
  formatDay,
  formatWeekday,
  LinkButton,
  Status,
} from "../../ui/index.ts";
import { deadlinesOfCase, type EventsOf } from "./case-deadlines.ts";
import { listChanges } from "./changes.ts";
import { calendarNames } from "./domain/calendar-names.ts";
import type { DerivedDeadline } from "./domain/case-book.ts";
import { ChangesCard } from "./pages/changes-card.tsx";
import { DeadlinePaths, type LabelOf, PathLink } from "./pages/deadline-path.tsx";
import { RegimeCard } from "./pages/regime-card.tsx";
import { restShown, stateShown } from "./texts.ts";

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

/** The day to plan on; of our own tasks the last working day, of what protects the person the first day on which we may act. */
const planned = ({ deadline }: DerivedDeadline) => {
  if (!deadline) return "–";
  const { planOn, earliestAction } = deadline;
  return earliestAction ? `${formatDay(planOn)}, Vollzug frühestens ${formatDay(earliestAction)}` : formatDay(planOn);
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
  { key: "planen", label: "Planen bis", cell: planned },
  { key: "stand", label: "Stand", cell: (derived) => <Status {...stateOn(derived, now)} /> },
  {
    key: "rechenweg",
    label: "Rechenweg",
    cell: (derived) => <PathLink derived={derived} />,
  },
];

/** For src/features.ts: the case shows it as one of its tabs. */
export const deadlinesTab = (eventsOf: EventsOf, labelOf: LabelOf) => ({
  slot: "tab" as const,
  name: "fristen",
  title: "Fristen",
  render: async (context: Context, file: { id: string; ownerId: string }): Promise<Child> => {
    const { deadlines, findings, events, calendar } = await deadlinesOfCase(context, file, eventsOf);
    const changes = await listChanges(context, { caseId: file.id });
    const shown = deadlines.toSorted(byDay);
    const mayRecord = context.actor.role === "caseworker";
    const hasTransfer =
      deadlines.some(({ regime }) => regime) || events.some(({ type }) => type === "regimeDetermined");
    return (
      <>
        <ChangesCard caseId={file.id} changes={changes} />
        {findings.map(({ text }) => (
          <Alert kind="warning" title={text} />
        ))}
        {hasTransfer ? <RegimeCard caseId={file.id} events={events} mayRecord={mayRecord} /> : null}
        <Card title="Fristen dieses Falls" actions={<LinkButton href="/fristen/rechner">Fristenrechner</LinkButton>}>
          <DataTable
            caption="Fristen dieses Falls"
            captionHidden
            columns={columns(context.now)}
            rows={shown}
            empty={
              <EmptyState title="Noch keine Frist.">
                <p>Fristen entstehen aus den Rechtsereignissen, zum Beispiel mit der Zustellung einer Entscheidung.</p>
              </EmptyState>
            }
          />
        </Card>
        <DeadlinePaths deadlines={shown} caseId={file.id} events={events} labelOf={labelOf} />
        <Disclosure summary="Wie gerechnet wird">
          <p>
            Jede Frist folgt aus den erfassten Rechtsereignissen und wird mit jedem Ereignis neu gerechnet. Fristen, die
            die Person schützen, werden mit der späteren Lesart geplant; Grenzen der eigenen Befugnis mit der früheren.
          </p>
          <p>
            {`Feiertage: ${calendarNames[calendar] ?? calendar}, der Sitz der Behörde. Liegt das Gericht in einem anderen Land oder antwortet ein anderer Staat, gelten dessen Feiertage; das steht im Ereignis.`}
          </p>
        </Disclosure>
      </>
    );
  },
});
