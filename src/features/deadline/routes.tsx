/** The pages of the deadlines (Fristen): list, month, week, files, one deadline, and the calculator for anyone. */
import { Hono } from "hono";
import type { Child } from "hono/jsx";
import { type Day, parseDay } from "../../kernel/day.ts";
import type { Context } from "../../platform/context.ts";
import { allow } from "../../platform/http/access.ts";
import { decodeCursor, encodeCursor } from "../../platform/http/api.ts";
import { csvAnswer } from "../../platform/http/csv.ts";
import type { AppEnv, Http } from "../../platform/http/env.ts";
import { notFound } from "../../platform/http/problem.ts";
import { calculate } from "./calculator-form.ts";
import { calendarFile } from "./calendar-file.ts";
import type { EventsOf } from "./case-deadlines.ts";
import { deadlineCsv } from "./csv.ts";
import { calendarNames } from "./domain/calendar-names.ts";
import { holidaysBetween } from "./domain/holidays-between.ts";
import { cursorSchema, type DeadlineQuery, deadlineQuery, rangeOf } from "./list-definition.ts";
import { CalculatorPage } from "./pages/calculator-page.tsx";
import { MonthSheet, WeekSheet } from "./pages/calendar-page.tsx";
import { DetailPage } from "./pages/detail-page.tsx";
import { DeadlineList, DeadlinesPage } from "./pages/list-page.tsx";
import type { SheetCalendar } from "./pages/sheet-parts.tsx";
import { calendarOf, countByDay, isTooShort, type ListedDeadline, listDeadlines, storedDeadlines } from "./queries.ts";

/** What the case lends: it stands later in the order of features, so src/features.ts passes it in. */
export type DeadlineDeps = {
  /** Opens the case of the address for its owner, with purpose and access note. */
  openCase: (c: Http, what: string) => Promise<{ id: string; ownerId: string; fileNumber: string }>;
  eventsOf: EventsOf;
};

type RouteDeps = DeadlineDeps & {
  baseUrl: () => string;
  /** What stands beneath one deadline. */
  panel: (context: Context, caseId: string, key: string) => Promise<Child>;
};

const perPage = 50;
const perWeek = 200;
const exportedUpTo = 5000;
const officials = allow("caseworker", "supervisor");

export const deadlineRoutes = ({ openCase, baseUrl, panel }: RouteDeps) =>
  new Hono<AppEnv>()
    .get("/fristen", officials, (c) => showDeadlines(c, deadlineQuery.parse(c.req.query())))
    .get("/fristen.csv", officials, async (c) => {
      const found = await forFile(c, "Fristen als CSV");
      return csvAnswer("fristen.csv", deadlineCsv(found));
    })
    .get("/fristen.ics", officials, async (c) => {
      const found = await forFile(c, "Fristen als Kalenderdatei");
      return c.body(calendarFile(found, baseUrl(), c.var.context.now), 200, {
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": 'attachment; filename="fristen.ics"',
      });
    })
    .get("/fristen/rechner", allow("everyone"), async (c) => {
      const query = c.req.query();
      const calculated = "regel" in query ? calculate(query) : { form: { values: {}, errors: {} } };
      const page = (
        <CalculatorPage
          {...calculated}
          now={c.var.signedIn ? c.var.context.now : new Date()}
          frame={await c.var.frame("/fristen")}
        />
      );
      return c.html(page, Object.keys(calculated.form.errors).length > 0 ? 422 : 200);
    })
    .get("/fristen/:id/:key", officials, async (c) => {
      const file = await openCase(c, "Frist");
      const { context } = c.var;
      const deadline = (await storedDeadlines(context, file.id)).find(({ key }) => key === c.req.param("key"));
      if (!deadline) throw notFound();
      const calendar = deadline.details.calendar ?? (await calendarOf(context, file.ownerId));
      return c.html(
        <DetailPage
          caseId={file.id}
          fileNumber={file.fileNumber}
          deadline={deadline}
          calendar={calendarNames[calendar] ?? calendar}
          now={context.now}
          panel={await panel(context, file.id, deadline.key)}
          frame={await c.var.frame("/fristen")}
        />,
      );
    });

const noteAccess = ({ var: { context } }: Http, what: string, hits: number): void =>
  context.noteAccess({ what, purpose: "Bearbeitung", ownerId: context.actor.authorityId, hits });

const read = ({ var: { context } }: Http, query: DeadlineQuery, limit: number): Promise<ListedDeadline[]> =>
  listDeadlines(context, context.actor, {
    ...rangeOf(query, context.today),
    rule: query.regel,
    az: query.az,
    after: decodeCursor(query.weiter, cursorSchema),
    limit,
  });

async function forFile(c: Http, what: string): Promise<ListedDeadline[]> {
  const found = await read(c, deadlineQuery.parse({ ...c.req.query(), weiter: undefined }), exportedUpTo);
  noteAccess(c, what, found.length);
  return found;
}

async function showDeadlines(c: Http, query: DeadlineQuery) {
  const { context } = c.var;
  const tooShort = query.az !== undefined && (await isTooShort(context, context.actor, query.az));
  const content = tooShort ? null : await contentOf(c, query);
  const frame = await c.var.frame("/fristen");
  return c.html(
    <DeadlinesPage query={query} tooShort={tooShort} frame={frame}>
      {content}
    </DeadlinesPage>,
  );
}

async function contentOf(c: Http, query: DeadlineQuery) {
  if (query.zeit === "monatsblatt") return month(c, query);
  if (query.zeit === "wochenblatt") return week(c, query);
  const found = await read(c, query, perPage + 1);
  const deadlines = found.slice(0, perPage);
  const last = found.length > perPage ? deadlines.at(-1) : undefined;
  noteAccess(c, "Fristen", deadlines.length);
  return (
    <DeadlineList
      query={query}
      deadlines={deadlines}
      next={last && encodeCursor([last.planOn.toString(), last.caseId, last.key])}
      now={c.var.context.now}
    />
  );
}

/** The holidays of the Land of the own authority. */
async function sheetCalendar({ var: { context } }: Http, from: Day, to: Day): Promise<SheetCalendar> {
  const id = await calendarOf(context, context.actor.authorityId);
  return { name: calendarNames[id] ?? id, holidays: holidaysBetween(id, from, to) };
}

async function month(c: Http, query: DeadlineQuery) {
  const { context } = c.var;
  const { from, to = from } = rangeOf(query, context.today);
  const counts = await countByDay(context, context.actor, { from, to, rule: query.regel });
  return (
    <MonthSheet
      query={query}
      calendar={await sheetCalendar(c, from, to)}
      at={(query.tag && parseDay(query.tag)) || context.today}
      from={from}
      weeks={(from.until(to, { largestUnit: "days" }).days + 1) / 7}
      counts={counts}
      today={context.today}
    />
  );
}

async function week(c: Http, query: DeadlineQuery) {
  const found = await read(c, { ...query, weiter: undefined }, perWeek + 1);
  noteAccess(c, "Fristen einer Woche", Math.min(found.length, perWeek));
  const { today } = c.var.context;
  const { from } = rangeOf(query, today);
  return (
    <WeekSheet
      query={query}
      calendar={await sheetCalendar(c, from, from.add({ days: 6 }))}
      from={from}
      today={today}
      deadlines={found.slice(0, perWeek)}
      more={found.length > perWeek}
    />
  );
}
