/** Everything once more before sending: each line with "Ändern", what is not disclosed and why, then one button. */
import type { FormState } from "../../../kernel/form-state.ts";
import type { Frame } from "../../../kernel/frame.ts";
import {
  Alert,
  ButtonRow,
  Card,
  Checkbox,
  DateField,
  DescriptionList,
  ErrorSummary,
  Form,
  LinkButton,
  Page,
  SubmitButton,
  TimeField,
} from "../../../ui/index.ts";
import type { Misaddressed } from "../addressee.ts";
import type { AssistanceContent } from "../content.ts";
import type { Missing, Warning } from "../domain/readiness.ts";
import { missingTexts, notDisclosed, warningText } from "../texts.ts";
import { contentRows } from "./content-rows.tsx";
import { topicHref } from "./task-list-page.tsx";
import { WrongAddressee } from "./wrong-addressee.tsx";

export type CheckView = {
  id: string;
  number: string;
  version: number;
  measureId: string;
  addressee: string;
  competence: string;
  misaddressed: Misaddressed | undefined;
  content: AssistanceContent;
  assessment: string;
  /** Undefined before somebody has tried to send. */
  missing: readonly Missing[] | undefined;
  warnings: readonly Warning[];
  policePhone: string | undefined;
};

type CheckProps = { view: CheckView; form: FormState; frame: Frame | undefined };

export const CheckPage = ({ view, form, frame }: CheckProps) => (
  <Page
    title="Prüfen & absenden"
    frame={frame}
    breadcrumbs={[
      { href: "/ersuchen", label: "Ersuchen" },
      { href: `/ersuchen/${view.id}/aufgaben`, label: `Aufgaben ${view.number}` },
    ]}
    errorCount={(view.missing?.length ?? 0) + Object.keys(form.errors).length}
    secret
  >
    {view.missing && view.missing.length > 0 ? <MissingSummary view={view} missing={view.missing} /> : null}
    <ErrorSummary form={form} title="Das Ersuchen wurde nicht gesendet." />
    {view.misaddressed ? (
      <WrongAddressee text={view.misaddressed.text}>
        <LinkButton href={`/ersuchen/${view.id}/aufgaben`}>Empfänger ändern</LinkButton>
      </WrongAddressee>
    ) : null}
    <Warnings view={view} />
    <Card title="Angaben">
      <DescriptionList
        items={[
          { term: "Empfänger", value: view.misaddressed ? view.addressee : `${view.addressee} – ${view.competence}` },
          {
            term: "Gefährdungsbewertung",
            value: view.assessment,
            changeHref: topicHref(view, "hazardAssessment"),
          },
          ...contentRows(view.content, "shown").map(({ term, value, topic }) => ({
            term,
            value,
            changeHref: topicHref(view, topic),
          })),
        ]}
      />
    </Card>
    <Card title="Nicht mitgeteilt">
      <DescriptionList items={notDisclosed.map(({ what, why }) => ({ term: what, value: why }))} />
    </Card>
    <Form action={`/ersuchen/${view.id}/absenden`} version={view.version} checkPage>
      <DateField name="dueOn" label="Antwort erbeten bis: Tag" form={form} />
      <TimeField
        name="dueAt"
        label="Antwort erbeten bis: Uhrzeit"
        hint="Ohne Uhrzeit gilt der ganze Tag."
        form={form}
      />
      <Checkbox name="confirmed" label="Ich habe die Angaben geprüft." required form={form} />
      <ButtonRow>
        <SubmitButton>Ersuchen absenden</SubmitButton>
        <LinkButton href={`/ersuchen/${view.id}/aufgaben`}>Zurück zu den Aufgaben</LinkButton>
      </ButtonRow>
    </Form>
  </Page>
);

/** Like the error summary of a form, with links to the topics where the gaps can be closed. */
const MissingSummary = ({ view, missing }: { view: CheckView; missing: readonly Missing[] }) => (
  <section class="aw-errors" id="fehler" role="alert" tabindex={-1} autofocus aria-labelledby="fehler-titel">
    <h2 class="aw-errors__title" id="fehler-titel">
      Das Ersuchen wurde nicht gesendet.
    </h2>
    <p>Pflichtangaben fehlen. Der Entwurf ist gespeichert. Bitte ergänzen Sie:</p>
    <ul>
      {missing.map((code) => {
        const { text, topic, field } = missingTexts[code];
        return (
          <li>
            <a href={`${topicHref(view, topic)}${field ? `#${field}` : ""}`}>{text}</a>
          </li>
        );
      })}
    </ul>
  </section>
);

const Warnings = ({ view }: { view: CheckView }) => (
  <>
    {view.warnings.length > 0 ? (
      <Alert kind="warning" title="Bitte beachten. Das Absenden bleibt möglich.">
        {view.warnings.map((warning) => (
          <p class="kern-body">{warningText(warning)}</p>
        ))}
      </Alert>
    ) : null}
    {view.policePhone === undefined ? null : (
      <Alert kind="warning" title="Einsatzbeginn in weniger als 24 Stunden">
        <p class="kern-body">
          {`Bitte die Polizei zusätzlich anrufen${view.policePhone ? `: ${view.policePhone}` : " (im Verzeichnis steht keine Nummer)"}. Den Anruf nach dem Absenden vermerken.`}
        </p>
      </Alert>
    )}
  </>
);
