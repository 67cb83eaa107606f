/** The journal as a list with its filter; the same on the page of the authority and in the case. */
import type { FormState } from "../../../kernel/form-state.ts";
import { type Column, DataTable, EmptyState, FilterBar, formatInstant, SelectField } from "../../../ui/index.ts";
import { detailsOf } from "../entry-details.ts";
import { isFiltered, journalHref, type JournalQuery } from "../journal-query.ts";
import type { JournalLine } from "../queries.ts";
import { eventText, journalKinds, kindLabel } from "../texts.ts";
import { CaseLink, labelsOf, Pager, peopleOf, PersonAndPeriod } from "./list-parts.tsx";

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

const others = [
  { value: "andere", label: "andere Behörden" },
  { value: "system", label: "System" },
];

const Filter = ({ view: { path, query, form, officers } }: { view: JournalView }) => {
  const people = peopleOf(query, officers, others);
  const labels = { ...(query.art && { art: kindLabel(query.art) }), ...labelsOf(query, people) };
  const active = Object.entries(labels).map(([key, label]) => ({
    label,
    removeHref: journalHref(path, query, { [key]: undefined, vor: undefined }),
  }));
  return (
    <FilterBar action={path} active={active} resetHref={path}>
      <SelectField
        name="art"
        label="Art des Vorgangs"
        emptyLabel="alle"
        form={form}
        options={journalKinds.map((kind) => ({ value: kind, label: kindLabel(kind) }))}
      />
      <PersonAndPeriod form={form} people={people} />
    </FilterBar>
  );
};

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
    <Pager
      newestHref={view.query.vor === undefined ? undefined : journalHref(view.path, view.query, { vor: undefined })}
      olderHref={view.next === undefined ? undefined : journalHref(view.path, view.query, { vor: view.next })}
    />
  </>
);
