/** Fields of a broken-off attempt and of its outcome: only what fits the measure, filled with what is already known. */
import type { FormState } from "../../../kernel/form-state.ts";
import { HiddenField, SelectField, TextArea } from "../../../ui/index.ts";
import { phasesOfFailure } from "../domain/measure-steps.ts";
import type { Measure } from "../domain/measure.ts";
import { causeLabels, failureCauses, phaseLabels } from "../domain/outcome.ts";

type FieldsProps = { measure: Measure; form: FormState };

export const FailureFields = ({ measure, form }: FieldsProps) => {
  const phases = phasesOfFailure(measure);
  const known = measure.status === "abortedInExecution" ? measure.failure : undefined;
  return (
    <>
      <SelectField
        name="phase"
        label="Abschnitt"
        required
        form={form}
        fallback={phases.length === 1 ? phases[0] : undefined}
        options={phases.map((phase) => ({ value: phase, label: phaseLabels[phase] }))}
      />
      <SelectField
        name="cause"
        label="Grund"
        required
        form={form}
        fallback={known?.cause}
        options={failureCauses.map((cause) => ({ value: cause, label: causeLabels[cause] }))}
      />
      <TextArea
        name="text"
        label="Erläuterung"
        hint="Nötig, wenn der Grund unbekannt oder in diesem Abschnitt nicht zu erwarten ist."
        form={form}
        fallback={known?.text}
        maxlength={2000}
      />
    </>
  );
};

export const OutcomeFields = ({ measure, form }: FieldsProps) =>
  measure.status === "arrived" ? (
    <>
      <HiddenField name="kind" value="completed" />
      <p class="kern-body">Die Ankunft ist erfasst. Das Ergebnis lautet: vollzogen.</p>
    </>
  ) : (
    <>
      <HiddenField name="kind" value="failed" />
      <p class="kern-body">Das Ergebnis lautet: nicht vollzogen. Mit Abschnitt und Grund zählt es in den Berichten.</p>
      <FailureFields measure={measure} form={form} />
    </>
  );
