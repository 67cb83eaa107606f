/** Door of the resubmissions: set, close, and their place on the case page. */
export { resubmissionsPanel } from "./case-panel.tsx";
export { closeResubmissions, setResubmissions } from "./change-resubmissions.ts";
