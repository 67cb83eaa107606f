/** The form itself, its buttons and its error summary. Checks nothing: the server answers with the user's own input. */
import type { Child } from "hono/jsx";
import type { FormState } from "../kernel/form-state.ts";
import { HiddenField } from "./text-fields.tsx";

type FormProps = {
  action: string;
  multipart?: boolean | undefined;
  /** The version of the object that the form shows; sent as `version`, so that nobody overwrites a newer one. */
  version?: number | undefined;
  /** The page on which everything is shown once more before sending; only there Strg+Enter sends. */
  checkPage?: boolean | undefined;
  /** Buttons beside each other without a column of fields: one-click actions. */
  inline?: boolean | undefined;
  id?: string | undefined;
  children: Child;
};

export const Form = ({ action, multipart, version, checkPage, inline, id, children }: FormProps) => (
  <amtsweg-form data-check-page={checkPage ? "" : undefined}>
    <form
      id={id}
      class={inline ? "aw-form aw-form--inline" : "aw-form"}
      method="post"
      action={action}
      enctype={multipart ? "multipart/form-data" : undefined}
      novalidate
    >
      {version === undefined ? null : <HiddenField name="version" value={version} />}
      {children}
    </form>
  </amtsweg-form>
);

type ButtonKind = "primary" | "secondary" | "danger";

const buttonClass = (kind: ButtonKind): string =>
  kind === "danger" ? "kern-btn kern-btn--primary aw-btn--danger" : `kern-btn kern-btn--${kind}`;

type SubmitButtonProps = {
  children: Child;
  kind?: ButtonKind | undefined;
  name?: string | undefined;
  value?: string | undefined;
  /** Id of the form, where the button stands outside of it. */
  form?: string | undefined;
};

export const SubmitButton = ({ children, kind = "primary", name, value, form }: SubmitButtonProps) => (
  <button type="submit" class={buttonClass(kind)} name={name} value={value} form={form}>
    <span class="kern-label">{children}</span>
  </button>
);

type LinkButtonProps = {
  href: string;
  children: Child;
  kind?: ButtonKind | undefined;
  /** Single key such as `w`, or `g s`. Only links have one: nothing binding happens by a key. */
  hotkey?: string | undefined;
};

/** Looks like a button and leads to another page; never changes anything. */
export const LinkButton = ({ href, children, kind = "secondary", hotkey }: LinkButtonProps) => (
  <a class={buttonClass(kind)} href={href} data-key={hotkey} aria-keyshortcuts={hotkey}>
    <span class="kern-label">{children}</span>
  </a>
);

/** Several buttons in a row; on a phone below each other. */
export const ButtonRow = ({ children }: { children: Child }) => <div class="aw-buttons">{children}</div>;

/** Errors of the whole form and of its hidden parts have no field to go to. */
const unseen = new Set(["", "version", "id"]);

/**
 * What happened, what it means, what to do – then each error as a link to its field. Takes the focus when the page
 * opens. An error of the whole form stands under the empty name and is shown without a link.
 */
export const ErrorSummary = ({ form, title, children }: { form: FormState; title?: string; children?: Child }) => {
  const errors = Object.entries(form.errors);
  if (errors.length === 0) return null;
  return (
    <section class="aw-errors" id="fehler" role="alert" tabindex={-1} autofocus aria-labelledby="fehler-titel">
      <h2 class="aw-errors__title" id="fehler-titel">
        {title ?? "Die Angaben wurden nicht gespeichert."}
      </h2>
      <p>
        {children ??
          (form.meanwhile ? errors.map(([, message]) => message) : undefined) ??
          (errors.length === 1
            ? "Eine Angabe fehlt oder stimmt nicht. Ihre Eingaben sind noch da. Bitte berichtigen Sie:"
            : `${errors.length} Angaben fehlen oder stimmen nicht. Ihre Eingaben sind noch da. Bitte berichtigen Sie:`)}
      </p>
      {form.meanwhile ? null : (
        <ul>
          {errors.map(([name, message]) => (
            <li>{unseen.has(name) ? message : <a href={`#${name}`}>{message}</a>}</li>
          ))}
        </ul>
      )}
    </section>
  );
};
