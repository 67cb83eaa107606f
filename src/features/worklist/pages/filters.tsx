/** The filter line of the work queue: kind, responsibility, file number, hidden names. Nothing about a person. */
import { emptyForm, type FormState } from "../../../kernel/form-state.ts";
import { FilterBar, HiddenField, SelectField, TextField } from "../../../ui/index.ts";
import { kindOrder, workKinds } from "../domain/work-item.ts";
import { workHref, type WorkQuery } from "../list-definition.ts";

const officerLabels = { ich: "ich", vertretung: "in Vertretung", niemand: "nicht zugewiesen" } as const;

/** Those that are set, each with the address without it. */
export function activeFilters(query: WorkQuery) {
  const { art, zustaendig, az, namen } = query;
  const labels = {
    ...(art && { art: `Art: ${workKinds[art]}` }),
    ...(zustaendig && { zustaendig: `Zuständig: ${officerLabels[zustaendig]}` }),
    ...(az && { az: `Az. beginnt mit: ${az}` }),
    ...(namen && { namen: "Namen verdeckt" }),
  };
  return Object.entries(labels).map(([key, label]) => ({
    label,
    removeHref: workHref(query, { [key]: undefined, weiter: undefined }),
  }));
}

export const Filters = ({ query }: { query: WorkQuery }) => {
  const { ansicht, art, zustaendig, az, namen } = query;
  const form: FormState = {
    ...emptyForm,
    values: { art: art ?? "", zustaendig: zustaendig ?? "", az: az ?? "", namen: namen ?? "" },
  };
  const active = activeFilters(query);
  return (
    <FilterBar
      action="/arbeitsvorrat"
      active={active}
      resetHref={active.length > 0 ? workHref({ ansicht }) : undefined}
    >
      <HiddenField name="ansicht" value={ansicht} />
      <SelectField
        name="art"
        label="Art"
        form={form}
        emptyLabel="alle"
        options={kindOrder.map((value) => ({ value, label: workKinds[value] }))}
      />
      <SelectField
        name="zustaendig"
        label="Zuständig"
        form={form}
        emptyLabel="alle"
        options={Object.entries(officerLabels).map(([value, label]) => ({ value, label }))}
      />
      <TextField name="az" label="Az. beginnt mit" form={form} spellcheck={false} />
      <SelectField
        name="namen"
        label="Namen"
        form={form}
        emptyLabel="zeigen"
        options={[{ value: "verdeckt", label: "verdecken" }]}
      />
    </FilterBar>
  );
};
