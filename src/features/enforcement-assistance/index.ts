/** Door of police assistance: its registration, its pages, its place on the page of a measure. */
export { assistanceApi } from "./api.ts";
export { answerNoFindings, finaliseAssessment, putStatement } from "./assess-hazard.ts";
export { draftAssistance } from "./draft-assistance.ts";
export { findAssessment } from "./hazard-queries.ts";
export { assistancePanel } from "./measure-panel.tsx";
export { draftRoutes } from "./routes-draft.tsx";
export { hazardRoutes } from "./routes-hazard.tsx";
export { sendRoutes } from "./routes-send.tsx";
export { enforcementAssistance } from "./type.ts";
