/** What a form shows again after an error: the user's own input and one message a field. */
export type FormState = {
  values: Readonly<Record<string, string | readonly string[]>>;
  errors: Readonly<Record<string, string>>;
};

export const emptyForm: FormState = { values: {}, errors: {} };
