/**
 * What one field of a legal event is: from these descriptions come the types, the forms, the import and the validator.
 * Never holds values of a person.
 */
import type { Day } from "../../../kernel/day.ts";
import type { LegalReference } from "../../../kernel/legal-reference.ts";

/** A choice (Auswahl): stored value → German label. */
export type Choices = Readonly<Record<string, string>>;

/** One field of a legal event (Feld eines Rechtsereignisses), described for forms and import. */
export type EventField = { readonly label: string; readonly required: boolean } & (
  | { readonly kind: "day" }
  | { readonly kind: "text" }
  | { readonly kind: "number" }
  | { readonly kind: "boolean" }
  | { readonly kind: "choice"; readonly choices: Choices }
  /** Wall-clock time in Germany, `10:00`. */
  | { readonly kind: "time" }
  /** ISO duration (`P6M`); officials write "6 Monate". */
  | { readonly kind: "duration" }
  /** Identifier of an earlier event of the same case, of one of these kinds; without kinds of any. */
  | { readonly kind: "event"; readonly types: readonly string[] }
);

/** Definition of a kind of legal event (Art eines Rechtsereignisses): label, norm, what its day means, its fields. */
export type EventDefinition = {
  readonly label: string;
  readonly norm: LegalReference;
  /** German label of the day on which the fact happened, for example "Zugestellt am". */
  readonly dayLabel: string;
  readonly fields: Readonly<Record<string, EventField>>;
  /** Whose eyes only: compartment of domain.md 5.5 where the fact lies; legal without. */
  readonly compartment?: "custody" | "schedule";
};

type ValueOf<F> = F extends { kind: "day" }
  ? Day
  : F extends { kind: "number" }
    ? number
    : F extends { kind: "boolean" }
      ? boolean
      : F extends { kind: "choice"; choices: infer C }
        ? keyof C & string
        : string;

type NamesWhere<Fields, Required extends boolean> = {
  [Name in keyof Fields]: Fields[Name] extends { required: Required } ? Name : never;
}[keyof Fields];

/** The values (Angaben) that a set of fields stands for. */
export type PayloadOf<Fields> = { [Name in NamesWhere<Fields, true>]: ValueOf<Fields[Name]> } & {
  [Name in NamesWhere<Fields, false>]?: ValueOf<Fields[Name]>;
};

export const dayField = (label: string) => ({ kind: "day", label, required: true }) as const;
export const textField = (label: string) => ({ kind: "text", label, required: true }) as const;
export const timeField = (label: string) => ({ kind: "time", label, required: true }) as const;
export const durationField = (label: string) => ({ kind: "duration", label, required: true }) as const;
export const eventField = (label: string, types: readonly string[] = []) =>
  ({ kind: "event", label, types, required: true }) as const;
export const numberField = (label: string) => ({ kind: "number", label, required: true }) as const;
export const booleanField = (label: string) => ({ kind: "boolean", label, required: true }) as const;
export const choiceField = <const C extends Choices>(label: string, choices: C) =>
  ({ kind: "choice", label, choices, required: true }) as const;

export const optional = <F extends EventField>(field: F): Omit<F, "required"> & { readonly required: false } => ({
  ...field,
  required: false,
});
