/** Form: refrain from a new attempt after a failed one. */
import type { FormState } from "../../../kernel/form-state.ts";
import type { Frame } from "../../../kernel/frame.ts";
import {
  ButtonRow,
  ErrorSummary,
  Form,
  formatDay,
  LinkButton,
  Page,
  SubmitButton,
  TextArea,
} from "../../../ui/index.ts";
import type { Duty } from "../queries.ts";

type RefrainPageProps = { caseId: string; duty: Duty; form: FormState; frame: Frame | undefined };

export const RefrainPage = ({ caseId, duty, form, frame }: RefrainPageProps) => (
  <Page
    title="Von erneutem Versuch absehen"
    frame={frame}
    breadcrumbs={[{ href: `/faelle/${caseId}`, label: "Fallakte" }]}
    errorCount={Object.keys(form.errors).length}
  >
    <ErrorSummary form={form} />
    <p class="kern-body">
      {`Ein Versuch ist am ${formatDay(duty.arose)} gescheitert. Entweder folgt ein neuer Versuch, oder Sie halten hier fest, warum nicht.`}
    </p>
    <Form action={`/faelle/${caseId}/absehen/${duty.id}`} version={duty.version}>
      <TextArea name="reason" label="Gründe" required form={form} maxlength={2000} />
      <ButtonRow>
        <SubmitButton>Absehen festhalten</SubmitButton>
        <LinkButton href={`/faelle/${caseId}`}>Abbrechen</LinkButton>
      </ButtonRow>
    </Form>
  </Page>
);
