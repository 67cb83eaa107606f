/** Person data as a form sends it: names after DIN 91379, partly known birth dates, German messages. Changes no letter. */
import { z } from "zod";
import { describeBirthDateRefusal, parseBirthDate } from "../../../kernel/birth-date.ts";
import type { Day } from "../../../kernel/day.ts";
import { checkPersonName, describeNameRefusal } from "../../../kernel/person-name.ts";
import { optionalText } from "../../../platform/http/fields.ts";

/** A name that must be there. */
export const requiredName = () =>
  z.string("Der Name fehlt.").transform((text, ctx) => {
    const name = checkPersonName(text);
    if (name.ok) return name.value;
    ctx.addIssue(describeNameRefusal(name.refusal));
    return z.NEVER;
  });

const optionalName = () =>
  z
    .string()
    .optional()
    .transform((text, ctx) => {
      if (!text?.trim()) return undefined;
      const name = checkPersonName(text);
      if (name.ok) return name.value;
      ctx.addIssue(describeNameRefusal(name.refusal));
      return z.NEVER;
    });

const birthDate = (today: Day) =>
  z
    .string()
    .optional()
    .transform((text, ctx) => {
      if (!text?.trim()) return undefined;
      const date = parseBirthDate(text, today);
      if (date.ok) return date.value;
      ctx.addIssue(describeBirthDateRefusal(date.refusal));
      return z.NEVER;
    });

/** Fields of one list of keys; the form shows as many as are needed. */
export const nationalityFields = ["nationality", "nationality2", "nationality3", "nationality4"] as const;

const nationality = z
  .union([z.literal(""), z.string().regex(/^\d{3}$/, "Wählen Sie die Staatsangehörigkeit aus der Liste.")])
  .optional();

export const personShape = (today: Day) => ({
  familyName: requiredName(),
  givenNames: optionalName(),
  birthName: optionalName(),
  originalScript: optionalText(200),
  birthDate: birthDate(today),
  nationality,
  nationality2: nationality,
  nationality3: nationality,
  nationality4: nationality,
});

type Read = z.output<z.ZodObject<ReturnType<typeof personShape>>>;

/** The person as the case keeps it. */
export const personOf = (read: Read) => ({
  familyName: read.familyName,
  givenNames: read.givenNames ?? "",
  birthName: read.birthName,
  originalScript: read.originalScript,
  birthDate: read.birthDate,
  nationalities: [...new Set(nationalityFields.flatMap((field) => read[field] || []))],
});
