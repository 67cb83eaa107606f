/** The alerts of an authority, the open ones first, and the notices of what comes near. Prints as it stands. */
import type { Frame } from "../../../kernel/frame.ts";
import { type Day, isBefore } from "../../../kernel/day.ts";
import { emptyForm, type FormState } from "../../../kernel/form-state.ts";
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
  remaining,
  SelectField,
  Status,
} from "../../../ui/index.ts";
import { DeadlineTitle } from "../../deadline/index.ts";
import { alertHref, type AlertQuery, causes, stands, views } from "../list-definition.ts";
import type { Notice } from "../queries.ts";
import { lateText, standOf } from "../texts.ts";

type ListProps = {
  query: AlertQuery;
  notices: readonly Notice[];
  next: string | undefined;
  watchedOn: Day | undefined;
  today: Day;
  now: Date;
  frame: Frame | undefined;
};

const options = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

const activeFilters = (query: AlertQuery) =>
  [
    query.ansicht === "alarme" && query.stand !== "offen"
      ? { label: `Stand: ${stands[query.stand]}`, removeHref: alertHref(query, { stand: "offen", weiter: undefined }) }
      : undefined,
    query.anlass
      ? {
          label: `Anlass: ${causes[query.anlass]}`,
          removeHref: alertHref(query, { anlass: undefined, weiter: undefined }),
        }
      : undefined,
    query.zustaendig
      ? { label: "meine Fälle", removeHref: alertHref(query, { zustaendig: undefined, weiter: undefined }) }
      : undefined,
  ].filter((each) => each !== undefined);

const Filters = ({ query }: { query: AlertQuery }) => {
  const { ansicht, stand, anlass, zustaendig, sort, richtung } = query;
  const form: FormState = {
    ...emptyForm,
    values: { stand, anlass: anlass ?? "", zustaendig: zustaendig ?? "" },
  };
  const active = activeFilters(query);
  return (
    <FilterBar action="/fristalarme" active={active} resetHref={active.length > 1 ? alertHref({ ansicht }) : undefined}>
      <HiddenField name="ansicht" value={ansicht} />
      <HiddenField name="sort" value={sort} />
      <HiddenField name="richtung" value={richtung} />
      {ansicht === "alarme" ? (
        <>
          <SelectField name="stand" label="Stand" form={form} emptyLabel={false} options={options(stands)} />
          <SelectField name="anlass" label="Anlass" form={form} emptyLabel="alle" options={options(causes)} />
        </>
      ) : null}
      <SelectField
        name="zustaendig"
        label="Zuständig"
        form={form}
        emptyLabel="alle"
        options={[{ value: "ich", label: "ich" }]}
      />
    </FilterBar>
  );
};

const columns = (now: Date): Column<Notice>[] => [
  {
    key: "ende",
    label: "Ende",
    sortable: true,
    cell: ({ legalEnd }) => formatWeekday(legalEnd),
  },
  { key: "rest", label: "Rest", cell: ({ legalEnd }) => remaining(legalEnd, now) },
  {
    key: "frist",
    label: "Frist",
    cell: ({ title, norm }) => <DeadlineTitle title={title} norm={norm} />,
  },
  { key: "az", label: "Aktenzeichen", cell: ({ fileNumber }) => fileNumber },
  { key: "zustaendig", label: "Zuständig", cell: ({ officer }) => officer ?? "nicht zugewiesen" },
  {
    key: "bemerkt",
    label: "Bemerkt",
    sortable: true,
    cell: (notice) => {
      const late = lateText(notice);
      return (
        <>
          {formatDay(notice.noticedOn)}
          {late ? (
            <>
              <br />
              <small>{late}</small>
            </>
          ) : null}
        </>
      );
    },
  },
  { key: "stand", label: "Stand", cell: (notice) => <Status {...standOf(notice)} /> },
];

const sortHref = (query: AlertQuery) => (key: string) =>
  alertHref(query, {
    sort: key === "bemerkt" ? "bemerkt" : "ende",
    richtung: query.sort === key && query.richtung === "auf" ? "ab" : "auf",
    weiter: undefined,
  });

