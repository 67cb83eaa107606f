/**
 * The addressee of a draft follows the planned place (Einsatzort): the plan may move to another municipality after the draft
 * was made, and personal data must not go to a police authority that is not competent (§ 86 Satz 1 AufenthG).
 */
import type { Context } from "../../platform/context.ts";
import { type ContentUpdate, saveContent, type StoredRequest } from "../request/index.ts";
import { addresseeRefusalText, type Police, policeFor } from "./competence.ts";

type Addressed = Pick<StoredRequest, "addresseeId" | "addresseeName" | "number" | "state">;

/** `to`: the competent authority; undefined while none can be named. */
export type Misaddressed = { text: string; to: string | undefined };

/** Undefined: the request goes, or went, to the police of the planned place. */
export function misaddressed(police: Police, request: Addressed): Misaddressed | undefined {
  if (!police.ok) return { text: addresseeRefusalText(police.refusal), to: undefined };
  const { authorityId, municipality, name } = police.value;
  if (authorityId === request.addresseeId) return undefined;
  const until =
    request.state.status === "draft" ? "Der Entwurf ist noch gerichtet an" : `Das Ersuchen ${request.number} ging an`;
  const text = `Der Einsatzort liegt jetzt in ${municipality}. Dafür ist zuständig: ${name}. ${until}: ${request.addresseeName}.`;
  return { text, to: name };
}

/** Saves a draft; with it the addressee follows the plan. */
export async function saveDraft(context: Context, update: ContentUpdate & { measureId: string }): Promise<void> {
  const police = await policeFor(context, update.measureId);
  await saveContent(context, { ...update, addresseeId: police.ok ? police.value.authorityId : undefined });
}
