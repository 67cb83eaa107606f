/** Opens and closes obstacles of a case (Hindernisse). Both need a reason; neither happens by itself. */
import { type Day, isAfter, isBefore } from "../../../kernel/day.ts";
import { newId } from "../../../kernel/id.ts";
import { ok, refused, type Result } from "../../../kernel/result.ts";
import type { Change } from "../../../platform/change.ts";
import type { Context } from "../../../platform/context.ts";
import { notFound } from "../../../platform/http/problem.ts";
import { changeObstacle, type ObstacleRefusal, obstacleRefusals } from "../domain/obstacle.ts";
import { obstacleDefinition, type ObstacleType } from "../domain/obstacle-type.ts";
import { type SuspensionReason } from "../domain/suspension-reason.ts";
import { type LockedCase, lockCase } from "../lock-case.ts";
import { closeObstacleRow, insertObstacle, listObstacles } from "./queries-obstacles.ts";

export type ObstacleFault = { field: string; message: string };

export type OpeningInput = {
  seenVersion: number;
  type: ObstacleType;
  on: Day;
  text: string;
  reason: SuspensionReason | undefined;
  reviewOn: Day | undefined;
};

/** AZR codes that stand for this kind; empty where the register has none. */
export const codesFor = (type: ObstacleType): readonly SuspensionReason[] => obstacleDefinition(type).azrCodes ?? [];

const fieldOf: Readonly<Record<ObstacleRefusal, string>> = {
  unknownType: "type",
  reasonMissing: "text",
  alreadyOpen: "type",
  alreadyClosed: "",
  closedBeforeOpened: "on",
};

const faultOf = (refusal: ObstacleRefusal): ObstacleFault => ({
  field: fieldOf[refusal],
  message: obstacleRefusals[refusal],
});

function openingFault({ type, on, reason, reviewOn }: OpeningInput, today: Day): ObstacleFault | undefined {
  if (isAfter(on, today)) return { field: "on", message: "Dieser Tag liegt in der Zukunft. Prüfen Sie das Datum." };
  if (reviewOn && isBefore(reviewOn, today))
    return { field: "reviewOn", message: "Der Tag der Prüfung liegt in der Vergangenheit." };
  const codes = codesFor(type);
  if (reason && !codes.includes(reason))
    return { field: "reason", message: "Dieser Duldungsgrund passt nicht zur Art des Hindernisses." };
  return undefined;
}

function tell(change: Change, { id, ownerId }: LockedCase, event: string, data: Record<string, unknown>): void {
  change.record({ chain: ownerId, subject: `case:${id}`, caseId: id, event, data });
  change.announce(`case:${id}`);
}

export async function openObstacle(
  context: Context,
  caseId: string,
  input: OpeningInput,
): Promise<Result<string, ObstacleFault>> {
  const fault = openingFault(input, context.today);
  if (fault) return refused(fault);
  return context.change(async (change) => {
    const locked = await lockCase(change, caseId, input.seenVersion);
    const known = (await listObstacles(change, caseId)).find(
      ({ obstacle }) => obstacle.type === input.type && obstacle.status === "open",
    );
    const from = known?.obstacle ?? ({ status: "none" } as const);
    const next = changeObstacle(from, { type: "opened", obstacle: input.type, on: input.on, reason: input.text });
    if (!next.ok) return refused(faultOf(next.refusal));
    const id = newId();
    await insertObstacle(change, locked, { id, obstacle: next.value, reason: input.reason, reviewOn: input.reviewOn });
    tell(change, locked, "obstacleOpened", { obstacleId: id, type: input.type, on: input.on.toString() });
    return ok(id);
  });
}

export type ClosingInput = { seenVersion: number; obstacleId: string; on: Day; text: string };

export async function closeObstacle(
  context: Context,
  caseId: string,
  { seenVersion, obstacleId, on, text }: ClosingInput,
): Promise<Result<undefined, ObstacleFault>> {
  if (isAfter(on, context.today))
    return refused({ field: "on", message: "Dieser Tag liegt in der Zukunft. Prüfen Sie das Datum." });
  return context.change(async (change) => {
    const locked = await lockCase(change, caseId, seenVersion);
    const stored = (await listObstacles(change, caseId)).find(({ id }) => id === obstacleId);
    if (!stored) throw notFound();
    const next = changeObstacle(stored.obstacle, { type: "closed", on, reason: text });
    if (!next.ok) return refused(faultOf(next.refusal));
    await closeObstacleRow(change, obstacleId, { on, reason: text.trim() });
    tell(change, locked, "obstacleClosed", { obstacleId, type: stored.obstacle.type, on: on.toString() });
    return ok(undefined);
  });
}
