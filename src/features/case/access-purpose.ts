/**
 * „Wozu?“: an officer who is not responsible for a case says once a day what the access is for (§ 76 BDSG). The answer
 * goes into every note of the access log; the responsible officer's purpose is handling the case (§ 86 Satz 1 AufenthG).
 */
import { dayInGermany } from "../../kernel/day.ts";
import type { Change } from "../../platform/change.ts";
import type { Context } from "../../platform/context.ts";
import type { CaseFile } from "./queries.ts";

export const purposes = {
  deputy: "Vertretung",
  approval: "Prüfung und Freigabe",
  advice: "Fachliche Beratung im Fall",
  supervision: "Aufsicht",
  information: "Auskunft an die betroffene Person oder ihre Vertretung",
  other: "Anderer Zweck",
} as const;

/** Purpose of an access (Zweck des Zugriffs). */
export type Purpose = keyof typeof purposes;

/** How long a form that is open over midnight may still be sent. */
const formLife = 24 * 60 * 60 * 1000;

/** The purpose that holds now; undefined when it has to be asked. A page asks once a day, a form may end what it began. */
export async function currentPurpose(
  { db, actor, today, now }: Context,
  { id, responsibleOfficer }: CaseFile,
  isPage: boolean,
): Promise<string | undefined> {
  if (responsibleOfficer?.id === actor.officerId) return "Bearbeitung";
  const stated = await db
    .selectFrom("access_purpose")
    .select(["purpose", "stated_at"])
    .where("officer_id", "=", actor.officerId)
    .where("case_id", "=", id)
    .executeTakeFirst();
  if (!stated) return undefined;
  const holds = isPage
    ? dayInGermany(stated.stated_at).equals(today)
    : now.getTime() - stated.stated_at.getTime() < formLife;
  return holds ? stated.purpose : undefined;
}

type Stated = { purpose: Purpose; note: string | undefined };

const longest = 200;

/** Keeps the purpose for today. The journal says that it was stated; the words stand in the access log. */
export const statePurpose = (context: Context, file: CaseFile, { purpose, note }: Stated): Promise<void> =>
  context.change(async (change) => {
    await savePurpose(
      change,
      file.id,
      [purposes[purpose], note].filter(Boolean).join(": ").slice(0, longest),
      context.now,
    );
    change.record({
      chain: file.ownerId,
      subject: `case:${file.id}`,
      caseId: file.id,
      event: "accessPurposeStated",
      data: { purpose },
    });
  });

const savePurpose = ({ trx, actor }: Change, caseId: string, purpose: string, now: Date): Promise<unknown> =>
  trx
    .insertInto("access_purpose")
    .values({ officer_id: actor.officerId, case_id: caseId, purpose, stated_at: now })
    .onConflict((conflict) => conflict.columns(["officer_id", "case_id"]).doUpdateSet({ purpose, stated_at: now }))
    .execute();
