/**
 * Month and week as tables: how many deadlines end on each day, and in the week which. Weekends and the holidays of the
 * Land are marked in words, because they move some periods and not others.
 */
import type { Day } from "../../../kernel/day.ts";
import { formatDay, formatLongDay, formatNumber } from "../../../ui/index.ts";
import { deadlineHref, type DeadlineQuery } from "../list-definition.ts";
import { countedUpTo, type ListedDeadline } from "../queries.ts";
import { deadlinePage } from "./list-page.tsx";
import { CalendarNote, dayClass, DayMark, JumpToDay, type SheetCalendar, SheetNavigation } from "./sheet-parts.tsx";

const weekdayNames = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"];

const daysFrom = (from: Day, count: number): Day[] => Array.from({ length: count }, (_, days) => from.add({ days }));

const countText = (count: number): string =>
  count >= countedUpTo
    ? `${countedUpTo} oder mehr Fristen`
    : `${formatNumber(count)} ${count === 1 ? "Frist" : "Fristen"}`;

type MonthProps = {
  query: DeadlineQuery;
  calendar: SheetCalendar;
  at: Day;
  from: Day;
  weeks: number;
  counts: ReadonlyMap<string, number>;
  today: Day;
};

const MonthDay = ({ on, props }: { on: Day; props: MonthProps }) => {
  const { query, counts, today, at, calendar } = props;
  const count = counts.get(on.toString());
  const outside = on.month !== at.month;
  return (
    <td
      class={`${outside ? "aw-calendar__outside " : ""}${dayClass(on, calendar)}`.trim() || undefined}
      aria-current={on.equals(today) ? "date" : undefined}
    >
      <time datetime={on.toString()}>{formatDay(on)}</time>
      {on.equals(today) ? <span class="aw-calendar__today"> heute</span> : null}
      <DayMark on={on} calendar={calendar} />
      {count ? (
        <>
          <br />
          <a href={deadlineHref(query, { zeit: "alle", tag: on.toString() })}>{countText(count)}</a>
        </>
      ) : null}
    </td>
  );
};

export const MonthSheet = (props: MonthProps) => {
  const { query, at, from, weeks } = props;
  const monthName = formatLongDay(at.with({ day: 1 })).replace(/^1\. /, "");
  const first = at.with({ day: 1 });
  return (
    <>
      <SheetNavigation
        query={query}
        what="Monat"
        previous={first.subtract({ months: 1 })}
        next={first.add({ months: 1 })}
      />
      <JumpToDay query={query} />
      <CalendarNote calendar={props.calendar} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard must be able to scroll a wide table */}
      <section class="aw-table-scroll" aria-labelledby="monatsblatt" tabindex={0}>
        <table class="aw-table aw-calendar">
          <caption id="monatsblatt">Fristen im {monthName}</caption>
          <thead>
            <tr>
              {weekdayNames.map((name) => (
                <th scope="col">{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {daysFrom(from, weeks).map((_, week) => (
              <tr>
                {daysFrom(from.add({ days: week * 7 }), 7).map((on) => (
                  <MonthDay on={on} props={props} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {props.counts.size === 0 ? <p>In diesen Wochen endet keine Frist.</p> : null}
    </>
  );
};

type WeekProps = {
  query: DeadlineQuery;
  calendar: SheetCalendar;
  from: Day;
  today: Day;
  deadlines: readonly ListedDeadline[];
  more: boolean;
};

export const WeekSheet = ({ query, calendar, from, today, deadlines, more }: WeekProps) => (
  <>
    <SheetNavigation query={query} what="Woche" previous={from.subtract({ days: 7 })} next={from.add({ days: 7 })} />
    <JumpToDay query={query} />
    <CalendarNote calendar={calendar} />
    {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard must be able to scroll a wide table */}
    <section class="aw-table-scroll" aria-labelledby="wochenblatt" tabindex={0}>
      <table class="aw-table aw-calendar-week">
        <caption id="wochenblatt">
          Fristen vom {formatDay(from)} bis {formatDay(from.add({ days: 6 }))}
        </caption>
        <thead>
          <tr>
            <th scope="col">Tag</th>
            <th scope="col">Fristen, die enden</th>
          </tr>
        </thead>
        <tbody>
          {daysFrom(from, 7).map((on, index) => (
            <tr class={dayClass(on, calendar) || undefined} aria-current={on.equals(today) ? "date" : undefined}>
              <th scope="row" data-label="Tag">
                {weekdayNames[index]} <time datetime={on.toString()}>{formatDay(on)}</time>
                {on.equals(today) ? <span class="aw-calendar__today"> heute</span> : null}
                <DayMark on={on} calendar={calendar} />
              </th>
              <td data-label="Fristen, die enden">
                <WeekDay deadlines={deadlines.filter(({ planOn }) => planOn.equals(on))} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
    {more ? (
      <p>
        Es enden mehr Fristen, als hier Platz haben.{" "}
        <a href={deadlineHref(query, { zeit: "alle", tag: undefined })}>Alle Fristen als Liste</a>
      </p>
    ) : null}
  </>
);

const WeekDay = ({ deadlines }: { deadlines: readonly ListedDeadline[] }) =>
  deadlines.length === 0 ? (
    <>–</>
  ) : (
    <ul class="aw-link-list">
      {deadlines.map((deadline) => (
        <li>
          <a href={deadlinePage(deadline)}>
            {deadline.fileNumber}: {deadline.title}
          </a>
        </li>
      ))}
    </ul>
  );
