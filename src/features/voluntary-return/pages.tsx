/** Pages of the voluntary return: where it stands and what may come next, and a form for each step. */
import type { Child } from "hono/jsx";
import type { FormState } from "../../kernel/form-state.ts";
import type { Frame } from "../../kernel/frame.ts";
import {
  Alert,
  ButtonRow,
  Checkbox,
  DateField,
  ErrorSummary,
  Form,
  LinkButton,
  Page,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
} from "../../ui/index.ts";
import {
  type CaseFile,
  departureProofs,
  possibleReturnEvents,
  type VoluntaryReturn,
  type VoluntaryReturnEventType,
} from "../case/index.ts";
import { destinations, stepLabels } from "./step-forms.ts";
import { standingOf, stepOrder, trap, usualStep } from "./words.ts";

type Common = { file: CaseFile; frame: Frame | undefined };

const crumbs = ({ id }: CaseFile, more: { href: string; label: string }[] = []) => [
  { href: "/faelle", label: "Fälle" },
  { href: `/faelle/${id}`, label: "Fallakte" },
  ...more,
];

const Trap = () => (
  <Alert kind="warning" title={trap.title}>
    <p>{`${trap.text} (${trap.norm})`}</p>
  </Alert>
);

type OverviewProps = Common & { offer: VoluntaryReturn | undefined; mayAct: boolean };

export const ReturnPage = ({ file, offer, mayAct, frame }: OverviewProps) => {
  const possible: readonly VoluntaryReturnEventType[] = offer ? possibleReturnEvents(offer.status) : ["offered"];
  const steps = stepOrder.filter((step) => possible.includes(step));
  return (
    <Page
      title="Freiwillige Ausreise"
      frame={frame}
      breadcrumbs={crumbs(file)}
      topics={[`case:${file.id}`]}
      secret
      fileNumber={file.fileNumber}
    >
      <p>{offer ? `Stand: ${standingOf(offer)}` : "Noch nicht angeboten. Das Angebot geht jeder Maßnahme vor."}</p>
      {offer && ["approved", "booked"].includes(offer.status) ? (
        <Alert kind="info" title="Jede zwangsweise Planung ruht (G28).">
          <p>Sie ruht, bis die freiwillige Ausreise zurückgenommen oder verfallen ist.</p>
        </Alert>
      ) : null}
      {steps.includes("applied") ? <Trap /> : null}
      {mayAct && steps.length > 0 ? (
        <div class="aw-buttons">
          {steps.map((step) => (
            <LinkButton
              href={`/faelle/${file.id}/ausreise/${step}`}
              kind={step === usualStep(offer?.status, possible) ? "primary" : "secondary"}
            >
              {stepLabels[step]}
            </LinkButton>
          ))}
        </div>
      ) : (
        <p>
          {steps.length === 0 ? "Die Ausreise ist nachgewiesen." : "Die Sachbearbeitung vermerkt den nächsten Schritt."}
        </p>
      )}
      <p>
        <a href={`/faelle/${file.id}/ansicht/verlauf`}>Verlauf des Falls</a>
      </p>
    </Page>
  );
};

const choices = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }));

const ReasonField = ({ form }: { form: FormState }) => (
  <TextArea name="reason" label="Begründung" required form={form} rows={3} />
);

const fieldsOf: Readonly<Record<VoluntaryReturnEventType, (form: FormState) => Child>> = {
  offered: () => null,
  counselled: (form) => (
    <>
      <TextField name="by" label="Beratende Stelle" required form={form} />
      <Checkbox name="isIndependent" label="Die Stelle berät unabhängig von der Ausländerbehörde." form={form} />
    </>
  ),
  applied: (form) => (
    <>
      <Trap />
      <TextField name="programme" label="Förderprogramm" hint="Zum Beispiel REAG/GARP 2.0." required form={form} />
      <Checkbox
        name="consequencesExplained"
        label="Die Folgen für Beschäftigung und Ausbildungsduldung wurden vor dem Antrag erklärt."
        form={form}
      />
    </>
  ),
  approved: (form) => <DateField name="validUntil" label="Bewilligung gültig bis" form={form} />,
  booked: (form) => <DateField name="departureOn" label="Ausreise am" required form={form} />,
  departed: (form) => (
    <>
      <SelectField name="proof" label="Nachweis der Ausreise" required form={form} options={choices(departureProofs)} />
      <SelectField name="destination" label="Ziel" required form={form} options={choices(destinations)} />
      <TextField name="destinationState" label="Zielstaat" form={form} />
      <SelectField
        name="entryAllowed"
        label="Einreise und Aufenthalt dort erlaubt?"
        hint="Nötig bei einem Mitgliedstaat der EU (§ 50 Abs. 3 AufenthG)."
        form={form}
        options={choices({ yes: "ja", no: "nein" })}
      />
    </>
  ),
  declined: (form) => <TextArea name="statement" label="Erklärung der Person" form={form} rows={3} />,
  withdrawn: (form) => <ReasonField form={form} />,
  expired: (form) => <ReasonField form={form} />,
};

type StepProps = Common & { step: VoluntaryReturnEventType; form: FormState };

export const StepPage = ({ file, step, form, frame }: StepProps) => (
  <Page
    title={stepLabels[step]}
    frame={frame}
    breadcrumbs={crumbs(file, [{ href: `/faelle/${file.id}/ausreise`, label: "Freiwillige Ausreise" }])}
    errorCount={Object.keys(form.errors).length}
    secret
    fileNumber={file.fileNumber}
  >
    <ErrorSummary form={form} title="Der Schritt wurde nicht gespeichert." />
    <Form action={`/faelle/${file.id}/ausreise/${step}`} version={file.version}>
      <DateField name="on" label="Geschehen am" required form={form} />
      {fieldsOf[step](form)}
      <ButtonRow>
        <SubmitButton>{stepLabels[step]}</SubmitButton>
        <LinkButton href={`/faelle/${file.id}/ausreise`}>Abbrechen</LinkButton>
      </ButtonRow>
    </Form>
  </Page>
);
