/**
 * The hazard assessment before a request for police assistance: three sources, each answered, each statement complete,
 * reviewed by another person. Its result is a list of protective measures; it never sums a person up.
 */
import { isAfter, type Day } from "../../../kernel/day.ts";
import { ok, refused, type Result } from "../../../kernel/result.ts";
import { isExpired, statementGaps, type HazardStatement, type StatementGap } from "./hazard-statement.ts";

/** Quelle der Gefährdungsbewertung: eigene, polizeiliche, staatsanwaltliche Erkenntnisse (Erlass 26.19.01-000009, Nr. 1). */
export type HazardSource = "ownFindings" | "policeFindings" | "prosecutorFindings";

/** Antwort einer Quelle: offen, keine Erkenntnisse, oder Erkenntnisse (Erlass 26.19.01-000009, Nr. 1). */
export type SourceAnswer =
  | { result: "open" }
  | { result: "noFindings"; answeredOn: Day; reference: string }
  | { result: "findings"; statements: readonly HazardStatement[] };

type Sources = Record<HazardSource, SourceAnswer>;

/** Gefährdungsbewertung, Entwurf oder abgeschlossen (Erlass MKJFGFI vom 06.09.2024, 26.19.01-000009, Nr. 1). */
export type HazardAssessment =
  | { status: "draft"; sources: Sources }
  | { status: "final"; sources: Sources; finalisedOn: Day; reviewer: string };

/** Lücke, die das Abschließen verhindert, mit Quelle und Aussage (Erlass 26.19.01-000009, Nr. 1). */
export type AssessmentGap =
  | { what: "sourceOpen" | "referenceMissing" | "noStatement"; source: HazardSource }
  | { what: StatementGap; source: HazardSource; statement: string }
  | { what: "reviewerMissing" | "reviewerIsAuthor" };

export const hazardSources: readonly HazardSource[] = ["ownFindings", "policeFindings", "prosecutorFindings"];

export const sourceLabels: Record<HazardSource, string> = {
  ownFindings: "Eigene Erkenntnisse",
  policeFindings: "Anlassbezogene polizeiliche Erkenntnisse",
  prosecutorFindings: "Erkenntnisse der Staatsanwaltschaft",
};

/** A new attempt begins with this one: statements of an earlier assessment are renewed, not copied. */
export const newAssessment = (): HazardAssessment => ({
  status: "draft",
  sources: {
    ownFindings: { result: "open" },
    policeFindings: { result: "open" },
    prosecutorFindings: { result: "open" },
  },
});

export const statementsOf = ({ sources }: HazardAssessment): HazardStatement[] =>
  hazardSources.flatMap((source) => {
    const answer = sources[source];
    return answer.result === "findings" ? [...answer.statements] : [];
  });

function sourceGaps(source: HazardSource, answer: SourceAnswer, today: Day): AssessmentGap[] {
  if (answer.result === "open") return [{ what: "sourceOpen", source }];
  if (answer.result === "noFindings")
    return answer.reference.trim() === "" ? [{ what: "referenceMissing", source }] : [];
  if (answer.statements.length === 0) return [{ what: "noStatement", source }];
  return answer.statements.flatMap((statement) =>
    statementGaps(statement, today).map((what) => ({ what, source, statement: statement.id })),
  );
}

/** Closes the assessment, or names everything that is missing. The reviewer has written none of the statements. */
export function finalise(
  assessment: HazardAssessment,
  { reviewer, on }: { reviewer: string; on: Day },
): Result<HazardAssessment, AssessmentGap[]> {
  const { sources } = assessment;
  const gaps = hazardSources.flatMap((source) => sourceGaps(source, sources[source], on));
  if (reviewer.trim() === "") gaps.push({ what: "reviewerMissing" });
  if (statementsOf(assessment).some(({ author }) => author === reviewer)) gaps.push({ what: "reviewerIsAuthor" });
  return gaps.length > 0 ? refused(gaps) : ok({ status: "final", sources, finalisedOn: on, reviewer });
}

/** A changed answer opens the assessment again: what was reviewed is not what stands there now. */
export const answerSource = (
  assessment: HazardAssessment,
  source: HazardSource,
  answer: SourceAnswer,
): HazardAssessment => ({ status: "draft", sources: { ...assessment.sources, [source]: answer } });

/** Why an assessment cannot carry a request today; `maxAgeDays` is configuration, undefined means no limit. */
export function assessmentFault(
  assessment: HazardAssessment,
  today: Day,
  maxAgeDays: number | undefined,
): "notFinalised" | "tooOld" | "statementExpired" | undefined {
  if (assessment.status === "draft") return "notFinalised";
  if (maxAgeDays !== undefined && isAfter(today, assessment.finalisedOn.add({ days: maxAgeDays }))) return "tooOld";
  return statementsOf(assessment).some((statement) => isExpired(statement, today)) ? "statementExpired" : undefined;
}

/** What the team does because of the assessment: the only result it has. */
export const protectiveMeasures = (assessment: HazardAssessment): string[] => [
  ...new Set(
    statementsOf(assessment).flatMap(({ protectiveMeasure }) =>
      protectiveMeasure.kind === "planned" ? [protectiveMeasure.text.trim()] : [],
    ),
  ),
];
