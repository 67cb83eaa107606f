/** One step of a request on its own page: what it means, its fields, one button that says what it does. */
import type { Child } from "hono/jsx";
import type { FormState } from "../../../kernel/form-state.ts";
import type { Frame } from "../../../kernel/frame.ts";
import {
  Alert,
  ButtonRow,
  Card,
  CheckboxGroup,
  DateField,
  ErrorSummary,
  Form,
  LinkButton,
  Page,
  RadioGroup,
  SubmitButton,
  TextArea,
  TimeField,
} from "../../../ui/index.ts";
import type { Party, RequestEventType } from "../domain/request.ts";
import type { StoredRequest } from "../queries.ts";
import type { RegisteredType } from "../registered-type.ts";
import { debriefQuestions, stepLabels } from "../texts.ts";

type StepProps = {
  stored: StoredRequest;
  type: RegisteredType;
  step: RequestEventType;
  party: Party;
  mediatorName: string | undefined;
  /** What is asked for, where the step answers it. */
  content: Child;
  form: FormState;
  frame: Frame | undefined;
};

export const RequestStepPage = (props: StepProps) => (
  <Page
    title={stepLabels[props.step]}
    frame={props.frame}
    breadcrumbs={[
      { href: "/ersuchen", label: "Ersuchen" },
      { href: `/ersuchen/${props.stored.id}`, label: props.stored.number },
    ]}
    errorCount={Object.keys(props.form.errors).length}
    secret
  >
    <ErrorSummary form={props.form} title="Der Schritt wurde nicht ausgeführt." />
    <Explanation {...props} />
    {props.content ? <Card title="Worum gebeten wird">{props.content}</Card> : null}
    <Form action={`/ersuchen/${props.stored.id}/schritte/${props.step}`} version={props.stored.version}>
      <StepFields {...props} />
      <ButtonRow>
        <SubmitButton kind={props.step === "withdrawn" || props.step === "declined" ? "danger" : "primary"}>
          {stepLabels[props.step]}
        </SubmitButton>
        <LinkButton href={`/ersuchen/${props.stored.id}`}>Abbrechen</LinkButton>
      </ButtonRow>
    </Form>
  </Page>
);

const explanations: Partial<Record<RequestEventType, string>> = {
  accepted: "Sie sagen die Unterstützung ohne Auflagen zu. Beide Seiten sehen die Antwort sofort.",
  conditionsAgreed: "Sie stimmen allen genannten Auflagen zu. Das Ersuchen gilt dann als angenommen.",
  executed: "Der Einsatz ist durchgeführt. Danach folgt die Nachbereitung.",
  withdrawn: "Das Ersuchen endet. Die andere Seite verliert den Zugriff auf den Inhalt.",
  contested: "Sie legen dar, warum Sie sich nicht einig sind. Danach kann die Vermittlung angefordert werden.",
  debriefed: "Drei Fragen zur Nachbereitung. Damit ist das Ersuchen abgeschlossen.",
};

const Explanation = ({ step, stored, type, mediatorName }: StepProps) => {
  const { state } = stored;
  return (
    <>
      {explanations[step] ? <p class="kern-body">{explanations[step]}</p> : null}
      {step === "questionAnswered" && state.status === "question" ? (
        <Alert kind="info" title="Frage der anderen Seite">
          <p class="kern-body">{state.question}</p>
        </Alert>
      ) : null}
      {step === "conditionsAgreed" && state.status === "acceptedWithConditions" ? (
        <ul>
          {state.conditions.map(({ text }) => (
            <li>{text}</li>
          ))}
        </ul>
      ) : null}
      {step === "mediationStarted" && state.status === "contested" ? (
        <Alert kind="info" title="Position der Seite, die sich nicht einig ist">
          <p class="kern-body">{state.position}</p>
        </Alert>
      ) : null}
      {step === "mediationStarted" && mediatorName ? (
        <p class="kern-body">Vermittlung: Verbindungsbeamte der Polizei bei der {mediatorName}.</p>
      ) : null}
      {step === "declined" || step === "contested" ? <p class="kern-body">{type.reviewScope}</p> : null}
    </>
  );
};

const Due = ({ form }: { form: FormState }) => (
  <>
    <DateField name="dueOn" label="Antwort erbeten bis: Tag" form={form} />
    <TimeField name="dueAt" label="Uhrzeit" hint="Ohne Uhrzeit gilt der ganze Tag." form={form} />
  </>
);

const texts: Partial<Record<RequestEventType, { name: string; label: string; hint?: string }>> = {
  questionAsked: { name: "question", label: "Ihre Frage" },
  questionAnswered: { name: "answer", label: "Ihre Antwort" },
  contested: { name: "position", label: "Ihre Position" },
  mediationStarted: {
    name: "otherPosition",
    label: "Position der anderen Seite",
    hint: "Ihre eigene Position, wenn die andere Seite sich schon erklärt hat. Sonst die Position, soweit bekannt.",
  },
  amended: { name: "changes", label: "Was hat sich geändert?" },
  withdrawn: { name: "reason", label: "Grund" },
};

const StepFields = ({ step, form, type }: StepProps) => {
  const field = texts[step];
  if (step === "declined") return <DeclineFields form={form} type={type} />;
  if (step === "acceptedWithConditions") return <ConditionFields form={form} type={type} />;
  if (step === "debriefed")
    return (
      <>
        {debriefQuestions.map(({ name, label }) => (
          <TextArea name={name} label={label} rows={3} form={form} />
        ))}
      </>
    );
  return (
    <>
      {field ? <TextArea {...field} required rows={5} maxlength={2000} form={form} /> : null}
      {step === "questionAsked" || step === "mediationStarted" ? <Due form={form} /> : null}
    </>
  );
};

type KindProps = { form: FormState; type: RegisteredType };

const DeclineFields = ({ form, type }: KindProps) => {
  const dated = type.declineReasons.filter(({ needsDate }) => needsDate).map(({ label }) => `„${label}“`);
  return (
    <>
      <RadioGroup name="reason" label="Grund" required options={type.declineReasons} form={form} />
      <TextArea name="text" label="Begründung" required rows={4} form={form} />
      <DateField
        name="nearestPossible"
        label="Nächster möglicher Tag"
        hint={dated.length > 0 ? `Nötig bei ${dated.join(", ")}. TT.MM.JJJJ` : undefined}
        form={form}
      />
    </>
  );
};

const ConditionFields = ({ form, type }: KindProps) => (
  <>
    <CheckboxGroup name="kinds" label="Auflagen" required options={type.conditionKinds} form={form} />
    {type.conditionKinds.map(({ value, label, needsTime }) => (
      <>
        {needsTime ? (
          <>
            <DateField name="on" label={`${label}: Tag`} form={form} />
            <TimeField name="at" label={`${label}: Uhrzeit`} form={form} />
          </>
        ) : null}
        <TextArea name={`text_${value}`} label={`${label}: Beschreibung`} rows={2} form={form} />
      </>
    ))}
  </>
);
