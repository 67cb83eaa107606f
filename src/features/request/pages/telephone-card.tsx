/** Telephone log (Telefonvermerk) of either side: with whom, when, what came out. */
import type { FormState } from "../../../kernel/form-state.ts";
import {
  ButtonRow,
  Card,
  DateField,
  ErrorSummary,
  Form,
  SubmitButton,
  TextArea,
  TextField,
  TimeField,
} from "../../../ui/index.ts";

export const TelephoneCard = ({ requestId, form }: { requestId: string; form: FormState }) => (
  <Card title="Telefonat" id="telefonat">
    <details class="aw-disclosure" open={Object.keys(form.errors).length > 0}>
      <summary>Telefonat vermerken</summary>
      <div class="aw-disclosure__body">
        <ErrorSummary form={form} title="Der Vermerk wurde nicht gespeichert." />
        <Form action={`/ersuchen/${requestId}/telefonat`}>
          <DateField name="on" label="Tag" required form={form} />
          <TimeField name="at" label="Uhrzeit" required form={form} />
          <TextField name="with" label="Gespräch mit" required maxlength={200} form={form} />
          <TextArea name="text" label="Ergebnis" required rows={3} form={form} />
          <ButtonRow>
            <SubmitButton kind="secondary">Telefonat speichern</SubmitButton>
          </ButtonRow>
        </Form>
      </div>
    </details>
  </Card>
);
