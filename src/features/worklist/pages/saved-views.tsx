/** Saving, opening and deleting views of the work queue. A file number is never kept in a view. */
import type { FormState } from "../../../kernel/form-state.ts";
import { Disclosure, ErrorSummary, Form, SubmitButton, TextField } from "../../../ui/index.ts";
import { workHref, type WorkQuery } from "../list-definition.ts";
import type { SavedView } from "../queries.ts";

type Props = { views: readonly SavedView[]; query: WorkQuery; form: FormState };

export const SavedViews = ({ views, query, form }: Props) => (
  <Disclosure summary="Gespeicherte Ansichten" open={views.length > 0 || Object.keys(form.errors).length > 0}>
    <ErrorSummary form={form} title="Die Ansicht wurde nicht gespeichert." />
    {views.length === 0 ? <p>Noch keine.</p> : null}
    <ul class="aw-link-list">
      {views.map((view) => (
        <li>
          <a href={`/arbeitsvorrat${view.query ? `?${view.query}` : ""}`}>{view.name}</a>
          <Form action={`/arbeitsvorrat/ansichten/${view.id}/loeschen`} inline>
            <SubmitButton kind="secondary">
              Löschen<span class="kern-sr-only">: {view.name}</span>
            </SubmitButton>
          </Form>
        </li>
      ))}
    </ul>
    <Form action={workHref(query, { weiter: undefined, az: undefined }, "/arbeitsvorrat/ansichten")}>
      <TextField
        name="name"
        label="Diese Ansicht speichern als"
        hint="Ansicht und Filter werden gespeichert, ein Aktenzeichen nicht. Bitte keine Personennamen."
        required
        form={form}
        maxlength={80}
      />
      <SubmitButton kind="secondary">Ansicht speichern</SubmitButton>
    </Form>
  </Disclosure>
);
