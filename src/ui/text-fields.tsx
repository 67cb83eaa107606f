/** Fields into which people type: text, long text, day, time, number, file. They check nothing; the server does. */
import { described, FieldFrame, fieldId, type FieldProps, fieldValue } from "./field.tsx";

type Width = "short" | "medium" | "full";

type InputProps = FieldProps & {
  type?: "text" | "email" | "tel" | "search" | "password" | undefined;
  inputmode?: "text" | "numeric" | "decimal" | "tel" | "email" | undefined;
  autocomplete?: string | undefined;
  maxlength?: number | undefined;
  width?: Width | undefined;
  /** False for names, codes and numbers: a red wave under a name helps nobody. */
  spellcheck?: boolean | undefined;
};

const controlClass = (field: FieldProps, width: Width): string =>
  [
    "kern-form-input__input",
    `aw-width-${width}`,
    field.form.errors[field.name] === undefined ? "" : "kern-form-input__input--error",
  ]
    .filter(Boolean)
    .join(" ");

export const TextField = (props: InputProps) => (
  <FieldFrame field={props}>
    <input
      class={controlClass(props, props.width ?? "full")}
      id={fieldId(props)}
      name={props.name}
      type={props.type ?? "text"}
      value={fieldValue(props)}
      inputmode={props.inputmode}
      autocomplete={props.autocomplete ?? "off"}
      maxlength={props.maxlength}
      spellcheck={props.spellcheck ?? true}
      {...described(props)}
    />
  </FieldFrame>
);

export const TextArea = (props: FieldProps & { rows?: number | undefined; maxlength?: number | undefined }) => (
  <FieldFrame field={props}>
    <textarea
      class={controlClass(props, "full")}
      id={fieldId(props)}
      name={props.name}
      rows={props.rows ?? 4}
      maxlength={props.maxlength}
      {...described(props)}
    >
      {/* The first line break after the tag is dropped by browsers; this one is there to be dropped. */}
      {`\n${fieldValue(props)}`}
    </textarea>
  </FieldFrame>
);

/** A day as text, never the browser's date field: that one follows the language of the browser. */
export const DateField = (props: FieldProps) => (
  <TextField
    {...props}
    hint={props.hint ?? "TT.MM.JJJJ, zum Beispiel 23.11.2026"}
    inputmode="numeric"
    width="short"
    spellcheck={false}
  />
);

export const TimeField = (props: FieldProps) => (
  <TextField {...props} hint={props.hint ?? "Uhrzeit, zum Beispiel 06:15"} width="short" spellcheck={false} />
);

export const NumberField = (props: FieldProps) => (
  <TextField {...props} inputmode="numeric" width="short" spellcheck={false} />
);

/** One or several files. `maxBytes` and `accept` are told to the browser script; the server checks again. */
export const FileField = (
  props: Omit<FieldProps, "fallback"> & {
    accept?: string | undefined;
    maxBytes?: number | undefined;
    multiple?: boolean | undefined;
  },
) => (
  <amtsweg-upload data-max-bytes={props.maxBytes}>
    <FieldFrame field={props}>
      <input
        class={controlClass(props, "full")}
        id={fieldId(props)}
        name={props.name}
        type="file"
        accept={props.accept}
        multiple={props.multiple}
        {...described(props)}
      />
    </FieldFrame>
  </amtsweg-upload>
);

export const HiddenField = ({ name, value }: { name: string; value: string | number }) => (
  <input type="hidden" name={name} value={String(value)} />
);
