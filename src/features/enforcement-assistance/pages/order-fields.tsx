/** Court orders: whether one is needed, which, and where it is. An order that is not in hand bars the start, not the sending. */
import type { FormState } from "../../../kernel/form-state.ts";
import { CheckboxGroup, DateField, Panel, RadioGroup, SelectField, TextArea, TextField } from "../../../ui/index.ts";
import { courtOrderLabels } from "../domain/court-order.ts";
import { orderKinds, orderStates, type TopicFacts } from "../topic-forms.ts";

const options = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }));

export const OrderFields = ({ id, facts, form }: { id: string; facts: TopicFacts; form: FormState }) => (
  <>
    <p class="kern-body">
      Ein Zimmer in einer Unterkunft ist eine Wohnung. Steht nicht sicher fest, wo die Person ist, braucht das Betreten
      vorher einen richterlichen Beschluss (BVerfG, 30.09.2025, 2 BvR 460/25).
    </p>
    <RadioGroup
      name="need"
      label="Ist ein Gerichtsbeschluss nötig?"
      required
      options={[
        { value: "undecided", label: "noch nicht entschieden" },
        { value: "none", label: "nein" },
        { value: "required", label: "ja" },
      ]}
      form={form}
    />
    <TextArea name="noneReason" label="Wenn nein: warum nicht?" rows={2} form={form} />
    <CheckboxGroup name="kinds" label="Wenn ja: welcher?" options={options(courtOrderLabels)} form={form} />
    {orderKinds.map((kind) => (
      <Panel title={courtOrderLabels[kind]} level={2}>
        <SelectField
          name={`state_${kind}`}
          label="Wo ist der Beschluss?"
          hint={
            facts.attached[kind] ? (
              `Als Anlage gespeichert, SHA-256 ${facts.attached[kind]?.slice(0, 16)}…`
            ) : (
              <>
                Eine Datei laden Sie <a href={`/ersuchen/${id}#anlagen`}>beim Entwurf unter Anlagen</a> hoch.
              </>
            )
          }
          options={options(orderStates)}
          form={form}
        />
        <TextField name={`court_${kind}`} label="Gericht, oder wer ihn mitführt" form={form} />
        <TextField name={`number_${kind}`} label="Aktenzeichen" spellcheck={false} form={form} />
        <DateField name={`on_${kind}`} label="Tag des Antrags" form={form} />
      </Panel>
    ))}
  </>
);
