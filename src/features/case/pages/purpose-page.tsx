/** The question „Wozu?“. Shows neither name nor file number: the case is not open yet. */
import type { FormState } from "../../../kernel/form-state.ts";
import type { Frame } from "../../../kernel/frame.ts";
import {
  ButtonRow,
  ErrorSummary,
  Form,
  HiddenField,
  LinkButton,
  Page,
  RadioGroup,
  SubmitButton,
  TextField,
} from "../../../ui/index.ts";
import { purposes } from "../access-purpose.ts";

type PurposeProps = { caseId: string; backTo: string; form: FormState; frame: Frame | undefined };

export const PurposePage = ({ caseId, backTo, form, frame }: PurposeProps) => (
  <Page
    title="Wozu öffnen Sie den Fall?"
    frame={frame}
    breadcrumbs={[{ href: "/faelle", label: "Fälle" }]}
    errorCount={Object.keys(form.errors).length}
  >
    <ErrorSummary form={form} title="Der Fall wurde nicht geöffnet." />
    <p>
      Sie sind für diesen Fall nicht als zuständig eingetragen. Geben Sie den Zweck Ihres Zugriffs an. Er gilt heute für
      diesen Fall und steht im Zugriffsprotokoll (§ 76 BDSG).
    </p>
    <Form action={`/faelle/${caseId}/wozu`}>
      <HiddenField name="weiter" value={backTo} />
      <RadioGroup
        name="purpose"
        label="Zweck"
        required
        form={form}
        options={Object.entries(purposes).map(([value, label]) => ({ value, label }))}
      />
      <TextField
        name="note"
        label="Zweck in eigenen Worten"
        hint="Ohne Angaben zur Person. Höchstens 120 Zeichen."
        form={form}
      />
      <ButtonRow>
        <SubmitButton>Fall öffnen</SubmitButton>
        <LinkButton href="/faelle">Abbrechen</LinkButton>
      </ButtonRow>
    </Form>
  </Page>
);
