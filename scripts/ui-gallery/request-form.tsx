/** Screen 3 of the concept: every kind of field, empty, filled and wrong; task list and check page. */
import type { Settings } from "../../src/ui/index.ts";
import {
  ButtonRow,
  Checkbox,
  CheckboxGroup,
  ComboboxField,
  DateField,
  DescriptionList,
  ErrorSummary,
  FileField,
  Form,
  LinkButton,
  NumberField,
  Page,
  RadioGroup,
  SelectField,
  Steps,
  SubmitButton,
  TextArea,
  TextField,
  TimeField,
} from "../../src/ui/index.ts";
import { emptyForm, type FormState } from "../../src/kernel/form-state.ts";
import { frame } from "./frame.ts";

const wrong: FormState = {
  values: { reason: "", day: "31.11.2026", known: "", place: "", "place-text": "Musterdorf" },
  errors: {
    reason: "Das Ersuchen wurde nicht gespeichert. Grund fehlt. Bitte nennen Sie den Grund in einem Satz.",
    day: "»31.11.2026« ist kein Datum. Geben Sie Tag, Monat und Jahr an, zum Beispiel 23.11.2026.",
    known: "Wählen Sie aus, ob es Erkenntnisse gibt.",
    important: "Wählen Sie mindestens eine Gruppe.",
    kind: "Wählen Sie eine Art.",
    place: "Ort Musterdorf gibt es 5-mal. Bitte Kreis wählen.",
    file: "Die Datei ist größer als 10 MB. Bitte teilen Sie sie.",
    checked: "Bestätigen Sie, dass Sie die Angaben geprüft haben.",
  },
};

const LastFields = ({ form }: { form: FormState }) => (
  <>
    <CheckboxGroup
      name="important"
      label="Wichtig für"
      form={form}
      fallback={["forces"]}
      inline
      options={[
        { value: "forces", label: "Einsatzkräfte" },
        { value: "children", label: "Kinder" },
      ]}
    />
    <FileField
      name="file"
      label="Beschluss"
      hint="PDF, höchstens 10 MB"
      form={form}
      accept=".pdf,application/pdf"
      maxBytes={10_000_000}
    />
    <Checkbox name="checked" label="Ich habe die Angaben geprüft." required form={form} />
    <ButtonRow>
      <SubmitButton>Speichern und weiter</SubmitButton>
      <LinkButton href="/ersuchen">Abbrechen</LinkButton>
      <SubmitButton kind="danger" name="action" value="withdraw">
        Ersuchen zurückziehen
      </SubmitButton>
    </ButtonRow>
  </>
);

const Fields = ({ form }: { form: FormState }) => (
  <>
    <RadioGroup
      name="known"
      label="Eigene Erkenntnisse"
      hint="Keine Zahl, keine Ampel, keine Rangfolge."
      required
      form={form}
      fallback="yes"
      options={[
        { value: "no", label: "Keine Erkenntnisse" },
        { value: "yes", label: "Erkenntnisse", hint: "Tatsache und Einschätzung getrennt angeben" },
      ]}
    />
    <TextArea name="reason" label="Tatsache" required form={form} fallback="Am 26.10. wurde die Tür nicht geöffnet." />
    <TextField name="source" label="Quelle" form={form} fallback="Vermerk A. Beispiel" width="medium" />
    <DateField name="day" label="Datum der Feststellung" required form={form} fallback="26.10.2026" />
    <TimeField name="time" label="Meldezeit" form={form} />
    <NumberField name="persons" label="Anzahl der Kräfte vor Ort" required form={form} fallback="4" />
    <SelectField
      name="kind"
      label="Art der Maßnahme"
      required
      form={form}
      options={[
        { value: "a", label: "Abholung" },
        { value: "b", label: "Zuführung zum Flughafen" },
      ]}
    />
    <ComboboxField
      name="place"
      label="Einsatzort"
      hint="Gemeinde oder Postleitzahl eingeben"
      required
      form={form}
      sourceUrl="/api/gemeinden"
      fallback={{ value: "05978024", label: "Lünen (Kreis Unna)" }}
    />
    <LastFields form={form} />
  </>
);

const steps = [
  { label: "Grund", href: "#", state: "done" as const },
  { label: "Gefährdungsbewertung", state: "current" as const },
  { label: "Personen", state: "open" as const },
  { label: "Prüfen und absenden", state: "open" as const },
];

export const requestForm = (form: FormState = emptyForm, settings?: Settings) => (
  <Page
    title="Vollzugshilfeersuchen"
    frame={frame("/ersuchen", settings)}
    errorCount={Object.keys(form.errors).length}
    breadcrumbs={[{ href: "/ersuchen", label: "Ersuchen" }]}
  >
    <ErrorSummary form={form} title="Das Ersuchen wurde nicht gespeichert." />
    <Steps steps={steps} />
    <Form action="/ersuchen/1" multipart version={3}>
      <Fields form={form} />
    </Form>
  </Page>
);

export const wrongForm = (settings?: Settings) => requestForm(wrong, settings);

export const checkPage = () => (
  <Page title="Prüfen und absenden" frame={frame("/ersuchen")} secret fileNumber="31.30-0147">
    <DescriptionList
      items={[
        { term: "Grund", value: "Widerstand zu erwarten; eigene Kräfte reichen nicht aus", changeHref: "#" },
        { term: "Rechtsgrundlage", value: "§ 71 Abs. 1 AufenthG, §§ 47 ff. PolG NRW", changeHref: "#" },
        { term: "Nicht mitgeteilt", value: "Diagnosen, Asylgründe, AZR-Nummer" },
      ]}
    />
    <Form action="/ersuchen/1/absenden" version={3} checkPage>
      <Checkbox name="checked" label="Ich habe die Angaben geprüft." required form={emptyForm} />
      <SubmitButton>Ersuchen absenden</SubmitButton>
    </Form>
  </Page>
);

export const signIn = () => (
  <Page title="Anmelden" frame={undefined}>
    <p>Amtsweg verbindet Behörden in der Rückkehr. Melden Sie sich mit Ihrem Dienstkonto an.</p>
    <p>
      <LinkButton href="/anmelden" kind="primary">
        Mit Dienstkonto anmelden
      </LinkButton>
    </p>
  </Page>
);
