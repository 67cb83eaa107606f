/** The access log as a list with its filter; the same on the page of the authority and in the case. */
import type { FormState } from "../../../kernel/form-state.ts";
import { roleLabels, isRole } from "../../../platform/access/matrix.ts";
import { type Column, DataTable, EmptyState, FilterBar, formatInstant } from "../../../ui/index.ts";
import { listAddress } from "../../../platform/http/list-address.ts";
import { accessHref, type AccessQuery, isFiltered } from "../access-query.ts";
import type { AccessLine } from "../queries-accesses.ts";
import { CaseLink, labelsOf, Pager, peopleOf, PersonAndPeriod } from "./list-parts.tsx";

export type AccessView = {
  path: string;
  caption: string;
  query: AccessQuery;
  form: FormState;
  lines: readonly AccessLine[];
  /** Number of the last line, where older ones follow. */
  next: number | undefined;
  officers: readonly { id: string; name: string }[];
};

const Filter = ({ view: { path, query, form, officers } }: { view: AccessView }) => {
  const others = query.seite === "eigene" ? [] : [{ value: "andere", label: "andere Behörden" }];
  const people = peopleOf(query, officers, others);
  const active = Object.entries(labelsOf(query, people)).map(([key, label]) => ({
    label,
    removeHref: accessHref(path, query, { [key]: undefined, vor: undefined }),
  }));
  return (
    <FilterBar action={path} active={active} resetHref={listAddress(path, { seite: query.seite })}>
      {query.seite ? <input type="hidden" name="seite" value={query.seite} /> : null}
      <PersonAndPeriod form={form} people={people} />
    </FilterBar>
  );
};

const columns: readonly Column<AccessLine>[] = [
  { key: "at", label: "Zeitpunkt", cell: ({ at }) => formatInstant(at) },
  { key: "who", label: "Wer", cell: ({ officerName, authorityName }) => `${officerName} (${authorityName})` },
  { key: "role", label: "Rolle", cell: ({ role }) => (isRole(role) ? roleLabels[role] : role) },
  { key: "what", label: "Was", cell: ({ what, hits }) => (hits === 1 ? what : `${what} (${hits} Fälle)`) },
  { key: "purpose", label: "Zweck", cell: ({ purpose }) => purpose },
  { key: "case", label: "Fall", cell: ({ caseId }) => <CaseLink caseId={caseId} /> },
];

export const AccessList = ({ view }: { view: AccessView }) => (
  <>
    <Filter view={view} />
    <DataTable
      caption={view.caption}
      rows={view.lines}
      columns={columns}
      empty={<EmptyState title={isFiltered(view.query) ? "Kein Treffer mit diesem Filter." : "Noch keine Zugriffe."} />}
    />
    <Pager
      newestHref={view.query.vor === undefined ? undefined : accessHref(view.path, view.query, { vor: undefined })}
      olderHref={view.next === undefined ? undefined : accessHref(view.path, view.query, { vor: view.next })}
    />
  </>
);
