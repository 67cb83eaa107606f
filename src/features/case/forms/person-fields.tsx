/** Fields of a person and of an address, the same when a case is opened and when it is changed. */
import type { FormState } from "../../../kernel/form-state.ts";
import { ComboboxField, SelectField, TextField } from "../../../ui/index.ts";
import { formatBirthDate } from "../../../kernel/birth-date.ts";
import type { Person } from "../queries.ts";
import type { Address } from "../queries-person.ts";
import { nationalityFields } from "./person-form.ts";
import { typedBirthDate } from "./stored-values.ts";

export type Nationality = { key: string; label: string };

type PersonFieldsProps = { form: FormState; nationalities: readonly Nationality[]; known?: Person | undefined };

export const PersonFields = ({ form, nationalities, known }: PersonFieldsProps) => {
  const shown = nationalityFields.slice(0, Math.max(2, known?.nationalities.length ?? 0));
  return (
    <>
      <TextField
        name="familyName"
        label="Familienname"
        hint="Lässt sich eine Namenskette nicht trennen, steht sie ganz hier; Vornamen bleiben dann leer."
        required
        form={form}
        fallback={known?.familyName}
        spellcheck={false}
      />
      <TextField name="givenNames" label="Vornamen" form={form} fallback={known?.givenNames} spellcheck={false} />
      <TextField
        name="birthName"
        label="Geburtsname"
        form={form}
        fallback={known?.birthName ?? undefined}
        spellcheck={false}
      />
      <TextField
        name="originalScript"
        label="Name in Originalschrift"
        hint="Nur zur Anzeige."
        form={form}
        fallback={known?.originalScript ?? undefined}
        spellcheck={false}
      />
      <TextField
        name="birthDate"
        label="Geburtsdatum"
        hint={`TT.MM.JJJJ. Unbekannte Teile als 00, zum Beispiel 00.00.1990.${known?.birthDate ? ` Bisher: ${formatBirthDate(known.birthDate)}.` : ""}`}
        form={form}
        fallback={typedBirthDate(known)}
        width="short"
        spellcheck={false}
      />
      {shown.map((name, index) => (
        <SelectField
          name={name}
          label={index === 0 ? "Staatsangehörigkeit" : `${index + 1}. Staatsangehörigkeit`}
          form={form}
          fallback={known?.nationalities[index]}
          options={nationalities.map(({ key, label }) => ({ value: key, label }))}
        />
      ))}
    </>
  );
};

type AddressFieldsProps = { form: FormState; known?: Address | undefined };

export const AddressFields = ({ form, known }: AddressFieldsProps) => (
  <>
    <TextField name="street" label="Straße" form={form} fallback={known?.street ?? undefined} spellcheck={false} />
    <TextField
      name="houseNumber"
      label="Hausnummer"
      form={form}
      fallback={known?.houseNumber ?? undefined}
      width="short"
      spellcheck={false}
    />
    <TextField
      name="room"
      label="Zimmer"
      form={form}
      fallback={known?.room ?? undefined}
      width="short"
      spellcheck={false}
    />
    <TextField
      name="facility"
      label="Unterkunft oder Einrichtung"
      form={form}
      fallback={known?.facility ?? undefined}
      spellcheck={false}
    />
    <TextField
      name="postcode"
      label="Postleitzahl"
      form={form}
      fallback={known?.postcode ?? undefined}
      inputmode="numeric"
      width="short"
      spellcheck={false}
    />
    <ComboboxField
      name="ags"
      label="Gemeinde"
      hint="Namen eintippen und wählen. Die Postleitzahl genügt nicht: von der Gemeinde hängt die Zuständigkeit ab."
      form={form}
      fallback={known?.ags ? { value: known.ags, label: known.municipality ?? known.place ?? "" } : undefined}
      sourceUrl="/gemeinden"
    />
  </>
);
