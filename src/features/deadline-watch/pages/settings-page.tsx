/** When an authority wants to be told of a deadline that comes near. Alerts are no matter of choice. */
import type { Frame } from "../../../kernel/frame.ts";
import type { FormState } from "../../../kernel/form-state.ts";
import {
  Alert,
  Card,
  DescriptionList,
  ErrorSummary,
  Form,
  formatInstant,
  Page,
  SubmitButton,
  TextArea,
  TextField,
} from "../../../ui/index.ts";
import { defaultNoticeDays } from "../domain/watch-rules.ts";
import type { WatchSettings } from "../queries.ts";

type SettingsPageProps = { settings: WatchSettings; mayChange: boolean; form: FormState; frame: Frame | undefined };

const stepsText = (days: readonly number[]): string =>
  days.length === 0 ? "keine Hinweise" : `${days.join(", ")} Tage vor dem Planungstag`;

export const SettingsPage = ({ settings, mayChange, form, frame }: SettingsPageProps) => (
  <Page
    title="Überwachung einstellen"
    frame={frame}
    breadcrumbs={[{ href: "/fristalarme", label: "Fristalarme" }]}
    errorCount={Object.keys(form.errors).length}
  >
    <ErrorSummary form={form} />
    <Alert kind="info" title="Diese Stufen sind eine hausinterne Einstellung.">
      <p>
        Keine Norm kennt sie. Sie bestimmen nur, wann ein Hinweis erscheint, und ändern keine Frist. Der Alarm beim
        Ablauf einer Überstellungsfrist oder eines Gewahrsams lässt sich nicht abstellen.
      </p>
    </Alert>
    <Card title="Jetzt eingestellt">
      <DescriptionList
        items={[
          {
            term: "Hinweise",
            value: settings.noticeDays
              ? stepsText(settings.noticeDays)
              : `${stepsText(defaultNoticeDays)} (Voreinstellung des Programms)`,
          },
          {
            term: "Geändert",
            value:
              settings.changedAt && settings.changedBy
                ? `${formatInstant(settings.changedAt)}, ${settings.changedBy}: ${settings.reason ?? ""}`
                : "noch nie",
          },
        ]}
      />
    </Card>
    {mayChange ? <ChangeForm settings={settings} form={form} /> : <p>Ändern kann die Leitung.</p>}
  </Page>
);

const ChangeForm = ({ settings, form }: { settings: WatchSettings; form: FormState }) => (
  <Card title="Ändern">
    <Form action="/fristalarme/einstellungen" version={settings.version}>
      <TextField
        name="tage"
        label="Tage vor dem Planungstag"
        form={form}
        fallback={(settings.noticeDays ?? defaultNoticeDays).join(", ")}
        hint="Getrennt durch Komma. Leer: keine Hinweise."
        maxlength={100}
        width="medium"
      />
      <TextArea name="grund" label="Grund der Änderung" required form={form} rows={2} maxlength={1000} />
      <SubmitButton>Einstellung speichern</SubmitButton>
    </Form>
  </Card>
);
