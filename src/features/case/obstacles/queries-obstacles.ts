/** Rows of obstacles ↔ domain. Closed ones stay visible; nothing is ever deleted. */
import { day, type Day } from "../../../kernel/day.ts";
import type { Change, Db } from "../../../platform/change.ts";
import { isBlocking, type Obstacle } from "../domain/obstacle.ts";
import { isObstacleType, type ObstacleType } from "../domain/obstacle-type.ts";
import { isSuspensionReason, type SuspensionReason } from "../domain/suspension-reason.ts";
import type { LockedCase } from "../lock-case.ts";

/** A recorded obstacle with its people and what only the register asks (AZR code, day of review). */
export type StoredObstacle = {
  id: string;
  obstacle: Obstacle;
  reason: SuspensionReason | undefined;
  reviewOn: Day | undefined;
  openedBy: string | undefined;
  closedBy: string | undefined;
};

type Row = {
  type: string;
  opened_on: string;
  opened_reason: string;
  closed_on: string | null;
  closed_reason: string | null;
};

function obstacleOf(row: Row, type: ObstacleType): Obstacle {
  const opening = { type, openedOn: day(row.opened_on), reason: row.opened_reason };
  return row.closed_on
    ? { ...opening, status: "closed", closedOn: day(row.closed_on), closingReason: row.closed_reason ?? "" }
    : { ...opening, status: "open" };
}

/** All obstacles of a case: open ones first, then the latest. */
export async function listObstacles({ db }: { db: Db }, caseId: string): Promise<StoredObstacle[]> {
  const rows = await db
    .selectFrom("obstacle as x")
    .leftJoin("officer as o", "o.id", "x.opened_by")
    .leftJoin("officer as c", "c.id", "x.closed_by")
    .select(["x.id", "x.type", "x.suspension_reason", "x.opened_on", "x.opened_reason", "x.review_on", "x.closed_on"])
    .select(["x.closed_reason", "o.display_name as opened_by", "c.display_name as closed_by"])
    .where("x.case_id", "=", caseId)
    .orderBy((eb) => eb("x.closed_on", "is not", null))
    .orderBy("x.opened_on", "desc")
    .orderBy("x.id")
    .execute();
  return rows.flatMap((row) => {
    if (!isObstacleType(row.type)) return [];
    const code = row.suspension_reason ?? "";
    return {
      id: row.id,
      obstacle: obstacleOf(row, row.type),
      reason: isSuspensionReason(code) ? code : undefined,
      reviewOn: row.review_on ? day(row.review_on) : undefined,
      openedBy: row.opened_by ?? undefined,
      closedBy: row.closed_by ?? undefined,
    };
  });
}

export type Opened = {
  id: string;
  obstacle: Obstacle;
  reason: SuspensionReason | undefined;
  reviewOn: Day | undefined;
};

export const insertObstacle = ({ trx, actor }: Change, { id: caseId, ownerId }: LockedCase, opened: Opened) =>
  trx
    .insertInto("obstacle")
    .values({
      id: opened.id,
      case_id: caseId,
      owner_id: ownerId,
      type: opened.obstacle.type,
      blocking: isBlocking(opened.obstacle),
      suspension_reason: opened.reason ?? null,
      opened_on: opened.obstacle.openedOn.toString(),
      opened_by: actor.officerId,
      opened_reason: opened.obstacle.reason,
      review_on: opened.reviewOn?.toString() ?? null,
    })
    .execute();

export const closeObstacleRow = (
  { trx, actor }: Change,
  id: string,
  { on, reason }: { on: Day; reason: string },
): Promise<unknown> =>
  trx
    .updateTable("obstacle")
    .set((eb) => ({
      closed_on: on.toString(),
      closed_by: actor.officerId,
      closed_reason: reason,
      version: eb("version", "+", 1),
    }))
    .where("id", "=", id)
    .execute();
