/** Amendment of a sent request: what changed, and the new time or meeting point. The police look at it again. */
import type { FormState } from "../../../kernel/form-state.ts";
import type { Frame } from "../../../kernel/frame.ts";
import {
  Alert,
  ButtonRow,
  DateField,
  ErrorSummary,
  Form,
  LinkButton,
  Page,
  SubmitButton,
  TextArea,
  TextField,
  TimeField,
} from "../../../ui/index.ts";

type AmendProps = { id: string; number: string; version: number; form: FormState; frame: Frame | undefined };

export const AmendPage = ({ id, number, version, form, frame }: AmendProps) => (
  <Page
    title="Berichtigung senden"
    frame={frame}
    breadcrumbs={[
      { href: "/ersuchen", label: "Ersuchen" },
      { href: `/ersuchen/${id}`, label: number },
    ]}
    errorCount={Object.keys(form.errors).length}
    secret
  >
    <ErrorSummary form={form} title="Die Berichtigung wurde nicht gesendet." />
    <Alert kind="info" title="Nach einer Berichtigung prüft die Polizei noch einmal.">
      <p class="kern-body">Eine frühere Zusage gilt dann nicht mehr. Der frühere Stand bleibt im Verlauf.</p>
    </Alert>
    <Form action={`/ersuchen/${id}/berichtigen`} version={version}>
      <TextArea name="changes" label="Was hat sich geändert?" required rows={4} form={form} />
      <DateField name="startsOn" label="Beginn: Tag" required form={form} />
      <TimeField name="startsAt" label="Beginn: Uhrzeit" required form={form} />
      <TimeField name="meetingTime" label="Meldezeit" form={form} />
      <TextField name="meetingPlace" label="Meldeort" form={form} />
      <ButtonRow>
        <SubmitButton>Berichtigung senden</SubmitButton>
        <LinkButton href={`/ersuchen/${id}`}>Abbrechen</LinkButton>
      </ButtonRow>
    </Form>
  </Page>
);
