/** Door of the case: open, renew, look up, search, and how other features show themselves on the case page. */
export { caseApi } from "./api/routes-api.ts";
export { purposes } from "./access-purpose.ts";
export { assignableOfficers, assignCases, handBack } from "./assign-case.ts";
export type { CaseDraft } from "./case-draft.ts";
export { enforceabilityStates, type EnforceabilityState } from "./domain/enforceability-state.ts";
export type { LegalEventDraft } from "./domain/legal-event.ts";
export { factsForGates, type FactsForGates } from "./facts-for-gates.ts";
export { familyOf } from "./family.ts";
export { type LockedCase, lockCase } from "./lock-case.ts";
export { openObstacle } from "./obstacles/change-obstacles.ts";
export { obstaclesPanel } from "./obstacles/obstacles-panel.tsx";
export { openCaseBehind, openOwnCase } from "./open-case-page.ts";
export type { CasePanel } from "./panel.ts";
export { eventLabel, eventsPanel, standingPanel } from "./panels.tsx";
export { competencePanel, familyPanel, personPanel } from "./person-panels.tsx";
export { type CaseFile, findCase, findPerson, listEvents } from "./queries.ts";
export { addEvent, insertEvent, recordEvent } from "./record-event.ts";
export { recalculationJobs } from "./recalculate.ts";
export { renewStanding } from "./renew-standing.ts";
export { caseRoutes } from "./routes.tsx";
export { eventRoutes } from "./routes-events.tsx";
export { fileNumberKey, type KnownCase, knownCases, storedDrafts } from "./known-cases.ts";
export { openCase, openCases } from "./open-cases.ts";
export { renewCase } from "./save-case.ts";
export { searchCases } from "./search.ts";
export { type CaseWork, stepsPanel } from "./steps-panel.tsx";
export { timelineTab } from "./timeline.tsx";
export { findOffer } from "./voluntary-offer.ts";
export {
  changeVoluntaryReturn,
  possibleEvents as possibleReturnEvents,
  type VoluntaryReturn,
  type VoluntaryReturnEventType,
  type VoluntaryReturnRefusal,
  voluntaryReturnRefusals,
} from "./domain/voluntary-return.ts";
export { voluntaryReturnLabels } from "./domain/voluntary-return-diagram.ts";
export { checkLegalEvent } from "./domain/check-legal-event.ts";
export { departureProofs } from "./domain/legal-event-choices.ts";
export { obstacleTypes } from "./domain/obstacle-type.ts";
export { rederiveStanding } from "./rederive-standing.ts";
