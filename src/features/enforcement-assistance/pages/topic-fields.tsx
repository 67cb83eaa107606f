/** The fields of each topic of a request for police assistance. */
import type { FormState } from "../../../kernel/form-state.ts";
import { Alert, Checkbox, CheckboxGroup, DateField, Panel, TextArea, TextField, TimeField } from "../../../ui/index.ts";
import { proposedNorms } from "../domain/assistance.ts";
import { vagueWords } from "../domain/wording.ts";
import { forceRows, type FormTopic, type TopicFacts } from "../topic-forms.ts";
import { OrderFields } from "./order-fields.tsx";

type FieldsProps = { id: string; topic: FormTopic; facts: TopicFacts; form: FormState };

export const TopicFields = (props: FieldsProps) => {
  switch (props.topic) {
    case "measure":
      return <MeasureFields form={props.form} />;
    case "persons":
      return <PersonFields {...props} />;
    case "place":
      return <PlaceFields form={props.form} />;
    case "forces":
      return <ForceFields form={props.form} />;
    case "meeting":
      return (
        <>
          <TimeField name="time" label="Meldezeit" form={props.form} />
          <TextField name="place" label="Meldeort" form={props.form} />
        </>
      );
    case "courtOrders":
      return <OrderFields {...props} />;
    case "coSignature":
      return (
        <>
          <p class="kern-body">Eine zweite Person der Behörde kann mitzeichnen. Pflicht ist es hier nicht.</p>
          <Checkbox name="coSigned" label="Ich zeichne das Ersuchen mit." form={props.form} />
        </>
      );
  }
};

const Vague = ({ text }: { text: string }) => {
  const found = vagueWords(text);
  return found.length === 0 ? null : (
    <Alert kind="warning" title="Unbestimmtes Wort: Bitte die Tatsache nennen.">
      {found.map(({ question }) => (
        <p class="kern-body">{question}</p>
      ))}
    </Alert>
  );
};

const MeasureFields = ({ form }: { form: FormState }) => (
  <>
    <Vague text={String(form.values["reason"] ?? "")} />
    <TextArea
      name="reason"
      label="Grund des Ersuchens"
      hint="Warum ist die Unterstützung der Polizei nötig? Ein früherer gescheiterter Versuch ist keine Voraussetzung."
      required
      rows={5}
      form={form}
    />
    <CheckboxGroup
      name="norms"
      label="Rechtsgrundlage"
      required
      options={proposedNorms.map((norm) => ({ value: norm, label: norm }))}
      form={form}
    />
    <TextField name="freeText" label="Weitere Rechtsgrundlage" form={form} />
    <DateField name="startsOn" label="Geplanter Beginn: Tag" required form={form} />
    <TimeField name="startsAt" label="Geplanter Beginn: Uhrzeit" required form={form} />
    <TextArea
      name="nightFacts"
      label="Tatsachen, die einen Beginn in der Nacht nötig machen"
      hint="Nur bei einem Beginn in der Nacht (§ 58 Abs. 7 AufenthG)"
      rows={3}
      form={form}
    />
  </>
);

const PersonFields = ({ facts, form }: FieldsProps) => (
  <>
    <p class="kern-body">Mitgeteilt werden Name und Geburtsjahr. Nicht mitgeteilt werden Diagnosen und Asylgründe.</p>
    <CheckboxGroup
      name="persons"
      label="Personen dieser Maßnahme"
      options={facts.persons.map(({ familyName, givenNames, birthYear }, index) => ({
        value: String(index),
        label: `${familyName}, ${givenNames} (Geburtsjahr ${birthYear})`,
      }))}
      form={form}
    />
    <TextArea
      name="vulnerabilities"
      label="Hinweise für den Einsatz"
      hint="Nur, was zu tun ist, nie warum: zum Beispiel „Kinder zuerst ansprechen“, „Treppen langsam“."
      rows={3}
      form={form}
    />
  </>
);

const PlaceFields = ({ form }: { form: FormState }) => (
  <>
    <Vague text={String(form.values["accommodationFindings"] ?? "")} />
    <TextField name="address" label="Einsatzort (Straße, Hausnummer, Ort, Zimmer)" required form={form} />
    <TextArea
      name="accommodationFindings"
      label="Erkenntnisse über die Unterkunft"
      hint="Nur, was den Schutz der Beteiligten betrifft: Zugang, Schließung, Besonderheiten der Einrichtung."
      rows={4}
      form={form}
    />
  </>
);

const ForceFields = ({ form }: { form: FormState }) => (
  <>
    <Panel title="Erreichbarkeit der Sachbearbeitung" level={2} layout="row">
      <TextField name="name" label="Name" required spellcheck={false} form={form} />
      <TextField name="phone" label="Telefon am Tag" type="tel" required form={form} />
      <TextField name="nightPhone" label="Telefon in der Nacht" type="tel" required form={form} />
    </Panel>
    {[...Array(forceRows).keys()].map((row) => (
      <Panel title={`Kräfte vor Ort ${row + 1}`} level={2} layout="row">
        <TextField name={`authority_${row}`} label="Behörde" form={form} />
        <TextField name={`persons_${row}`} label="Wer und wie viele" form={form} />
        <TextField name={`tel_${row}`} label="Telefon" type="tel" form={form} />
      </Panel>
    ))}
  </>
);
