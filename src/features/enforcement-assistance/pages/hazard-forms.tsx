/** Forms of one source: "keine Erkenntnisse", or one statement with everything it needs. */
import type { FormState } from "../../../kernel/form-state.ts";
import type { Frame } from "../../../kernel/frame.ts";
import {
  Alert,
  ButtonRow,
  CheckboxGroup,
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
} from "../../../ui/index.ts";
import { type HazardSource, sourceLabels } from "../domain/hazard-assessment.ts";
import { concernLabels, natureLabels, reliabilityLabels } from "../domain/hazard-statement.ts";
import { vagueWords } from "../domain/wording.ts";
import { sourceSlugs } from "../hazard-texts.ts";

type SourceProps = {
  measureId: string;
  source: HazardSource;
  version: number;
  form: FormState;
  frame: Frame | undefined;
};

const options = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }));

const base = ({ measureId, source }: SourceProps): string =>
  `/massnahmen/${measureId}/gefaehrdung/${sourceSlugs[source]}`;

const crumbs = ({ measureId }: SourceProps) => [
  { href: `/massnahmen/${measureId}`, label: "Maßnahme" },
  { href: `/massnahmen/${measureId}/gefaehrdung`, label: "Gefährdungsbewertung" },
];

export const NoFindingsPage = (props: SourceProps) => (
  <Page
    title="Keine Erkenntnisse"
    heading={`${sourceLabels[props.source]}: keine Erkenntnisse`}
    frame={props.frame}
    breadcrumbs={crumbs(props)}
    errorCount={Object.keys(props.form.errors).length}
    secret
  >
    <ErrorSummary form={props.form} />
    <p class="kern-body">Eine Quelle ohne Erkenntnisse ist eine Antwort. Sie braucht einen Tag und einen Beleg.</p>
    <Form action={base(props)} version={props.version}>
      <DateField name="answeredOn" label="Tag der Antwort oder Durchsicht" required form={props.form} />
      <TextField
        name="reference"
        label="Beleg"
        hint="Zum Beispiel: Antwort vom 18.11.2026, Bl. 31"
        required
        maxlength={500}
        form={props.form}
      />
      <ButtonRow>
        <SubmitButton>Speichern und weiter</SubmitButton>
        <LinkButton href={`/massnahmen/${props.measureId}/gefaehrdung`}>Abbrechen</LinkButton>
      </ButtonRow>
    </Form>
  </Page>
);

type StatementFormProps = SourceProps & { newId: string; replaces: string | undefined };

export const StatementPage = (props: StatementFormProps) => (
  <Page
    title="Aussage"
    heading={`${sourceLabels[props.source]}: eine Aussage`}
    frame={props.frame}
    breadcrumbs={crumbs(props)}
    errorCount={Object.keys(props.form.errors).length}
    secret
  >
    <ErrorSummary form={props.form} title="Die Aussage wurde nicht gespeichert." />
    <VagueHint text={String(props.form.values["text"] ?? "")} />
    <Form action={`${base(props)}/aussage`} version={props.version}>
      <HiddenField name="id" value={props.newId} />
      {props.replaces ? <HiddenField name="replaces" value={props.replaces} /> : null}
      <What form={props.form} />
      <WhatFollows form={props.form} />
      <ButtonRow>
        <SubmitButton>Speichern und weiter</SubmitButton>
        <LinkButton href={`/massnahmen/${props.measureId}/gefaehrdung`}>Abbrechen</LinkButton>
      </ButtonRow>
    </Form>
  </Page>
);

const VagueHint = ({ text }: { text: string }) => {
  const found = vagueWords(text);
  return found.length === 0 ? null : (
    <Alert kind="warning" title="Unbestimmtes Wort: Bitte die Tatsache nennen.">
      {found.map(({ question }) => (
        <p class="kern-body">{question}</p>
      ))}
    </Alert>
  );
};

const What = ({ form }: { form: FormState }) => (
  <>
    <RadioGroup name="nature" label="Art der Aussage" required options={options(natureLabels)} form={form} />
    <TextArea
      name="text"
      label="Aussage"
      hint="Was ist wann und wo geschehen, und wer hat es gesehen? Keine Zahl, keine Stufe."
      required
      rows={4}
      form={form}
    />
    <TextField name="origin" label="Quelle" hint="Zum Beispiel: Vermerk A. Beispiel, Bl. 27" required form={form} />
    <DateField name="dated" label="Tag der Aussage" required form={form} />
    <SelectField name="reliability" label="Verlässlichkeit" required options={options(reliabilityLabels)} form={form} />
    <CheckboxGroup name="concerns" label="Wichtig für" required options={options(concernLabels)} form={form} />
  </>
);

const WhatFollows = ({ form }: { form: FormState }) => (
  <>
    <RadioGroup
      name="measureKind"
      label="Schutzmaßnahme"
      required
      options={[
        { value: "planned", label: "Es folgt eine Schutzmaßnahme" },
        { value: "none", label: "Es folgt keine" },
      ]}
      form={form}
    />
    <TextArea
      name="measureText"
      label="Welche Schutzmaßnahme, oder warum keine?"
      hint="Zum Beispiel: zivile Kleidung, Sprachmittlung, Kinder zuerst ansprechen"
      required
      rows={2}
      form={form}
    />
    <RadioGroup
      name="remarkKind"
      label="Hat sich die Person dazu geäußert?"
      required
      options={[
        { value: "heard", label: "ja" },
        { value: "notHeard", label: "nein" },
      ]}
      form={form}
    />
    <TextArea name="remarkText" label="Äußerung, oder Grund warum es keine gibt" required rows={2} form={form} />
    <TextField
      name="legalBasis"
      label="Rechtsgrundlage der Weitergabe"
      required
      fallback="§ 86 Satz 1 AufenthG"
      form={form}
    />
    <DateField
      name="expiresOn"
      label="Gilt bis"
      hint="Danach darf die Aussage nicht mehr benutzt werden. TT.MM.JJJJ"
      required
      form={form}
    />
  </>
);
