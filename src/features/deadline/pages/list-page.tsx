/** What ends when (screen 9): the running deadlines of the own authority by date. Prints as it stands. */
import { emptyForm, type FormState } from "../../../kernel/form-state.ts";
import type { Child } from "hono/jsx";
import type { Frame } from "../../../kernel/frame.ts";
import {
  Alert,
  type Column,
  DataTable,
  EmptyState,
  ExportLinks,
  FilterBar,
  formatDay,
  formatWeekday,
  HiddenField,
  LinkButton,
  ListTabs,
  Page,
  SelectField,
  TextField,
} from "../../../ui/index.ts";
import { deadlineHref, type DeadlineQuery, spanNames, spans } from "../list-definition.ts";
import type { ListedDeadline } from "../queries.ts";
import { ruleChoices, ruleTitle } from "../rule-choice.ts";
import { restShown } from "../texts.ts";
import { DeadlineTitle } from "./deadline-title.tsx";

type PageProps = { query: DeadlineQuery; tooShort: boolean; frame: Frame | undefined; children: Child };

const isSheet = ({ zeit }: Pick<DeadlineQuery, "zeit">): boolean => zeit === "monatsblatt" || zeit === "wochenblatt";

function activeFilters({ regel, az, tag, ...query }: DeadlineQuery) {
  const labels = {
    // On a sheet the day is the place, no filter.
    ...(tag && !isSheet(query) && { tag: `Tag: ${tag.split("-").toReversed().join(".")}` }),
    ...(regel && { regel: `Regel: ${ruleTitle(regel)}` }),
    ...(az && { az: `Az. beginnt mit: ${az}` }),
  };
  return Object.entries(labels).map(([key, label]) => ({
    label,
    removeHref: deadlineHref({ ...query, regel, az, tag }, { [key]: undefined, weiter: undefined }),
  }));
}

const Filters = ({ query }: { query: DeadlineQuery }) => {
  const { zeit, regel, az, tag } = query;
  const form: FormState = { ...emptyForm, values: { regel: regel ?? "", az: az ?? "" } };
  const active = activeFilters(query);
  return (
    <FilterBar action="/fristen" active={active} resetHref={active.length > 0 ? deadlineHref({ zeit }) : undefined}>
      <HiddenField name="zeit" value={zeit} />
      {tag ? <HiddenField name="tag" value={tag} /> : null}
      <SelectField name="regel" label="Regel" form={form} emptyLabel="alle" options={ruleChoices} />
      {isSheet(query) ? null : <TextField name="az" label="Az. beginnt mit" form={form} spellcheck={false} />}
    </FilterBar>
  );
};

/** The frame of all views of /fristen: tabs, filter, and what the view shows. */
export const DeadlinesPage = ({ query, tooShort, frame, children }: PageProps) => (
  <Page title="Fristen" frame={frame} wide actions={<LinkButton href="/fristen/rechner">Fristenrechner</LinkButton>}>
    <ListTabs
      label="Ansichten der Fristen"
      tabs={spanNames.map((zeit) => ({
        href: deadlineHref(query, { zeit, tag: undefined, weiter: undefined }),
        label: spans[zeit],
        current: zeit === query.zeit,
      }))}
    />
    <Filters query={query} />
    {tooShort ? (
      <Alert kind="warning" title="Zu viele Fälle beginnen so.">
        <p>Bitte geben Sie mehr Zeichen des Aktenzeichens ein.</p>
      </Alert>
    ) : (
      children
    )}
  </Page>
);

export const deadlinePage = ({ caseId, key }: ListedDeadline): string =>
  `/fristen/${caseId}/${encodeURIComponent(key)}`;

const columns = (now: Date): Column<ListedDeadline>[] => [
  {
    key: "ende",
    label: "Ende",
    cell: ({ legalEnd, planOn }) => (
      <>
        {formatWeekday(legalEnd)}
        {planOn.equals(legalEnd) ? null : (
          <>
            <br />
            planen bis {formatDay(planOn)}
          </>
        )}
      </>
    ),
  },
  { key: "rest", label: "Rest", cell: ({ rule, planOn }) => restShown({ rule, end: planOn }, now) },
  {
    key: "frist",
    label: "Frist",
    cell: ({ title, norm }) => <DeadlineTitle title={title} norm={norm} />,
  },
  { key: "az", label: "Aktenzeichen", cell: ({ fileNumber }) => fileNumber },
  { key: "versaeumt", label: "Wenn die Frist endet", cell: ({ missed }) => missed ?? "–" },
];

type ListProps = { query: DeadlineQuery; deadlines: readonly ListedDeadline[]; next: string | undefined; now: Date };

const Empty = ({ query }: { query: DeadlineQuery }) =>
  query.regel || query.az ? (
    <EmptyState
      title="Kein Treffer."
      action={<LinkButton href={deadlineHref({ zeit: query.zeit })}>Alle Filter entfernen</LinkButton>}
    >
      <p>Keine laufende Frist passt zu allen Filtern.</p>
    </EmptyState>
  ) : (
    <EmptyState
      title="In dieser Zeit endet keine Frist."
      action={<LinkButton href="/fristen?zeit=alle">Alle Fristen</LinkButton>}
    >
      <p>Fristen entstehen aus den Rechtsereignissen der Fälle.</p>
    </EmptyState>
  );

export const DeadlineList = ({ query, deadlines, next, now }: ListProps) => (
  <>
    <DataTable
      caption={`Fristen: ${spans[query.zeit]}`}
      captionHidden
      columns={columns(now)}
      rows={deadlines}
      rowHref={deadlinePage}
      empty={<Empty query={query} />}
    />
    {next || query.weiter ? (
      <nav class="aw-pager" aria-label="Seiten der Liste">
        {query.weiter ? <a href={deadlineHref(query, { weiter: undefined })}>« Zum Anfang</a> : null}
        {next ? (
          <a href={deadlineHref(query, { weiter: next })} rel="next">
            Nächste ›
          </a>
        ) : null}
      </nav>
    ) : null}
    {deadlines.length > 0 ? <Exports query={query} /> : null}
  </>
);

const Exports = ({ query }: { query: DeadlineQuery }) => (
  <>
    <ExportLinks csvHref={deadlineHref(query, { weiter: undefined }, "/fristen.csv")} printHint />
    <p class="aw-export">
      <a href={deadlineHref(query, { weiter: undefined }, "/fristen.ics")} download="">
        Als Kalenderdatei
      </a>
      <span>Die Kalenderdatei enthält nur „Frist in Amtsweg“, den Tag und einen Verweis.</span>
    </p>
  </>
);
