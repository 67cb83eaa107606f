/**
 * Choice from many (authorities, places, airports). Works as a text field that the server looks up; with script it
 * becomes a list that is searched while typing. Sends the words as `NAME-text` and, once chosen, the key as `NAME`.
 */
import { described, FieldFrame, fieldId, type FieldProps, firstValue, StoredNow, wasPosted } from "./field.tsx";

export type ComboboxFieldProps = Omit<FieldProps, "fallback"> & {
  /** Same origin; answers `?q=` with `[{ value, label, hint? }]`. */
  sourceUrl: string;
  fallback?: { value: string; label: string } | undefined;
};

/** The name under which the typed words are sent. The server looks them up when `NAME` is empty. */
export const comboboxTextName = (name: string): string => `${name}-text`;

export const ComboboxField = (props: ComboboxFieldProps) => {
  const field: FieldProps = { ...props, fallback: undefined };
  const posted = wasPosted(props.form);
  const value = posted ? firstValue(props.form.values[props.name]) : props.fallback?.value;
  const text = posted ? firstValue(props.form.values[comboboxTextName(props.name)]) : props.fallback?.label;
  const wrong = props.form.errors[props.name] !== undefined;
  return (
    <amtsweg-combobox data-source={props.sourceUrl}>
      <FieldFrame field={field}>
        <input
          class={wrong ? "kern-form-input__input kern-form-input__input--error" : "kern-form-input__input"}
          id={fieldId(field)}
          name={comboboxTextName(props.name)}
          type="text"
          value={text ?? ""}
          autocomplete="off"
          spellcheck={false}
          {...described(field)}
        />
        <input type="hidden" name={props.name} value={value ?? ""} data-combobox-value="" />
      </FieldFrame>
      <StoredNow field={{ ...field, name: comboboxTextName(props.name) }} />
    </amtsweg-combobox>
  );
};
