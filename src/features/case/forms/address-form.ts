/** Address as a form sends it (Anschrift). The municipality is asked for, because a postcode may belong to several. */
import { z } from "zod";
import type { Db } from "../../../platform/change.ts";
import { optionalText } from "../../../platform/http/fields.ts";
import { ok, type Result } from "../../../kernel/result.ts";
import type { AddressDraft } from "../case-draft.ts";
import { chosenMunicipality } from "../../authority/index.ts";

export const addressShape = {
  street: optionalText(200),
  houseNumber: optionalText(20),
  room: optionalText(50),
  facility: optionalText(200),
  postcode: z
    .union([
      z.literal(""),
      z
        .string()
        .trim()
        .regex(/^\d{5}$/, "Die Postleitzahl hat fünf Ziffern, zum Beispiel 58452."),
    ])
    .optional()
    .transform((text) => text || undefined),
  ags: optionalText(8),
  "ags-text": optionalText(100),
};

type Read = z.output<z.ZodObject<typeof addressShape>>;

/** The address with its municipality; refused with a question where the municipality is not clear. An unknown address is empty. */
export async function addressOf(reader: { db: Db }, read: Read): Promise<Result<AddressDraft, string>> {
  const { street, houseNumber, room, facility, postcode, ags } = read;
  const chosen = await chosenMunicipality(reader, { ags, text: read["ags-text"], postcode });
  if (!chosen.ok) return chosen;
  const municipality = chosen.value;
  if (!municipality && [street, houseNumber, room, facility].some(Boolean))
    return { ok: false, refusal: "Geben Sie die Gemeinde an. Von ihr hängt ab, welche Behörde zuständig ist." };
  return ok({
    street,
    houseNumber,
    room,
    facility,
    postcode,
    place: municipality?.name,
    ags: municipality?.ags,
  });
}
