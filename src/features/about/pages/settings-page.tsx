/** How the officer wants the pages: density, light or dark, single keys (WCAG 2.1.4 asks for the switch). */
import type { FormState } from "../../../kernel/form-state.ts";
import type { Frame } from "../../../kernel/frame.ts";
import { Alert, ErrorSummary, Form, Page, RadioGroup, SubmitButton } from "../../../ui/index.ts";

export const settingChoices = {
  density: { comfortable: "Komfortabel: viel Abstand", compact: "Kompakt: mehr Zeilen auf einmal" },
  theme: { system: "wie das Gerät", light: "hell", dark: "dunkel" },
  singleKeys: { off: "aus", lists: "nur in Listen", everywhere: "überall außer in Eingabefeldern" },
} as const;

const options = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

type Props = { form: FormState; saved: boolean; frame: Frame | undefined };

export const SettingsPage = ({ form, saved, frame }: Props) => (
  <Page title="Einstellungen" frame={frame} errorCount={Object.keys(form.errors).length}>
    <ErrorSummary form={form} />
    {saved ? <Alert kind="success" title="Gespeichert." announce /> : null}
    <Form action="/einstellungen">
      <RadioGroup name="density" label="Dichte" required form={form} options={options(settingChoices.density)} />
      <RadioGroup name="theme" label="Farben" required form={form} options={options(settingChoices.theme)} />
      <RadioGroup
        name="singleKeys"
        label="Einzeltasten"
        hint="Tasten wie j, k oder s ohne Strg. Mit Screenreader oder Spracheingabe besser aus."
        required
        form={form}
        options={options(settingChoices.singleKeys)}
      />
      <SubmitButton>Einstellungen speichern</SubmitButton>
    </Form>
  </Page>
);