const Empty = ({ query }: { query: AlertQuery }) => {
  if (activeFilters(query).length > 0)
    return (
      <EmptyState
        title="Kein Treffer."
        action={<LinkButton href={alertHref({ ansicht: query.ansicht })}>Alle Filter entfernen</LinkButton>}
      >
        <p>Nichts passt zu allen Filtern.</p>
      </EmptyState>
    );
  return query.ansicht === "alarme" ? (
    <EmptyState title="Kein Fristalarm offen." action={<LinkButton href="/fristen">Zu den Fristen</LinkButton>}>
      <p>Ein Alarm entsteht, wenn eine Überstellungsfrist oder die Höchstdauer eines Gewahrsams abläuft.</p>
    </EmptyState>
  ) : (
    <EmptyState title="Noch keine Hinweise." action={<LinkButton href="/fristen">Zu den Fristen</LinkButton>}>
      <p>Ein Hinweis entsteht, wenn eine Frist näher kommt. Wann, stellt die Leitung ein.</p>
    </EmptyState>
  );
};

/** Whoever relies on the watch must see that it stands still. */
const Watched = ({ watchedOn, today }: { watchedOn: Day | undefined; today: Day }) =>
  watchedOn && !isBefore(watchedOn, today) ? (
    <p class="kern-body kern-body--small">Überwacht bis heute, {formatDay(watchedOn)}.</p>
  ) : (
    <Alert
      kind="warning"
      title={
        watchedOn
          ? `Die Überwachung ist zuletzt am ${formatDay(watchedOn)} gelaufen.`
          : "Die Überwachung ist noch nicht gelaufen."
      }
    >
      <p>Hinweise und Alarme können fehlen. Bitte prüfen Sie die Fristen selbst.</p>
    </Alert>
  );

const Pages = ({ query, next }: { query: AlertQuery; next: string | undefined }) =>
  next || query.weiter ? (
    <nav class="aw-pager" aria-label="Seiten der Liste">
      {query.weiter ? <a href={alertHref(query, { weiter: undefined })}>« Zum Anfang</a> : null}
      {next ? (
        <a href={alertHref(query, { weiter: next })} rel="next">
          Nächste ›
        </a>
      ) : null}
    </nav>
  ) : null;

const rowHref = ({ isAlert, id, caseId, key }: Notice): string =>
  isAlert ? `/fristalarme/${id}` : `/fristen/${caseId}/${encodeURIComponent(key)}`;

export const AlertListPage = ({ query, notices, next, watchedOn, today, now, frame }: ListProps) => (
  <Page
    title="Fristalarme"
    frame={frame}
    topics={["alerts"]}
    wide
    actions={<LinkButton href="/fristalarme/einstellungen">Überwachung einstellen</LinkButton>}
  >
    <ListTabs
      label="Ansichten der Überwachung"
      tabs={(Object.keys(views) as (keyof typeof views)[]).map((ansicht) => ({
        href: alertHref({ ansicht }),
        label: views[ansicht],
        current: ansicht === query.ansicht,
      }))}
    />
    <Watched watchedOn={watchedOn} today={today} />
    <Filters query={query} />
    <DataTable
      caption={query.ansicht === "alarme" ? "Abgelaufene Fristen mit Alarm" : "Hinweise auf Fristen"}
      captionHidden
      columns={columns(now)}
      rows={notices}
      rowHref={rowHref}
      mark={({ isAlert, acknowledged }) => isAlert && !acknowledged}
      sort={{ key: query.sort, direction: query.richtung === "auf" ? "asc" : "desc" }}
      sortHref={sortHref(query)}
      empty={<Empty query={query} />}
    />
    <Pages query={query} next={next} />
    {notices.length > 0 ? (
      <ExportLinks csvHref={alertHref(query, { weiter: undefined }, "/fristalarme.csv")} printHint />
    ) : null}
  </Page>
);
