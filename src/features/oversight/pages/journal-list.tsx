/** The journal as a list with its filter; the same on the page of the authority and in the case. */
import type { Child } from "hono/jsx";
import type { FormState } from "../../../kernel/form-state.ts";
import {
  type Column,
  DataTable,
  DateField,
  EmptyState,
  FilterBar,
  formatDay,
  formatInstant,
  SelectField,
} from "../../../ui/index.ts";
import { detailsOf } from "../entry-details.ts";
import { isFiltered, journalHref, type JournalQuery } from "../journal-query.ts";
import type { JournalLine } from "../queries.ts";
import { eventText, journalKinds, kindLabel } from "../texts.ts";

export type JournalView = {
  path: string;
  caption: string;
  query: JournalQuery;
  form: FormState;
  lines: readonly JournalLine[];
  /** Number of the last line, where older ones follow. */
  next: number | undefined;
  officers: readonly { id: string; name: string }[];
};

const others: Readonly<Record<string, string>> = { andere: "andere Behörden", system: "System" };

/** Whom the journal may be filtered by; a person of the address whom the authority does not know stays chosen. */
function people({ query: { wer }, officers }: JournalView): { value: string; label: string }[] {
  const known = [
    ...officers.map(({ id, name }) => ({ value: id, label: name })),
    ...Object.entries(others).map(([value, label]) => ({ value, label })),
  ];
  return !wer || known.some(({ value }) => value === wer) ? known : [...known, { value: wer, label: "unbekannt" }];
}

function activeFilters(view: JournalView) {
  const { path, query } = view;
  const { art, wer, von, bis } = query;
  const labels: Partial<Record<keyof JournalQuery, string>> = {
    ...(art && { art: kindLabel(art) }),
    ...(wer && { wer: people(view).find(({ value }) => value === wer)?.label ?? "unbekannt" }),
    ...(von && { von: `ab ${formatDay(von)}` }),
    ...(bis && { bis: `bis ${formatDay(bis)}` }),
  };
  return Object.entries(labels).map(([key, label]) => ({
    label,
    removeHref: journalHref(path, query, { [key]: undefined, vor: undefined }),
  }));
}

const Filter = ({ view }: { view: JournalView }) => (
  <FilterBar action={view.path} active={activeFilters(view)} resetHref={view.path}>
    <SelectField
      name="art"
      label="Art des Vorgangs"
      emptyLabel="alle"
      form={view.form}
      options={journalKinds.map((kind) => ({ value: kind, label: kindLabel(kind) }))}
    />
    <SelectField name="wer" label="Wer" emptyLabel="alle" form={view.form} options={people(view)} />
    <DateField name="von" label="Von" hint="TT.MM.JJJJ" form={view.form} />
    <DateField name="bis" label="Bis" hint="TT.MM.JJJJ" form={view.form} />
  </FilterBar>
);

export const CaseLink = ({ caseId }: { caseId: string | null }): Child =>
  caseId ? <a href={`/faelle/${caseId}`}>Fall</a> : "–";

const columns: readonly Column<JournalLine>[] = [
  { key: "seq", label: "Nr.", numeric: true, cell: ({ seq }) => String(seq) },
  { key: "at", label: "Zeitpunkt", cell: ({ recordedAt }) => formatInstant(recordedAt) },
  { key: "event", label: "Vorgang", cell: ({ event }) => eventText(event) },
  { key: "subject", label: "Gegenstand", cell: ({ caseId }) => <CaseLink caseId={caseId} /> },
  {
    key: "by",
    label: "Wer",
    cell: ({ officerName, authorityName }) => `${officerName ?? "System"} (${authorityName ?? "–"})`,
  },
  { key: "data", label: "Angaben", wide: true, cell: ({ data }) => detailsOf(data) },
];

export const JournalList = ({ view }: { view: JournalView }) => (
  <>
    <Filter view={view} />
    <DataTable
      caption={view.caption}
      rows={view.lines}
      columns={columns}
      empty={<EmptyState title={isFiltered(view.query) ? "Kein Treffer mit diesem Filter." : "Noch keine Einträge."} />}
    />
    <p class="aw-pager">
      {view.query.vor ? <a href={journalHref(view.path, view.query, { vor: undefined })}>‹ Neueste Einträge</a> : null}
      {view.next ? (
        <a href={journalHref(view.path, view.query, { vor: view.next })} rel="next">
          Ältere Einträge ›
        </a>
      ) : null}
    </p>
  </>
);
