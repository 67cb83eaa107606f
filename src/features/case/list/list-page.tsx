/** The list of cases on the screen: file number first, then law and dates. Prints as it stands. */
import type { Child } from "hono/jsx";
import type { FormState } from "../../../kernel/form-state.ts";
import type { Frame } from "../../../kernel/frame.ts";
import {
  type Column,
  DataTable,
  EmptyState,
  FilterBar,
  formatDay,
  formatNumber,
  HiddenField,
  LinkButton,
  Page,
  remaining,
  SelectField,
  TextField,
  ComboboxField,
} from "../../../ui/index.ts";
import { enforceabilityStates } from "../domain/enforceability-state.ts";
import { type ListFilter, listHref, type ListQuery, type SortKey, sortLabels, stateKeys } from "./list-definition.ts";
import type { ListedCase } from "./queries-list.ts";

type Officer = { id: string; name: string };

export type CaseListProps = {
  cases: readonly ListedCase[];
  query: ListQuery;
  count: { shown: number; more: boolean };
  next: string | undefined;
  officers: readonly Officer[];
  municipality: { ags: string; name: string } | undefined;
  /** The municipality that was typed is not clear. */
  question: { text: string; message: string } | undefined;
  mayOpen: boolean;
  mayExport: boolean;
  now: Date;
  frame: Frame | undefined;
};

const columns = (now: Date): Column<ListedCase>[] => [
  { key: "az", label: sortLabels.az, sortable: true, cell: ({ fileNumber }) => fileNumber },
  {
    key: "name",
    label: "Name",
    cell: ({ familyName, givenNames }) => [familyName, givenNames].filter(Boolean).join(", "),
  },
  {
    key: "stand",
    label: "Ausreisepflicht",
    cell: ({ state, openObstacles }) => (
      <>
        {enforceabilityStates[state]}
        {openObstacles > 0 ? (
          <>
            <br />
            <small>{openObstacles === 1 ? "1 Hindernis offen" : `${openObstacles} Hindernisse offen`}</small>
          </>
        ) : null}
      </>
    ),
  },
  { key: "seit", label: sortLabels.seit, sortable: true, cell: ({ since }) => (since ? formatDay(since) : "–") },
  {
    key: "frist",
    label: sortLabels.frist,
    sortable: true,
    cell: ({ nextDue }) => (nextDue ? `${formatDay(nextDue)} (${remaining(nextDue, now)})` : "–"),
  },
  { key: "gemeinde", label: "Gemeinde", cell: ({ municipality }) => municipality ?? "–" },
  { key: "bearbeitung", label: "Sachbearbeitung", cell: ({ officer }) => officer ?? "nicht zugewiesen" },
];

const obstacleLabels = { offen: "mit offenem Hindernis", keins: "ohne offenes Hindernis" } as const;

function officerLabel(value: string, officers: readonly Officer[]): string {
  if (value === "ich") return "meine Fälle";
  return value === "niemand" ? "nicht zugewiesen" : (officers.find(({ id }) => id === value)?.name ?? "unbekannt");
}

function activeFilters({ query, officers, municipality }: CaseListProps) {
  const { stand, bearbeitung, gemeinde, hindernis, az } = query;
  const labels: Partial<Record<keyof ListFilter, string>> = {
    ...(stand && { stand: `Stand: ${enforceabilityStates[stand]}` }),
    ...(bearbeitung && { bearbeitung: `Sachbearbeitung: ${officerLabel(bearbeitung, officers)}` }),
    ...(gemeinde && { gemeinde: `Gemeinde: ${municipality?.name ?? gemeinde}` }),
    ...(hindernis && { hindernis: obstacleLabels[hindernis] }),
    ...(az && { az: `Az. enthält: ${az}` }),
  };
  return Object.entries(labels).map(([key, label]) => ({
    label,
    removeHref: listHref(query, { [key]: undefined, weiter: undefined }),
  }));
}

const textOf = (value: string | undefined): string => value ?? "";

function filterForm({ query, municipality, question }: CaseListProps): FormState {
  const { stand, bearbeitung, gemeinde, hindernis, az } = query;
  return {
    errors: question ? { gemeinde: question.message } : {},
    values: {
      stand: textOf(stand),
      bearbeitung: textOf(bearbeitung),
      gemeinde: textOf(gemeinde),
      "gemeinde-text": textOf(municipality?.name ?? question?.text),
      hindernis: textOf(hindernis),
      az: textOf(az),
    },
  };
}

