/**
 * Writes the hazard assessment of a measure: answers of the sources, statements, the review. Each change opens a
 * reviewed assessment again. The journal names sources and ids, never what a statement says.
 */
import { ok, refused, type Result } from "../../kernel/result.ts";
import type { Change } from "../../platform/change.ts";
import type { Context } from "../../platform/context.ts";
import type { StoredMeasure } from "../measure/index.ts";
import { type AssessmentGap, finalise, type HazardSource } from "./domain/hazard-assessment.ts";
import type { HazardStatement } from "./domain/hazard-statement.ts";
import {
  type AssessmentOwner,
  findAssessment,
  lockAssessment,
  removeFinding,
  saveFinal,
  saveFinding,
  saveSources,
  type StoredSource,
} from "./hazard-queries.ts";

const ownerOf = ({ id, caseId, ownerId }: StoredMeasure): AssessmentOwner => ({ measureId: id, caseId, ownerId });

type Seen = { measure: StoredMeasure; seenVersion: number };

export type NoFindings = { answeredOn: string; reference: string };

/** "Keine Erkenntnisse" with day and reference; refused while statements of the source stand there. */
export const answerNoFindings = (
  context: Context,
  { measure, seenVersion }: Seen,
  source: HazardSource,
  answer: NoFindings,
): Promise<Result<void, "statementsThere">> =>
  context.change(async (change) => {
    await lockAssessment(change, ownerOf(measure), seenVersion);
    const { assessment } = await findAssessment(change, measure.id);
    const before = assessment.sources[source];
    if (before.result === "findings" && before.statements.length > 0) return refused("statementsThere");
    const answeredBy = change.actor.officerId;
    await saveSource(change, { measure, seenVersion }, source, { result: "noFindings", ...answer, answeredBy });
    recordChange(change, measure, "hazardSourceAnswered", { source, result: "noFindings" });
    return ok(undefined);
  });

/** Adds a statement, or writes it anew with the one who changes it as author. */
export const putStatement = (
  context: Context,
  { measure, seenVersion }: Seen,
  source: HazardSource,
  { statement, replaces }: { statement: HazardStatement; replaces: string | undefined },
): Promise<void> =>
  context.change(async (change) => {
    await lockAssessment(change, ownerOf(measure), seenVersion);
    if (replaces) await removeFinding(change, measure.id, replaces);
    await saveFinding(change, ownerOf(measure), source, statement);
    await saveSource(change, { measure, seenVersion }, source, {
      result: "findings",
      answeredBy: change.actor.officerId,
    });
    recordChange(change, measure, "hazardStatementSaved", { source, statement: statement.id });
  });

export const takeStatementAway = (
  context: Context,
  { measure, seenVersion }: Seen,
  source: HazardSource,
  id: string,
): Promise<void> =>
  context.change(async (change) => {
    await lockAssessment(change, ownerOf(measure), seenVersion);
    await removeFinding(change, measure.id, id);
    // Whoever takes a statement away has shaped what remains, and does not review it.
    await saveSource(change, { measure, seenVersion }, source, {
      result: "findings",
      answeredBy: change.actor.officerId,
    });
    recordChange(change, measure, "hazardStatementRemoved", { source, statement: id });
  });

async function saveSource(
  change: Change,
  { measure, seenVersion }: Seen,
  source: HazardSource,
  answer: StoredSource,
): Promise<void> {
  const { sources } = await findAssessment(change, measure.id);
  await saveSources(change, measure.id, seenVersion, { ...sources, [source]: answer });
}

/** Closes the assessment by a person who has written no part of it; refused with everything that is missing. */
export const finaliseAssessment = (
  context: Context,
  { measure, seenVersion }: Seen,
): Promise<Result<void, AssessmentGap[]>> =>
  context.change(async (change) => {
    await lockAssessment(change, ownerOf(measure), seenVersion);
    const { assessment, sources } = await findAssessment(change, measure.id);
    const reviewer = change.actor.officerId;
    const result = finalise(assessment, { reviewer, on: context.today });
    const gaps = result.ok ? [] : result.refusal;
    const answered = Object.values(sources).some(({ answeredBy }) => answeredBy === reviewer);
    if (answered && !gaps.some(({ what }) => what === "reviewerIsAuthor")) gaps.push({ what: "reviewerIsAuthor" });
    if (gaps.length > 0) return refused(gaps);
    await saveFinal(change, measure.id, seenVersion, context.now);
    recordChange(change, measure, "hazardAssessmentFinalised", {});
    return ok(undefined);
  });

function recordChange(change: Change, measure: StoredMeasure, event: string, data: Record<string, unknown>): void {
  change.record({ chain: measure.ownerId, subject: `measure:${measure.id}`, caseId: measure.caseId, event, data });
  change.announce(`measure:${measure.id}`);
}
