/** Forms of a measure: open it, plan it, answer a gate, take a step. Each keeps the input when something is missing. */
import type { Child } from "hono/jsx";
import type { FormState } from "../../../kernel/form-state.ts";
import type { Frame } from "../../../kernel/frame.ts";
import {
  Alert,
  ButtonRow,
  Checkbox,
  CheckboxGroup,
  ComboboxField,
  DateField,
  ErrorSummary,
  Form,
  HiddenField,
  LinkButton,
  Page,
  RadioGroup,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
  TimeField,
} from "../../../ui/index.ts";
import type { AnsweredGate } from "../domain/gate.ts";
import { nextPhase } from "../domain/measure-steps.ts";
import type { Measure } from "../domain/measure.ts";
import { phaseLabels } from "../domain/outcome.ts";
import { measureKinds } from "../open-measure.ts";
import type { EventType } from "../event-forms.ts";
import { eventLabels } from "../texts.ts";
import type { MeasureView } from "./measure-page.tsx";
import { FailureFields, OutcomeFields } from "./outcome-fields.tsx";
import { StepSummary } from "./step-summary.tsx";

const options = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }));

type ShellProps = {
  title: string;
  back: string;
  /** Number of the measure, where the page asks for nothing that would tell which one it is. */
  number?: string;
  form: FormState;
  frame: Frame | undefined;
  secret?: boolean;
  children: Child;
};

const Shell = ({ title, back, number, form, frame, secret, children }: ShellProps) => (
  <Page
    title={title}
    frame={frame}
    breadcrumbs={[{ href: back, label: number ?? (back.startsWith("/faelle/") ? "Fallakte" : "Maßnahme") }]}
    errorCount={Object.keys(form.errors).length}
    secret={secret ?? true}
  >
    <ErrorSummary form={form} />
    {children}
  </Page>
);

const Buttons = ({ label, back, danger }: { label: string; back: string; danger?: boolean }) => (
  <ButtonRow>
    <SubmitButton kind={danger ? "danger" : "primary"}>{label}</SubmitButton>
    <LinkButton href={back}>Abbrechen</LinkButton>
  </ButtonRow>
);

type OpenPageProps = {
  caseId: string;
  newId: string;
  states: readonly { alpha2: string; name: string }[];
  family: readonly { caseId: string; label: string }[];
  form: FormState;
  frame: Frame | undefined;
};

export const OpenMeasurePage = ({ caseId, newId, states, family, form, frame }: OpenPageProps) => (
  <Shell title="Maßnahme anlegen" back={`/faelle/${caseId}`} form={form} frame={frame} secret={false}>
    <Form action={`/faelle/${caseId}/massnahmen`}>
      <HiddenField name="id" value={newId} />
      <RadioGroup name="kind" label="Art der Maßnahme" required form={form} options={options(measureKinds)} />
      <SelectField
        name="targetState"
        label="Zielstaat"
        hint="Der Staat, den die Androhung oder Anordnung nennt."
        required
        form={form}
        options={states.map(({ alpha2, name }) => ({ value: alpha2, label: name }))}
      />
      {family.length > 0 ? (
        <CheckboxGroup
          name="companions"
          label="Familienangehörige in derselben Maßnahme"
          hint="Eine Familie wird nicht getrennt. Fehlt jemand, muss das bei Prüfpunkt G12 begründet entschieden sein."
          form={form}
          fallback={family.map((member) => member.caseId)}
          options={family.map((member) => ({ value: member.caseId, label: member.label }))}
        />
      ) : null}
      <Buttons label="Maßnahme anlegen" back={`/faelle/${caseId}`} />
    </Form>
  </Shell>
);

type PlanPageProps = {
  measureId: string;
  planVersion: number;
  municipality: { value: string; label: string } | undefined;
  form: FormState;
  frame: Frame | undefined;
};

export const PlanPage = ({ measureId, planVersion, municipality, form, frame }: PlanPageProps) => (
  <Shell title="Planung" back={`/massnahmen/${measureId}`} form={form} frame={frame}>
    <Form action={`/massnahmen/${measureId}/planung`} version={planVersion}>
      <DateField name="startsOn" label="Beginn: Tag" form={form} />
      <TimeField name="startsAt" label="Beginn: Uhrzeit" form={form} />
      <DateField name="arrivesOn" label="Ankunft: Tag" form={form} />
      <TimeField name="arrivesAt" label="Ankunft: Uhrzeit (deutsche Zeit)" form={form} />
      <TextField name="place" label="Einsatzort" form={form} maxlength={300} />
      <ComboboxField
        name="ags"
        label="Gemeinde des Einsatzorts"
        hint="Die Gemeinde bestimmt die zuständige Polizei, nicht der Kreis."
        form={form}
        sourceUrl="/gemeinden"
        fallback={municipality}
      />
      <Checkbox name="dwelling" label="Eine Wohnung oder ein Zimmer wird betreten" form={form} />
      <TextArea name="note" label="Hinweis" form={form} maxlength={2000} />
      <Buttons label="Planung speichern" back={`/massnahmen/${measureId}`} />
    </Form>
  </Shell>
);

