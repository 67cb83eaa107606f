/** Door of the case: open, renew, look up, search, and how other features show themselves on the case page. */
export { caseApi } from "./api.ts";
export type { AddressDraft, CaseDraft, PersonDraft } from "./case-draft.ts";
export { enforceabilityStates, type EnforceabilityState, isEnforceable } from "./domain/enforceability-state.ts";
export type { LegalEventDraft } from "./domain/legal-event.ts";
export { factsForGates, type FactsForGates } from "./facts-for-gates.ts";
export { familyOf, type FamilyMember } from "./family.ts";
export { type LockedCase, lockCase } from "./lock-case.ts";
export { openOwnCase } from "./open-case-page.ts";
export type { CasePanel } from "./panel.ts";
export { eventsPanel, standingPanel } from "./panels.tsx";
export { type CaseFile, findCase, findPerson, findStanding, listEvents, type Person } from "./queries.ts";
export { recordEvent } from "./record-event.ts";
export { renewStanding } from "./renew-standing.ts";
export { caseRoutes } from "./routes.tsx";
export { eventRoutes } from "./routes-events.tsx";
export { openCase, renewCase } from "./save-case.ts";
export { searchCases, type SearchHit } from "./search.ts";
