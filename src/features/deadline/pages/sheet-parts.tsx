/** What month and week of the deadlines share: navigation, jump to a day, holidays of the Land and how days off are marked. */
import type { Day } from "../../../kernel/day.ts";
import { emptyForm } from "../../../kernel/form-state.ts";
import type { Result } from "../../../kernel/result.ts";
import { Alert, DateField, HiddenField } from "../../../ui/index.ts";
import type { Refusal } from "../domain/refusal.ts";
import { deadlineHref, type DeadlineQuery } from "../list-definition.ts";

/** Which holidays are marked; without data for the year the sheet says so and marks none. */
export type SheetCalendar = { name: string; holidays: Result<ReadonlyMap<string, string>, Refusal> };

const noHolidays: ReadonlyMap<string, string> = new Map();
const holidaysOf = ({ holidays }: SheetCalendar) => (holidays.ok ? holidays.value : noHolidays);

export const CalendarNote = ({ calendar: { name, holidays } }: { calendar: SheetCalendar }) =>
  holidays.ok ? (
    <p class="kern-body kern-body--small">
      Feiertage: {name}. Gezeigt wird der Tag, bis zu dem geplant wird; das rechtliche Ende kann später liegen.
    </p>
  ) : (
    <Alert kind="danger" title="Feiertage können nicht gezeigt werden.">
      <p>{holidays.refusal.message} Fristen in dieser Zeit bitte selbst prüfen.</p>
    </Alert>
  );

export const DayMark = ({ on, calendar }: { on: Day; calendar: SheetCalendar }) => {
  const holiday = holidaysOf(calendar).get(on.toString());
  return holiday ? <span class="aw-calendar__holiday">{holiday}</span> : null;
};

export const dayClass = (on: Day, calendar: SheetCalendar): string =>
  on.dayOfWeek > 5 || holidaysOf(calendar).has(on.toString()) ? "aw-calendar__off" : "";

export const JumpToDay = ({ query: { zeit, regel } }: { query: DeadlineQuery }) => (
  <form class="aw-calendar__jump" method="get" action="/fristen">
    <HiddenField name="zeit" value={zeit} />
    {regel ? <HiddenField name="regel" value={regel} /> : null}
    <DateField name="tag" label="Zum Tag" form={emptyForm} />
    <button type="submit" class="kern-btn kern-btn--secondary">
      <span class="kern-label">Zeigen</span>
    </button>
  </form>
);

type SheetNavigationProps = { query: DeadlineQuery; previous: Day; next: Day; what: string };

export const SheetNavigation = ({ query, previous, next, what }: SheetNavigationProps) => (
  <nav class="aw-pager" aria-label={`${what} wechseln`}>
    <a href={deadlineHref(query, { tag: previous.toString() })} rel="prev">
      ‹ {what} davor
    </a>
    <a href={deadlineHref(query, { tag: undefined })}>heute</a>
    <a href={deadlineHref(query, { tag: next.toString() })} rel="next">
      {what} danach ›
    </a>
  </nav>
);
