/** The filter line of the work queue: kind, responsibility, authority asked, file number, hidden names. Nothing about a person. */
import { emptyForm, type FormState } from "../../../kernel/form-state.ts";
import { FilterBar, HiddenField, SelectField, TextField } from "../../../ui/index.ts";
import { kindOrder, workKinds } from "../domain/work-item.ts";
import type { OtherAuthority } from "../other-authority.ts";
import { workHref, type WorkQuery } from "../list-definition.ts";

const officerLabels = { ich: "ich", vertretung: "in Vertretung", niemand: "nicht zugewiesen" } as const;

/** Those that are set, each with the address without it. */
export function activeFilters(query: WorkQuery, others: readonly OtherAuthority[]) {
  const { art, zustaendig, behoerde, az, namen } = query;
  const labels = {
    ...(art && { art: `Art: ${workKinds[art]}` }),
    ...(zustaendig && { zustaendig: `Zuständig: ${officerLabels[zustaendig]}` }),
    ...(behoerde && { behoerde: `Behörde: ${others.find(({ id }) => id === behoerde)?.name ?? behoerde}` }),
    ...(az && { az: `Az. beginnt mit: ${az}` }),
    ...(namen && { namen: "Namen verdeckt" }),
  };
  return Object.entries(labels).map(([key, label]) => ({
    label,
    removeHref: workHref(query, { [key]: undefined, weiter: undefined }),
  }));
}

type FiltersProps = { query: WorkQuery; others: readonly OtherAuthority[] };

export const Filters = ({ query, others }: FiltersProps) => {
  const { ansicht, art, zustaendig, behoerde, az, namen } = query;
  const form: FormState = {
    ...emptyForm,
    values: {
      art: art ?? "",
      zustaendig: zustaendig ?? "",
      behoerde: behoerde ?? "",
      az: az ?? "",
      namen: namen ?? "",
    },
  };
  const active = activeFilters(query, others);
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
      {others.length > 1 || behoerde ? (
        <SelectField
          name="behoerde"
          label="Behörde"
          form={form}
          emptyLabel="alle"
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
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
