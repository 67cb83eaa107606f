/** Facts of a case that the legal gates of a measure derive from, always taken fresh from the recorded events. */
import { type Day, day } from "../../kernel/day.ts";
import type { Db } from "../../platform/change.ts";
import { barringFacts, type BarringFacts } from "./domain/barring-facts.ts";
import { deriveEnforceability } from "./domain/enforceability.ts";
import { enforceabilityStates, type EnforceabilityState } from "./domain/enforceability-state.ts";
import { isObstacleType, obstacleDefinition } from "./domain/obstacle-type.ts";
import { courtStopOf, type StopReason, stopReasonsOf } from "./earlier-stops.ts";
import { calendarOf, periodsOf } from "./periods.ts";
import { findCase, listEvents } from "./queries.ts";

/** Tatsachen eines Falls für die Prüfpunkte (§§ 50, 58, 59, 60a AufenthG). */
export type FactsForGates = {
  caseId: string;
  fileNumber: string;
  state: EnforceabilityState;
  because: string;
  barring: BarringFacts;
  blockingObstacles: { label: string; norm: string }[];
  /** Operational end of the transfer period, where one runs (Art. 46 VO (EU) 2024/1351). */
  transferPeriodEnd: Day | undefined;
  offerDocumented: boolean;
  returnApproved: boolean;
  /** Day of a court's stop whose decision is not yet recorded. */
  courtStopOn: Day | undefined;
  stopReasons: StopReason[];
};

export async function factsForGates(reader: { db: Db }, caseId: string, today: Day): Promise<FactsForGates> {
  const { db } = reader;
  const file = await findCase(reader, caseId);
  if (!file) throw new Error("case of the measure is not visible");
  const events = await listEvents(reader, caseId);
  const periods = periodsOf(await calendarOf(reader, file.ownerId));
  const derivation = deriveEnforceability(events, today, periods);
  const obstacles = await db
    .selectFrom("obstacle")
    .select("type")
    .where("case_id", "=", caseId)
    .where("closed_on", "is", null)
    .where("blocking", "=", true)
    .execute();
  const offers = await db.selectFrom("voluntary_return").select("status").where("case_id", "=", caseId).execute();
  const transfer = await db
    .selectFrom("case_deadline")
    .select("operational_end")
    .where("case_id", "=", caseId)
    .where("status", "=", "running")
    .where("rule", "in", [
      "D35",
      "D36.imprisoned",
      "D36.absconded",
      "D37",
      "D40.transfer",
      "D40.imprisoned",
      "D40.absconded",
    ])
    .orderBy("operational_end")
    .executeTakeFirst();
  const [courtStopOn, stopReasons] = await Promise.all([courtStopOf(reader, caseId), stopReasonsOf(reader, caseId)]);
  return {
    caseId,
    fileNumber: file.fileNumber,
    state: derivation.state,
    because: derivation.steps.at(-1)?.sentence ?? enforceabilityStates[derivation.state],
    barring: barringFacts(events, today, periods),
    blockingObstacles: obstacles.map(({ type }) => obstacleInWords(type)),
    transferPeriodEnd: transfer ? day(transfer.operational_end) : undefined,
    offerDocumented: offers.length > 0,
    returnApproved: offers.some(({ status }) => status === "approved" || status === "booked"),
    courtStopOn,
    stopReasons,
  };
}

const obstacleInWords = (type: string): { label: string; norm: string } => {
  if (!isObstacleType(type)) return { label: type, norm: "" };
  const { label, norm } = obstacleDefinition(type);
  return { label, norm: norm.norm };
};
