/**
 * Derives standing and deadlines of a case anew because a period ended, not because an event came in. Decides nothing by
 * itself and needs no version: the result follows from the recorded events and the day.
 */
import { notFound } from "../../platform/http/problem.ts";
import type { Context } from "../../platform/context.ts";
import type { Derivation } from "./domain/enforceability-state.ts";
import { lockCase } from "./lock-case.ts";
import { renewStanding } from "./renew-standing.ts";

/** Ableitung der Vollziehbarkeit zum heutigen Tag (§ 58 Abs. 2 AufenthG). */
export const rederiveStanding = (context: Context, caseId: string): Promise<Derivation> =>
  context.change(async (change) => {
    const locked = await lockCase(change, caseId);
    if (locked.ownerId !== change.actor.authorityId) throw notFound();
    const { derivation } = await renewStanding(change, locked, context.today);
    change.record({
      chain: locked.ownerId,
      subject: `case:${caseId}`,
      caseId,
      event: "standingRederived",
      data: { standing: derivation.state, on: context.today.toString() },
    });
    change.announce(`case:${caseId}`);
    return derivation;
  });
