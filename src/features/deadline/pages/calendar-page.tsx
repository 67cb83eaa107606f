/** Month and week as tables: how many deadlines end on each day, and in the week which. Weekends are shown like other days. */
import type { Day } from "../../../kernel/day.ts";
import { formatDay, formatLongDay, formatNumber } from "../../../ui/index.ts";
import { deadlineHref, type DeadlineQuery } from "../list-definition.ts";
import { countedUpTo, type ListedDeadline } from "../queries.ts";
import { deadlinePage } from "./list-page.tsx";

const weekdayNames = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"];

const daysFrom = (from: Day, count: number): Day[] => Array.from({ length: count }, (_, days) => from.add({ days }));

type SheetNavigationProps = { query: DeadlineQuery; previous: Day; next: Day; what: string };

const SheetNavigation = ({ query, previous, next, what }: SheetNavigationProps) => (
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

const countText = (count: number): string =>
  count >= countedUpTo
    ? `${countedUpTo} oder mehr Fristen`
    : `${formatNumber(count)} ${count === 1 ? "Frist" : "Fristen"}`;

type MonthProps = {
  query: DeadlineQuery;
  at: Day;
  from: Day;
  weeks: number;
  counts: ReadonlyMap<string, number>;
  today: Day;
};

const MonthDay = ({ on, props }: { on: Day; props: MonthProps }) => {
  const { query, counts, today, at } = props;
  const count = counts.get(on.toString());
  const outside = on.month !== at.month;
  return (
    <td class={outside ? "aw-calendar__outside" : undefined} aria-current={on.equals(today) ? "date" : undefined}>
      <time datetime={on.toString()}>{formatDay(on)}</time>
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
    </>
  );
};

type WeekProps = { query: DeadlineQuery; from: Day; deadlines: readonly ListedDeadline[]; more: boolean };

export const WeekSheet = ({ query, from, deadlines, more }: WeekProps) => (
  <>
    <SheetNavigation query={query} what="Woche" previous={from.subtract({ days: 7 })} next={from.add({ days: 7 })} />
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
            <tr>
              <th scope="row" data-label="Tag">
                {weekdayNames[index]} <time datetime={on.toString()}>{formatDay(on)}</time>
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
