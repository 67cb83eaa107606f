/** The whole form „Fall anlegen“: file number, person, address, family. Legal facts are recorded afterwards, each by itself. */
import { z } from "zod";
import type { Day } from "../../../kernel/day.ts";
import { isId } from "../../../kernel/id.ts";
import { optionalText, requiredText } from "../../../platform/http/fields.ts";
import { addressShape } from "./address-form.ts";
import { personShape } from "./person-form.ts";

export const caseShape = {
  familyLabel: optionalText(100),
  language: optionalText(100),
};

export const openForm = (today: Day) =>
  z.object({
    id: z.string().refine(isId, "Bitte die Seite neu laden."),
    fileNumber: requiredText("Geben Sie das Aktenzeichen an.", 50),
    ...personShape(today),
    ...addressShape,
    ...caseShape,
  });
