/** Somebody has seen an alert and says what was done: who, when, note. Acknowledging changes nothing else. */
import type { Context } from "../../platform/context.ts";
import { findNotice, saveAcknowledgement } from "./queries.ts";

/** `gone`: no such alert for this officer. `already`: somebody was faster, and theirs stays. */
export async function acknowledgeAlert(
  context: Context,
  id: string,
  note: string,
): Promise<"done" | "already" | "gone"> {
  const alert = await findNotice(context, id);
  if (!alert?.isAlert || alert.ownerId !== context.actor.authorityId) return "gone";
  return context.change(async (change) => {
    if (!(await saveAcknowledgement(change, id, context.now, note))) return "already";
    change.record({
      chain: alert.ownerId,
      subject: `alert:${id}`,
      caseId: alert.caseId,
      event: "deadlineAlertAcknowledged",
      data: { rule: alert.rule },
    });
    change.announce(`alerts:${alert.ownerId}`);
    change.announce(`case:${alert.caseId}`);
    return "done";
  });
}
