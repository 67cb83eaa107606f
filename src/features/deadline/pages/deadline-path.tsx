/** How one deadline of a case follows, for a lawyer to check: recorded event, rule, every step, all readings, what ended it. */
import { Derivation, formatDay, formatWeekday } from "../../../ui/index.ts";
import { calendarNames } from "../domain/calendar-names.ts";
import type { DerivedDeadline } from "../domain/case-book.ts";
import type { CaseEvent } from "../domain/case-events.ts";

/** German name of a kind of event; the case knows it. */
export type LabelOf = (type: string) => string;

type PathProps = { derived: DerivedDeadline; caseId: string; events: readonly CaseEvent[]; labelOf: LabelOf };

export const DeadlinePath = ({ derived, caseId, events, labelOf }: PathProps) => {
  const { title, deadline, notes, startedBy, endedBy } = derived;
  const link = (id: string) => <EventLink id={id} caseId={caseId} events={events} labelOf={labelOf} />;
  return (
    <>
      {deadline ? (
        <details class="aw-why">
          <summary>
            Rechenweg<span class="kern-sr-only"> {title}</span>
          </summary>
          <p>Ereignis: {link(startedBy)}</p>
          <Derivation steps={deadline.steps} label={`Rechenweg ${title}`} />
          <p>{`Feiertage: ${calendarNames[deadline.calendar] ?? deadline.calendar}.`}</p>
        </details>
      ) : (
        <p>Ereignis: {link(startedBy)}</p>
      )}
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
