/** Door of the resubmissions: set, close, undo, and their place on the case page. */
export { resubmissionsPanel } from "./case-panel.tsx";
export {
  closeResubmissions,
  reopenResubmissions,
  setResubmissions,
  withdrawResubmissions,
} from "./change-resubmissions.ts";
