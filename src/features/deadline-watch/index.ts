/** Door of the watch over deadlines: its pages, its periodic job, the bands that every page shows. */
export { acknowledgeAlert } from "./acknowledge.ts";
export { watchApi } from "./api.ts";
export { alertRules } from "./domain/watch-rules.ts";
export { alertBands } from "./bands.ts";
export { noticesPanel } from "./notices-panel.tsx";
export { watchRoutes } from "./routes.tsx";
export { watchJobs, watchOwn } from "./watch.ts";
