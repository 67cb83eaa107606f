/** A stage that a kind of request has inside a status (Zwischenstufe), for example "Einsatz besprochen". Changes no status. */
import { ok, refused, type Result } from "../../kernel/result.ts";
import type { Context } from "../../platform/context.ts";
import { notFound } from "../../platform/http/problem.ts";
import { type DecideRefusal, reachStage } from "./domain/request-type.ts";
import { addEntry } from "./entries.ts";
import { lockRequest, partyOf } from "./queries.ts";
import { type RequestTypes, typeOf } from "./registered-type.ts";

type StageInput = { id: string; seenVersion: number; stage: string };

export async function reachRequestStage(
  context: Context,
  types: RequestTypes,
  { id, seenVersion, stage }: StageInput,
): Promise<Result<void, DecideRefusal>> {
  return context.change(async (change) => {
    const stored = await lockRequest(change, id, seenVersion);
    const party = partyOf(change.actor.authorityId, stored);
    const type = typeOf(types, stored.type).domain;
    if (!party || !type.roles[party].includes(change.actor.role)) throw notFound();
    const request = { state: stored.state, stage: stored.stage, fields: stored.content ?? {} };
    const next = reachStage(type, request, stage);
    if (!next.ok) return refused(next.refusal);
    await change.trx
      .updateTable("request")
      .set({ state: JSON.stringify({ ...stored.state, stage }), version: stored.version + 1 })
      .where("id", "=", id)
      .execute();
    addEntry(change, stored, { kind: `stage:${stage}`, happenedAt: context.now });
    change.record({
      chain: stored.ownerId,
      subject: `request:${id}`,
      caseId: stored.caseId,
      event: "stageReached",
      data: { number: stored.number, stage },
    });
    change.announce(`request:${id}`);
    return ok(undefined);
  });
}
