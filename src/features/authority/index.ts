/** Door of the directory: reference data, and which authority is competent for a municipality. */
export { loadReferenceData } from "./load-reference.ts";
