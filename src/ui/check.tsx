/** Radio button, box and the group around them, on KERN. The words of a choice are its label; colour says nothing. */
import type { Child } from "hono/jsx";
import { FieldError, type FieldProps, Hint, type LabelOf, messageIds, Optional, StoredNow } from "./field.tsx";

export type Option = { value: string; label: string; hint?: string | undefined };

export const isWrong = (field: FieldProps): boolean => field.form.errors[field.name] !== undefined;

/** The words of a choice, by its key. */
export const labelIn =
  (options: readonly Option[]): LabelOf =>
  (value) =>
    options.find((option) => option.value === value)?.label ?? value;

export const Fieldset = ({
  field,
  inline,
  labelOf,
  children,
}: {
  field: FieldProps;
  inline?: boolean | undefined;
  labelOf: LabelOf;
  children: Child;
}) => (
  <fieldset
    class={isWrong(field) ? "kern-fieldset kern-fieldset--error" : "kern-fieldset"}
    aria-describedby={messageIds(field)}
  >
    <legend class="kern-label">
      {field.label}
      <Optional required={field.required} />
    </legend>
    <Hint field={field} />
    <div class={inline ? "kern-fieldset__body kern-fieldset__body--horizontal" : "kern-fieldset__body"}>{children}</div>
    <StoredNow field={field} labelOf={labelOf} />
    <FieldError field={field} />
  </fieldset>
);

type CheckProps = {
  type: "radio" | "checkbox";
  id: string;
  name: string;
  option: Option;
  checked: boolean;
  wrong: boolean;
  describedBy?: string | undefined;
};

export const Check = ({ type, id, name, option, checked, wrong, describedBy }: CheckProps) => {
  const optionHint = option.hint ? `${id}-wahl` : undefined;
  const ids = [optionHint, describedBy].filter(Boolean).join(" ");
  return (
    <div class={wrong ? "kern-form-check kern-form-check--error" : "kern-form-check"}>
      <input
        class={`kern-form-check__${type}${wrong ? ` kern-form-check__${type}--error` : ""}`}
        type={type}
        id={id}
        name={name}
        value={option.value}
        checked={checked}
        aria-describedby={ids || undefined}
        aria-invalid={wrong && type === "checkbox" ? "true" : undefined}
      />
      <div class="aw-check-text">
        <label class="kern-label" for={id}>
          {option.label}
        </label>
        {optionHint ? (
          <div class="kern-hint" id={optionHint}>
            {option.hint}
          </div>
        ) : null}
      </div>
    </div>
  );
};