type GatePageProps = { measureId: string; gate: AnsweredGate; form: FormState; frame: Frame | undefined };

const answers = (gate: AnsweredGate) => [
  { value: "yes", label: "ja, die Voraussetzung liegt vor" },
  { value: "no", label: "nein, sie liegt nicht vor" },
  { value: "open", label: "offen, noch nicht geklärt" },
  ...(gate.mayNotApply ? [{ value: "notApplicable", label: "trifft nicht zu" }] : []),
];

export const GatePage = ({ measureId, gate, form, frame }: GatePageProps) => (
  <Shell title={`Prüfpunkt ${gate.id}`} back={`/massnahmen/${measureId}#${gate.id}`} form={form} frame={frame}>
    <Alert kind="info" title={gate.title}>
      <p class="kern-body">{gate.norm.norm}. Diese Antwort wird mit Ihrem Namen gespeichert und nie überschrieben.</p>
    </Alert>
    <Form action={`/massnahmen/${measureId}/pruefpunkte/${gate.id}`}>
      <RadioGroup name="answer" label={gate.question} required form={form} options={answers(gate)} />
      <TextArea name="reason" label="Begründung" required form={form} maxlength={2000} />
      <TextField
        name="evidence"
        label="Beleg"
        hint="Blatt der Akte, Schreiben vom …"
        required={gate.evidence === "required"}
        form={form}
        maxlength={500}
      />
      <DateField name="expiresOn" label="Gültig bis" form={form} />
      <Buttons label="Antwort speichern" back={`/massnahmen/${measureId}#${gate.id}`} />
    </Form>
  </Shell>
);

type StepPageProps = {
  view: MeasureView;
  type: EventType;
  /** Numbers of accepted requests, where the step asks for them. */
  accepted: readonly string[];
  form: FormState;
  frame: Frame | undefined;
};

export const StepPage = ({ view, type, accepted, form, frame }: StepPageProps) => {
  const { id, number, version } = view.stored;
  return (
    <Shell title={eventLabels[type]} back={`/massnahmen/${id}`} number={`Maßnahme ${number}`} form={form} frame={frame}>
      <Form action={`/massnahmen/${id}/schritte/${type}`} version={version} checkPage>
        <StepFields type={type} accepted={accepted} form={form} view={view} />
        <Buttons label={eventLabels[type]} back={`/massnahmen/${id}`} danger={type === "aborted"} />
      </Form>
    </Shell>
  );
};

const yesNo = [
  { value: "yes", label: "ja" },
  { value: "no", label: "nein" },
];

const phaseNames = { ...phaseLabels, airportHandover: phaseLabels.airport };

/** Phases are reached one after the other: there is one to choose, or none. */
const NextPhase = ({ measure, form }: { measure: Measure; form: FormState }) => {
  const next = measure.status === "inExecution" ? nextPhase(measure) : undefined;
  return next ? (
    <SelectField
      name="phase"
      label="Abschnitt"
      required
      form={form}
      fallback={next}
      options={[{ value: next, label: phaseNames[next] }]}
    />
  ) : (
    <p class="kern-body">In diesem Stand folgt kein weiterer Abschnitt.</p>
  );
};

function StepFields({ type, accepted, form, view }: Omit<StepPageProps, "frame">) {
  switch (type) {
    case "returned":
    case "bookingLost":
      return <TextArea name="reason" label="Grund" required form={form} maxlength={2000} />;
    case "bookingDecided":
      return (
        <>
          <RadioGroup
            name="required"
            label="Ist eine Buchung (Flug) nötig?"
            required
            form={form}
            options={yesNo}
            inline
          />
          <TextArea name="reason" label="Grund" required form={form} maxlength={2000} />
        </>
      );
    case "bookingConfirmed":
      return <TextField name="confirmation" label="Flugdatenbestätigung der ZFA" required form={form} />;
    case "supportArranged":
      return (
        <>
          <TextField
            name="requests"
            label="Nummern der Ersuchen"
            hint="zum Beispiel E-2026-0001; angenommene Ersuchen dieser Maßnahme stehen schon da."
            form={form}
            fallback={accepted.join(", ")}
          />
          <TextArea name="reason" label="Oder: warum keine Unterstützung nötig ist" form={form} maxlength={2000} />
        </>
      );
    case "phaseReached":
      return <NextPhase measure={view.stored.measure} form={form} />;
    case "aborted":
      return <FailureFields measure={view.stored.measure} form={form} />;
    case "outcomeRecorded":
      return <OutcomeFields measure={view.stored.measure} form={form} />;
    default:
      return (
        <>
          <p class="kern-body">
            Bitte prüfen Sie die Angaben der Maßnahme. Der Schritt wird mit Ihrem Namen festgehalten.
          </p>
          <StepSummary view={view} />
        </>
      );
  }
}
