/** Changes the responsible officer of a case (Zuständigkeit in der Sachbearbeitung abgeben oder übernehmen). */
import { ok, refused, type Result } from "../../kernel/result.ts";
import type { Context } from "../../platform/context.ts";
import { listOfficers } from "../authority/index.ts";
import { lockCase } from "./lock-case.ts";

const mayHandle: readonly string[] = ["caseworker", "supervisor"];

/** Officers of the own authority who may handle cases. */
export async function assignableOfficers(context: Context): Promise<{ id: string; name: string }[]> {
  const officers = await listOfficers(context, context.actor.authorityId);
  return officers.filter(({ roles }) => roles.some((role) => mayHandle.includes(role)));
}

export async function assignCase(
  context: Context,
  caseId: string,
  { seenVersion, officerId }: { seenVersion: number; officerId: string },
): Promise<Result<undefined, "notAssignable">> {
  const isKnown = (await assignableOfficers(context)).some(({ id }) => id === officerId);
  if (!isKnown) return refused("notAssignable");
  return context.change(async (change) => {
    const locked = await lockCase(change, caseId, seenVersion);
    await change.trx
      .updateTable("case_file")
      .set({ responsible_officer_id: officerId })
      .where("id", "=", caseId)
      .execute();
    change.record({
      chain: locked.ownerId,
      subject: `case:${caseId}`,
      caseId,
      event: "caseAssigned",
      data: { officerId },
    });
    change.announce(`case:${caseId}`);
    return ok(undefined);
  });
}
