/** The liaison officer records what came out of the mediation. It decides nothing: the addressee answers afterwards. */
import type { FormState } from "../../../kernel/form-state.ts";
import type { Frame } from "../../../kernel/frame.ts";
import { ButtonRow, ErrorSummary, Form, LinkButton, Page, SubmitButton, TextArea } from "../../../ui/index.ts";
import type { StoredRequest } from "../queries.ts";
import { Positions } from "./positions.tsx";

type MediationProps = { stored: StoredRequest; form: FormState; frame: Frame | undefined };

export const MediationPage = ({ stored, form, frame }: MediationProps) => (
  <Page
    title="Ergebnis der Vermittlung"
    frame={frame}
    breadcrumbs={[
      { href: "/ersuchen", label: "Ersuchen" },
      { href: `/ersuchen/${stored.id}`, label: stored.number },
    ]}
    errorCount={Object.keys(form.errors).length}
    secret
  >
    <ErrorSummary form={form} title="Das Ergebnis wurde nicht gespeichert." />
    <Positions state={stored.state} />
    <p class="kern-body">
      Das Ergebnis sehen beide Seiten. Danach antwortet die ersuchte Behörde: annehmen, mit Auflagen annehmen oder
      ablehnen.
    </p>
    <Form action={`/ersuchen/${stored.id}/vermittlung`} version={stored.version}>
      <TextArea name="text" label="Ergebnis der Vermittlung" required rows={6} form={form} />
      <ButtonRow>
        <SubmitButton>Ergebnis festhalten</SubmitButton>
        <LinkButton href={`/ersuchen/${stored.id}`}>Abbrechen</LinkButton>
      </ButtonRow>
    </Form>
  </Page>
);
