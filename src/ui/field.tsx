/** What every form field shares: label, hint and error, wired for screen readers in one place. */
import type { Child } from "hono/jsx";
import type { FormState } from "../kernel/form-state.ts";

export type FieldProps = {
  name: string;
  label: string;
  hint?: Child;
  /** Fields that may stay empty say "(freiwillig)" beside the label. */
  required?: boolean | undefined;
  form: FormState;
  /** Shown as long as the user has entered nothing. */
  fallback?: string | undefined;
  /** Only where one page shows the same name twice; the error summary links to the name. */
  id?: string | undefined;
};

export const firstValue = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === "string" ? value : value?.[0];

/** The user's own input, otherwise the fallback. */
export const fieldValue = ({ form, name, fallback }: Pick<FieldProps, "form" | "name" | "fallback">): string =>
  firstValue(form.values[name]) ?? fallback ?? "";

/** Boxes that are not ticked are not sent: after a post the absence of a name is an answer. */
export const wasPosted = (form: FormState): boolean =>
  Object.keys(form.values).length > 0 || Object.keys(form.errors).length > 0;

export const fieldId = ({ id, name }: Pick<FieldProps, "id" | "name">): string => id ?? name;
const hintId = (field: Pick<FieldProps, "id" | "name">): string => `${fieldId(field)}-hinweis`;
const storedId = (field: Pick<FieldProps, "id" | "name">): string => `${fieldId(field)}-gespeichert`;
const errorId = (field: Pick<FieldProps, "id" | "name">): string => `${fieldId(field)}-fehler`;

type Described = { "aria-describedby"?: string; "aria-invalid"?: "true"; "aria-required"?: "true" };

/** Ids of the hint and the error that belong to the field, for `aria-describedby`. */
export function messageIds(field: FieldProps): string | undefined {
  const isWrong = field.form.errors[field.name] !== undefined;
  const ids = [
    field.hint ? hintId(field) : "",
    differsNow(field) ? storedId(field) : "",
    isWrong ? errorId(field) : "",
  ].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

/** `aria-describedby`, `aria-invalid` and `aria-required` of the control. */
export function described(field: FieldProps): Described {
  const isWrong = field.form.errors[field.name] !== undefined;
  const ids = messageIds(field);
  return {
    ...(ids ? { "aria-describedby": ids } : {}),
    ...(isWrong ? { "aria-invalid": "true" } : {}),
    ...(field.required ? { "aria-required": "true" } : {}),
  };
}

export const Optional = ({ required }: { required?: boolean | undefined }) =>
  required ? null : <span class="kern-label__optional"> (freiwillig)</span>;

export const Hint = ({ field }: { field: FieldProps }) =>
  field.hint ? (
    <div class="kern-hint" id={hintId(field)}>
      {field.hint}
    </div>
  ) : null;

export const FieldError = ({ field }: { field: FieldProps }) => {
  const message = field.form.errors[field.name];
  return message === undefined ? null : (
    <p class="kern-error" id={errorId(field)}>
      <span class="aw-sign" aria-hidden="true">
        ▲
      </span>
      <span class="kern-body">
        <span class="kern-sr-only">Fehler: </span>
        {message}
      </span>
    </p>
  );
};

const listed = (value: string | readonly string[] | undefined): string[] =>
  (typeof value === "string" ? [value] : [...(value ?? [])]).map((each) => each.replaceAll("\r\n", "\n").trim());

/** Somebody else has stored in this field what the reader did not type. */
const differsNow = ({ form, name }: Pick<FieldProps, "form" | "name">): boolean =>
  form.meanwhile?.[name] !== undefined &&
  listed(form.meanwhile[name]).filter(Boolean).join("\0") !== listed(form.values[name]).filter(Boolean).join("\0");

export type LabelOf = (value: string) => string;

/** Both versions stand at the field. `labelOf` turns the key of a choice into its words. */
export const StoredNow = ({ field, labelOf = String }: { field: FieldProps; labelOf?: LabelOf | undefined }) =>
  differsNow(field) ? (
    <p class="kern-body kern-body--small" id={storedId(field)}>
      Jetzt gespeichert:{" "}
      <strong>{listed(field.form.meanwhile?.[field.name]).filter(Boolean).map(labelOf).join(", ") || "nichts"}</strong>
    </p>
  ) : null;

/** Label above, then hint, control, error: the frame of every one-control field. */
type FrameProps = { field: FieldProps; labelOf?: LabelOf | undefined; children: Child };

export const FieldFrame = ({ field, labelOf, children }: FrameProps) => (
  <div
    class={field.form.errors[field.name] === undefined ? "kern-form-input" : "kern-form-input kern-form-input--error"}
  >
    <label class="kern-label" for={fieldId(field)}>
      {field.label}
      <Optional required={field.required} />
    </label>
    <Hint field={field} />
    {children}
    <StoredNow field={field} labelOf={labelOf} />
    <FieldError field={field} />
  </div>
);
