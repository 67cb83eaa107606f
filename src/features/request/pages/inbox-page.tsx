/** List of requests (screen 4): tabs by what has to be done, sorted by time or number; persons are neither named nor ranked. */
import type { Frame } from "../../../kernel/frame.ts";
import {
  DataTable,
  EmptyState,
  ExportLinks,
  FilterBar,
  formatInstant,
  ListTabs,
  Page,
  Pager,
  remaining,
  SelectField,
  HiddenField,
  Status,
} from "../../../ui/index.ts";
import type { StoredRequest } from "../queries.ts";
import type { Counterpart, SortKey } from "../queries-list.ts";
import type { ListLine } from "../registered-type.ts";
import { knowsCourse, type Tab } from "../tabs.ts";
import { statusOf } from "../texts.ts";

export type InboxRow = { stored: StoredRequest; line: ListLine };
export type InboxView = {
  tab: Tab;
  tabs: readonly { tab: Tab; count: number }[];
  rows: readonly InboxRow[];
  total: number;
  page: number;
  pages: number;
  sort: SortKey;
  descending: boolean;
  with: string | undefined;
  municipality: string | undefined;
  counterparts: readonly Counterpart[];
  municipalities: readonly string[];
  authorityName: string;
  now: Date;
};

type Change = Partial<{ sort: SortKey; descending: boolean; page: number }>;

/** The address of the same list with something changed; a changed order or filter begins at page 1. */
export function inboxHref(view: InboxView, change: Change, path = "/ersuchen"): string {
  const { tab, sort, descending, with: counterpart, municipality } = { ...view, ...change };
  const query = new URLSearchParams({ ansicht: tab.name, sort });
  if (descending) query.set("richtung", "ab");
  if (counterpart) query.set("behoerde", counterpart);
  if (municipality) query.set("ort", municipality);
  if (change.page && change.page > 1) query.set("seite", String(change.page));
  return `${path}?${query}`;
}

const waited = ({ waitingSince, answerDueAt }: StoredRequest, now: Date): string => {
  if (!waitingSince) return "–";
  const since = remaining(waitingSince, now).replace("überfällig seit ", "");
  return answerDueAt ? `${since} (${remaining(answerDueAt, now)})` : since;
};

const isOverdue = ({ answerDueAt }: StoredRequest, now: Date): boolean =>
  answerDueAt !== undefined && answerDueAt < now;

export const InboxPage = ({ view, frame }: { view: InboxView; frame: Frame | undefined }) => (
  <Page title="Ersuchen" heading={`Ersuchen – ${view.authorityName}`} frame={frame} topics={["inbox"]} secret wide>
    <ListTabs
      label="Ansichten der Ersuchen"
      tabs={view.tabs.map(({ tab, count }) => ({
        href: `/ersuchen?ansicht=${tab.name}`,
        label: tab.label,
        count,
        current: tab.name === view.tab.name,
      }))}
    />
    <Filter view={view} />
    <DataTable
      caption={`${view.tab.label} (${view.total})`}
      rows={view.rows}
      rowHref={({ stored }) =>
        stored.state.status === "draft" ? `/ersuchen/${stored.id}/aufgaben` : `/ersuchen/${stored.id}`
      }
      sort={{ key: view.sort, direction: view.descending ? "desc" : "asc" }}
      sortHref={(key) =>
        inboxHref(view, { sort: key as SortKey, descending: view.sort === key ? !view.descending : false })
      }
      mark={({ stored }) => isOverdue(stored, view.now)}
      columns={columnsOf(view)}
      empty={<Empty view={view} />}
    />
    <Pager page={view.page} pages={view.pages} href={(page) => inboxHref(view, { page })} />
    <ExportLinks csvHref={inboxHref(view, {}, "/ersuchen/liste.csv")} printHint />
  </Page>
);

const courseColumns = [
  { key: "start", label: "Einsatz", sortable: true, cell: ({ line }: InboxRow) => line.when ?? "–" },
  { key: "place", label: "Einsatzort", sortable: true, cell: ({ line }: InboxRow) => line.where ?? "–" },
];

const columnsOf = (view: InboxView) => [
  {
    key: "number",
    label: "Ersuchen",
    sortable: true,
    cell: ({ stored }: InboxRow) => <span class="aw-num">{stored.number}</span>,
  },
  { key: "what", label: "Worum", cell: ({ line }: InboxRow) => line.what },
  ...(knowsCourse(view.tab) ? courseColumns : []),
  {
    key: "with",
    label: view.tab.side === "outbox" ? "An" : "Von",
    cell: ({ stored }: InboxRow) => (view.tab.side === "outbox" ? stored.addresseeName : stored.ownerName),
  },
  {
    key: "waiting",
    label: "Wartet seit",
    sortable: true,
    cell: ({ stored }: InboxRow) => (
      <span title={stored.waitingSince ? formatInstant(stored.waitingSince) : undefined}>
        {waited(stored, view.now)}
      </span>
    ),
  },
  {
    key: "status",
    label: "Stand",
    cell: ({ stored }: InboxRow) => <Status {...statusOf(stored.state.status)} />,
  },
];

function activeOf(view: InboxView) {
  const { with: counterpart, municipality } = view;
  const chosen = view.counterparts.find(({ id }) => id === counterpart);
  return [
    ...(chosen ? [{ label: chosen.name, removeHref: inboxHref({ ...view, with: undefined }, {}) }] : []),
    ...(municipality
      ? [{ label: `Einsatzort: ${municipality}`, removeHref: inboxHref({ ...view, municipality: undefined }, {}) }]
      : []),
  ];
}

const Filter = ({ view }: { view: InboxView }) => (
  <FilterBar action="/ersuchen" active={activeOf(view)}>
    <HiddenField name="ansicht" value={view.tab.name} />
    <HiddenField name="sort" value={view.sort} />
    <SelectField
      name="behoerde"
      label="Andere Behörde"
      emptyLabel="alle"
      form={{ values: view.with ? { behoerde: view.with } : {}, errors: {} }}
      options={view.counterparts.map(({ id, name }) => ({ value: id, label: name }))}
    />
    {view.municipalities.length === 0 ? null : (
      <SelectField
        name="ort"
        label="Einsatzort"
        emptyLabel="alle"
        form={{ values: view.municipality ? { ort: view.municipality } : {}, errors: {} }}
        options={view.municipalities.map((name) => ({ value: name, label: name }))}
      />
    )}
  </FilterBar>
);

const Empty = ({ view }: { view: InboxView }) =>
  view.with || view.municipality ? (
    <EmptyState title="Kein Treffer mit diesem Filter." />
  ) : (
    <EmptyState title="Keine Ersuchen in dieser Ansicht.">
      {view.tab.side === "outbox" ? <p>Ein Ersuchen beginnt auf der Seite einer Maßnahme.</p> : null}
    </EmptyState>
  );
