/** How each deadline of a case follows, for a lawyer to check: recorded event, rule, every step, all readings, what ended it. */
import { Card, Derivation, formatDay, formatWeekday } from "../../../ui/index.ts";
import { calendarNames } from "../domain/calendar-names.ts";
import type { DerivedDeadline } from "../domain/case-book.ts";
import type { CaseEvent } from "../domain/case-events.ts";

/** German name of a kind of event; the case knows it. */
export type LabelOf = (type: string) => string;

type PathsProps = {
  deadlines: readonly DerivedDeadline[];
  caseId: string;
  events: readonly CaseEvent[];
  labelOf: LabelOf;
};

/** Address of one derivation on the page. */
const anchorOf = ({ key }: DerivedDeadline): string => `rechenweg-${key.replaceAll(/[^A-Za-z0-9]/g, "-")}`;

export const PathLink = ({ derived }: { derived: DerivedDeadline }) => (
  <a href={`#${anchorOf(derived)}`}>
    Rechenweg<span class="kern-sr-only">: {derived.title}</span>
  </a>
);

export const DeadlinePaths = ({ deadlines, ...rest }: PathsProps) =>
  deadlines.length === 0 ? null : (
    <Card title="Rechenwege">
      {deadlines.map((derived) => (
        <details class="aw-why">
          <summary>
            {derived.title}
            {derived.deadline ? `, Ende ${formatWeekday(derived.deadline.legalEnd)}` : ""}
          </summary>
          <DeadlinePath derived={derived} {...rest} />
        </details>
      ))}
    </Card>
  );

type PathProps = Omit<PathsProps, "deadlines"> & { derived: DerivedDeadline };

const DeadlinePath = ({ derived, caseId, events, labelOf }: PathProps) => {
  const { title, deadline, notes, startedBy, endedBy } = derived;
  const link = (id: string) => <EventLink id={id} caseId={caseId} events={events} labelOf={labelOf} />;
  return (
    <>
      <p id={anchorOf(derived)}>Ereignis: {link(startedBy)}</p>
      {deadline ? (
        <>
          <Derivation steps={deadline.steps} label={`Rechenweg ${title}`} />
          <p>{`Feiertage: ${calendarNames[deadline.calendar] ?? deadline.calendar}.`}</p>
        </>
      ) : null}
      {deadline && deadline.readings.length > 1 ? <Readings deadline={deadline} /> : null}
      {endedBy ? <p>Dadurch beendet oder angehalten: {link(endedBy)}</p> : null}
      {notes.map((note) => (
        <p>{note}</p>
      ))}
    </>
  );
};

/** Where courts or authorities count differently, all are shown; the plan takes the safe one. */
const Readings = ({ deadline }: { deadline: NonNullable<DerivedDeadline["deadline"]> }) => (
  <>
    <p>{`Umstritten. Geplant wird mit dem ${formatDay(deadline.planOn)}. Vertreten werden:`}</p>
    <ul>
      {deadline.readings.map(({ text, day }) => (
        <li>{`${formatWeekday(day)}: ${text}`}</li>
      ))}
    </ul>
  </>
);

type EventLinkProps = { id: string; caseId: string; events: readonly CaseEvent[]; labelOf: LabelOf };

const EventLink = ({ id, caseId, events, labelOf }: EventLinkProps) => {
  const event = events.find((each) => each.id === id);
  if (!event) return <>nicht mehr vorhanden</>;
  return <a href={`/faelle/${caseId}/ereignisse/${id}`}>{`${labelOf(event.type)}, ${formatDay(event.on)}`}</a>;
};
