/** What a form shows again after an error: the user's own input and one message a field. */
export type FormState = {
  values: Readonly<Record<string, string | readonly string[]>>;
  errors: Readonly<Record<string, string>>;
  /** Only after somebody else was faster: what is stored now in fields that this form would overwrite. */
  meanwhile?: FormState["values"] | undefined;
};

/** Where somebody was faster, the form says what is stored now; every other form stays as it is. */
export const besides = (form: FormState, stored: FormState["values"]): FormState =>
  form.meanwhile ? { ...form, meanwhile: stored } : form;

/** The form as it was sent, or a new one that begins with what is stored. */
export const filledWith = (sent: FormState | undefined, stored: FormState["values"]): FormState =>
  sent ? besides(sent, stored) : { values: stored, errors: {} };

export const emptyForm: FormState = { values: {}, errors: {} };
