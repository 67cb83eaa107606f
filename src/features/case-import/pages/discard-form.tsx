/** Discarding an import asks for a tick first: what is not taken over cannot be brought back. */
import { emptyForm, type FormState } from "../../../kernel/form-state.ts";
import { Checkbox, Disclosure, Form, SubmitButton } from "../../../ui/index.ts";
import type { Batch } from "../batch.ts";

export const DiscardForm = ({ batch, form = emptyForm }: { batch: Batch; form?: FormState }) => (
  <Disclosure summary="Import verwerfen" open={form.errors["verworfen"] !== undefined}>
    <p class="kern-body">
      {batch.appliedCount > 0
        ? `Die ${batch.appliedCount} übernommenen Zeilen bleiben als Fälle bestehen. `
        : "Es wurde noch kein Fall angelegt oder geändert. "}
      Alle anderen Zeilen dieses Imports werden gelöscht.
    </p>
    <Form action={`/import/${batch.id}/verwerfen`}>
      <Checkbox name="verworfen" label="Ja, die nicht übernommenen Zeilen löschen" required form={form} />
      <SubmitButton kind="danger">Import verwerfen</SubmitButton>
    </Form>
  </Disclosure>
);
