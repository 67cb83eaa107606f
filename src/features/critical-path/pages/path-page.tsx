/** The critical path of a measure: what runs out first, and until when each open step still makes sense. Prints on one sheet. */
import { type Day, isBefore } from "../../../kernel/day.ts";
import type { Frame } from "../../../kernel/frame.ts";
import {
  Alert,
  Card,
  type Column,
  DataTable,
  EmptyState,
  formatWeekday,
  LinkButton,
  Page,
  remaining,
  TimeChart,
  type TimeRow,
} from "../../../ui/index.ts";
import type { CriticalPath, PathStepResult } from "../../deadline/index.ts";
import type { StoredMeasure } from "../../measure/index.ts";
import type { MeasurePath, ShownClock, ShownStep } from "../collect.ts";
import { clockLabels, restOf } from "../texts.ts";

type PathPageProps = {
  stored: StoredMeasure;
  fileNumber: string;
  measurePath: MeasurePath;
  today: Day;
  now: Date;
  frame: Frame | undefined;
};

export const PathPage = ({ stored, fileNumber, measurePath, today, now, frame }: PathPageProps) => (
  <Page
    title="Kritischer Pfad"
    heading={`Kritischer Pfad: Maßnahme ${stored.number}`}
    frame={frame}
    fileNumber={fileNumber}
    breadcrumbs={[
      { href: `/faelle/${stored.caseId}`, label: "Fallakte" },
      { href: `/massnahmen/${stored.id}`, label: `Maßnahme ${stored.number}` },
    ]}
    topics={[`measure:${stored.id}`, `case:${stored.caseId}`]}
    actions={<LinkButton href="/vorlaufzeiten">Vorlaufzeiten</LinkButton>}
    secret
    wide
  >
    {measurePath.path.ok ? (
      <Path measurePath={measurePath} path={measurePath.path.value} today={today} now={now} />
    ) : (
      <Alert kind="danger" title="Der kritische Pfad wurde nicht berechnet.">
        <p>{measurePath.path.refusal.message}</p>
      </Alert>
    )}
  </Page>
);

type PathProps = { measurePath: MeasurePath; path: CriticalPath; today: Day; now: Date };

const Path = ({ measurePath, path, today, now }: PathProps) =>
  measurePath.clocks.length === 0 && measurePath.steps.length === 0 ? (
    <EmptyState title="Noch keine Uhr.">
      <p>
        Uhren entstehen aus Fristen der Fälle, aus „Gültig bis“ an den Prüfpunkten, aus der Planung und aus Ersuchen.
      </p>
    </EmptyState>
  ) : (
    <>
      <Summary path={path} today={today} now={now} />
      <Card title="Zeitbild">
        <TimeChart
          title="Uhren und letzte sinnvolle Tage"
          today={today}
          goal={measurePath.plannedStart && { day: measurePath.plannedStart, label: "geplanter Beginn" }}
          rows={chartRows(measurePath, path)}
        />
      </Card>
      <Card title="Uhren">
        <Clocks clocks={measurePath.clocks} now={now} />
      </Card>
      <Card title="Offene Schritte">
        <OpenSteps measurePath={measurePath} path={path} now={now} />
      </Card>
    </>
  );

type SummaryProps = { path: CriticalPath; today: Day; now: Date };

const Summary = ({ path: { earliestExpiry, tooEarly }, today, now }: SummaryProps) => (
  <>
    {earliestExpiry ? (
      <Alert
        kind={tooEarly.length > 0 ? "warning" : "info"}
        title={`${isBefore(earliestExpiry.until, today) ? "Schon abgelaufen" : "Als Erstes endet"}: ${earliestExpiry.title} am ${formatWeekday(earliestExpiry.until)} (${restOf(earliestExpiry.until, now)}).`}
      />
    ) : null}
    {tooEarly.length > 0 ? (
      <Alert kind="danger" title="Das endet vor dem geplanten Beginn:">
        <ul>
          {tooEarly.map(({ title, until }) => (
            <li>
              {title}: {formatWeekday(until)}
            </li>
          ))}
        </ul>
      </Alert>
    ) : null}
  </>
);

function chartRows({ clocks }: MeasurePath, { steps }: CriticalPath): TimeRow[] {
  const bars = clocks
    .filter(({ kind }) => kind !== "flight")
    .map(({ title, kind, until }): TimeRow => ({
      label: title,
      kind: kind === "requestClock" ? "answer" : "clock",
      until,
    }));
  const marks = steps.flatMap(({ title, lastUsefulDay }): TimeRow[] =>
    lastUsefulDay ? [{ label: `${title}, letzter sinnvoller Tag`, kind: "day", until: lastUsefulDay }] : [],
  );
  return [...bars, ...marks];
}

const clockColumns = (now: Date): Column<ShownClock>[] => [
  { key: "ende", label: "Ende", cell: ({ until }) => formatWeekday(until) },
  { key: "rest", label: "Rest", cell: ({ until }) => restOf(until, now) },
  {
    key: "uhr",
    label: "Uhr",
    cell: ({ title, kind }) => (
      <>
        {title}
        <br />
        <span class="aw-norm">{clockLabels[kind]}</span>
      </>
    ),
  },
  {
    key: "quelle",
    label: "Quelle",
    cell: ({ source, href, title }) =>
      href ? (
        <a href={href}>
          {source}
          <span class="kern-sr-only">: {title}</span>
        </a>
      ) : (
        source
      ),
  },
];

const Clocks = ({ clocks, now }: { clocks: readonly ShownClock[]; now: Date }) => (
  <DataTable
    caption="Uhren dieser Maßnahme, die früheste zuerst"
    columns={clockColumns(now)}
    rows={clocks}
    empty={<EmptyState title="Noch keine Uhr." />}
  />
);

type ShownResult = { step: ShownStep; result: PathStepResult };

const stepColumns = (now: Date): Column<ShownResult>[] => [
  {
    key: "schritt",
    label: "Schritt",
    cell: ({ step: { title, href } }) => (href ? <a href={href}>{title}</a> : title),
  },
  { key: "stand", label: "Stand", cell: ({ step: { state } }) => state },
  {
    key: "tag",
    label: "Letzter sinnvoller Tag",
    cell: ({ result: { lastUsefulDay, notAfter, text } }) => {
      if (lastUsefulDay) return `${formatWeekday(lastUsefulDay)} (${remaining(lastUsefulDay, now)})`;
      return (
        <>
          {text} <a href="/vorlaufzeiten">Vorlaufzeit fehlt</a>
          {notAfter ? `; in keinem Fall später als ${formatWeekday(notAfter)}` : ""}
        </>
      );
    },
  },
];

const OpenSteps = ({ measurePath, path, now }: { measurePath: MeasurePath; path: CriticalPath; now: Date }) => (
  <>
    <DataTable
      caption="Offene Schritte dieser Maßnahme"
      captionHidden
      columns={stepColumns(now)}
      rows={path.steps.flatMap((result) => {
        const step = measurePath.steps.find(({ id }) => id === result.id);
        return step ? [{ step, result }] : [];
      })}
      empty={
        <EmptyState title="Kein offenes Ersuchen.">
          <p>Ein Ersuchen beginnt auf der Seite der Maßnahme.</p>
        </EmptyState>
      }
    />
    <p class="kern-body kern-body--small">
      Gerechnet wird rückwärts {path.target ? `vom ${formatWeekday(path.target)}` : "von der frühesten Uhr"}, mit den
      Vorlaufzeiten der eigenen Behörde. Das Programm kennt keine Vorlaufzeit von sich aus.
    </p>
  </>
);
