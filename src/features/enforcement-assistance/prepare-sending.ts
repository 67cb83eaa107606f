/** The last look before a request goes out, inside the change that sends it: complete, assessed, and the assessment fixed. */
import type { Day } from "../../kernel/day.ts";
import { ok, refused, type Result } from "../../kernel/result.ts";
import type { Db } from "../../platform/change.ts";
import { findMeasure, hasEnded } from "../measure/index.ts";
import type { StoredRequest } from "../request/index.ts";
import { misaddressed } from "./addressee.ts";
import { policeFor } from "./competence.ts";
import { draftOf, findingsOf, readContent, toStored } from "./content.ts";
import { defaultConfig } from "./domain/assistance.ts";
import { newAssessment } from "./domain/hazard-assessment.ts";
import { readyToSend } from "./domain/readiness.ts";
import { findAssessment, type StoredAssessment } from "./hazard-queries.ts";

/** The assessment of the measure; without a measure there is none. */
export const assessmentOf = async (reader: { db: Db }, { measureId }: StoredRequest): Promise<StoredAssessment> =>
  measureId
    ? findAssessment(reader, measureId)
    : {
        assessment: newAssessment(),
        version: 0,
        sources: {},
        reviewerName: undefined,
        authorNames: new Map(),
      };

export async function prepareSending(
  reader: { db: Db },
  request: StoredRequest,
  today: Day,
): Promise<Result<Record<string, unknown>, readonly string[]>> {
  const [measure, police, stored] = await Promise.all([
    request.measureId ? findMeasure(reader, request.measureId) : undefined,
    request.measureId ? policeFor(reader, request.measureId) : undefined,
    assessmentOf(reader, request),
  ]);
  if (measure && hasEnded(measure.measure)) return refused(["measureEnded"]);
  if (police && misaddressed(police, request)) return refused(["addresseeNotCompetent"]);
  const written = readContent(request.content);
  const municipality = police?.ok ? police.value.municipality : "";
  const content = { ...written, place: { ...written.place, municipality } };
  const ready = readyToSend(draftOf(content), stored.assessment, today, defaultConfig);
  if (!ready.ok) return refused(ready.refusal);
  // readyToSend has refused every assessment that is not final.
  if (stored.assessment.status !== "final") return refused(["assessmentNotFinalised"]);
  return ok(toStored({ ...content, findings: findingsOf(stored.assessment, stored) }));
}
