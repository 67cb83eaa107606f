/** Reads a posted form with a Zod schema: either the parsed value, or the user's own input with a message a field. */
import type { z } from "zod";
import type { FormState } from "../../kernel/form-state.ts";
import type { Http } from "./env.ts";

export type ReadForm<T> = { ok: true; value: T; form: FormState } | { ok: false; form: FormState };

/** Text fields arrive as text (several of one name as list), files as File. */
export async function readForm<S extends z.ZodType>(c: Http, schema: S): Promise<ReadForm<z.output<S>>> {
  const body = await c.req.parseBody({ all: true });
  return checkForm(body, schema);
}

/** Where a schema has no words of its own, for example for a hidden part that did not arrive. */
const unreadable =
  "Eine Angabe fehlt oder ist nicht lesbar. Bitte prüfen Sie die Eingaben, oder laden Sie die Seite neu.";

/** The same for values that are already at hand (query strings, JSON). */
export function checkForm<S extends z.ZodType>(body: Record<string, unknown>, schema: S): ReadForm<z.output<S>> {
  const values = Object.fromEntries(Object.entries(body).filter(([, value]) => isShown(value))) as FormState["values"];
  const parsed = schema.safeParse(body, { error: () => unreadable });
  if (parsed.success) return { ok: true, value: parsed.data, form: { values, errors: {} } };
  const errors: Record<string, string> = {};
  for (const issue of parsed.error.issues) errors[issue.path.join(".")] ??= issue.message;
  return { ok: false, form: { values, errors } };
}

const isShown = (value: unknown): boolean =>
  typeof value === "string" || (Array.isArray(value) && value.every((item) => typeof item === "string"));

/** The same form with a refusal of the domain at its field. */
export const withError = (form: FormState, field: string, message: string): FormState => ({
  values: form.values,
  errors: { ...form.errors, [field]: message },
});