const Filters = (props: CaseListProps) => {
  const form = filterForm(props);
  return (
    <FilterBar action="/faelle" active={activeFilters(props)} resetHref="/faelle">
      <SelectField
        name="stand"
        label="Stand"
        form={form}
        emptyLabel="alle"
        options={stateKeys.map((value) => ({ value, label: enforceabilityStates[value] }))}
      />
      <SelectField
        name="bearbeitung"
        label="Sachbearbeitung"
        form={form}
        emptyLabel="alle"
        options={[
          { value: "ich", label: "meine Fälle" },
          { value: "niemand", label: "nicht zugewiesen" },
          ...props.officers.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <ComboboxField name="gemeinde" label="Gemeinde" form={form} sourceUrl="/gemeinden" />
      <SelectField
        name="hindernis"
        label="Hindernis"
        form={form}
        emptyLabel="alle"
        options={Object.entries(obstacleLabels).map(([value, label]) => ({ value, label }))}
      />
      <TextField name="az" label="Az. enthält" form={form} spellcheck={false} />
      {props.query.sort === "az" ? null : <HiddenField name="sort" value={props.query.sort} />}
    </FilterBar>
  );
};

/** Only the file number runs both ways; days run forwards, the longest waiting first. */
const sortHref = (query: ListQuery) => (key: string) => {
  const turn = key === "az" && query.sort === "az" && query.richtung === "auf";
  return listHref(query, { sort: key as SortKey, richtung: turn ? "ab" : "auf", weiter: undefined });
};

const emptyText = (isFiltered: boolean, mayOpen: boolean): Child =>
  isFiltered ? (
    <EmptyState title="Kein Treffer." action={<LinkButton href="/faelle">Alle Filter entfernen</LinkButton>}>
      <p>Kein Fall Ihrer Behörde passt zu allen Filtern. Entfernen Sie einzelne Filter oben.</p>
    </EmptyState>
  ) : (
    <EmptyState title="Noch keine Fälle." action={mayOpen ? <OpenLinks /> : undefined}>
      <p>Legen Sie einen Fall an oder übernehmen Sie eine Tabelle.</p>
    </EmptyState>
  );

const OpenLinks = () => (
  <>
    <LinkButton href="/faelle/neu" hotkey="n">
      Fall anlegen
    </LinkButton>
    <LinkButton href="/import">Tabelle importieren</LinkButton>
  </>
);

const Pages = ({ query, next }: { query: ListQuery; next: string | undefined }) =>
  !next && !query.weiter ? null : (
    <nav class="aw-pager" aria-label="Seiten der Liste">
      {query.weiter ? <a href={listHref(query, { weiter: undefined })}>« Zum Anfang</a> : null}
      {next ? (
        <a href={listHref(query, { weiter: next })} rel="next">
          Nächste ›
        </a>
      ) : null}
    </nav>
  );

export const CaseListPage = (props: CaseListProps) => {
  const { cases, query, count, next, now, frame, mayOpen, mayExport } = props;
  const isFiltered = activeFilters(props).length > 0;
  return (
    <Page
      title="Fälle"
      frame={frame}
      wide
      actions={
        mayOpen && cases.length > 0 ? (
          <LinkButton href="/faelle/neu" kind="primary" hotkey="n">
            Fall anlegen
          </LinkButton>
        ) : undefined
      }
    >
      <Filters {...props} />
      <p>
        {count.more ? `Mehr als ${formatNumber(count.shown)}` : formatNumber(count.shown)}{" "}
        {count.shown === 1 && !count.more ? "Fall" : "Fälle"}
        {isFiltered ? " nach Filter" : ""}
      </p>
      <DataTable
        caption="Fälle Ihrer Behörde"
        captionHidden
        columns={columns(now)}
        rows={cases}
        sort={{ key: query.sort, direction: query.richtung === "ab" && query.sort === "az" ? "desc" : "asc" }}
        sortHref={sortHref(query)}
        rowHref={({ id }) => `/faelle/${id}`}
        empty={emptyText(isFiltered, mayOpen)}
      />
      <Pages query={query} next={next} />
      {cases.length > 0 ? (
        <p class="aw-export">
          {mayExport ? (
            <a href={listHref(query, { weiter: undefined }, "/faelle/liste/ausgeben")}>Als CSV-Datei ausgeben</a>
          ) : null}
          <span>Drucken: Strg+P gibt die Liste wie angezeigt aus.</span>
        </p>
      ) : null}
    </Page>
  );
};
