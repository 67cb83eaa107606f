/**
 * All SQL of hazard assessments. An assessment has the id of its measure, so that there is never a second one beside it;
 * a new attempt is a new measure and begins with an empty assessment.
 */
import { day } from "../../kernel/day.ts";
import { dayInGermany } from "../../kernel/day.ts";
import type { Change, Db } from "../../platform/change.ts";
import { changedMeanwhile } from "../../platform/http/problem.ts";
import {
  type HazardAssessment,
  type HazardSource,
  hazardSources,
  type SourceAnswer,
} from "./domain/hazard-assessment.ts";
import type { HazardStatement } from "./domain/hazard-statement.ts";

type Reader = { db: Db };

/** What is stored of a source beside its statements; who answered must not be the one who reviews. */
export type StoredSource =
  | { result: "findings"; answeredBy: string }
  | { result: "noFindings"; answeredOn: string; reference: string; answeredBy: string };
export type StoredSources = Partial<Record<HazardSource, StoredSource>>;

/** Statement as it lies in the jsonb column; author and expiry have columns of their own. */
type StoredFinding = Omit<HazardStatement, "id" | "author" | "expiresOn" | "dated"> & {
  source: HazardSource;
  dated: string;
};

export type StoredAssessment = {
  assessment: HazardAssessment;
  /** Zero as long as nothing is stored. */
  version: number;
  sources: StoredSources;
  reviewerName: string | undefined;
  authorNames: ReadonlyMap<string, string>;
};

export async function findAssessment({ db }: Reader, measureId: string): Promise<StoredAssessment> {
  const head = db
    .selectFrom("hazard_assessment as h")
    .leftJoin("officer as o", "o.id", "h.finalised_by")
    .select(["h.status", "h.sources", "h.finalised_at", "h.finalised_by", "h.version", "o.display_name"])
    .where("h.id", "=", measureId)
    .executeTakeFirst();
  const [row, findings] = await Promise.all([head, listFindings({ db }, measureId)]);
  const stored = (row?.sources ?? {}) as StoredSources;
  const sources = Object.fromEntries(
    hazardSources.map((source) => [source, answerOf(stored[source], findings, source)]),
  ) as Record<HazardSource, SourceAnswer>;
  return {
    assessment:
      row?.status === "final" && row.finalised_at && row.finalised_by
        ? { status: "final", sources, finalisedOn: dayInGermany(row.finalised_at), reviewer: row.finalised_by }
        : { status: "draft", sources },
    version: row?.version ?? 0,
    sources: stored,
    reviewerName: row?.display_name ?? undefined,
    authorNames: new Map(findings.map(({ statement, authorName }) => [statement.author, authorName])),
  };
}

type Finding = { source: HazardSource; statement: HazardStatement; authorName: string };

async function listFindings({ db }: Reader, assessmentId: string): Promise<Finding[]> {
  const rows = await db
    .selectFrom("hazard_finding as f")
    .innerJoin("officer as o", "o.id", "f.added_by")
    .select(["f.id", "f.finding", "f.expires_on", "f.added_by", "o.display_name"])
    .where("f.assessment_id", "=", assessmentId)
    .orderBy("f.added_at")
    .orderBy("f.id")
    .execute();
  return rows.map((row) => {
    // Written by saveFinding only.
    const { source, dated, ...rest } = row.finding as unknown as StoredFinding;
    const expiresOn = day(row.expires_on ?? dated);
    const statement = { ...rest, id: row.id, dated: day(dated), expiresOn, author: row.added_by };
    return { source, statement, authorName: row.display_name };
  });
}

function answerOf(stored: StoredSource | undefined, findings: readonly Finding[], source: HazardSource): SourceAnswer {
  if (!stored) return { result: "open" };
  if (stored.result === "noFindings")
    return { result: "noFindings", answeredOn: day(stored.answeredOn), reference: stored.reference };
  return {
    result: "findings",
    statements: findings.filter((each) => each.source === source).map(({ statement }) => statement),
  };
}

export type AssessmentOwner = { measureId: string; caseId: string; ownerId: string };

/** Locks the assessment, makes it with the first write, and refuses an older form. */
export async function lockAssessment(
  { trx }: Change,
  { measureId, caseId, ownerId }: AssessmentOwner,
  seenVersion: number,
): Promise<void> {
  if (seenVersion === 0)
    await trx
      .insertInto("hazard_assessment")
      .values({ id: measureId, measure_id: measureId, case_id: caseId, owner_id: ownerId, status: "draft", version: 0 })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  const row = await trx
    .selectFrom("hazard_assessment")
    .select("version")
    .where("id", "=", measureId)
    .forUpdate()
    .executeTakeFirst();
  if (row?.version !== seenVersion) throw changedMeanwhile();
}

/** What was reviewed is not what stands there now: every changed source opens the assessment again. */
export const saveSources = ({ trx }: Change, measureId: string, seenVersion: number, sources: StoredSources) =>
  trx
    .updateTable("hazard_assessment")
    .set({
      sources: JSON.stringify(sources),
      status: "draft",
      finalised_at: null,
      finalised_by: null,
      version: seenVersion + 1,
    })
    .where("id", "=", measureId)
    .execute();

export const saveFinal = ({ trx, actor }: Change, measureId: string, seenVersion: number, at: Date) =>
  trx
    .updateTable("hazard_assessment")
    .set({ status: "final", finalised_at: at, finalised_by: actor.officerId, version: seenVersion + 1 })
    .where("id", "=", measureId)
    .execute();

export async function saveFinding(
  { trx, actor }: Change,
  { measureId, caseId, ownerId }: AssessmentOwner,
  source: HazardSource,
  { id, author: _author, expiresOn, dated, ...rest }: HazardStatement,
): Promise<void> {
  const finding: StoredFinding = { ...rest, source, dated: dated.toString() };
  await trx
    .insertInto("hazard_finding")
    .values({
      id,
      assessment_id: measureId,
      case_id: caseId,
      owner_id: ownerId,
      finding: JSON.stringify(finding),
      expires_on: expiresOn.toString(),
      added_by: actor.officerId,
    })
    .execute();
}

export const removeFinding = ({ trx }: Change, measureId: string, id: string): Promise<unknown> =>
  trx.deleteFrom("hazard_finding").where("assessment_id", "=", measureId).where("id", "=", id).execute();
