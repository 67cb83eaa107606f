/** Door of the work queue: its routes and its sources. */
export { worklistRoutes } from "./routes.tsx";
export { alertWork } from "./sources/queries-alerts.ts";
export { deadlineChangeWork } from "./sources/queries-deadline-changes.ts";
export { deadlineWork } from "./sources/queries-deadlines.ts";
export { dutyWork } from "./sources/queries-duties.ts";
export { gateWork } from "./sources/queries-gates.ts";
export { measureWork } from "./sources/queries-measures.ts";
export { obstacleWork } from "./sources/queries-obstacles.ts";
export { requestWork } from "./sources/queries-requests.ts";
export { resubmissionWork } from "./sources/queries-resubmissions.ts";
export { standingWork } from "./sources/queries-standings.ts";
export { stopWork } from "./sources/queries-stops.ts";
export { workOfCase } from "./work-of-case.ts";
export type { WorkSource } from "./work-source.ts";
