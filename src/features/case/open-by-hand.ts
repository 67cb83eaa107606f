/** Opens a case from the form or the API (Fall anlegen): sent twice it is opened once, a known file number is refused. */
import { ok, refused, type Result } from "../../kernel/result.ts";
import type { Context } from "../../platform/context.ts";
import type { CaseDraft } from "./case-draft.ts";
import { findCase } from "./queries.ts";
import { openCase } from "./open-cases.ts";

export type OpenRefusal = "fileNumberTaken" | "idTaken";

export const openRefusals: Readonly<Record<OpenRefusal, string>> = {
  fileNumberTaken:
    "Dieses Aktenzeichen trägt schon ein anderer Fall Ihrer Behörde. Suchen Sie ihn, oder prüfen Sie das Aktenzeichen.",
  idTaken: "Bitte die Seite neu laden.",
};

const isTaken = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "23505";

/** Gives the id of the case. The unique keys of the database decide, also between two requests at the same moment. */
export async function openByHand(
  context: Context,
  draft: CaseDraft & { id: string },
): Promise<Result<string, OpenRefusal>> {
  try {
    return ok(await context.change((change) => openCase(change, draft, [], context.today)));
  } catch (error) {
    if (!isTaken(error)) throw error;
    const known = await findCase(context, draft.id);
    if (!known) return refused("fileNumberTaken");
    return known.fileNumber === draft.fileNumber ? ok(known.id) : refused("idTaken");
  }
}
