/** Door of the deadlines: compute one, derive those of a case, keep them with the case, show them. */
export { deadlineApi } from "./api.ts";
export { calculationVersion } from "./domain/calculation-version.ts";
export { deadlinesTab } from "./case-tab.tsx";
export { deadlineHelp, runDeadlineCommand } from "./command.ts";
export { DeadlineTitle } from "./pages/deadline-title.tsx";
export { dayForResubmission } from "./day-for-resubmission.ts";
export { computeDeadline } from "./domain/compute.ts";
export {
  type Clock,
  type CriticalPath,
  criticalPath,
  type PathStep,
  type PathStepResult,
} from "./domain/critical-path.ts";
export type { Refusal as DeadlineRefusal } from "./domain/refusal.ts";
export { type DeadlineTask, deadlineTasks, rulesOf } from "./domain/deadline-tasks.ts";
export { lapseJobs } from "./lapse.ts";
export type { DeadlineChange } from "./domain/difference.ts";
export { acknowledgeChange, type KeptChange, listChanges } from "./changes.ts";
export { firstDeadlines, renewDeadlines } from "./renew.ts";
export { deadlineRoutes } from "./routes.tsx";
export { calendarOf, type StoredDeadline, storedDeadlines } from "./queries.ts";
