/** Door of the measure: open, step, evaluate, and its place on the case page. */
export { applyMeasureEvent, type StatedEvent } from "./apply-event.ts";
export { measureApi } from "./api.ts";
export { answerGate } from "./answer-gate.ts";
export { measuresPanel } from "./case-panel.tsx";
export { answeredGates } from "./domain/gates.ts";
export { endedStatuses, hasEnded, statusLabels, type Measure, type MeasureStatus } from "./domain/measure.ts";
export { transition } from "./domain/measure-table.ts";
export {
  causeLabels,
  type FailureCause,
  failureCauses,
  type FailurePhase,
  failurePhases,
  phaseLabels,
} from "./domain/outcome.ts";
export { outcomeSchemes, schemeCategories, type SchemeId } from "./domain/outcome-schemes.ts";
export { gateTitle } from "./domain/gates.ts";
export { openMeasure } from "./open-measure.ts";
export { openOwnMeasure } from "./open-measure-page.ts";
export { planMeasure } from "./plan-measure.ts";
export { publishMeasureRules } from "./publish-rules.ts";
export {
  casesOf,
  findMeasure,
  findPlan,
  listAnswers,
  measuresWith,
  type StoredAnswer,
  type StoredMeasure,
} from "./queries.ts";
export { type MeasurePanel, measureRoutes } from "./routes.tsx";
export { dutyRoutes } from "./routes-duty.tsx";
export { preparationRoutes } from "./routes-preparation.tsx";
