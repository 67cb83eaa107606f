/** Fields of an obstacle as form and API send them, with German messages. */
import { z } from "zod";
import { optionalDay, requiredDay, requiredText } from "../../../platform/http/fields.ts";
import { isSuspensionReason } from "../domain/suspension-reason.ts";

export const openingShape = {
  on: requiredDay("Geben Sie an, seit wann das Hindernis besteht."),
  text: requiredText("Geben Sie eine Begründung ein, mindestens drei Zeichen.", 2000, 3),
  reason: z
    .union([
      z.literal("").transform(() => undefined),
      z.string().refine(isSuspensionReason, "Wählen Sie aus der Liste."),
    ])
    .optional(),
  reviewOn: optionalDay(),
};

export const closingShape = {
  on: requiredDay("Geben Sie an, wann das Hindernis weggefallen ist."),
  text: requiredText("Geben Sie eine Begründung ein, mindestens drei Zeichen.", 2000, 3),
};
