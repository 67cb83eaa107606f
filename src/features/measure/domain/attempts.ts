/** Attempts of one case: a stopped or failed attempt is never taken up again, the next one is a new measure. */
import { ok, refused, type Result } from "../../../kernel/result.ts";
import type { Measure, MeasureRefusal } from "./measure.ts";

export const firstAttempt = (requestedBy: string): Measure => ({
  attemptNo: 1,
  requestedBy,
  approvals: [],
  lateStops: [],
  status: "draft",
});

/** Approvals and gate answers do not travel to the next attempt: everything is looked at again. */
export function nextAttempt(previous: Measure, requestedBy: string): Result<Measure, MeasureRefusal> {
  const result = resultOf(previous);
  if (result === "open") return refused({ code: "previousAttemptOpen" });
  if (result === "completed") return refused({ code: "previousAttemptCompleted" });
  return ok({ ...firstAttempt(requestedBy), attemptNo: previous.attemptNo + 1 });
}

/** The result of an attempt as the figures count it; `open` while it may still go either way. */
export function resultOf(measure: Measure): "open" | "completed" | "failed" | "stopped" {
  if (measure.status === "stopped") return "stopped";
  return "outcome" in measure ? measure.outcome.kind : "open";
}
